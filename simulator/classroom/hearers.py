"""Who hears own words for a server: a process of its own, else the server itself.

Reading words takes as long as serving twenty people does, and in one process the two
would wait for each other. So a listener hears, where there is one; when it dies, the
server hears by itself what the listener owed, and starts another.
"""

import asyncio
import pickle
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Final, Protocol

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
from simulator.engine import State
from simulator.scenario.model import Scenario
from simulator.sessions.hearing import Ears, Hearing
from simulator.sessions.moments import moment_of, to_hear

COMMAND: Final = (sys.executable, "-m", "simulator.classroom.listener")
_RESTS: Final = 5.0
"""Seconds after which a listener that has died is replaced."""
_PATIENCE: Final = 30.0
"""Seconds after which a listener that has told nothing is taken for dead."""
_ASKED_BACK: Final = 1_024
"""Words that are kept heard while somebody is asked what he meant by them."""


class Hearers(Protocol):
    """Hears own words, and is told beforehand what may be said."""

    def expect(self, story: Scenario) -> None:
        """Take notice that a story will be played in own words."""
        ...

    def stands(self, state: State) -> None:
        """Take notice that somebody stands at a moment, and will speak."""
        ...

    async def hear(self, state: State, text: str) -> Hearing:
        """Hear words; raises what `Ears.hear` does."""
        ...

    async def stop(self) -> None:
        """Hear no more."""
        ...


class OwnEars:
    """Hears in threads of the server."""

    def __init__(self, ears: Ears, threads: int = 2) -> None:
        """Take the ears; the reader is loaded when first needed."""
        self._ears = ears
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="hearing")

    def expect(self, story: Scenario) -> None:
        """Do nothing: people are served meanwhile."""

    def stands(self, state: State) -> None:
        """Do nothing, either."""

    async def hear(self, state: State, text: str) -> Hearing:
        """Hear words; see `Hearers`."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._pool, self._ears.hear, state, text)

    async def stop(self) -> None:
        """Hear no more."""
        self._pool.shutdown(cancel_futures=True)


class Listening:
    """Hears in a process of its own, which is started when somebody will speak."""

    def __init__(self, own: OwnEars, *command: str) -> None:
        """Take who hears where the process cannot, and the command that starts it."""
        self._own, self._command = own, command or COMMAND
        self._stories: dict[str, Scenario] = {}
        self._owed: dict[int, asyncio.Future[Hearing | None]] = {}
        self._number = self._heard = 0
        self._process: Process | None = None
        self._life: asyncio.Task[None] | None = None

    @property
    def process(self) -> int | None:
        """The id of the listener; None while there is none."""
        return None if self._process is None else self._process.pid

    @property
    def busy(self) -> int:
        """How many people wait for what they said to be heard."""
        return len(self._owed)

    def expect(self, story: Scenario) -> None:
        """Let it be read ahead what can be said in a story."""
        if story.digest not in self._stories:
            self._stories[story.digest] = story
            self._send(Story(story.digest, story))
        if self._life is None:
            self._life = asyncio.get_running_loop().create_task(self._live())

    def stands(self, state: State) -> None:
        """Let it be read ahead what can be said at a moment."""
        self.expect(state.story)
        self._send(Stands(state.story.digest, moment_of(state)))

    async def hear(self, state: State, text: str) -> Hearing:
        """Hear words; see `Hearers`."""
        text = to_hear(text)
        self.expect(state.story)
        hearing = await self._asked(state, text)
        return hearing or await self._own.hear(state, text)

    async def stop(self) -> None:
        """End the process, and hear no more."""
        if self._life is not None:
            self._life.cancel()
            with suppress(asyncio.CancelledError):
                await self._life
        await self._own.stop()

    async def _asked(self, state: State, text: str) -> Hearing | None:
        """Return what the listener has heard; None where there is none to hear it."""
        process = self._process
        if process is None:
            return None
        self._number += 1
        number = self._number
        promise: asyncio.Future[Hearing | None]
        promise = asyncio.get_running_loop().create_future()
        self._owed[number] = promise
        self._send(Said(number, state.story.digest, moment_of(state), text))
        try:
            return await self._patiently(process, promise)
        finally:
            self._owed.pop(number, None)

    async def _patiently(
        self, process: Process, promise: "asyncio.Future[Hearing | None]"
    ) -> Hearing | None:
        """Wait as long as the listener hears anybody at all; then it is stuck."""
        while True:
            heard = self._heard
            done, _ = await asyncio.wait([promise], timeout=_PATIENCE)
            if done:
                return promise.result()
            if heard == self._heard:
                with suppress(ProcessLookupError):
                    process.kill()
                return None

    def _send(self, message: Message) -> None:
        process = self._process
        if process is not None and process.stdin is not None:
            process.stdin.write(framed(message))

    async def _live(self) -> None:
        """Keep a listener, one after the other."""
        while True:
            with suppress(OSError, EOFError, asyncio.IncompleteReadError):
                await self._one()
            await asyncio.sleep(_RESTS)

    async def _one(self) -> None:
        """Start a listener and take in what it hears, until it dies."""
        process = await asyncio.create_subprocess_exec(
            *self._command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL
        )
        self._process = process
        try:
            for digest, story in self._stories.items():
                self._send(Story(digest, story))
            assert process.stdout is not None
            while True:
                await self._take(process.stdout)
        finally:
            self._process = None
            for promise in self._owed.values():
                _keep(promise, None)
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()

    async def _take(self, stdout: asyncio.StreamReader) -> None:
        (length,) = LENGTH.unpack(await stdout.readexactly(LENGTH.size))
        number, hearing = _told(await stdout.readexactly(length))
        self._heard += 1
        promise = self._owed.get(number)
        if promise is not None:
            _keep(promise, hearing)


class Several:
    """Hears in several processes: whoever speaks is heard by the least busy one."""

    def __init__(self, listeners: Sequence[Listening]) -> None:
        """Take them; each has been told its share of what is read ahead."""
        self._listeners = listeners

    def expect(self, story: Scenario) -> None:
        """Let each of them read its share of a story ahead."""
        for one in self._listeners:
            one.expect(story)

    def stands(self, state: State) -> None:
        """Let a moment be read ahead, always by the same one for the same line."""
        line = moment_of(state).line
        self._listeners[share_of(line, len(self._listeners))].stands(state)

    async def hear(self, state: State, text: str) -> Hearing:
        """Hear words; see `Hearers`."""
        there = [one for one in self._listeners if one.process] or self._listeners
        return await min(there, key=lambda one: one.busy).hear(state, text)

    async def stop(self) -> None:
        """End all of them."""
        for one in self._listeners:
            await one.stop()


class Asked:
    """Remembers what people are asked back about, so that it is not heard twice."""

    def __init__(self, hearers: Hearers) -> None:
        """Take who hears."""
        self._hearers = hearers
        self._kept = OrderedDict[tuple[int, str], tuple[State, Hearing]]()
        """Moment and words → what was heard; the moment is kept, so its id is, too."""

    async def hear(self, state: State, text: str) -> Hearing:
        """Hear words; see `Hearers`."""
        known = self._kept.get((id(state), text))
        if known is not None:
            return known[1]
        hearing = await self._hearers.hear(state, text)
        if hearing.doubt:
            self._kept[id(state), text] = state, hearing
            if len(self._kept) > _ASKED_BACK:
                self._kept.popitem(last=False)
        return hearing


def _keep(promise: "asyncio.Future[Hearing | None]", hearing: Hearing | None) -> None:
    if not promise.done():
        promise.set_result(hearing)


def _told(body: bytes) -> Heard:
    heard: Heard = pickle.loads(body)
    return heard
