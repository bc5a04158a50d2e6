"""What the talks of a rehearsal came to, and what they never did, a line each."""

from collections.abc import Iterator, Sequence
from typing import Final

from scoring.rubric import Row, Rubric
from simulator.authoring.rehearsal.covered import Covered
from simulator.cli.settings import Shell
from simulator.reports.names import code_name

_LISTED: Final = 12
"""Names that a line lists at most."""


def covered_lines(one: Covered, rubric: Rubric, shell: Shell) -> Iterator[str]:
    """Yield what was come to of how much, and the names of what was not.

    Args:
        one: What the talks came to.
        rubric: Tells what a reply must do for each row, which is how rows are named.
        shell: Gives the language.
    """
    _ = shell.texts.gettext
    rows = [_row(row, shell) for row in rubric.rows if not one.rows[row.id]]
    every: tuple[tuple[str, int, Sequence[str]], ...] = (
        (_("Scenes"), len(one.scenes), [n for n, t in one.scenes.items() if not t]),
        (_("Endings"), len(one.endings), [n for n, t in one.endings.items() if not t]),
        (_("Replies"), len(one.replies), [n for n, t in one.replies.items() if not t]),
        (_("Conditions, both ways"), len(one.outcomes), _halves(one, shell)),
        (_("Needed facts"), len(one.facts), [n for n, t in one.facts.items() if not t]),
        (_("Rows of the rubric"), len(one.rows), rows),
    )
    for title, count, left in every:
        if count:
            yield _line(title, count, left, shell)
    if one.apart:
        yield _apart(one.apart, shell)


def _apart(apart: Sequence[tuple[str, str]], shell: Shell) -> str:
    _ = shell.texts.gettext
    pairs = [_("{one} and {other}").format(one=a, other=b) for a, b in apart]
    told = _("Needed facts that no talk got together: {pairs}.")
    return told.format(pairs=_listed(pairs))


def _line(title: str, count: int, left: Sequence[str], shell: Shell) -> str:
    _ = shell.texts.gettext
    line = _("{title}: {n} of {all}.").format(
        title=title, n=count - len(left), all=count
    )
    if not left:
        return line
    missing = _("Not: {names}.").format(names=_listed(left))
    return f"{line} {missing}"


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:_LISTED]) + (" …" if len(names) > _LISTED else "")


def _halves(one: Covered, shell: Shell) -> list[str]:
    """Name the conditions that came out one way only."""
    never_held = shell.texts.gettext("never held")
    never_failed = shell.texts.gettext("never failed")
    return [
        f"{place} ({never_failed if held else never_held})"
        for place, (held, failed) in one.outcomes.items()
        if not (held and failed)
    ]


def _row(row: Row, shell: Shell) -> str:
    """Name a row by its principle and by what a reply must do for it."""
    codes = [
        code_name(one.code, ()).render(shell.texts)
        + (f" × {one.about}" if one.about > 1 else "")
        for one in row.when
    ]
    return f"{row.principle} {' + '.join(codes)}"
