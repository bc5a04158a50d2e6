"""A scenario under its author's eyes, on the screen."""

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from simulator import i18n
from simulator.preview import Room
from simulator.preview.room import SETTLING
from simulator.tui.game import Game, Habits
from simulator.tui.previewing import PreviewApp
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.form import FormPage
from simulator.tui.screens.jump import JumpSheet, StateBox
from simulator.tui.screens.preview import MIDDLING, Preview
from simulator.tui.screens.waiting import Waiting
from simulator.tui.widgets.choices import Choices
from simulator.tui.widgets.composer import Composer
from simulator.tui.widgets.field import Field
from simulator.tui.widgets.formrows import FormRows
from simulator.tui.widgets.paper import Paper
from tests.engine.stories import STORY
from tests.preview.rooms import room, save
from tests.tui import games
from tests.tui.test_forms import FILE as MEETING

SIZES = [(60, 20), (120, 40)]
BROKEN = STORY.replace("to: wall", "to: wal")


def app(folder: Path, text: str = STORY, language: str = "en") -> PreviewApp:
    """Return the app over a file with this text; it looks when it is told to."""
    texts = games.english if language == "en" else i18n.load
    habits = Habits(language)
    game = Game(games.sessions, texts, habits, lambda _: None)
    return PreviewApp(game, room(folder, text), tick=None)


async def look(pilot: Pilot[int], times: int = 1) -> None:
    """Let the app look at its file, and do what follows from that."""
    found = pilot.app
    assert isinstance(found, PreviewApp)
    for _ in range(times):
        await found.look()
        await found.workers.wait_for_complete()
        await pilot.pause()
    await games.settle(pilot)


def preview(pilot: Pilot[int]) -> Preview:
    """Return the screen with the talk, whatever lies over it."""
    found = pilot.app
    assert isinstance(found, PreviewApp)
    assert found.preview is not None
    return found.preview


def opened(pilot: Pilot[int]) -> Room:
    return preview(pilot).room


def panel(pilot: Pilot[int]) -> str:
    """Return what the panel tells, in sight or not."""
    return preview(pilot).query_one(Paper).plain


def where(pilot: Pilot[int]) -> tuple[str, int]:
    """Return the scene and the number of answers."""
    state = preview(pilot).attempt.state
    return state.scene, state.turn


@pytest.mark.parametrize("size", SIZES)
async def test_the_panel_tells_what_a_trainee_must_not_see(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async with app(tmp_path).run_test(size=size) as pilot:
        await games.settle(pilot)
        assert "not now: knows(groups)" in panel(pilot)
        await games.say(pilot, "ask")
        told = games.painted(pilot)
        assert "the reply `ask`" in told
        assert "ask_fact(assortment)" in told
        assert "resistance 6 → 4 · trust 4 → 5 · + groups" in panel(pilot)
        assert "Сколько групп он берёт?" in told


async def test_the_panel_scrolls_and_has_the_screen_for_itself(tmp_path: Path) -> None:
    async with app(tmp_path).run_test(size=(60, 20)) as pilot:
        await games.settle(pilot)
        assert "State" not in games.painted(pilot)
        await games.press(pilot, "e", "tab")
        assert "patience: 0 of 3 fruitless turns" in games.painted(pilot)
        await games.press(pilot, "e")
        assert "Replies" not in games.painted(pilot)
        await games.press(pilot, "e", "1")
        assert where(pilot)[1] == 1


async def test_an_answer_is_taken_back_and_the_talk_begun_anew(tmp_path: Path) -> None:
    async with app(tmp_path).run_test() as pilot:
        await games.settle(pilot)
        await games.say(pilot, "ask", "beg")
        await games.press(pilot, "u")
        assert where(pilot) == ("opening", 1)
        await games.say(pilot, "beg")
        await games.press(pilot, "r", "enter")
        assert (games.front(pilot), where(pilot)) == (Preview, ("opening", 1))
        await games.press(pilot, "a")
        assert where(pilot) == ("opening", 0)


async def test_after_the_end_one_looks_back_or_goes_on(tmp_path: Path) -> None:
    found = app(tmp_path)
    async with found.run_test() as pilot:
        await games.settle(pilot)
        await games.say(pilot, "beg", "give-in")
        await games.press(pilot, "1")
        assert games.front(pilot) is DebriefScreen
        await games.press(pilot, "q", "2")
        assert where(pilot) == ("wall", 1)
        await games.press(pilot, "q")
    assert found.return_code == 0


async def test_any_scene_is_jumped_to_in_any_state(tmp_path: Path) -> None:
    async with app(tmp_path).run_test(size=(60, 20)) as pilot:
        await games.settle(pilot)
        await games.press(pilot, "j")
        assert games.front(pilot) is JumpSheet
        pilot.app.screen.query_one(Field).value = "wall"
        pilot.app.screen.query_one(StateBox).load_text("trust=12 fact=price")
        await games.press(pilot, "enter")
        assert "`trust` takes a whole number from 0 to 10." in games.in_sheet(pilot)
        assert "There is no fact `price`." in games.in_sheet(pilot)
        pilot.app.screen.query_one(StateBox).load_text("trust=2 fact=")
        await games.press(pilot, "tab", "end", "s", "h", "right", "enter")
        assert games.front(pilot) is Preview
        state = preview(pilot).attempt.state
        assert (state.scene, state.meters["oleg.trust"]) == ("wall", 2)
        assert [*state.known] == ["size", "share"]


async def test_keys_typed_in_one_burst_are_done_in_their_order(
    tmp_path: Path,
) -> None:
    async with app(tmp_path).run_test(size=(80, 24)) as pilot:
        await games.settle(pilot)
        await games.press(pilot, "j", "tab")
        box = pilot.app.screen.query_one(StateBox)
        box.load_text("trust=12")
        box.move_cursor(box.document.end)
        for key, sign in (("backspace", None), ("backspace", None), ("3", "3")):
            pilot.app.post_message(events.Key(key, sign))
        pilot.app.post_message(events.Key("enter", "\r"))
        await games.settle(pilot)
        assert games.front(pilot) is Preview
        assert preview(pilot).attempt.state.meters["oleg.trust"] == 3


async def test_the_panel_gives_way_to_replies_that_need_the_room(
    tmp_path: Path,
) -> None:
    long = "Сколько групп он берёт? " + "И как часто, и у кого ещё, и почём? " * 12
    text = STORY.replace("text: Сколько групп он берёт?", f"text: {long.strip()}")
    assert text != STORY
    async with app(tmp_path, text).run_test(size=(80, 24)) as pilot:
        await games.settle(pilot)
        shown = preview(pilot)
        replies = shown.query_one(Choices).size.height
        assert replies > MIDDLING
        assert shown.query_one("#answers").size.height == replies
        await games.say(pilot, "beg")
        assert shown.query_one(Choices).size.height <= MIDDLING
        assert not shown.has_class("-many")


async def test_a_saved_change_is_shown_and_the_place_kept(tmp_path: Path) -> None:
    async with app(tmp_path).run_test(size=(120, 40)) as pilot:
        await games.settle(pilot)
        await games.say(pilot, "ask", "share")
        save(opened(pilot), "Пять.", "Пять групп.")
        await look(pilot)
        assert where(pilot) == ("opening", 2)
        assert "Пять групп." in games.painted(pilot)
        assert "2 answers played again" in panel(pilot)
        save(opened(pilot), "- id: share\n", "- id: figures\n")
        await look(pilot)
        assert where(pilot) == ("opening", 1)
        assert "the reply `share` is not on offer now" in panel(pilot)
        await games.say(pilot, "figures")
        assert "played again" not in panel(pilot)


async def test_a_mistake_is_told_over_the_last_good_version_until_it_is_mended(
    tmp_path: Path,
) -> None:
    async with app(tmp_path).run_test() as pilot:
        await games.settle(pilot)
        await games.say(pilot, "ask")
        save(opened(pilot), "to: wall", "to: wal")
        await look(pilot, 1 + SETTLING)
        assert "SCN201 there is no scene" in panel(pilot)
        assert "the file cannot be played" in games.painted(pilot)
        await games.say(pilot, "share")
        opened(pilot).path.unlink()
        await look(pilot, 1 + SETTLING)
        assert "there is no such file" in panel(pilot)
        opened(pilot).path.write_text(STORY, encoding="utf-8")
        await look(pilot)
        assert "no such file" not in panel(pilot)
        assert where(pilot) == ("opening", 2)


async def test_a_file_with_mistakes_from_the_start_waits(tmp_path: Path) -> None:
    found = app(tmp_path, BROKEN)
    async with found.run_test() as pilot:
        await games.settle(pilot)
        assert games.front(pilot) is Waiting
        assert "SCN201" in games.painted(pilot)
        found.room.path.write_text(STORY, encoding="utf-8")
        await look(pilot)
        assert games.front(pilot) is Preview


async def test_own_words_are_heard_and_told_with_what_earned_the_codes(
    tmp_path: Path,
) -> None:
    async with app(tmp_path).run_test() as pilot:
        await games.settle(pilot)
        await games.press(pilot, "s")
        await pilot.app.workers.wait_for_complete()
        await games.speak(pilot, "Скажи, сколько групп он берёт у нас")
        assert where(pilot)[1] == 1
        assert "ask_fact" in panel(pilot)
        assert "«" in panel(pilot)
        await games.press(pilot, "escape")
        assert not pilot.app.screen.query_one(Composer).display
        await games.press(pilot, "1")
        assert where(pilot)[1] == 2


async def test_a_form_is_filled_in_and_keeps_what_stands_in_it(tmp_path: Path) -> None:
    text = MEETING.read_text(encoding="utf-8")
    async with app(tmp_path, text).run_test() as pilot:
        await games.settle(pilot)
        while preview(pilot).view.form is None:
            assert "own words" in games.painted(pilot)
            await games.press(pilot, "1")
        assert "own words" not in games.painted(pilot)
        assert "Where the form leads" in panel(pilot)
        await games.press(pilot, "enter", "enter")
        assert games.front(pilot) is FormPage
        save(opened(pilot), "title:", "title: New")
        await look(pilot)
        assert games.front(pilot) is FormPage
        rows = pilot.app.screen.query_one(FormRows)
        assert rows.values["date"]
        await games.press(pilot, "ctrl+s", "ctrl+s")
        assert games.front(pilot) is Preview
        assert "of the form" in panel(pilot)
