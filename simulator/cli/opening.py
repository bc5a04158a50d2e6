"""Open what commands work with: the library, the store, the sessions."""

from typing import TYPE_CHECKING

import click

from simulator import clock, places
from simulator.cli.settings import Settings
from simulator.packs import Library

if TYPE_CHECKING:
    from simulator.authoring.earlier import Earlier
    from simulator.sessions.usecases import Sessions
    from simulator.store import Store


def library(settings: Settings) -> Library:
    """Return the shipped packs and those in the person's data folder."""
    data = places.data_dir(settings.data)
    return Library.shipped((places.packs_dir(data),))


def earlier(settings: Settings) -> "Earlier":
    """Return what earlier checks have found, which lies in the data folder."""
    from simulator.authoring.earlier import Earlier

    return Earlier(places.checked_dir(places.data_dir(settings.data)))


def sessions(settings: Settings) -> "Sessions":
    """Open the store and return the use cases over it.

    The store is closed when the command ends.

    Raises:
        StoreError: The store cannot be used.
    """
    from simulator.store import open_store

    store = open_store(places.data_dir(settings.data))
    context = click.get_current_context(silent=True)
    if context is not None:
        context.call_on_close(store.close)
    return _over(settings, store)


def unkept_sessions(settings: Settings) -> "Sessions":
    """Return use cases that keep nothing."""
    return _over(settings, None)


def _over(settings: Settings, store: "Store | None") -> "Sessions":
    from simulator.sessions.usecases import Sessions

    return Sessions(
        library(settings),
        store,
        now=clock.now,
        new_seed=clock.new_seed,
        new_id=clock.new_id,
    )
