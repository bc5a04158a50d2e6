"""A process that only hears: `python -m simulator.classroom.listener FOLDER 0 1`.

Its server sends it what was said, and where people stand; it sends back what it heard.
While nobody has said anything it reads ahead what can be said, and keeps
it in the folder. It ends when the server
does, however that ends.
"""

import os
import pickle
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import BinaryIO, Final

from msgspec import structs

from simulator.classroom.listened import (
    LENGTH,
    Heard,
    Message,
    Said,
    Stands,
    Story,
    framed,
    share_of,
)
from simulator.classroom.warming import in_order
from simulator.scenario.model import Scenario
from simulator.sessions.hearing import Ears, Hearing, shipped_reader, shipped_shelf
from simulator.sessions.moments import Moment, moment_of
from simulator.sessions.shelf import Shelf

POLITENESS: Final = 2
"""By so much the server goes first where both want a core: it has a thousand people to
serve in between, and reading ahead can wait."""


class Listener:
    """Hears what is said at once, and reads ahead in between."""

    def __init__(
        self, ears: Ears, tell: Callable[[Heard], None], place: tuple[int, int] = (0, 1)
    ) -> None:
        """Take the ears, what is done with what they hear, and its place.

        Args:
            ears: Hear.
            tell: Told what was heard.
            place: Its number among the listeners of a server, from 0, and how many
                there are: each reads its share ahead first, then what is left.
        """
        self._ears, self._tell, self._place = ears, tell, place
        self._stories: dict[str, Scenario] = {}
        self._owed = deque[Iterator[None]]()
        self._near = deque[Iterator[None]]()
        self._far = deque[Iterator[None]]()

    def take(self, message: Message) -> None:
        """Take a message in.

        What was said is heard at once where all is known that could be said there;
        elsewhere that is read first, and others are heard in between.
        """
        match message:
            case Story(digest, scenario):
                self._stories[digest] = scenario
                self._far.append(self._everything(scenario))
            case Stands(digest, moment):
                self._near.append(self._ears.read_ahead(self._stories[digest], moment))
            case Said(number, digest, moment, text):
                hearing = self._hear(number, self._stories[digest], moment, text)
                if next(hearing, True) is None:
                    self._owed.append(hearing)

    def read_ahead(self) -> bool:
        """Read one wording ahead; False when there is none left to read."""
        for waiting in (self._owed, self._near, self._far):
            while waiting:
                if next(waiting[0], True) is None:
                    return True
                waiting.popleft()
        return False

    def _everything(self, scenario: Scenario) -> Iterator[None]:
        others: list[Moment] = []
        for state in in_order(scenario):
            yield
            if state is None:
                continue
            moment, (number, several) = moment_of(state), self._place
            if share_of(moment.line, several) == number:
                yield from self._ears.read_ahead(scenario, moment)
            else:
                others.append(moment)
        for moment in others:
            yield from self._ears.read_ahead(scenario, moment)

    def _hear(
        self, number: int, story: Scenario, moment: Moment, text: str
    ) -> Iterator[None]:
        yield from self._ears.read_ahead(story, moment)
        hearing = None
        with suppress(Exception):  # the server hears by itself, and tells what is wrong
            hearing = _lean(self._ears.hear_at(story, moment, text))
        self._tell((number, hearing))


def _lean(hearing: Hearing) -> Hearing:
    """Return a hearing without what nobody asks of it any more."""
    impression = replace(hearing.reading.impression, parts=(), vector=())
    reading = replace(hearing.reading, impression=impression)
    return structs.replace(hearing, reading=reading)


def run(
    incoming: BinaryIO, outgoing: BinaryIO, ears: Ears, place: tuple[int, int] = (0, 1)
) -> None:
    """Listen until the other side is closed; see `Listener`."""

    def tell(heard: Heard) -> None:
        outgoing.write(framed(heard))
        outgoing.flush()

    inbox = SimpleQueue[Message]()
    Thread(target=_receive, args=(incoming, inbox), daemon=True).start()
    listener, busy = Listener(ears, tell, place), True
    while True:
        if not busy or not inbox.empty():
            listener.take(inbox.get())
        busy = inbox.empty() and listener.read_ahead()


def _receive(incoming: BinaryIO, inbox: "SimpleQueue[Message]") -> None:
    """Take messages in; at the end of them end the process, whatever it does."""
    while head := incoming.read(LENGTH.size):
        body = incoming.read(LENGTH.unpack(head)[0])
        inbox.put(pickle.loads(body))
    os._exit(0)


def main() -> None:
    """Listen to the server that has started this process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the server
    if hasattr(os, "nice"):
        os.nice(POLITENESS)
    incoming, outgoing = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    with suppress(BrokenPipeError):
        folder, number, several = sys.argv[1:]
        ears = Ears(shipped_reader, _shelf(Path(folder)))
        run(incoming, outgoing, ears, (int(number), int(several)))


def _shelf(folder: Path) -> Shelf | None:
    """Open the shelf in a folder; None where nothing reads that needs one."""
    with suppress(ImportError, OSError):
        return shipped_shelf(folder)
    return None


if __name__ == "__main__":
    main()
