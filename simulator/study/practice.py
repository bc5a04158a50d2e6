"""Practice: what is due, what was reviewed, what is taken back."""

from collections.abc import Callable
from datetime import datetime

from msgspec.structs import replace

from simulator.sessions.usecases import Sessions
from simulator.study.deck import Card, deck, has_drills
from simulator.study.errors import NoDrillsError, NothingToTakeBackError
from simulator.study.log import Review, counting, kept, read
from simulator.study.today import NEW_A_DAY, Today, due_count, today


class Practice:
    """The use cases of practising, over one library and one store."""

    def __init__(
        self, sessions: Sessions, here: Callable[[datetime], datetime] | None = None
    ) -> None:
        """Put them together.

        Args:
            sessions: The library, the store, and who tells the time.
            here: Puts a moment into the trainee's time zone; None: the computer's.
        """
        self.sessions = sessions
        self._here = here or datetime.astimezone
        self._unkept: list[Review] = []
        """The log where there is no store."""
        self._typed: dict[str, str] = {}
        """What was typed for cards and not sent, where there is no store."""

    @property
    def now(self) -> datetime:
        """This moment, where the trainee is."""
        return self._here(self.sessions.now())

    def offers_any(self) -> bool:
        """Tell whether there may be something to practise; quick.

        Raises:
            StoreError: The store cannot be read.
        """
        store = self.sessions.store
        if has_drills(self.sessions):
            return True
        return store is not None and any(store.moments().values())

    def due(self) -> int:
        """Return how many drills are due today, by the log alone; quick.

        Raises:
            StoreError: The store cannot be read.
        """
        log = self.log()
        return due_count(log, self.now) if log else 0

    def log(self) -> tuple[Review, ...]:
        """Return every review, in the order in which it was given.

        Raises:
            StoreError: The store cannot be read.
        """
        if self.sessions.store is None:
            return tuple(self._unkept)
        return tuple(read(row) for row in self.sessions.store.reviews())

    def deck(self, language: str) -> dict[str, Card]:
        """Return all cards by their keys.

        Raises:
            NoDrillsError: There are none.
            StoreError: The store cannot be used.
        """
        cards = {card.key: card for card in deck(self.sessions, language)}
        if not cards:
            raise NoDrillsError
        return cards

    def today(self, cards: dict[str, Card], new: int | None = None) -> Today:
        """Choose what to practise today.

        Args:
            cards: The deck.
            new: How many new ones at most; None: the usual number.
        """
        most = NEW_A_DAY if new is None else new
        return today(tuple(cards), self.log(), self.now, new=most)

    def times(self, card: str) -> int:
        """Return how often a card was practised."""
        return sum(one.card == card for one in counting(self.log()))

    def add(self, review: Review) -> Review:
        """Keep a review, with an id and the time of now; returns once kept.

        Raises:
            StoreError: It could not be kept.
        """
        added = replace(review, key=self.sessions.new_id(), at=self.sessions.now())
        if self.sessions.store is None:
            self._unkept.append(added)
            self._typed.pop(added.card, None)
        else:
            self.sessions.store.add_review(kept(added))
        return added

    def draft(self, card: str) -> str:
        """Return the words for a card that were typed and not sent, as last kept.

        Raises:
            StoreError: The store cannot be read.
        """
        if self.sessions.store is None:
            return self._typed.get(card, "")
        return self.sessions.store.drill_draft(card)

    def keep_draft(self, card: str, text: str) -> None:
        """Keep words for a card that are not sent yet, whatever ends the program.

        Raises:
            StoreError: They could not be kept.
        """
        if self.sessions.store is None:
            self._typed[card] = text
        else:
            self.sessions.store.keep_drill_draft(card, text)

    def last(self) -> Review:
        """Return the last review that counts.

        Raises:
            NothingToTakeBackError: There is none.
        """
        found = counting(self.log())
        if not found:
            raise NothingToTakeBackError
        return found[-1]

    def take_back(self, review: Review) -> None:
        """Let a review not count any more; it stays in the log.

        Raises:
            StoreError: It could not be kept.
        """
        gone = replace(review, grade=None, level=None, words="", takes_back=review.key)
        self.add(gone)
