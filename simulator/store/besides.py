"""What is a person's besides his talks: his practice, and what of his was sent."""

from collections.abc import Iterable, Iterator, Sequence

from simulator.store import rows, schema
from simulator.store.database import Database
from simulator.store.records import Arrived, Refusal, Reviewed


class Besides(Database):
    """Read as a whole, and put beside what is there; damaged rows are left out.

    Everything that writes is to be called within a transaction.
    """

    def practised(self) -> tuple[Reviewed, ...]:
        """Return the log of reviews, in the order in which it was written."""
        found = map(rows.reviewed, self._read(schema.REVIEWS))
        return tuple(one for one in found if one is not None)

    def put_practised(self, log: Sequence[Reviewed]) -> None:
        """Let this be the log of reviews, in this order; what stands so stays."""
        there = self.practised()
        pairs = enumerate(zip(there, log, strict=False))
        parted = (n for n, (one, other) in pairs if one != other)
        same = next(parted, min(len(there), len(log)))
        gone = [(one.key,) for one in there[same:]]
        self._opened().executemany(schema.DROP_REVIEW, gone)
        values = [rows.review_values(one) for one in log[same:]]
        self._opened().executemany(schema.ADD_REVIEW, values)

    def drill_drafts(self) -> dict[str, str]:
        """Return what was typed for drills and not sent, by their cards."""
        return {str(card): str(text) for card, text in self._read(schema.DRILL_DRAFTS)}

    def put_drill_draft(self, card: str, text: str) -> None:
        """Keep what was typed for a drill, unless something is typed for it here."""
        self._opened().execute(schema.ADD_DRILL_DRAFT, (card, text))

    def known_as(self) -> str:
        """Return the id under which this data folder is known; empty: none yet."""
        return next((str(row[0]) for row in self._read(schema.INSTALLATION)), "")

    def be_known_as(self, name: str) -> None:
        """Take an id where there is none yet."""
        self._opened().execute(schema.ADD_INSTALLATION, (name,))

    def arrived(self) -> Iterator[Arrived]:
        """Yield how much of each attempt has come to which record store."""
        for target, attempt, events in self._read(schema.ARRIVED):
            if isinstance(events, int) and events >= 0:
                yield Arrived(str(target), str(attempt), events)

    def refusals(self) -> Iterator[Refusal]:
        """Yield the statements that were refused and not taken since."""
        for row in self._read(schema.REFUSALS):
            yield Refusal(*map(str, row))

    def put_sent(self, sent: Iterable[Arrived | Refusal]) -> None:
        """Keep what was sent of attempts that are there; what is known stays."""
        for one in sent:
            if isinstance(one, Arrived):
                values: tuple[object, ...] = (one.target, one.attempt, one.events)
                self._opened().execute(schema.ACKNOWLEDGE, values)
            else:
                values = (one.target, one.attempt, one.statement, one.why)
                self._opened().execute(schema.REFUSE, values)
