"""Games to test with: a small pack, a fixed clock and seed, a store that can fail."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from gettext import NullTranslations
from itertools import count
from pathlib import Path
from typing import Final

from textual.pilot import Pilot
from textual.screen import Screen
from textual.worker import WorkerFailed

from simulator.packs import Library
from simulator.sessions.hearing import Ears
from simulator.sessions.usecases import Sessions
from simulator.store import DiskFullError, Store, open_store
from simulator.tui.app import GameApp
from simulator.tui.game import Game, Habits
from simulator.tui.screens.talk import Talk
from simulator.tui.theme import DARK
from simulator.tui.widgets.composer import Composer
from tests.reading.scripted import scripted_reader

PACK: Final = Path(__file__).parent / "pack"
SHIPPED: Final = Path(__file__).parents[2] / "scenarios"
STORY: Final = "rehearsal"
SEED: Final = 1
NOON: Final = datetime(2026, 1, 5, 12, tzinfo=UTC)


class FailingStore:
    """A store on a disk that can be full."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.full = False

    def __getattr__(self, name: str) -> object:
        if self.full and name in {"create", "append"}:
            return self._fail
        return getattr(self._store, name)

    def _fail(self, *_: object) -> None:
        raise DiskFullError(self._store.path)


@cache
def _library() -> Library:
    """Look into the folders once: no test of screens writes there."""
    return Library((PACK, SHIPPED))


def sessions(store: object = None) -> Sessions:
    """Return use cases over the small pack and the shipped one."""
    ids = count(1)
    return Sessions(
        _library(),
        store,  # type: ignore[arg-type]  # a store, or one that fails like one
        now=lambda: NOON,
        new_seed=lambda: SEED,
        new_id=lambda: f"attempt{next(ids)}",
        ears=Ears(lambda: (scripted_reader(), True)),
    )


def english(_: str) -> NullTranslations:
    """Speak English, whatever is asked."""
    return NullTranslations()


class Loud(NullTranslations):
    """A catalogue that says everything in capitals."""

    def gettext(self, message: str) -> str:
        """Return the message in capitals, its `{names}` excepted."""
        return message if "{" in message else message.upper()


def two_languages(language: str) -> NullTranslations:
    """Speak loudly where Russian is asked."""
    return Loud() if language == "ru" else NullTranslations()


def app(
    open_sessions: Callable[[], Sessions] = sessions,
    *,
    language: str = "en",
    theme: str = DARK.name,
    load_texts: Callable[[str], NullTranslations] = english,
    remember: Callable[[Habits], None] = lambda _: None,
    open_unkept: Callable[[], Sessions] | None = None,
    scenario: str | None = None,
    mode: str = "choose",
) -> GameApp:
    """Return an app that has not been started."""
    habits = Habits(language, theme)
    game = Game(open_sessions, load_texts, habits, remember, open_unkept)
    return GameApp(game, scenario, mode)


def kept(folder: Path) -> Callable[[], Sessions]:
    """Return what opens use cases over a real store."""
    return lambda: sessions(open_store(folder))


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys, each once what the last one led to is done."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def settle(pilot: Pilot[int]) -> None:
    """Wait until nothing more is going to happen."""
    await pilot.pause()


async def begin(pilot: Pilot[int]) -> Talk:
    """Begin the talk that was named at the start."""
    await settle(pilot)
    await press(pilot, "enter")
    return talk(pilot)


async def speak(pilot: Pilot[int], *texts: str) -> None:
    """Say things in own words, each once the last one was heard."""
    for text in texts:
        pilot.app.screen.query_one(Composer).insert(text)
        await pilot.press("enter")
        await heard(pilot)


async def heard(pilot: Pilot[int]) -> None:
    """Wait until words that were sent are heard, or the screen says why not."""
    await settle(pilot)
    with suppress(WorkerFailed):
        await pilot.app.workers.wait_for_complete()
    await settle(pilot)


def front(pilot: Pilot[int]) -> type[Screen[object]]:
    """Return the class of the screen in front."""
    return type(pilot.app.screen)


def talk(pilot: Pilot[int]) -> Talk:
    """Return the talk that is on the screen."""
    screen = pilot.app.screen
    assert isinstance(screen, Talk)
    return screen


async def say(pilot: Pilot[int], *replies: str) -> None:
    """Give replies by id, each by the digit that stands before it."""
    for reply in replies:
        offers = talk(pilot).view.offers
        await press(pilot, str(next(o.number for o in offers if o.reply == reply)))


def painted(pilot: Pilot[int]) -> str:
    """Return the text on the screen, line by line."""
    width, height = pilot.app.size
    strips = pilot.app.screen._compositor.render_strips(pilot.app.size)
    lines = ["".join(segment.text for segment in strip) for strip in strips]
    return "\n".join(line[:width].rstrip() for line in lines[:height])


def in_sheet(pilot: Pilot[int]) -> str:
    """Return the words in the box over the screen, as one line."""
    region = pilot.app.screen.query_one("#sheet").content_region
    lines = painted(pilot).splitlines()[region.y : region.bottom]
    return " ".join(" ".join(line[region.x : region.right] for line in lines).split())
