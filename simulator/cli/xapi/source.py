"""Where statements come from: the store of a data folder, and who played."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager

from msgspec import Struct

from simulator import clock, places
from simulator.cli.opening import library
from simulator.cli.output import tell
from simulator.cli.settings import Settings, Shell
from simulator.reports.xapi import Actor
from simulator.sessions.dated import DatedTalks
from simulator.store import Outbox, Store, open_store

_NAMED = 5
"""So many damaged attempts are named."""


class Source(Struct, frozen=True):
    """A data folder, opened."""

    store: Store
    outbox: Outbox
    talks: DatedTalks
    actor: Actor


@contextmanager
def source(settings: Settings, name: str | None) -> Iterator[Source]:
    """Open the data folder.

    Args:
        settings: Which.
        name: What the person wants to be called; None: not at all.

    Raises:
        StoreError: It cannot be used.
    """
    folder = places.data_dir(settings.data)
    with closing(open_store(folder)) as store, closing(Outbox(folder)) as outbox:
        actor = Actor(outbox.installation(clock.new_token()), name)
        yield Source(store, outbox, DatedTalks(library(settings), store), actor)


def tell_unreadable(unreadable: Sequence[str], shell: Shell) -> None:
    """Say which attempts are damaged, or lack their rubric or rulebook."""
    if unreadable:
        names = ", ".join(unreadable[:_NAMED])
        more = " …" if len(unreadable) > _NAMED else ""
        said = shell.texts.gettext("Attempts that could not be read: {n} ({names}).")
        tell(said.format(n=len(unreadable), names=names + more))
