"""The talks of some scenarios as they were kept, to be looked at and left alone."""

from collections.abc import Collection, Iterator

from simulator.engine import BadEventsError, Event, from_json
from simulator.store import CorruptStoreError, Store


def kept_talks(store: Store, scenarios: Collection[str]) -> Iterator[tuple[Event, ...]]:
    """Yield the events of every attempt at some scenarios, the last played first.

    One in which nothing was answered yet, or that is damaged, is passed over.

    Args:
        store: Where attempts are kept; nothing is written there.
        scenarios: Ids of scenarios, whatever the version and the language.

    Raises:
        StoreError: The store cannot be read.
    """
    for kept in store.attempts():
        if kept.header.scenario in scenarios and kept.readable and kept.standing.turns:
            try:
                yield tuple(from_json(body) for body in store.events(kept.header.id))
            except (CorruptStoreError, BadEventsError):
                continue
