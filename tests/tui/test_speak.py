"""Speaking: type, be heard, put right what was misheard; nothing typed is lost."""

from collections.abc import Callable
from pathlib import Path

from textual import events
from textual.pilot import Pilot

from simulator.engine import Mode, Read, Source
from simulator.sessions.usecases import Sessions
from simulator.store import open_store
from simulator.tui.app import GameApp
from simulator.tui.screens.home import Home
from simulator.tui.screens.meant import Meant
from simulator.tui.screens.rewind import Rewind
from simulator.tui.screens.speak import Speak
from simulator.tui.screens.unkept import Unkept
from simulator.tui.widgets.choices import Choices
from simulator.tui.widgets.composer import Composer
from tests.tui import games

ASKS = "Скажи, сколько групп он берёт у нас"
BEGS = "Может, отдашь его Ирине, а"
DOUBTFUL = "Что именно он берёт, какие группы? Может, отдашь Ирине?"


def speaking(
    opened: Callable[[], Sessions] = games.sessions, mode: str = "speak"
) -> GameApp:
    return games.app(opened, scenario=games.STORY, mode=mode, language="ru")


def last_read(screen: Speak) -> Read:
    found = (e for e in reversed(screen.attempt.events) if isinstance(e, Read))
    return next(found)


def screen_of(pilot: Pilot[int]) -> Speak:
    screen = pilot.app.screen
    assert isinstance(screen, Speak)
    return screen


async def test_words_are_typed_heard_and_answered() -> None:
    async with speaking().run_test(size=(80, 40)) as pilot:
        await games.begin(pilot)
        assert screen_of(pilot).query_one(Composer).has_focus
        await games.speak(pilot, ASKS)
        shown = games.painted(pilot)
        assert "сколько групп он берёт" in shown
        assert "heard: + a question of fact: assortment" in shown
        assert screen_of(pilot).query_one(Composer).text == ""
        assert screen_of(pilot).attempt.turns == 1


async def test_enter_right_behind_the_words_sends_them_all() -> None:
    async with speaking().run_test(size=(80, 40)) as pilot:
        await games.begin(pilot)
        for letter in ASKS:
            pilot.app.post_message(events.Key(letter, letter))
        pilot.app.post_message(events.Key("enter", None))
        await games.settle(pilot)
        await pilot.app.workers.wait_for_complete()
        assert ASKS in [one.text for one in screen_of(pilot).attempt.spoken]


async def test_no_reply_is_shown_before_one_has_spoken() -> None:
    async with speaking().run_test(size=(80, 40)) as pilot:
        await games.begin(pilot)
        assert "Может, всё-таки отдашь" not in games.painted(pilot)


async def test_words_that_earned_something_are_underlined() -> None:
    async with speaking().run_test(size=(80, 40)) as pilot:
        await games.begin(pilot)
        await games.speak(pilot, ASKS)
        strips = pilot.app.screen._compositor.render_strips(pilot.app.size)
        marked = "".join(
            segment.text
            for strip in strips
            for segment in strip
            if segment.style and segment.style.underline
        )
        assert "сколько" in marked


async def test_in_doubt_the_trainee_is_asked_what_he_meant() -> None:
    async with speaking().run_test(size=(80, 40)) as pilot:
        await games.begin(pilot)
        await games.speak(pilot, DOUBTFUL)
        screen = screen_of(pilot)
        assert screen.attempt.turns == 0
        assert "Did you mean:" in games.painted(pilot)
        offered = [choice.id for choice in screen.query_one(Choices).choices]
        assert set(offered) == {"ask", "beg", ""}
        await games.press(pilot, str(1 + offered.index("beg")))
        assert screen_of(pilot).attempt.turns == 1
        assert last_read(screen).by is Source.TRAINEE
        assert last_read(screen).reply == "beg"


async def test_a_doubt_can_be_put_aside_and_the_words_changed() -> None:
    async with speaking().run_test(size=(80, 40)) as pilot:
        await games.begin(pilot)
        await games.speak(pilot, DOUBTFUL)
        await games.press(pilot, "escape")
        screen = screen_of(pilot)
        assert screen.query_one(Composer).has_focus
        assert screen.query_one(Composer).text == DOUBTFUL
        assert screen.attempt.turns == 0


async def test_what_was_misheard_is_put_right_with_one_key() -> None:
    async with speaking().run_test(size=(80, 40)) as pilot:
        await games.begin(pilot)
        await games.speak(pilot, ASKS)
        await games.press(pilot, "f4")
        assert games.front(pilot) is Meant
        assert "What did you mean?" in games.in_sheet(pilot)
        choices = pilot.app.screen.query_one(Choices).choices
        wanted = [choice.id for choice in choices].index("beg")
        await games.press(pilot, str(wanted + 1))
        assert last_read(screen_of(pilot)).reply == "beg"
        assert screen_of(pilot).attempt.turns == 1


async def test_an_exam_shows_nothing_and_takes_nothing_back() -> None:
    app = speaking(mode="exam")
    async with app.run_test(size=(80, 40)) as pilot:
        await games.begin(pilot)
        await games.speak(pilot, ASKS)
        assert "heard:" not in games.painted(pilot)
        await games.press(pilot, "f4")
        assert games.front(pilot) is Speak
        await games.press(pilot, "f3")
        assert games.front(pilot) is Speak


async def test_after_an_exam_a_turn_is_tried_again_as_practice() -> None:
    async with speaking(mode="exam").run_test(size=(80, 40)) as pilot:
        await games.begin(pilot)
        await games.speak(pilot, BEGS, "Ладно, пусть остаётся у тебя.")
        exam = screen_of(pilot).attempt
        assert exam.finished
        await games.press(pilot, "2")
        assert games.front(pilot) is Rewind
        await games.press(pilot, "home", "enter")
        practice = screen_of(pilot).attempt
        assert (practice.turns, practice.state.mode) == (0, Mode.SPEAK)
        assert exam.finished


async def test_function_keys_lead_where_letters_lead_elsewhere() -> None:
    async with speaking().run_test(size=(80, 40)) as pilot:
        await games.begin(pilot)
        await games.speak(pilot, ASKS)
        await games.press(pilot, "f3")
        assert games.front(pilot) is Rewind


async def test_letters_are_typed_and_do_nothing_else() -> None:
    async with speaking().run_test(size=(80, 40)) as pilot:
        await games.begin(pilot)
        await games.press(pilot, "q", "r", "c", "question_mark", "1")
        assert screen_of(pilot).query_one(Composer).text == "qrc?1"


async def test_several_lines_and_a_paste_are_one_reply() -> None:
    async with speaking().run_test(size=(80, 40)) as pilot:
        await games.begin(pilot)
        composer = screen_of(pilot).query_one(Composer)
        composer.insert("Скажи")
        await games.press(pilot, "ctrl+j")
        composer.post_message(events.Paste("сколько\r\nгрупп\x1b[31m"))
        await games.settle(pilot)
        assert composer.text == "Скажи\nсколько\nгрупп\ufffd[31m"
        await games.press(pilot, "enter")
        await pilot.app.workers.wait_for_complete()
        await games.settle(pilot)
        assert screen_of(pilot).attempt.turns == 1


async def test_the_history_comes_back_with_arrows_and_the_draft_after_it() -> None:
    async with speaking().run_test(size=(80, 40)) as pilot:
        await games.begin(pilot)
        await games.speak(pilot, ASKS)
        composer = screen_of(pilot).query_one(Composer)
        composer.insert("Погоди")
        await games.press(pilot, "up")
        assert composer.text == ASKS
        await games.press(pilot, "down")
        assert composer.text == "Погоди"


async def test_nothing_is_said_with_nothing_typed() -> None:
    async with speaking().run_test(size=(80, 40)) as pilot:
        await games.begin(pilot)
        await games.speak(pilot, "   ")
        assert "There is nothing to say yet" in games.painted(pilot)
        assert screen_of(pilot).attempt.turns == 0


async def test_an_unsent_draft_is_there_again(tmp_path: Path) -> None:
    opened = games.kept(tmp_path)
    async with speaking(opened).run_test(size=(80, 40)) as pilot:
        await games.begin(pilot)
        await games.speak(pilot, ASKS)
        screen_of(pilot).query_one(Composer).insert("А ещё я хотел")
        await pilot.pause(0.6)
    async with games.app(opened, language="ru").run_test(size=(80, 40)) as pilot:
        await games.settle(pilot)
        await games.press(pilot, "enter")
        assert screen_of(pilot).query_one(Composer).text == "А ещё я хотел"


async def test_leaving_keeps_the_draft_at_once(tmp_path: Path) -> None:
    opened = games.kept(tmp_path)
    async with speaking(opened).run_test(size=(80, 40)) as pilot:
        await games.begin(pilot)
        screen_of(pilot).query_one(Composer).insert("Не успел")
        await games.press(pilot, "escape")
        assert games.front(pilot) is Home
        (left,) = opened().unfinished()
        assert opened().resume(left.id).draft == "Не успел"


async def test_words_that_cannot_be_kept_are_not_lost(tmp_path: Path) -> None:
    store = games.FailingStore(open_store(tmp_path))
    app = speaking(lambda: games.sessions(store))
    async with app.run_test(size=(80, 40)) as pilot:
        await games.begin(pilot)
        store.full = True
        await games.speak(pilot, ASKS)
        assert games.front(pilot) is Unkept
        store.full = False
        await games.press(pilot, "enter")
        assert screen_of(pilot).attempt.turns == 1


async def test_everything_fits_a_small_terminal() -> None:
    async with speaking().run_test(size=(60, 20)) as pilot:
        await games.begin(pilot)
        await games.speak(pilot, ASKS)
        shown = games.painted(pilot)
        assert "heard:" in shown
        assert "Enter say" in shown


async def test_the_talk_ends_with_the_same_choices_as_ever() -> None:
    async with speaking().run_test(size=(80, 40)) as pilot:
        await games.begin(pilot)
        await games.speak(pilot, BEGS)
        await games.speak(pilot, "Ладно, пусть остаётся у тебя.")
        screen = screen_of(pilot)
        assert screen.view.ending is not None
        assert not screen.query_one(Composer).display
        assert screen.query_one(Choices).has_focus
        assert "Debrief" in games.painted(pilot)


async def test_markup_in_own_words_is_shown_as_typed() -> None:
    async with speaking().run_test(size=(80, 40)) as pilot:
        await games.begin(pilot)
        await games.speak(pilot, "[red]сколько[/red] [@click=app.quit]групп[/]")
        assert "[red]сколько[/red] [@click=app.quit]групп[/]" in games.painted(pilot)
