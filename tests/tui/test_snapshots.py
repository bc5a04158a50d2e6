"""A few screens as committed pictures: `pytest tests/tui --snapshot-update` redraws.

Russian, fixed seed, no clock, no network. Look at a changed picture before you
commit it.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from scoring.forms.model import FormKind
from simulator import i18n
from simulator.tui.app import GameApp
from simulator.tui.theme import LIGHT
from simulator.tui.widgets.composer import Composer
from tests.tui import boards, games
from tests.tui.classes import CLASS, ROOM
from tests.tui.test_forms import FILE, to_the_form
from tests.tui.test_preview import app as preview_app
from tests.tui.test_progress import finish_some, to_progress

Compare = Callable[..., bool]
pytestmark = pytest.mark.snapshot


@pytest.fixture(autouse=True)
def _same_terminal_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "COLORTERM", "TEXTUAL_THEME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


def russian(
    *, theme: str = "evening", scenario: str | None = None, mode: str = "choose"
) -> GameApp:
    return games.app(
        language="ru", load_texts=i18n.load, theme=theme, scenario=scenario, mode=mode
    )


async def in_mid_talk(pilot: Pilot[int]) -> None:
    await games.begin(pilot)
    await games.say(pilot, "ask", "beg")


async def at_the_debrief(pilot: Pilot[int]) -> None:
    await games.begin(pilot)
    await games.say(pilot, "ask", "threaten", "meeting")
    await games.press(pilot, "1", "end")


async def heard_in_own_words(pilot: Pilot[int]) -> None:
    await games.begin(pilot)
    await games.speak(pilot, "Скажи, сколько групп он берёт у нас")
    pilot.app.screen.query_one(Composer).insert("Может, соберёмся в четверг")
    await games.settle(pilot)


async def choosing_an_answer(pilot: Pilot[int]) -> None:
    await games.settle(pilot)
    await boards.press(pilot, "down")


def test_home(snap_compare: Compare) -> None:
    assert snap_compare(russian(), run_before=games.settle, terminal_size=(80, 24))


def test_talk_80_by_24(snap_compare: Compare) -> None:
    app = russian(scenario=games.STORY)
    assert snap_compare(app, run_before=in_mid_talk, terminal_size=(80, 24))


def test_talk_120_by_40(snap_compare: Compare) -> None:
    app = russian(scenario=games.STORY, theme=LIGHT.name)
    assert snap_compare(app, run_before=in_mid_talk, terminal_size=(120, 40))


def test_speaking_80_by_24(snap_compare: Compare) -> None:
    app = russian(scenario=games.STORY, mode="speak")
    assert snap_compare(app, run_before=heard_in_own_words, terminal_size=(80, 24))


def test_debrief(snap_compare: Compare) -> None:
    app = russian(scenario=games.STORY)
    assert snap_compare(app, run_before=at_the_debrief, terminal_size=(100, 40))


async def at_the_worksheet(pilot: Pilot[int]) -> None:
    found = await to_the_form(pilot, FormKind.KEY_CLIENT)
    found.put({"levels": {"wallet": 4, "growth": [2, 3], "margin": None}})
    await games.press(pilot, "down", "down")


async def at_the_decision(pilot: Pilot[int]) -> None:
    found = await to_the_form(pilot, FormKind.DECISION)
    found.put({"option": "collect-data", "reasons": ["gaps"]})
    await games.settle(pilot)


def test_worksheet_80_by_24(snap_compare: Compare) -> None:
    app = games.app(scenario=str(FILE))
    assert snap_compare(app, run_before=at_the_worksheet, terminal_size=(80, 24))


def test_decision_60_by_20(snap_compare: Compare) -> None:
    app = games.app(scenario=str(FILE), theme=LIGHT.name)
    assert snap_compare(app, run_before=at_the_decision, terminal_size=(60, 20))


def test_too_small(snap_compare: Compare) -> None:
    assert snap_compare(russian(), run_before=games.settle, terminal_size=(50, 12))


async def with_an_authors_eyes(pilot: Pilot[int]) -> None:
    await games.settle(pilot)
    await games.say(pilot, "ask")


async def about_to_jump(pilot: Pilot[int]) -> None:
    await with_an_authors_eyes(pilot)
    await games.press(pilot, "j", "tab", "space", *"flag", "=", *"nu")


def test_preview_120_by_40(snap_compare: Compare, tmp_path: Path) -> None:
    app = preview_app(tmp_path, language="ru")
    run = with_an_authors_eyes
    assert snap_compare(app, run_before=run, terminal_size=(120, 40))


def test_jump_80_by_24(snap_compare: Compare, tmp_path: Path) -> None:
    app = preview_app(tmp_path, language="ru")
    assert snap_compare(app, run_before=about_to_jump, terminal_size=(80, 24))


def test_the_board_of_a_room(snap_compare: Compare) -> None:
    app = boards.app(boards.Class(ROOM), ROOM, "ru", texts=i18n.load)
    assert snap_compare(app, run_before=choosing_an_answer, terminal_size=(80, 24))


def test_the_board_of_a_class(snap_compare: Compare) -> None:
    app = boards.app(boards.Class(CLASS), CLASS, "ru", texts=i18n.load)
    assert snap_compare(app, run_before=games.settle, terminal_size=(120, 40))


async def at_progress(pilot: Pilot[int]) -> None:
    await to_progress(pilot)


def test_progress_80_by_24(snap_compare: Compare, tmp_path: Path) -> None:
    finish_some(tmp_path)
    app = games.app(games.kept(tmp_path), language="ru", load_texts=i18n.load)
    assert snap_compare(app, run_before=at_progress, terminal_size=(80, 24))
