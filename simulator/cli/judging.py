"""What a trainer is asked about a reading, wherever it is kept."""

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.output import tell, write
from simulator.cli.settings import Shell

if TYPE_CHECKING:
    from scoring.codes import CodeUse
    from scoring.rubric import Rubric
    from simulator.keeping.correcting import Doubtful
    from simulator.keeping.reviewing import Judged

    Judge = Callable[[int, Sequence[CodeUse]], None]


def go_through(found: "Sequence[Doubtful]", judge: "Judge", shell: Shell) -> None:
    """Ask about readings, one after the other, until somebody leaves.

    Args:
        found: The readings.
        judge: Keeps at once what is said of the one at a place, from 0.
        shell: Gives the language.
    """
    if not found:
        tell(shell.texts.gettext("There is no reading to go through."))
    try:
        for place, one in enumerate(found):
            _show(one, f"{place + 1}/{len(found)}", shell)
            codes = _asked(one, shell)
            if codes is not None:
                judge(place, codes)
    except (EOFError, click.Abort):
        tell("")


def tell_changed(changed: int, shell: Shell) -> None:
    """Say how many talks score otherwise now."""
    if changed:
        told = shell.texts.gettext("Talks whose score has changed: {n}.")
        tell(told.format(n=changed))


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


def export_judged(
    found: "Iterable[Judged]", rubric: "Rubric", path: Path, shell: Shell
) -> None:
    """Write what was judged as lines of the bank.

    Args:
        found: What was judged.
        rubric: Gives levels to what replies do.
        path: Where to.
        shell: Gives the language.

    Raises:
        NotWrittenError: It cannot be written.
    """
    from scoring.rubric import rate
    from simulator.keeping.correcting import labelled
    from simulator.sessions.filed import write_file

    lines: list[str] = []
    for one in found:
        ratings = rate(rubric, one.codes, {})
        levels = {str(rating.principle): rating.level for rating in ratings}
        body = labelled(one.reading, one.codes, levels)
        lines.append(json.dumps(body, ensure_ascii=False) + "\n")
    if not lines:
        tell(shell.texts.gettext("Nothing has been judged yet."))
        return
    write_file(path, "".join(lines).encode())
    tell(shell.texts.gettext("Saved: {path}").format(path=path))


def tell_agreement(judged: "Sequence[Judged]", shell: Shell) -> None:
    """Say how far the reader agrees with what was judged."""
    from simulator.keeping.correcting import ENOUGH
    from simulator.keeping.reviewing import agreed

    _ = shell.texts.gettext
    found = agreed(judged)
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
