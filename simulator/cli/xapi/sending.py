"""Statements to a record store: what it took is kept before more is sent."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from time import sleep

from msgspec import Struct, field

from simulator.cli.exits import Exit
from simulator.cli.output import tell
from simulator.cli.progress import progress_bar
from simulator.cli.settings import Settings, Shell
from simulator.cli.xapi.source import Source, source, tell_unreadable
from simulator.cli.xapi.told import Told
from simulator.lrs import Address, Client, Fate, Parcel, Result, delivered
from simulator.reports.xapi import encoded
from simulator.store import Settled


class Wish(Struct, frozen=True):
    """What is to be sent, and where to."""

    address: Address
    key: str
    secret: str
    name: str | None
    since: str
    """ISO 8601, UTC; empty: all."""
    again: bool
    """True: also what the store has taken before."""


class _Tally(Struct):
    """What became of the statements so far."""

    fates: Counter[Fate] = field(default_factory=Counter[Fate])
    why: str = ""
    """Why one was refused, in the store's own words."""

    def count(self, results: Sequence[Result]) -> None:
        for one in results:
            self.fates[one.fate] += 1
            if one.fate is Fate.REFUSED:
                self.why = one.why


def send(wish: Wish, settings: Settings, shell: Shell) -> int:
    """Send what the store has not taken yet.

    Raises:
        LrsError: It could not go on; what was taken until then is remembered.
        StoreError: The data folder cannot be used.
    """
    with (
        source(settings, wish.name) as given,
        progress_bar(shell.texts.gettext("Attempts"), _total(wish, given)) as one_more,
    ):
        told = Told(given.talks, given.actor, one_more)

        def settle(results: Sequence[Result]) -> None:
            settled = [_settled(one) for one in results]
            given.outbox.settle(wish.address.base, settled)

        refused = deliver(wish, _parcels(wish, given, told), settle, shell)
    tell_unreadable(told.unreadable, shell)
    return Exit.FAILED if told.unreadable or refused else Exit.FINE


def deliver(
    wish: Wish,
    parcels: Iterable[Parcel],
    settle: Callable[[Sequence[Result]], None],
    shell: Shell,
) -> int:
    """Send statements to a store, and say what became of them.

    Args:
        wish: Where to, and with which key.
        parcels: The statements.
        settle: Keeps what became of some, before more are sent.
        shell: Gives the language.

    Returns:
        How many were refused.

    Raises:
        LrsError: It could not go on; what was taken until then was told to `settle`.
    """
    _, tally = shell.texts.gettext, _Tally()
    if not wish.address.private:
        tell(_("Without https:// others on the way can read all this, the key too."))
    client = Client(wish.address, wish.key, wish.secret)
    waiting, target = _waiting(shell), wish.address.base
    try:
        for results in delivered(parcels, client.post, waiting, target):
            settle(results)
            tally.count(results)
    finally:
        _tell(tally, shell)
    return tally.fates[Fate.REFUSED]


def _total(wish: Wish, given: Source) -> int:
    if wish.again:
        return given.outbox.count_played(wish.since)
    return given.outbox.count_waiting(wish.address.base, wish.since)


def _parcels(wish: Wish, given: Source, told: Told) -> Iterator[Parcel]:
    """Yield what the store has not taken, attempt by attempt."""
    outbox, target = given.outbox, wish.address.base
    waiting = outbox.waiting(target, wish.since)
    for found in told.each(outbox.played(wish.since) if wish.again else waiting):
        attempt = found[0].attempt
        taken = 0 if wish.again else outbox.acknowledged(target, attempt)
        refused = outbox.refused(target, attempt)
        for one in found:
            if one.place >= taken or one.id in refused:
                yield Parcel(one.id, attempt, one.events, encoded(one))


def _settled(one: Result) -> Settled:
    parcel = one.parcel
    why = one.why if one.fate is Fate.REFUSED else None
    return Settled(parcel.attempt, parcel.id, parcel.events, why)


def _waiting(shell: Shell) -> Callable[[float, str], None]:
    """Return what says why it waits, and waits."""
    said = shell.texts.gettext(
        "The record store does not take it now ({why}). Trying again in {n} s."
    )

    def wait(seconds: float, why: str) -> None:
        tell(said.format(why=why, n=round(seconds)))
        sleep(seconds)

    return wait


def _tell(tally: _Tally, shell: Shell) -> None:
    ngettext = shell.texts.ngettext
    taken, there = tally.fates[Fate.TAKEN], tally.fates[Fate.THERE]
    said = ngettext("{n} statement was taken.", "{n} statements were taken.", taken)
    tell(said.format(n=taken))
    if there:
        said = ngettext(
            "{n} was there already in other words, which stay.",
            "{n} were there already in other words, which stay.",
            there,
        )
        tell(said.format(n=there))
    if refused := tally.fates[Fate.REFUSED]:
        said = ngettext(
            "{n} was refused ({why}). It is sent again next time.",
            "{n} were refused ({why}). They are sent again next time.",
            refused,
        )
        tell(said.format(n=refused, why=tally.why))
