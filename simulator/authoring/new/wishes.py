"""What a trainer wishes for in a new scenario, and what is taken otherwise."""

import unicodedata
from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from simulator.authoring.new.errors import BadIdError, BadWordsError, OthersNameError
from simulator.messages import N_
from simulator.plaintext import first_unsafe, is_blank, name_of
from simulator.scenario.scalars import ID, RESERVED
from simulator.scenario.spelling import as_id

LONGEST: Final = 1_000
"""Characters that a name or a title may have."""
_BREAKS: Final = "\t\n\r\ufffe\uffff"
"""What cannot stand in a value of one line, besides what no screen may get."""
OTHERS: Final = frozenset({"pack", "drills"})
"""Names of files that are something else in a pack."""
_NAMELESS: Final = "my-talk"
"""The id of a scenario whose title has no letter to make one of."""


class Wishes(Struct, frozen=True):
    """What a new scenario is called, and who is in it; all as `words` gives it."""

    title: str
    language: str
    """`ru` or `en`."""
    manager: str
    manager_role: str
    client: str
    role: str
    """Whom the trainee plays."""
    difficulty: str
    """`easy`, `medium` or `hard`."""


_USUAL: Final[Mapping[str, Wishes]] = {
    "ru": Wishes(
        title="Чей это клиент?",
        language="ru",
        manager="Саша",
        manager_role="менеджер по продажам",
        client="Сеть «Полка»",
        role="Руководитель отдела продаж",
        difficulty="easy",
    ),
    "en": Wishes(
        title="Whose account is it?",
        language="en",
        manager="Robin",
        manager_role="account manager",
        client="Brightside Cafés",
        role="Head of sales",
        difficulty="easy",
    ),
}


def usual(language: str) -> Wishes:
    """Return what is taken where nothing is wished for; names fit any sex."""
    return _USUAL[language]


def words(typed: str) -> str:
    """Return typed words as they will be read back: in NFC, without outer blanks.

    Raises:
        BadWordsError: Nothing of them can be seen, there are too many, or one holds a
            control character.
    """
    found = unicodedata.normalize("NFC", typed)
    unsafe = first_unsafe(found) or next((c for c in found if c in _BREAKS), None)
    if unsafe is not None:
        raise BadWordsError(
            N_(
                "The words hold a character that cannot be shown, {character}. "
                "Leave it out."
            ),
            character=name_of(unsafe),
        )
    found = found.strip()
    if is_blank(found):
        raise BadWordsError(N_("There must be at least one character."))
    if len(found) > LONGEST:
        raise BadWordsError(
            N_("That is {n} characters long; at most {most} will do."),
            n=len(found),
            most=LONGEST,
        )
    return found


def an_id(typed: str) -> str:
    """Return typed words if they are an id.

    Raises:
        BadIdError: They are not; it offers one that is.
    """
    if ID.fullmatch(typed) is None or typed in RESERVED:
        raise BadIdError(typed, id_from(typed))
    return typed


def scenario_id(typed: str) -> str:
    """Return typed words if they can be the id of a new scenario, and name its file.

    Raises:
        BadIdError: They are no id; it offers one.
        OthersNameError: The file of that name is something else; it offers an id.
    """
    if an_id(typed) in OTHERS:
        raise OthersNameError(typed, f"{typed}-1")
    return typed


def id_from(title: str) -> str:
    """Make an id of a title; Cyrillic letters are written in Latin ones."""
    found = as_id(title) or _NAMELESS
    return f"{found}-1" if found in RESERVED else found
