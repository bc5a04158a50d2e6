"""A class on the trainer's board, a person a line. Names and words are data."""

from collections.abc import Sequence
from gettext import NullTranslations
from typing import Final

from rich.cells import set_cell_size
from textual.content import Content

from simulator.plaintext import plain
from simulator.tui.seen import Person
from simulator.tui.widgets.rows import BEFORE, Listed

HAND: Final = "↑"
ANSWERED: Final = "•"
_NAME: Final = 21
_NUMBER: Final = 8
"""Columns for a number, with its heading."""


def people_heading(texts: NullTranslations, *, together: bool) -> Content:
    """Return the line over the people; where the room has one talk, turns say nothing.

    Args:
        texts: The words of the program.
        together: Whether the room has one talk.
    """
    _ = texts.gettext
    words = [_("business"), _("rules")]
    words = words if together else [_("turn"), *words]
    numbers = "".join(f"{word[: _NUMBER - 1]:>{_NUMBER}}" for word in words)
    where = _("answer") if together else _("where")
    named = set_cell_size(_("name"), _NAME)
    return Content.styled(f"{' ' * BEFORE}  {named}{numbers}  {where}", "$muted")


def people_lines(
    people: Sequence[Person], answers: dict[str, str] | None, nothing: str
) -> Listed:
    """Return the people, a line each.

    Args:
        people: Whoever is in, in the order to be shown.
        answers: Person → what he has answered; None where each has his own talk.
        nothing: What an answer without words is called.
    """
    owners = [one["person"] for one in people]
    return Listed(owners, lambda index: _line(people[index], answers, nothing))


def behind(one: Person) -> tuple[bool, bool, int]:
    """Return what puts those first who are least far."""
    return one["ending"] is not None, one["answered"], one["turn"]


def points(value: float | None) -> str:
    """Write points as a board does: whole, a dash where there are none."""
    return "–" if value is None else str(round(value))


def _line(one: Person, answers: dict[str, str] | None, nothing: str) -> Content:
    together, done = answers is not None, one["ending"] is not None
    sign = ANSWERED if one["answered"] and not done else " "
    numbers = [points(one["business"]), points(one["key_client"])]
    numbers = numbers if together else [str(one["turn"]), *numbers]
    said = (answers or {}).get(one["person"])
    where = nothing if said == "" else said or ""
    if not together:
        end = "✓" if one["good"] else "✗"
        where = f"{end} {one['title']}" if done else one["line"]
    name = plain(one["name"])
    shown = set_cell_size(name, _NAME)
    if shown.rstrip() != name.rstrip():
        shown = set_cell_size(name, _NAME - 1) + "…"
    columns = "".join(f"{number:>{_NUMBER}}" for number in numbers)
    hand = HAND if one["hand"] else " "
    line = f"{hand}{sign}{shown}{columns}  {' '.join(plain(where).split())}"
    quiet = done or (together and one["answered"])
    return Content(line) if quiet else Content.styled(line, "bold")
