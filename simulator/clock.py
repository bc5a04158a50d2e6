"""The only reader of time, and the only maker of seeds, ids and secrets."""

import secrets
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Final

_LETTERS: Final = "0123456789abcdefghjkmnpqrstvwxyz"
"""Without i, l, o and u, which are misread or make words."""
_SEED_BITS: Final = 31
_CODE: Final = 8
_MOMENTS: Final = len(_LETTERS) ** 4
"""Into so many moments, of a twelfth of a second, an id divides a day."""


def now() -> datetime:
    """Return this moment, aware, in UTC."""
    return datetime.now(UTC)


def seconds() -> float:
    """Return seconds that only ever grow, from an unknown beginning."""
    return monotonic()


def new_seed() -> int:
    """Return a seed for a talk, 0..2**31-1."""
    return secrets.randbits(_SEED_BITS)


def new_id() -> str:
    """Return an id for an attempt: ids sort by time, and no two are ever the same.

    Sixteen characters to type if need be: the day, four for the moment of the day,
    and six that were drawn, so that programs need not know of each other.
    """
    at = now()
    midnight = at.replace(hour=0, minute=0, second=0, microsecond=0)
    moment = (at - midnight) * _MOMENTS // timedelta(days=1)
    drawn = "".join(secrets.choice(_LETTERS) for _ in range(6))
    return f"{at:%y%m%d}{_written(moment)}{drawn}"


def new_code() -> str:
    """Return a code to come into a class by: eight letters to type, 40 bits drawn."""
    return "".join(secrets.choice(_LETTERS) for _ in range(_CODE))


def new_token() -> str:
    """Return a secret that nobody types: 192 bits drawn, fit for a header or a link."""
    return secrets.token_urlsafe(24)


def draw(below: int) -> int:
    """Return a whole number from 0, below the one given, that nobody can foresee."""
    return secrets.randbelow(below)


def _written(moment: int) -> str:
    return "".join(_LETTERS[moment >> shift & 31] for shift in (15, 10, 5, 0))
