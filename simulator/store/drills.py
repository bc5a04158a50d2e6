"""What the store keeps of practice: a log of reviews, drafts, moments to practise."""

import json
from collections.abc import Mapping, Sequence

from simulator.store import schema
from simulator.store.database import Database, Row
from simulator.store.errors import CorruptStoreError
from simulator.store.records import Reviewed
from simulator.store.rows import review_values, reviewed

Moments = Mapping[str, tuple[tuple[str, int], ...]]
"""Attempt → the scenes and turns of it that went wrong."""


class DrillLog(Database):
    """The practice of one data folder. The log of reviews is only ever added to."""

    def add_review(self, one: Reviewed) -> None:
        """Keep an entry; returns once committed. Doing it again changes nothing.

        What was typed for a drill is forgotten once the drill is answered.

        Raises:
            StoreError: It could not be kept; nothing was changed.
        """
        with self._transaction() as connection:
            connection.execute(schema.ADD_REVIEW, review_values(one))
            if one.rating is not None:
                connection.execute(schema.DROP_DRILL_DRAFT, (one.card,))

    def reviews(self) -> tuple[Reviewed, ...]:
        """Return the log, in the order in which it was written.

        Raises:
            CorruptStoreError: An entry is damaged.
        """
        return tuple(self._review(row) for row in self._read(schema.REVIEWS))

    def keep_drill_draft(self, card: str, text: str) -> None:
        """Keep words for a drill that were not sent yet; empty ones are forgotten.

        Raises:
            StoreError: They could not be kept.
        """
        with self._transaction() as connection:
            if text:
                connection.execute(schema.KEEP_DRILL_DRAFT, (card, text))
            else:
                connection.execute(schema.DROP_DRILL_DRAFT, (card,))

    def drill_draft(self, card: str) -> str:
        """Return the words that were not sent yet; empty when there are none."""
        return next((str(row[0]) for row in self._read(schema.DRILL_DRAFT, card)), "")

    def keep_moments(self, attempt: str, turns: Sequence[tuple[str, int]]) -> None:
        """Keep which turns of a finished attempt went wrong; none is an answer, too.

        Raises:
            StoreError: It could not be kept.
        """
        body = json.dumps({"turns": turns}, ensure_ascii=False)
        with self._transaction() as connection:
            connection.execute(schema.KEEP_MOMENTS, (attempt, body))

    def moments(self) -> Moments:
        """Return what was kept of attempts that were looked through.

        Raises:
            CorruptStoreError: It is damaged.
        """
        return {str(row[0]): self._turns(row[1]) for row in self._read(schema.MOMENTS)}

    def _review(self, row: Row) -> Reviewed:
        found = reviewed(row)
        if found is None:
            raise CorruptStoreError(self.path)
        return found

    def _turns(self, text: str) -> tuple[tuple[str, int], ...]:
        turns = self._body(text).get("turns")
        if not isinstance(turns, list):
            raise CorruptStoreError(self.path)
        try:
            return tuple((str(scene), int(turn)) for scene, turn in turns)
        except (TypeError, ValueError) as error:
            raise CorruptStoreError(self.path) from error
