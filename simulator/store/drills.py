"""What the store keeps of practice: a log of reviews, and the moments to practise."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from simulator.store import schema
from simulator.store.database import Database, Row
from simulator.store.errors import CorruptStoreError

Moments = Mapping[str, tuple[tuple[str, int], ...]]
"""Attempt → the scenes and turns of it that went wrong."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An entry of the log: a drill was answered, or an answer taken back."""

    key: str
    """Its id: a second entry of one key is the first one, sent again."""
    at: str
    """ISO 8601, UTC."""
    card: str
    """What was practised."""
    rating: int | None
    """1..4; None where something is only taken back."""
    level: int | None
    """0..4, as it was scored."""
    mode: str
    words: str
    """What was answered."""
    taken_back: str | None = None
    """The key of the entry that no longer counts from here on."""


class DrillLog(Database):
    """The log of reviews of one data folder. It is only ever added to."""

    def add_review(self, one: Reviewed) -> None:
        """Keep an entry; returns once committed. Doing it again changes nothing.

        Raises:
            StoreError: It could not be kept; nothing was changed.
        """
        values = (
            one.key,
            one.at,
            one.card,
            one.rating,
            one.level,
            one.mode,
            one.words,
            one.taken_back,
        )
        with self._transaction() as connection:
            connection.execute(schema.ADD_REVIEW, values)

    def reviews(self) -> tuple[Reviewed, ...]:
        """Return the log, in the order in which it was written.

        Raises:
            CorruptStoreError: An entry is damaged.
        """
        return tuple(self._review(row) for row in self._read(schema.REVIEWS))

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
        key, at, card, rating, level, mode, words, taken_back = row
        numbers = all(one is None or isinstance(one, int) for one in (rating, level))
        texts = all(isinstance(one, str) for one in (key, at, card, mode, words))
        if not (numbers and texts):
            raise CorruptStoreError(self.path)
        return Reviewed(key, at, card, rating, level, mode, words, taken_back)

    def _turns(self, text: str) -> tuple[tuple[str, int], ...]:
        turns = self._body(text).get("turns")
        if not isinstance(turns, list):
            raise CorruptStoreError(self.path)
        try:
            return tuple((str(scene), int(turn)) for scene, turn in turns)
        except (TypeError, ValueError) as error:
            raise CorruptStoreError(self.path) from error
