"""`whose-client read`: replies on stdin, what each does on stdout."""

import json
import sys
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

import click
from msgspec import Struct

from simulator.cli.exits import Exit
from simulator.cli.output import format_option, tell, write
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Settings, Shell, settings_of
from simulator.cli.sidebyside import side_by_side
from simulator.messages import N_

if TYPE_CHECKING:
    from scoring.reading.reader import Reader
    from scoring.reading.reading import Reading
    from scoring.rubric import Rating, Rubric

RUBRIC: Final = "business-above-ego"
LEXICAL: Final = N_(
    "The encoder cannot be loaded on this machine, so replies are read by their "
    "letters alone: markedly worse. whose-client doctor tells more."
)
"""Told when only the reader of last resort is at hand."""
_LONGEST_LINE: Final = 1_000_000
"""Characters of a line that are looked at; JSON needs far fewer for 1,000 words."""


class Asked(Struct, frozen=True):
    """One line of stdin."""

    id: str
    manager_says: str
    reply: str
    said_so_far: tuple[str, ...] = ()
    """Earlier lines: what is copied from them earns nothing."""


class BadLineError(ValueError):
    """A line of stdin is not a reply; the message is of the catalogue."""


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext

    def run(form: str) -> int:
        return _run(form, settings_of(click.get_current_context()), shell)

    page = Page(
        text=_(
            "Read replies from stdin and write what each does.\n"
            "\n"
            "Each line of stdin is a JSON object with the fields id, manager_says and "
            "reply. Each line of stdout tells the behaviour codes with the words that "
            "earned them, the levels of the principles, and the overall level. A bad "
            "line is reported by its number and skipped."
        ),
        examples=(
            f"{NAME} read --format json < replies.jsonl > readings.jsonl",
            f"{NAME} read < replies.jsonl",
        ),
        exits=exits(shell, _("a line could not be read")),
    )
    return Paged("read", page, shell, run, [format_option(shell.texts)])


def _run(form: str, settings: Settings, shell: Shell) -> int:
    from scoring.rubric import rate
    from simulator.cli.opening import library
    from simulator.sessions.hearing import shipped_reader

    rubric = library(settings).rubric(RUBRIC)
    reader, tuned = shipped_reader()
    if not tuned:
        tell(shell.texts.gettext(LEXICAL))
    failed = False
    for (number, _), heard in side_by_side(_lines(), partial(_heard, reader)):
        try:
            asked, reading = heard.result()
        except BadLineError as error:
            failed = True
            told = shell.texts.gettext("Line {n}: {why}.")
            why = shell.texts.gettext(str(error))
            tell(told.format(n=number, why=why))
            continue
        ratings = rate(rubric, reading.codes, {})
        if form == "json":
            click.echo(json.dumps(_body(asked, reading, ratings), ensure_ascii=False))
        else:
            _tell_person(asked, reading, ratings, rubric, shell)
    return Exit.FAILED if failed else Exit.FINE


def _lines() -> Iterator[tuple[int, str]]:
    """Return the numbered lines of stdin, whatever bytes they hold, blank ones out."""
    for number, raw in enumerate(sys.stdin.buffer, 1):
        line = raw.decode("utf-8", "replace").strip("\r\n\ufeff")
        if line.strip():
            yield number, line


def _heard(reader: "Reader", numbered: tuple[int, str]) -> tuple[Asked, "Reading"]:
    asked = _asked(numbered[1])
    return asked, _read(reader, asked)


def _asked(line: str) -> Asked:
    try:
        body = json.loads(line) if len(line) <= _LONGEST_LINE else None
    except (ValueError, RecursionError) as error:
        raise BadLineError(N_("it is not JSON")) from error
    if not isinstance(body, dict):
        raise BadLineError(N_("it is not a JSON object"))
    reply, line_before = body.get("reply"), body.get("manager_says", "")
    if not isinstance(reply, str):
        raise BadLineError(N_("it has no text under “reply”"))
    if not isinstance(line_before, str):
        line_before = ""
    return Asked(body.get("id", ""), line_before, reply, _earlier(body))


def _earlier(body: dict[str, object]) -> tuple[str, ...]:
    """Return the texts under `said_so_far`: strings, or objects with strings."""
    listed = body.get("said_so_far")
    several = [
        one.values() if isinstance(one, dict) else [one]
        for one in (listed if isinstance(listed, list) else [])
    ]
    return tuple(text for some in several for text in some if isinstance(text, str))


def _read(reader: "Reader", asked: Asked) -> "Reading":
    from scoring.reading.errors import TooLongError

    try:
        return reader.read(asked.reply, asked.manager_says, asked.said_so_far)
    except TooLongError as error:
        raise BadLineError(N_("the reply has more than 1,000 words")) from error


def _body(
    asked: Asked, reading: "Reading", ratings: "tuple[Rating, ...]"
) -> dict[str, object]:
    return {
        "id": asked.id,
        "codes": [
            {
                "code": str(one.use.code),
                "topics": list(one.use.about),
                "span": list(one.use.span or (0, 0)),
                "p": one.chance,
            }
            for one in reading.heard
        ],
        "levels": {str(one.principle): one.level for one in ratings},
        "overall": reading.overall,
    }


def _tell_person(
    asked: Asked,
    reading: "Reading",
    ratings: "tuple[Rating, ...]",
    rubric: "Rubric",
    shell: Shell,
) -> None:
    from simulator.reports.readings import lines

    overall = shell.texts.gettext("{name}: overall {n} of 4")
    write(overall.format(name=asked.id or "–", n=reading.overall))
    for line in lines(reading, ratings, rubric, shell.texts, shell.language):
        write(f"  {line}")
    write("")
