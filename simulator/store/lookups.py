"""What the first screen and the reports ask of the attempts, without reading them all.

Cards hold what was worked out of a finished attempt once, so that it need not be played
again: whatever stands in them can be made anew from the events.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

from msgspec import Struct

from simulator.store import rows, schema
from simulator.store.database import Database
from simulator.store.records import Kept

_AT_ONCE: Final = 500
"""Values in one question: SQLite takes no more than 999 on old systems."""


class Card(Struct, frozen=True):
    """What a finished attempt came to, principle by principle."""

    attempt: str
    stamp: str
    """When the attempt was last played: a card of another time is out of date."""
    rubric: str
    """The rubric that the levels stand on: id and version, parted by a space."""
    seconds: int
    """Time spent on it, long pauses left out."""
    levels: Mapping[str, Fraction]
    """Principle → 0..4; only of those that were reached."""


class Lookups(Database):
    """A store's quick answers."""

    def latest(self, most: int, *, unfinished: bool = False) -> tuple[Kept, ...]:
        """Return the attempts last played, the latest first.

        Args:
            most: How many at most.
            unfinished: True for those only that can be gone on with.
        """
        statement = schema.LATEST_UNFINISHED if unfinished else schema.LATEST
        return tuple(rows.kept(row) for row in self._read(statement, most))

    def glances(self) -> Iterator[rows.Row]:
        """Yield what counting needs of every attempt, the one last played last.

        Id, scenario, title, start and end (ISO 8601, UTC), turns that count, whether
        it is finished (1 or 0), and both scores as fractions or None.
        """
        yield from self._read(schema.GLANCES)

    def sittings(self, mode: str) -> Iterator[rows.Row]:
        """Yield when attempts were held and how, the one last played last.

        Id, scenario, mode, start and end (ISO 8601, UTC), the attempt it branched off
        from or nothing, whether it is finished (1 or 0). Of a scenario that was never
        played in the mode, only the attempt last played that is no branch.
        """
        yield from self._read(schema.SITTINGS, mode)

    def several(self, attempts: Sequence[str]) -> dict[str, Kept]:
        """Return attempts by their ids; unknown ones are left out."""
        found = map(rows.kept, self._read_in(schema.ATTEMPTS_OF, attempts))
        return {one.header.id: one for one in found}

    def cards(self, attempts: Sequence[str]) -> dict[str, Card]:
        """Return the cards of attempts by their ids; those without one are left out."""
        found = map(_card, self._read_in(schema.CARDS, attempts))
        return {one.attempt: one for one in found if one}

    def _read_in(self, statement: str, values: Sequence[str]) -> Iterator[rows.Row]:
        for start in range(0, len(values), _AT_ONCE):
            part = values[start : start + _AT_ONCE]
            yield from self._read(f"{statement} ({', '.join('?' * len(part))})", *part)

    def seconds(self) -> dict[str, int]:
        """Return the time spent on each attempt that has a card."""
        return {str(row[0]): row[1] for row in self._read(schema.SECONDS)}

    def keep_cards(self, cards: Iterable[Card]) -> None:
        """Keep cards in place of older ones.

        Raises:
            StoreError: They could not be kept.
        """
        values = [_values(one) for one in cards]
        if values:
            with self._transaction() as connection:
                connection.executemany(schema.KEEP_CARD, values)

    def stakes(self) -> dict[str, dict[str, object]]:
        """Return what is known of scenarios, by the digests of their files."""
        found = (
            (str(row[0]), rows.body_of(row[1])) for row in self._read(schema.STAKES)
        )
        return {digest: body for digest, body in found if body is not None}

    def keep_stakes(self, stakes: Mapping[str, str]) -> None:
        """Keep what is known of scenarios: digest → a JSON object.

        Raises:
            StoreError: It could not be kept.
        """
        if stakes:
            with self._transaction() as connection:
                connection.executemany(schema.KEEP_STAKES, list(stakes.items()))


def _values(card: Card) -> tuple[object, ...]:
    levels = " ".join(f"{name}={level}" for name, level in card.levels.items())
    return card.attempt, card.stamp, card.rubric, card.seconds, levels


def _card(row: rows.Row) -> Card | None:
    """Return the card of a row; None for a damaged one, which is made anew."""
    attempt, stamp, rubric, seconds, levels = row
    try:
        parted = (one.partition("=") for one in str(levels).split())
        found = {name: Fraction(level) for name, _, level in parted}
        return Card(str(attempt), str(stamp), str(rubric), int(seconds), found)
    except (ValueError, ZeroDivisionError):
        return None
