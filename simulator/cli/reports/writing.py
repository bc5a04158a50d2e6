"""Write the report of one talk or of all talks: a page, or tables."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

import click

from scoring.scorecard import score
from simulator import __version__, clock
from simulator.cli.exits import Exit
from simulator.cli.output import tell
from simulator.cli.settings import Shell
from simulator.engine import moments, talk_of
from simulator.reports.comparison import comparison, still_reachable
from simulator.reports.debrief import debrief_of
from simulator.reports.html.attemptpage import attempt_page
from simulator.reports.html.comparisonpage import comparison_page
from simulator.reports.html.personpage import person_page
from simulator.reports.model import Debrief
from simulator.reports.phrases import Phrase
from simulator.reports.progressof import Period, progress_of
from simulator.reports.rowsof import (
    ATTEMPTS,
    ITEMS,
    TURNS,
    Cells,
    attempt_row,
    item_rows,
    turn_rows,
)
from simulator.sessions.cards import cards
from simulator.sessions.filed import write_file
from simulator.sessions.pairs import pair_of
from simulator.sessions.readback import KeptTalk, Readback
from simulator.sessions.summary import Summary
from simulator.sessions.usecases import Sessions
from simulator.tables import create_table, create_workbook, is_table

SHEETS: Final = ("attempts", "turns", "items")
"""Tables that there are, as sheets of a workbook or one by one as CSV."""
HEADS: Final = dict(zip(SHEETS, (ATTEMPTS, TURNS, ITEMS), strict=True))
_PAGES: Final = (".html", ".htm")


def write_talk(
    sessions: Sessions, attempt: str, output: Path | None, sheet: str, shell: Shell
) -> int:
    """Write the report of one talk; without an id, of the one last finished.

    Raises:
        SimulatorError: It cannot be read or written.
    """
    past = sessions.past()
    wanted = [one for one in past if (one.id == attempt if attempt else one.finished)]
    if not wanted and attempt:
        sessions.resume(attempt)  # says why there is none
    if not wanted:
        tell(shell.texts.gettext("No talk was finished yet."))
        return Exit.FAILED
    one = wanted[0]
    if output is not None and is_table(output):
        return _tables(sessions, [one], output, sheet or "turns", shell)
    on = one.last_at.astimezone().date()
    talk = sessions.resume(one.id)
    return _page(attempt_page(talk, on, shell.language, __version__), output, shell)


def write_comparison(
    sessions: Sessions, talks: tuple[str, str], output: Path | None, shell: Shell
) -> int:
    """Write two talks side by side, as a page.

    Raises:
        SimulatorError: They cannot be compared, or the page cannot be written.
    """
    if output is not None and is_table(output):
        tell(shell.texts.gettext("A comparison is a page: name a file .html."))
        return Exit.UNUSABLE
    pair = pair_of(sessions, *talks)
    now, found = comparison(pair, shell.language), still_reachable(pair)
    page = comparison_page(now, found, shell.language, __version__)
    return _page(page, output, shell)


def write_person(
    sessions: Sessions, period: Period, output: Path | None, sheet: str, shell: Shell
) -> int:
    """Write the report of all talks of the data folder.

    Raises:
        SimulatorError: They cannot be read, or the report cannot be written.
    """
    if output is not None and is_table(output):
        talks = [one for one in sessions.past() if period.holds(_day(one))]
        return _tables(sessions, talks, output, sheet or "attempts", shell)
    today = clock.now().astimezone().date()
    found = progress_of(sessions, shell.language, today, period)
    return _page(person_page(found, period, shell.language, __version__), output, shell)


def is_writable(output: Path | None) -> bool:
    """Tell from its ending whether a file is a page or a table."""
    if output is None:
        return True
    return is_table(output) or output.suffix.lower() in _PAGES


def _page(page: str, output: Path | None, shell: Shell) -> int:
    if output is None:
        click.echo(page)
    else:
        write_file(output, page.encode())
        tell(shell.texts.gettext("Saved: {path}").format(path=output))
    return Exit.FINE


def _tables(
    sessions: Sessions,
    talks: Sequence[Summary],
    output: Path,
    sheet: str,
    shell: Shell,
) -> int:
    """Write tables of talks; every one of them is played again for it."""
    rows = _Rows(sessions, talks, shell)
    if output.suffix.lower() == ".csv":
        with create_table(output) as table:
            table.write(HEADS[sheet])
            for _, row in rows.of((sheet,)):
                table.write(row)
    else:
        with create_workbook(output) as begin:
            tables = {name: begin(name) for name in SHEETS}
            for name, table in tables.items():
                table.write(HEADS[name])
            for name, row in rows.of(SHEETS):
                tables[name].write(row)
    if rows.lost:
        told_lost = shell.texts.gettext("Attempts that could not be read: {n}.")
        tell(told_lost.format(n=len(rows.lost)))
    tell(shell.texts.gettext("Saved: {path}").format(path=output))
    return Exit.FINE


class _Rows:
    """Makes the rows of each table, talk by talk, the one last played first."""

    def __init__(
        self, sessions: Sessions, talks: Sequence[Summary], shell: Shell
    ) -> None:
        self._sessions, self._talks, self._shell = sessions, talks, shell
        self.lost: set[str] = set()
        """Talks that could not be played again."""

    def of(self, sheets: Sequence[str]) -> Iterator[tuple[str, Cells]]:
        """Yield rows, each with the sheet that it belongs on."""
        if "attempts" in sheets:
            finished = [one for one in self._talks if one.finished]
            known = cards(self._sessions, finished, len(finished), None)
            for one in self._talks:
                yield "attempts", attempt_row(one, known.get(one.id))
        if set(sheets) & {"turns", "items"}:
            yield from self._of_talks(sheets)

    def _of_talks(self, sheets: Sequence[str]) -> Iterator[tuple[str, Cells]]:
        render = partial(_rendered, self._shell)
        for attempt, note in self._notes():
            if "turns" in sheets:
                yield from (("turns", row) for row in turn_rows(attempt, note))
            if "items" in sheets:
                rows = item_rows(attempt, note, render)
                yield from (("items", row) for row in rows)

    def _notes(self) -> Iterator[tuple[str, Debrief]]:
        if self._sessions.store is None:
            return
        readback = Readback(self._sessions.library, self._sessions.store)
        for one in self._talks:
            kept = readback.talk(one.id)
            if kept is None:
                self.lost.add(one.id)
            else:
                yield one.id, _note(kept, self._shell.language)


def _note(kept: KeptTalk, language: str) -> Debrief:
    loaded, past = kept.loaded, kept.past
    card = score(talk_of(loaded.scenario, past.events), loaded.rubric, loaded.rulebook)
    told = moments(loaded.scenario, past.states)
    rules = loaded.rubric, loaded.rulebook
    return debrief_of(loaded.scenario, told, card, *rules, language)


def _rendered(shell: Shell, phrase: Phrase) -> str:
    return phrase.render(shell.texts)


def _day(one: Summary) -> date:
    return one.last_at.astimezone().date()
