"""What a list holds, and in what order, when its sheet or its file was changed."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import Final

from simulator.authoring.sheets.already import Spot, spot
from simulator.authoring.sheets.changes import Changes, Entry, New
from simulator.authoring.sheets.columns import PATH, Kind
from simulator.authoring.sheets.given import GivenRow
from simulator.authoring.sheets.matching import mapped_group
from simulator.authoring.sheets.plan import Arrange, Merged
from simulator.authoring.sheets.rows import Row, Tables
from simulator.messages import N_

_REORDERED: Final = N_(
    "`{path}` was put in another order here, and in the file since the export."
    " Export anew"
)
_TAKEN: Final = N_(
    "`{value}` has been added to the file, too, since the export. Give this one"
    " another id"
)


class Arranging:
    """Settles lists, one after the other."""

    def __init__(
        self,
        match: Mapping[str, Row],
        there: Mapping[Spot, Row],
        gone: set[str],
        merged: Merged,
        base: Tables,
        now: Tables,
    ) -> None:
        """Prepare.

        Args:
            match: Exported path → the row as the file has it now.
            there: New rows of the sheets that the file has already.
            gone: Exported paths whose rows were deleted; grows meanwhile.
            merged: Takes what is to be done, and what is wrong.
            base: The rows that were exported.
            now: The rows of the file as it is now.
        """
        self._match, self._gone, self._merged = match, gone, merged
        self._there = there
        self._base, self._now = base, now
        self._back = {row.path: path for path, row in match.items()}
        self._moved: set[str] = set()
        """Exported paths of rows that stand in another list now."""

    def note_moves(self, found: Mapping[Kind, Changes]) -> None:
        """Take note of the rows that were put into another list."""
        self._moved = {
            entry.path
            for changes in found.values()
            for group, entries in changes.order.items()
            for entry in entries
            if isinstance(entry, Row) and entry.group != group
        }

    def arrange(
        self, changes: Changes, group: str, before: list[Row], after: list[Entry]
    ) -> None:
        """Settle what a list holds.

        Where only one side has put it in another order, that is the order; what
        only one side has added stands behind what it was added behind.

        Args:
            changes: What was changed in the sheet.
            group: The list, as it was exported.
            before: What it held then.
            after: What it holds in the sheet.
        """
        there = mapped_group(group, self._match)
        now = [row for row in self._now[changes.kind] if row.group == there]
        mine = [e.path for e in after if isinstance(e, Row) and e.group == group]
        both = [row.path for row in before if row.path in set(mine)]
        theirs = [self._back[row.path] for row in now if row.path in self._back]
        wanted: list[Entry] = list(self._wanted(after, changes, group, now))
        if mine == both:
            wanted = _woven(self._staying(now), wanted)
        elif _among(theirs, mine) in (_among(both, theirs), _among(mine, theirs)):
            wanted = _woven(wanted, self._staying(now))
        else:
            given = changes.given[mine[0]]
            problem = given.wrong(PATH, _REORDERED, path=group)
            self._merged.problems.append(problem)
            return
        if wanted != now:
            given = self._first(changes, [*wanted, *before])
            rows = self._comers(changes, wanted, there)
            moved = _moved(wanted, now)
            one = Arrange(changes.kind, there, wanted, given, rows, moved)
            self._merged.lists.append(one)

    def _comers(
        self, changes: Changes, entries: list[Entry], group: str
    ) -> dict[str, GivenRow]:
        """Return where the rows that come from other lists stand in the sheet."""
        moved = (e for e in entries if isinstance(e, Row) and e.group != group)
        paths = ((row.path, self._back[row.path]) for row in moved)
        return {now: changes.given[path] for now, path in paths}

    def _first(self, changes: Changes, entries: list[Entry]) -> GivenRow:
        """Return the row of the sheet that stands for a list in problems."""
        new = [entry.given for entry in entries if isinstance(entry, New)]
        rows = (entry for entry in entries if isinstance(entry, Row))
        paths = (self._back.get(row.path, row.path) for row in rows)
        known = [changes.given[path] for path in paths if path in changes.given]
        others = list(changes.given.values())
        return next(iter(new + known + others), GivenRow(changes.sheet, 1, {}, {}))

    def _staying(self, now: list[Row]) -> list[Entry]:
        left = self._gone | self._moved
        return [row for row in now if self._back.get(row.path) not in left]

    def _wanted(
        self, after: list[Entry], changes: Changes, group: str, now: list[Row]
    ) -> Iterator[Entry]:
        """Yield a list's entries, each as the file has it now."""
        base = self._base[changes.kind]
        old = {row.cells.get("id") for row in base if row.group == group}
        added = {row.cells.get("id") for row in now} - old
        for entry in after:
            if isinstance(entry, Row):
                row = self._match.get(entry.path)
                if row is not None:
                    yield row
            elif spot(entry) in self._there:
                yield self._there[spot(entry)]
            elif entry.id and entry.id in added:
                problem = entry.given.wrong("id", _TAKEN, value=entry.id)
                self._merged.problems.append(problem)
            else:
                yield entry


def _among(paths: list[str], others: list[str]) -> list[str]:
    known = set(others)
    return [path for path in paths if path in known]


def _woven(order: list[Entry], others: list[Entry]) -> list[Entry]:
    """Put what is only in others into an order, each behind its predecessor there."""
    woven = list(order)
    before: Entry | None = None
    for entry in others:
        if entry not in woven:
            place = woven.index(before) + 1 if before in woven else 0
            woven.insert(place, entry)
        before = entry
    return woven


def _moved(wanted: list[Entry], now: list[Row]) -> int:
    """Count the rows that have moved: the fewest that others can have stayed for."""
    rows = [entry for entry in wanted if isinstance(entry, Row)]
    tails: list[int] = []
    for number in (now.index(row) for row in rows if row in now):
        tails[bisect_left(tails, number) : bisect_left(tails, number) + 1] = [number]
    return len(rows) - len(tails)
