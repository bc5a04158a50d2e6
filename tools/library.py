"""`docs/library.md`: what the shipped packs hold, written from the packs themselves.

    python -m tools.library            write the page anew, and scenarios/stakes.json
    python -m tools.library --check    only tell whether both are true
    python -m tools.library --measure  play every scenario, too, and write the figures

Rehearsals take minutes, and so do plays in own words, so figures stay as they were
measured, after a whole `check`; each stands beside the digest of its file, and
`--check` fails where a file has changed since. `make check` is quick for that.
"""

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from gettext import NullTranslations
from math import floor
from pathlib import Path
from typing import Final

from scoring.principles import Principle
from simulator import places
from simulator.authoring import Memory, check
from simulator.authoring.earlier import Earlier
from simulator.authoring.rehearsal import Head, Rehearsal, Task, rehearse
from simulator.packs import Library, Loaded
from simulator.packs.folders import PLAYTHROUGHS
from simulator.packs.stakes import STAKES, stake_of
from simulator.reach.heads import STUPID
from simulator.reports.names import difficulty_name
from simulator.scenario.survey import Survey, survey
from tools.apart import apart

ROOT: Final = Path(__file__).resolve().parent.parent
PAGE: Final = ROOT / "docs" / "library.md"
STAKES_FILE: Final = ROOT / "scenarios" / STAKES
BEGIN: Final = "<!-- measured: python -m tools.library --measure -->"
END: Final = "<!-- end of what was measured -->"
PLAYS: Final = 10_000
LANGUAGES: Final = ("ru", "en")
HEAD: Final = (
    *("id", "best head", "highest stupid head", "least separation", "taken"),
    *("wordings told apart", "digests"),
)
"""What is measured, in this order."""
_DIGITS: Final = 8
_PLAIN: Final = NullTranslations()


def main(arguments: Sequence[str]) -> int:
    """Write the page, or tell that it is not true.

    Returns:
        The exit code: 1 when `--check` finds that the page, or what is noted of the
        scenarios' stakes, is not what it should be.
    """
    library = Library.shipped()
    old = PAGE.read_text("utf-8") if PAGE.exists() else ""
    figures = _kept(old)
    if "--measure" in arguments:
        figures = _measured(library, figures)
    stale = _stale(library, figures)
    page = "\n".join((*_page(library), BEGIN, *figures, END)) + "\n"
    noted = STAKES_FILE.read_text("utf-8") if STAKES_FILE.exists() else ""
    stakes = _noted_stakes(library)
    if "--check" not in arguments:
        PAGE.write_text(page, "utf-8")
        STAKES_FILE.write_text(stakes, "utf-8")
    for name in stale:
        sys.stderr.write(f"{name}: not measured as it is; --measure does it\n")
    if page != old:
        sys.stderr.write("docs/library.md: python -m tools.library writes it anew\n")
    if stakes != noted:
        sys.stderr.write("scenarios/stakes.json: python -m tools.library mends it\n")
    untrue = page != old or stakes != noted or bool(stale)
    return int("--check" in arguments and untrue)


def _noted_stakes(library: Library) -> str:
    """Return what every file puts at stake, by its digest: a line each, in order."""
    both = (_both(library, one.id).values() for one in library.scenarios("en"))
    found = {one.scenario.digest: stake_of(one.scenario) for o in both for one in o}
    lines = (f'  "{name}": {json.dumps(one)}' for name, one in sorted(found.items()))
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _page(library: Library) -> Iterator[str]:
    told = [(_both(library, one.id), one.minutes) for one in library.scenarios("en")]
    yield "# The library"
    yield ""
    yield "Written by `python -m tools.library` from the packs; CI keeps it true."
    yield ""
    yield from _table(
        ("id", "Russian", "English", "level", "minutes", "size", "good endings"),
        [_row(both, minutes) for both, minutes in told],
    )
    yield "A size is scenes / replies / endings; ⚑ marks a meeting with forms."
    yield ""
    yield "## Principles at stake"
    yield ""
    yield from _stakes([both for both, _ in told])
    yield "## Drills"
    yield ""
    yield "One line of the manager in three voices, and what lies beneath it."
    yield ""
    yield from _drills(library)


@cache
def _both(library: Library, name: str) -> dict[str, Loaded]:
    return {language: library.load(name, language) for language in LANGUAGES}


def _row(both: dict[str, Loaded], minutes: int) -> tuple[str, ...]:
    scenario = both["en"].scenario
    found = survey(scenario)
    mark = " ⚑" if found.meeting else ""
    return (
        f"`{scenario.id}`{mark}",
        both["ru"].scenario.title,
        scenario.title,
        difficulty_name(scenario.difficulty).render(_PLAIN),
        str(minutes),
        f"{found.scenes} / {found.replies} / {found.endings}",
        ", ".join(f"`{one}`" for one in found.good),
    )


def _stakes(told: Sequence[dict[str, Loaded]]) -> Iterator[str]:
    found = {one["en"].scenario.id: survey(one["en"].scenario) for one in told}
    rows = [(f"`{name}`", *_dots(one)) for name, one in found.items()]
    sums = [
        str(sum(principle in one.principles for one in found.values()))
        for principle in Principle
    ]
    yield from _table(("id", *Principle), [*rows, ("scenarios", *sums)])


def _dots(one: Survey) -> Iterator[str]:
    for principle in Principle:
        yield "●" if principle in one.principles else ""


def _drills(library: Library) -> Iterator[str]:
    pairs = zip(*(library.drills(language) for language in LANGUAGES), strict=True)
    rows = [
        (f"`{one.id}`", one.objection, other.objection, " ".join(one.tests))
        for russian, english in pairs
        for one, other in zip(
            russian.drills.drills.values(),
            english.drills.drills.values(),
            strict=True,
        )
    ]
    yield from _table(("id", "Russian", "English", "principles"), rows)


def _measured(library: Library, known: Sequence[str]) -> list[str]:
    """Return a row for each scenario, measured where none stands there as it is."""
    rows: list[str] = []
    for entry in library.scenarios("ru"):
        both = _both(library, entry.id)
        row = _known(both, known)
        if row is None:
            sys.stderr.write(f"{entry.id} …\n")
            _insist_on_clean(both)
            row = _line((f"`{entry.id}`", *_figures(both), _digests(both)))
        rows.append(row)
    return [
        "",
        "## What the scores are worth",
        "",
        f"Means on *business above ego*, over {PLAYS:,} rehearsed talks (seed 1), the "
        "less happy figure of both languages; how many of the replies some head took; "
        "and the least share of wordings, scene by scene, that the reader takes for no "
        "other reply, each left out in turn. `tests/content` holds them to what a "
        "lesson needs: below 60, at least 30 apart, all taken, at least 0.85.",
        "",
        *list(_table(HEAD, ()))[:-1],
        *rows,
        "",
    ]


def _known(both: dict[str, Loaded], rows: Iterable[str]) -> str | None:
    """Return the row measured on a scenario as it is; None where there is none.

    A row of other columns than are measured now is none.
    """
    name, digests = both["ru"].scenario.id, _digests(both)
    mine = (row for row in rows if row.startswith(f"| `{name}` "))
    whole = (row for row in mine if row.count("|") == len(HEAD) + 1)
    return next((row for row in whole if digests in row), None)


def _insist_on_clean(both: dict[str, Loaded]) -> None:
    """Check a scenario wholly, its plays in own words too, before it is measured.

    What a check before has found is not looked at again: `whose-client check` on the
    packs keeps it.

    Raises:
        SystemExit: There is a finding.
    """
    files = [one.path for one in both.values()]
    files.append(files[0].with_name(f"{both['ru'].scenario.id}{PLAYTHROUGHS}"))
    memory = Memory(earlier=Earlier(places.checked_dir(places.data_dir())))
    found = check(
        files, Library.shipped(), cores=os.cpu_count() or 1, memory=memory
    ).findings
    if found:
        told = "\n".join(one.text(_PLAIN) for one in found)
        raise SystemExit(f"{told}\nnot measured: whose-client check finds this")


def _figures(both: dict[str, Loaded]) -> tuple[str, ...]:
    found = [_rehearsed(one) for one in both.values()]
    best = [_mean(one, (Head.BEST,)) for one in found]
    stupid = [_mean(one, STUPID) for one in found]
    least = min(part.points for one in found for part in one.separation)
    taken = min(sum(map(bool, one.covered.replies.values())) for one in found)
    shares = [part.share for one in both.values() for part in apart(one.scenario)]
    return (
        f"{min(best):.0f}",
        f"{max(stupid):.0f}",
        f"{floor(least)}",
        f"{taken} of {len(found[0].covered.replies)}",
        f"{min(shares):.2f}",
    )


def _rehearsed(one: Loaded) -> Rehearsal:
    task = Task(one.scenario, one.rubric, one.rulebook, PLAYS)
    return rehearse(task, jobs=os.cpu_count() or 1)


def _mean(found: Rehearsal, heads: Iterable[Head]) -> float:
    """Return the highest mean of some heads."""
    wanted = set(heads)
    told = [one.business for one in found.heads if one.head in wanted]
    return max((one.mean for one in told if one), default=0.0)


def _digests(both: dict[str, Loaded]) -> str:
    return " ".join(f"`{one.scenario.digest[:_DIGITS]}`" for one in both.values())


def _kept(page: str) -> list[str]:
    """Return the lines that were measured before; none where there are none."""
    if BEGIN not in page:
        return []
    return page.split(f"{BEGIN}\n")[1].split(END)[0].splitlines()


def _stale(library: Library, figures: Sequence[str]) -> list[str]:
    """Return the scenarios of which no figures stand there as they are now."""
    return [
        entry.id
        for entry in library.scenarios("ru")
        if _known(_both(library, entry.id), figures) is None
    ]


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield _line(head)
    yield f"|{'---|' * len(head)}"
    yield from map(_line, rows)
    yield ""


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
