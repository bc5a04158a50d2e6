"""Sit down at the plain game with a list of lines to type."""

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from gettext import NullTranslations
from itertools import count
from pathlib import Path

from simulator.packs import Library
from simulator.plain.game import play
from simulator.plain.table import Doors
from simulator.sessions.hearing import Ears
from simulator.sessions.usecases import Sessions
from simulator.store import Store, open_store
from tests.reading.scripted import scripted_reader
from tests.reports.little import FOLDER

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


@dataclass
class Sitting:
    """One person with one data folder; may play several times."""

    data: Path
    language: str = "en"
    width: int = 80
    chosen: list[str] = field(default_factory=list[str])
    """Languages that the game asked to be remembered."""
    store: Callable[[Path], Store | None] = open_store
    texts: Callable[[str], NullTranslations] = lambda _: NullTranslations()
    now: datetime = NOON
    """The time it is while this person plays."""
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    """Of the attempts, one after the other."""

    def type(
        self, *lines: str, scenario: str | None = None, mode: str | None = None
    ) -> str:
        """Type lines, then let the input end; return what was written."""
        source = io.StringIO("".join(f"{one}\n" for one in lines))
        return self.run(source, scenario, mode)[1]

    def run(
        self,
        source: io.StringIO,
        scenario: str | None = None,
        mode: str | None = None,
    ) -> tuple[int, str]:
        """Play from a stream; return the exit code and what was written."""
        target = io.StringIO()
        opened: list[Store | None] = []

        def open_sessions() -> Sessions:
            opened.append(self.store(self.data))
            return self.sessions(opened[-1])

        doors = Doors(
            open_sessions=open_sessions,
            open_unkept=lambda: self.sessions(None),
            load_texts=self.texts,
            remember=self.chosen.append,
        )
        code = play(
            doors,
            self.language,
            source,
            target,
            scenario=scenario,
            mode=mode,
            width=self.width,
        )
        for store in opened:
            if store is not None:
                store.close()
        return code, target.getvalue()

    def sessions(self, store: Store | None) -> Sessions:
        """Return use cases over the little pack; the same seed each time."""
        return Sessions(
            Library((FOLDER,)),
            store,
            now=lambda: self.now,
            new_seed=lambda: 1,
            new_id=lambda: f"attempt-{next(self.numbers)}",
            ears=Ears(lambda: (scripted_reader(), True)),
        )


def holds(text: str, *parts: Sequence[str]) -> bool:
    """Tell whether a transcript holds blocks of lines, in this order."""
    at = 0
    for part in parts:
        block = "\n".join(part)
        found = text.find(block, at)
        if found < 0:
            return False
        at = found + len(block)
    return True
