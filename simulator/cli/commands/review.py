"""`whose-client review`: a trainer puts right what was misheard in own words."""

import getpass
import json
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.output import tell, write
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Settings, Shell, settings_of

if TYPE_CHECKING:
    from scoring.codes import CodeUse
    from simulator.keeping.correcting import Doubtful
    from simulator.store import Whole


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext

    def review(last: int, count: int, who: str, export: Path | None) -> int:
        from simulator import places
        from simulator.store import open_whole

        settings = settings_of(click.get_current_context())
        with closing(open_whole(places.data_dir(settings.data))) as whole:
            if export is not None:
                _export(whole, export, settings, shell)
            else:
                _review(whole, (last, count), who or _user(), settings, shell)
            _tell_agreement(whole, shell)
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
            "was judged as labelled replies (docs/bank.md)."
        ),
        examples=(
            f"{NAME} review",
            f'{NAME} review --last 50 --who "Anna"',
            f"{NAME} review --export replies.jsonl",
        ),
        exits=exits(shell, store=True),
    )
    return Paged("review", page, shell, review, _params(shell))


def _params(shell: Shell) -> list[click.Parameter]:
    _ = shell.texts.gettext
    return [
        click.Option(
            ["--last"],
            type=click.IntRange(1, 100_000),
            default=10,
            show_default=True,
            metavar="N",
            help=_("Talks in own words to look at, those last played."),
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
    ]


def _user() -> str:
    """Return the name by which the system knows who sits here; empty without one."""
    with suppress(OSError, LookupError, ImportError):
        return getpass.getuser()
    return ""


def _review(
    whole: "Whole", many: tuple[int, int], who: str, settings: Settings, shell: Shell
) -> None:
    from simulator import clock
    from simulator.cli.opening import library
    from simulator.keeping import score_again
    from simulator.keeping.reviewing import doubtful, judge
    from simulator.sessions.hearing import shipped_reader

    _ = shell.texts.gettext
    last, count = many
    reader = shipped_reader()[0]
    found = doubtful(whole, lambda text, line: reader.read(text, line), last)[:count]
    if not found:
        tell(_("There is no reading to go through."))
    touched: set[str] = set()
    try:
        for number, one in enumerate(found, 1):
            _show(one, f"{number}/{len(found)}", shell)
            codes = _asked(one, shell)
            if codes is None:
                continue
            judge(whole, one, codes, who, clock.now().isoformat())
            touched.add(one.attempt)
    except (EOFError, click.Abort):
        tell("")
    shelf, at = library(settings), clock.now().isoformat()
    changed = sum(score_again(whole, shelf, name, at) for name in sorted(touched))
    if changed:
        tell(_("Talks whose score has changed: {n}.").format(n=changed))


def _show(one: "Doubtful", place: str, shell: Shell) -> None:
    from simulator.reports.names import code_name

    _ = shell.texts.gettext
    write("")
    write(f"{place}  {one.line}")
    write(f"> {one.reply}")
    for use in one.codes:
        start, end = use.span or (0, 0)
        name = code_name(use.code, use.about).render(shell.texts)
        write(f"  {name}: «{one.reply[start:end]}»")
    if not one.codes:
        write("  " + _("nothing was heard"))


def _asked(one: "Doubtful", shell: Shell) -> "Sequence[CodeUse] | None":
    """Ask whether a reading is right; None: it is left out."""
    _ = shell.texts.gettext
    while True:
        key = _typed(_("r right, w wrong, s leave out, q stop")).lower()
        if key in ("r", "к"):  # the same key on a Russian keyboard
            return one.codes
        if key in ("w", "ц"):
            return _instead(one, shell)
        if key in ("s", "ы"):
            return None
        if key in ("q", "й"):
            raise EOFError


def _instead(one: "Doubtful", shell: Shell) -> "Sequence[CodeUse]":
    """Ask what a reply does."""
    from simulator.keeping.correcting import acts, typed
    from simulator.reports.names import code_name

    _ = shell.texts.gettext
    for number, code in enumerate(acts(), 1):
        name = code_name(code, ()).render(shell.texts)
        write(f"  {number:>2} {code}: {name}")
    while True:
        told = _typed(_("What it does: numbers or names; nothing: Enter"))
        codes = typed(told, one.codes, one.reply)
        if codes is not None:
            return codes
        tell(
            _(
                "That is no list of acts. Facts need what they are about: 3(share) or "
                "cite_fact(share, history)."
            )
        )


def _typed(question: str) -> str:
    return str(click.prompt(question, default="", show_default=False, err=True)).strip()


def _export(whole: "Whole", path: Path, settings: Settings, shell: Shell) -> None:
    """Write what was judged as lines of the bank."""
    from scoring.rubric import rate
    from simulator.cli.commands.read import RUBRIC
    from simulator.cli.opening import library
    from simulator.keeping.correcting import labelled
    from simulator.keeping.reviewing import judged
    from simulator.sessions import write_file

    rubric = library(settings).rubric(RUBRIC)
    lines = []
    for one in judged(whole):
        ratings = rate(rubric, one.codes, {})
        levels = {str(rating.principle): rating.level for rating in ratings}
        body = labelled(one.reading, one.codes, levels)
        lines.append(json.dumps(body, ensure_ascii=False) + "\n")
    if not lines:
        tell(shell.texts.gettext("Nothing has been judged yet."))
        return
    write_file(path, "".join(lines).encode())
    tell(shell.texts.gettext("Saved: {path}").format(path=path))


def _tell_agreement(whole: "Whole", shell: Shell) -> None:
    from simulator.keeping.correcting import ENOUGH
    from simulator.keeping.reviewing import agreed, judged

    _ = shell.texts.gettext
    found = agreed(tuple(judged(whole)))
    if not found.judged:
        return
    told = _("Readings judged so far: {n}; right: {right} ({share:.0%}).")
    share = found.right / found.judged
    tell(told.format(n=found.judged, right=found.right, share=share))
    if found.kappa is not None:
        kappa = _("Agreement on all acts: Cohen's kappa {kappa:.2f}.")
        tell(kappa.format(kappa=float(found.kappa)))
    elif found.judged < ENOUGH:
        tell(_("Kappa is told from {n} readings on.").format(n=ENOUGH))
