"""`whose-client review`: a trainer puts right what was misheard in own words."""

import getpass
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click
from msgspec import Struct

from simulator.cli.classes.where import database_option
from simulator.cli.judging import (
    export_judged,
    go_through,
    tell_agreement,
    tell_changed,
)
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Settings, Shell, settings_of

if TYPE_CHECKING:
    from scoring.codes import CodeUse
    from simulator.store import Whole

LAST: Final = 10
"""Talks that are looked at when nobody says how many."""


class Wish(Struct, frozen=True):
    """What is to be gone through, and by whom."""

    last: int
    """Talks to look at; in a class all are."""
    count: int
    """Readings to go through at most."""
    who: str
    export: Path | None
    """Where to write what was judged; None: nothing is written, and it is asked."""


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext

    def review(
        last: int | None,
        count: int,
        who: str,
        export: Path | None,
        code: str | None,
        database: str,
    ) -> int:
        settings = settings_of(click.get_current_context())
        wish = Wish(last or LAST, count, who or _user(), export)
        if code is None:
            _own(wish, settings, shell)
            return 0
        if last is not None:
            raise click.UsageError(
                _("--last is for talks of your own: of a class all are looked at.")
            )
        from simulator.cli.classes.reviewing import review_class
        from simulator.cli.classes.where import logs_of

        review_class(logs_of(database, settings), code, wish, shell)
        return 0

    page = Page(
        text=_(
            "Go through the least certain readings of what was said in own words, and "
            "say whether they are right.\n"
            "\n"
            "One key each: r right, w wrong and what the reply does instead, s leave "
            "it out, q stop. Each is kept at once, with who said it and when. Talks "
            "are scored by it; the scores from before are kept beside. What was heard, "
            "and where the talk went, stays. --export asks nothing and writes all that "
            "was judged as labelled replies (docs/bank.md).\n"
            "\n"
            "--class goes through the talks of a class in place of your own, those "
            "that are going on, too; the reports of the class tell both scores."
        ),
        examples=(
            f"{NAME} review",
            f'{NAME} review --last 50 --who "Anna"',
            f"{NAME} review --class k7m2x9qd",
            f"{NAME} review --export replies.jsonl",
        ),
        exits=exits(shell, _("there is no such class"), store=True),
    )
    return Paged("review", page, shell, review, _params(shell))


def _params(shell: Shell) -> list[click.Parameter]:
    _ = shell.texts.gettext
    return [
        click.Option(
            ["--last"],
            type=click.IntRange(1, 100_000),
            metavar="N",
            help=_("Talks in own words to look at, those last played; usually 10."),
        ),
        click.Option(
            ["--count"],
            type=click.IntRange(1, 100_000),
            default=20,
            show_default=True,
            metavar="N",
            help=_("Readings to go through."),
        ),
        click.Option(
            ["--who"], default="", metavar=_("NAME"), help=_("Who judges them.")
        ),
        click.Option(
            ["--export"],
            type=click.Path(path_type=Path, dir_okay=False),
            metavar=_("FILE"),
            help=_("Write what was judged, for training the reader."),
        ),
        click.Option(
            ["--class", "code"],
            metavar=_("CODE"),
            help=_("The talks of this class, in place of your own."),
        ),
        database_option(shell),
    ]


def _user() -> str:
    """Return the name by which the system knows who sits here; empty without one."""
    with suppress(OSError, LookupError, ImportError):
        return getpass.getuser()
    return ""


def _own(wish: Wish, settings: Settings, shell: Shell) -> None:
    """Go through talks of the data folder, or write what was judged of them."""
    from simulator import places
    from simulator.cli.commands.read import RUBRIC
    from simulator.cli.opening import library
    from simulator.keeping.reviewing import judged
    from simulator.store import open_whole

    with closing(open_whole(places.data_dir(settings.data))) as whole:
        if wish.export is not None:
            rubric = library(settings).rubric(RUBRIC)
            export_judged(judged(whole), rubric, wish.export, shell)
        else:
            _review(whole, wish, settings, shell)
        tell_agreement(tuple(judged(whole)), shell)


def _review(whole: "Whole", wish: Wish, settings: Settings, shell: Shell) -> None:
    from simulator import clock
    from simulator.cli.opening import library
    from simulator.keeping import score_again
    from simulator.keeping.reviewing import doubtful, judge
    from simulator.sessions.hearing import shipped_reader

    reader = shipped_reader()[0]
    every = doubtful(whole, lambda text, line: reader.read(text, line), wish.last)
    found, touched = every[: wish.count], set[str]()

    def keep(place: int, codes: "Sequence[CodeUse]") -> None:
        judge(whole, found[place], codes, wish.who, clock.now().isoformat())
        touched.add(found[place].attempt)

    go_through(found, keep, shell)
    shelf, at = library(settings), clock.now().isoformat()
    changed = sum(score_again(whole, shelf, name, at) for name in sorted(touched))
    tell_changed(changed, shell)
