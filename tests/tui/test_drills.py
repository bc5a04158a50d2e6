"""The drills of today on the screen: pose, answer, grade, undo, sum up."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from simulator.sessions.usecases import Sessions
from simulator.store import DiskFullError
from simulator.study import Practice, Wish
from simulator.tui.app import GameApp
from simulator.tui.game import Game, Habits
from simulator.tui.screens.drill import DrillScreen
from simulator.tui.screens.home import Home
from simulator.tui.widgets.choices import Choices
from simulator.tui.widgets.composer import Composer
from simulator.tui.widgets.paper import Paper
from tests.study.reviews import practice
from tests.tui import games


def app(sessions: Sessions, wish: Wish | None = None) -> GameApp:
    """Return an app that goes straight to the drills."""
    game = Game(lambda: sessions, games.english, Habits("en"), lambda _: None)
    return GameApp(game, drill=wish or Wish())


def drills(pilot: Pilot[int]) -> DrillScreen:
    screen = pilot.app.screen
    assert isinstance(screen, DrillScreen)
    return screen


def page(pilot: Pilot[int]) -> str:
    return drills(pilot).query_one(Paper).plain


def digit(pilot: Pilot[int], reply: str) -> str:
    """Return the key of a reply."""
    rows = [one.id for one in drills(pilot).query_one(Choices).choices]
    return str(rows.index(reply) + 1)


@pytest.fixture
def held(tmp_path: Path) -> Practice:
    return practice(tmp_path)


async def test_a_sitting_goes_from_the_first_drill_to_what_it_came_to(
    held: Practice,
) -> None:
    async with app(held.sessions, Wish(minutes=2)).run_test() as pilot:
        await games.settle(pilot)
        assert "drill 1 of 2" in games.painted(pilot)
        assert "1:00" in games.painted(pilot)
        assert "Oleg: I found him myself." in page(pilot)
        await games.press(pilot, digit(pilot, "his-work-the-firms-loss"))
        assert "He fears that the credit will go" in page(pilot)
        assert drills(pilot).query_one(Choices).at == 2, "graded: well"
        await games.press(pilot, "4")
        assert "Marina: Without me they will leave." in page(pilot)
        await games.press(pilot, digit(pilot, "tell-them-you-are-ill"), "enter")
        assert "2 drills done: again 1, with ease 1." in page(pilot)
        await games.press(pilot, "enter")
        assert isinstance(pilot.app.screen, Home)
    assert [one.grade for one in held.log()] == [3, 4, 1]


@pytest.mark.parametrize("key", ["u", "г"])
async def test_the_last_drill_is_taken_back_and_posed_again(
    held: Practice, key: str
) -> None:
    async with app(held.sessions).run_test() as pilot:
        await games.settle(pilot)
        await games.press(pilot, digit(pilot, "because-i-say-so"), "enter")
        assert "drill 2 of 3" in games.painted(pilot)
        await games.press(pilot, key)
        assert "drill 1 of 3" in games.painted(pilot)
        assert "Oleg: I found him myself." in page(pilot)
    assert held.times("drill/two-objections/found-him-myself") == 0


async def test_with_nothing_to_take_back_that_is_said(held: Practice) -> None:
    async with app(held.sessions).run_test() as pilot:
        await games.settle(pilot)
        await games.press(pilot, "u")
        assert "There is no drill to take back." in games.painted(pilot)


async def test_own_words_are_heard_and_graded(held: Practice) -> None:
    async with app(held.sessions).run_test() as pilot:
        await games.settle(pilot)
        await games.press(pilot, "s")
        composer = drills(pilot).query_one(Composer)
        assert composer.display
        composer.load_text("I am in charge here, and I share out the clients.")
        composer.action_send()
        await games.heard(pilot)
        assert "I am in charge here" in page(pilot)
        assert "Pulling rank" in page(pilot) or "pulling rank" in page(pilot)
    [review] = held.log()
    assert (review.mode, review.grade) == ("speak", 1)


async def test_what_cannot_be_kept_is_said_and_can_be_answered_again(
    held: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = held.sessions.store
    assert store is not None

    def full(*_: object) -> None:
        raise DiskFullError(store.path)

    async with app(held.sessions).run_test() as pilot:
        await games.settle(pilot)
        with monkeypatch.context() as patched:
            patched.setattr(store, "add_review", full)
            await games.press(pilot, "1")
            assert "disk" in games.painted(pilot)
        await games.press(pilot, "1")
        assert drills(pilot).sitting.told is not None


async def test_the_first_screen_says_how_many_are_due(held: Practice) -> None:
    async with app(held.sessions, Wish(minutes=1)).run_test() as pilot:
        await games.settle(pilot)
        await games.press(pilot, "1", "enter", "enter")
        assert isinstance(pilot.app.screen, Home)
        assert "drills, a minute each" in games.painted(pilot)
    tomorrow = practice(
        held.sessions.store.path.parent if held.sessions.store else Path(),
        lambda: held.now.replace(month=4),
    )
    game = Game(lambda: tomorrow.sessions, games.english, Habits("en"), lambda _: None)
    async with GameApp(game).run_test() as pilot:
        await games.settle(pilot)
        await pilot.app.workers.wait_for_complete()
        await games.settle(pilot)
        assert "1 drill is due" in games.painted(pilot)
        await games.press(pilot, "down", "enter")
        assert "Oleg: Five years I have rung him" in page(pilot)


async def test_another_language_changes_the_words_and_keeps_what_was_typed(
    held: Practice,
) -> None:
    game = Game(
        lambda: held.sessions, games.two_languages, Habits("en"), lambda _: None
    )
    async with GameApp(game, drill=Wish()).run_test() as pilot:
        await games.settle(pilot)
        await games.press(pilot, "s")
        drills(pilot).query_one(Composer).load_text("You found him")
        await pilot.app.run_action("language")
        await games.settle(pilot)
        assert "WHAT YOU KNOW" in page(pilot)
        assert drills(pilot).query_one(Composer).text == "You found him"


def box(pilot: Pilot[int]) -> Composer:
    return drills(pilot).query_one(Composer)


async def test_what_was_typed_and_not_sent_is_there_again(
    held: Practice, tmp_path: Path
) -> None:
    async with app(held.sessions).run_test() as pilot:
        await games.settle(pilot)
        await games.press(pilot, "s")
        box(pilot).insert("You found him")
        await pilot.pause(0.6)
        # As after a killed program: another one opens the folder.
        async with app(practice(tmp_path).sessions).run_test() as again:
            await games.settle(again)
            assert box(again).display
            assert box(again).text == "You found him"


async def test_leaving_keeps_what_was_typed_at_once(held: Practice) -> None:
    async with app(held.sessions).run_test() as pilot:
        await games.settle(pilot)
        await games.press(pilot, "s")
        box(pilot).insert("You found him")
        await games.press(pilot, "escape")
        assert isinstance(pilot.app.screen, Home)
    assert held.draft("drill/two-objections/found-him-myself") == "You found him"


async def test_each_drill_has_words_of_its_own(held: Practice) -> None:
    async with app(held.sessions).run_test() as pilot:
        await games.settle(pilot)
        await games.press(pilot, "1", "enter", "s")
        box(pilot).insert("They will stay")
        await games.press(pilot, "f3")
        assert "drill 1 of 3" in games.painted(pilot)
        assert not box(pilot).text
        await games.press(pilot, "f2", "1", "enter")
        assert box(pilot).text == "They will stay"


async def test_words_that_cannot_be_kept_stay_in_the_box(
    held: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = held.sessions.store
    assert store is not None

    def full(*_: object) -> None:
        raise DiskFullError(store.path)

    async with app(held.sessions).run_test() as pilot:
        await games.settle(pilot)
        await games.press(pilot, "s")
        monkeypatch.setattr(store, "keep_drill_draft", full)
        box(pilot).insert("You found him")
        box(pilot).rest()
        await games.settle(pilot)
        assert "disk" in games.painted(pilot)
        assert box(pilot).text == "You found him"


async def test_a_drill_is_taken_back_before_its_grade_is_taken(held: Practice) -> None:
    async with app(held.sessions).run_test() as pilot:
        await games.settle(pilot)
        await games.press(pilot, "1", "u")
        assert drills(pilot).sitting.told is None
        assert "drill 1 of 3" in games.painted(pilot)
        await games.press(pilot, "1", "2")
        assert "drill 2 of 3" in games.painted(pilot)
    assert held.times("drill/two-objections/found-him-myself") == 1
