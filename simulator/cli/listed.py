"""Scenarios in groups: the words and the JSON of `whose-client list`."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from scoring.principles import Principle
from scoring.rubric import Rubric
from simulator.cli.output import write, write_table
from simulator.cli.settings import Shell
from simulator.messages import N_
from simulator.packs import Entry
from simulator.reports.names import difficulty_name
from simulator.reports.numbers import number, whole
from simulator.scenario.model import Difficulty
from simulator.scenario.survey import Survey
from simulator.sessions.played import Played

LENGTHS: Final = (
    (10, N_("up to 10 minutes")),
    (20, N_("10 to 20 minutes")),
    (None, N_("longer than 20 minutes")),
)
"""Groups by length: the most minutes of each, and what it is called."""
_NOTHING: Final = "–"
_UNKNOWN: Final = "?"


class Listed(Struct, frozen=True):
    """A scenario on the list."""

    entry: Entry
    survey: Survey | None
    """None for a scenario with mistakes, of which only the head is known."""
    titles: Mapping[Principle, str]
    """What its rubric calls the principles."""
    played: Played | None
    """None when nobody has played it here."""


def titles(rubric: Rubric, language: str) -> dict[Principle, str]:
    """Return what a rubric calls the principles, in a language where it has it."""
    return {
        principle: text.title.get(language) or next(iter(text.title.values()))
        for principle, text in rubric.principles.items()
    }


def as_json(one: Listed) -> dict[str, object]:
    """Return a scenario as JSON; its keys are a contract."""
    entry, survey, been = one.entry, one.survey, one.played
    return {
        "id": entry.id,
        "title": entry.title,
        "language": entry.language,
        "languages": list(entry.languages),
        "difficulty": str(entry.difficulty),
        "minutes": entry.minutes,
        "pack": entry.pack,
        "path": str(entry.path),
        "principles": [str(p) for p in survey.principles] if survey else None,
        "meeting": survey.meeting if survey else None,
        "played": _played_json(been) if been else None,
    }


def _played_json(been: Played) -> dict[str, object]:
    return {
        "attempts": been.attempts,
        "finished": been.finished,
        "best": {
            "business": number(been.business),
            "key_client": number(been.key_client),
        },
        "last_at": been.last_at.isoformat(),
    }


def write_groups(found: Sequence[Listed], by: str, shell: Shell) -> None:
    """Write the scenarios as tables, one for each group that is not empty.

    Args:
        found: In the order of the library.
        by: `difficulty`, `principle` (a scenario stands under each that is at stake
            in it) or `length`.
        shell: The language.
    """
    for place, (title, rows) in enumerate(_groups(found, by, shell)):
        if place:
            write("")
        write(title)
        _write(rows, by, shell)


def _groups(
    found: Sequence[Listed], by: str, shell: Shell
) -> Iterator[tuple[str, list[Listed]]]:
    ways = {"difficulty": _by_difficulty, "principle": _by_principle}
    for title, rows in ways.get(by, _by_length)(found, shell):
        if rows:
            yield title, rows


def _by_difficulty(
    found: Sequence[Listed], shell: Shell
) -> Iterator[tuple[str, list[Listed]]]:
    for level in Difficulty:
        rows = [one for one in found if one.entry.difficulty is level]
        yield difficulty_name(level).render(shell.texts).capitalize(), rows


def _by_principle(
    found: Sequence[Listed], shell: Shell
) -> Iterator[tuple[str, list[Listed]]]:
    for principle in Principle:
        rows = [o for o in found if o.survey and principle in o.survey.principles]
        named = [one.titles[principle] for one in rows if principle in one.titles]
        yield f"{principle}  {named[0] if named else ''}".rstrip(), rows
    rest = [one for one in found if not one.survey or not one.survey.principles]
    yield shell.texts.gettext("no principle at stake"), rest


def _by_length(
    found: Sequence[Listed], shell: Shell
) -> Iterator[tuple[str, list[Listed]]]:
    least = 0
    for most, title in LENGTHS:
        yield (
            shell.texts.gettext(title).capitalize(),
            [
                one
                for one in found
                if least < one.entry.minutes
                and (most is None or one.entry.minutes <= most)
            ],
        )
        least = most or 0


def _write(rows: Sequence[Listed], by: str, shell: Shell) -> None:
    """Write one group; what makes it a group is not said again in every row."""
    _ = shell.texts.gettext
    head = (
        _("id"),
        _("title"),
        *(() if by == "difficulty" else (_("difficulty"),)),
        _("minutes"),
        _("principles"),
        _("played"),
        _("best"),
    )
    write_table(head, [_row(one, by, shell) for one in rows])


def _row(one: Listed, by: str, shell: Shell) -> tuple[str, ...]:
    entry, been = one.entry, one.played
    level = difficulty_name(entry.difficulty).render(shell.texts)
    return (
        entry.id,
        entry.title,
        *(() if by == "difficulty" else (level,)),
        str(entry.minutes),
        spans(one.survey.principles) if one.survey else _UNKNOWN,
        str(been.attempts) if been else _NOTHING,
        _best(been),
    )


def spans(principles: Sequence[Principle]) -> str:
    """Write principles by their numbers, those in a row as one: `1–4 7`."""
    runs: list[list[int]] = []
    for place in (int(one[1:]) for one in principles):
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return " ".join(_span(run) for run in runs)


def _span(run: Sequence[int]) -> str:
    return str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}"


def _best(been: Played | None) -> str:
    """Return both scores of the best attempt; a dash while none is finished."""
    if been is None or not been.finished:
        return _NOTHING
    scores = (been.business, been.key_client)
    return " / ".join(_NOTHING if one is None else str(whole(one)) for one in scores)
