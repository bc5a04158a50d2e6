"""What a browser carries so that the server knows whose it is.

A ticket is a cookie that names a seat and is signed with the key of its class: nobody
can make one, and one of another class is none. A stamp goes into each form of a page:
a page of somebody else cannot know it, so it cannot answer in a person's name.
"""

from typing import Final

from itsdangerous import BadSignature, URLSafeSerializer

_TICKET: Final = "ticket"
_STAMP: Final = "stamp"


def cookie_of(room: str) -> str:
    """Return the name of the cookie that holds the ticket for a class."""
    return f"seat-{room}"


def ticket(key: str, person: str) -> str:
    """Return the ticket of a person; `key` is that of the class."""
    return URLSafeSerializer(key, salt=_TICKET).dumps(person)


def person_of(key: str, told: str) -> str | None:
    """Return the person whose ticket this is; None where nobody made it."""
    return _loaded(key, _TICKET, told)


def stamp(key: str, person: str) -> str:
    """Return what stands in a person's forms."""
    return URLSafeSerializer(key, salt=_STAMP).dumps(person)


def is_stamp(key: str, told: str, person: str) -> bool:
    """Tell whether a form was made for this person."""
    return _loaded(key, _STAMP, told) == person


def _loaded(key: str, salt: str, told: str) -> str | None:
    try:
        found: object = URLSafeSerializer(key, salt=salt).loads(told)
    except BadSignature:
        return None
    return found if isinstance(found, str) else None
