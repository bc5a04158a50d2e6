"""The talk: choosing, what is seen of it, and what happens when keeping fails."""

from pathlib import Path

import pytest

from simulator.engine import Fill
from simulator.store import open_store
from simulator.tui.screens.brief import Brief
from simulator.tui.screens.cardsheet import CardSheet
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.home import Home
from simulator.tui.screens.rewind import Rewind
from simulator.tui.screens.unkept import Unkept
from simulator.tui.widgets.choices import Choices
from simulator.tui.widgets.field import Field
from simulator.tui.widgets.transcript import Transcript
from tests.tui import games

MEETING = games.SHIPPED / "base/client-x-meeting.en.yaml"


async def test_a_digit_an_arrow_and_a_click_all_choose() -> None:
    async with games.app(scenario=games.STORY).run_test() as pilot:
        await games.begin(pilot)
        first = games.talk(pilot).view.offers[0].text
        await games.press(pilot, "1")
        assert games.talk(pilot).attempt.spoken[2].text == first
        second = games.talk(pilot).view.offers[1].text
        await games.press(pilot, "down", "enter")
        assert second in [line.text for line in games.talk(pilot).attempt.spoken]
        replies = pilot.app.screen.query_one("#replies", Choices)
        third = games.talk(pilot).view.offers[2].text
        region = replies.line_of(2)
        await pilot.click("#replies", offset=(10, region.y))
        await games.settle(pilot)
        assert third in [line.text for line in games.talk(pilot).attempt.spoken]


async def test_replies_wrap_under_themselves_and_stand_in_the_shuffled_order() -> None:
    async with games.app(scenario=games.STORY).run_test(size=(60, 30)) as pilot:
        await games.begin(pilot)
        lines = games.painted(pilot).splitlines()
        at = next(n for n, line in enumerate(lines) if "What exactly does he" in line)
        assert lines[at + 1].startswith(" " * 6)
        numbers = [o.number for o in games.talk(pilot).view.offers]
        assert numbers == [1, 2, 3, 4]


async def test_who_speaks_is_told_in_words() -> None:
    async with games.app(scenario=games.STORY).run_test(size=(80, 40)) as pilot:
        await games.begin(pilot)
        await games.say(pilot, "ask")
        lines = [line.strip(" ▌▊") for line in games.painted(pilot).splitlines()]
        assert lines.count("Oleg") == 3
        assert lines.count("You") == 1
        assert "Oleg sits down sideways." in lines


async def test_the_mood_is_a_word_a_bar_a_number_and_an_arrow() -> None:
    async with games.app(scenario=games.STORY).run_test() as pilot:
        await games.begin(pilot)
        assert "Resistance  ●●●●●●○○○○  6  digs in" in games.painted(pilot)
        await games.say(pilot, "ask")
        shown = games.painted(pilot)
        assert "Resistance  ●●●●○○○○○○  4  argues  ▼2" in shown
        assert "Trust       ●●●●●○○○○○  5  is watching  ▲1" in shown
        assert "hunger      ●●○○○○○○○○  2\n" in shown


async def test_the_turn_is_counted() -> None:
    async with games.app(scenario=games.STORY).run_test() as pilot:
        await games.begin(pilot)
        assert "Rehearsal  ·  turn 1" in games.painted(pilot)
        await games.say(pilot, "beg", "give-in")
        assert "Rehearsal  ·  2 turns" in games.painted(pilot)


@pytest.mark.parametrize("key", ["c", "с"])
async def test_the_card_opens_and_closes_by_one_key(key: str) -> None:
    async with games.app(scenario=games.STORY).run_test() as pilot:
        await games.begin(pilot)
        await games.say(pilot, "ask")
        assert "Forty shops" not in games.painted(pilot)
        await games.press(pilot, key)
        assert isinstance(pilot.app.screen, CardSheet)
        shown = games.painted(pilot)
        assert "● new  Assortment" in shown
        assert "from: Oleg" in shown
        assert "The decision needs 1 more fact." in shown
        await games.press(pilot, key)
        assert not isinstance(games.talk(pilot), CardSheet)


async def test_the_card_stands_beside_the_talk_on_a_wide_terminal() -> None:
    async with games.app(scenario=games.STORY).run_test(size=(120, 40)) as pilot:
        await games.begin(pilot)
        shown = games.painted(pilot)
        assert "Forty shops in the region." in shown
        assert "Oleg · sales manager" in shown
        await pilot.resize_terminal(80, 24)
        await games.settle(pilot)
        assert "Forty shops" not in games.painted(pilot)


@pytest.mark.parametrize("key", ["r", "к"])
async def test_any_turn_can_be_tried_again(key: str) -> None:
    async with games.app(scenario=games.STORY).run_test() as pilot:
        await games.begin(pilot)
        await games.say(pilot, "ask", "beg", "beg-again")
        await games.press(pilot, key)
        assert isinstance(pilot.app.screen, Rewind)
        shown = games.in_sheet(pilot)
        assert "no longer counts, but stays in the record" in shown
        assert "Turn 2 Would you perhaps" in shown
        await games.press(pilot, "up", "enter")
        assert games.talk(pilot).view.turn == 1
        assert "ask" in [offer.reply for offer in games.talk(pilot).view.offers]
        assert len(games.talk(pilot).attempt.events) > 10


async def test_the_language_changes_in_mid_talk_and_the_talk_stays() -> None:
    app = games.app(load_texts=games.two_languages, scenario=games.STORY)
    async with app.run_test(size=(80, 40)) as pilot:
        await games.begin(pilot)
        await games.say(pilot, "ask")
        before = games.talk(pilot).view
        await games.press(pilot, "ctrl+p", *"language", "enter")
        shown = games.painted(pilot)
        assert "RESISTANCE  ●●●●○○○○○○  4  ARGUES  ▼2" in shown
        assert "YOU" in shown
        assert "Five groups: fasteners" in shown
        assert "CLIENT CARD" in shown
        assert games.talk(pilot).view == before
        await games.say(pilot, "beg")
        assert games.talk(pilot).view.turn == 2


async def test_there_is_nothing_to_go_back_to_before_the_first_turn() -> None:
    async with games.app(scenario=games.STORY).run_test() as pilot:
        talk = await games.begin(pilot)
        await games.press(pilot, "r")
        assert pilot.app.screen is talk
        assert "go back" not in games.painted(pilot)


async def test_leaving_says_that_the_talk_is_kept(tmp_path: Path) -> None:
    async with games.app(
        games.kept(tmp_path), scenario=games.STORY
    ).run_test() as pilot:
        await games.begin(pilot)
        await games.say(pilot, "ask")
        await games.press(pilot, "й")
        assert isinstance(pilot.app.screen, Home)
        shown = games.painted(pilot)
        assert "The talk is kept." in shown
        assert "Rehearsal · 1 turn played" in shown


async def test_the_end_offers_the_debrief_first() -> None:
    async with games.app(scenario=games.STORY).run_test() as pilot:
        await games.begin(pilot)
        await games.say(pilot, "beg", "meeting")
        shown = games.painted(pilot)
        assert "A meeting is set" in shown
        assert "On Thursday it is decided by the rules." in shown
        await games.press(pilot, "enter")
        assert isinstance(pilot.app.screen, DebriefScreen)


async def test_a_digit_pressed_twice_answers_once() -> None:
    async with games.app(scenario=games.STORY).run_test() as pilot:
        await games.begin(pilot)
        replies = pilot.app.screen.query_one("#replies", Choices)
        replies.action_take_number(1)
        replies.action_take_number(1)
        await games.settle(pilot)
        assert games.talk(pilot).view.turn == 1


async def test_an_answer_that_cannot_be_kept_is_given_again(tmp_path: Path) -> None:
    store = games.FailingStore(open_store(tmp_path))
    app = games.app(lambda: games.sessions(store), scenario=games.STORY)
    async with app.run_test() as pilot:
        await games.begin(pilot)
        await games.say(pilot, "ask")
        store.full = True
        await games.press(pilot, "1")
        assert isinstance(pilot.app.screen, Unkept)
        assert "is full" in games.painted(pilot)
        await games.press(pilot, "1")
        assert isinstance(pilot.app.screen, Unkept)
        store.full = False
        await games.press(pilot, "1")
        assert games.talk(pilot).view.turn == 2
    assert store.attempts()[0].standing.turns == 2  # type: ignore[operator]  # a real store's


async def test_a_talk_that_cannot_be_kept_is_saved_elsewhere(tmp_path: Path) -> None:
    store = games.FailingStore(open_store(tmp_path))
    target = tmp_path / "elsewhere.json"
    app = games.app(lambda: games.sessions(store), scenario=games.STORY)
    async with app.run_test() as pilot:
        await games.begin(pilot)
        store.full = True
        await games.press(pilot, "1", "2")
        field = pilot.app.screen.query_one(Field)
        assert field.value.endswith("whose-client-attempt1.json")
        field.value = str(target)
        await games.press(pilot, "enter")
        assert f"Saved:{target}" in games.in_sheet(pilot).replace(" ", "")
        await games.press(pilot, "3")
        assert isinstance(pilot.app.screen, Home)
    again = games.sessions(open_store(tmp_path / "other")).load_file(target)
    assert again.turns == 1


async def test_a_talk_that_leads_on_offers_the_next_one() -> None:
    way = (
        "last-year plus-one-group thanks-for-niva payment-from-bank by-the-table"
        " both-cards company-decides pick-your-road three-with-prices"
        " nobody-signs-blind one-page"
    )
    async with games.app(scenario="client-x").run_test(size=(80, 40)) as pilot:
        await games.begin(pilot)
        await games.say(pilot, *way.split())
        assert "Play on: The meeting about Client X" in games.painted(pilot)
        await games.press(pilot, "2")
        assert games.front(pilot) is Brief
        assert "You bring from your talk of" not in games.painted(pilot)


async def test_page_up_turns_the_talk_back_however_long_the_replies_are() -> None:
    async with games.app(scenario="client-x").run_test(size=(60, 20)) as pilot:
        await games.begin(pilot)
        await games.say(pilot, "which-groups", "sum-and-source", "one-in-twenty")
        answers = pilot.app.screen.query_one("#answers")
        assert answers.max_scroll_y > 0
        before = pilot.app.screen.query_one(Transcript).scroll_y
        await games.press(pilot, "pageup")
        assert pilot.app.screen.query_one(Transcript).scroll_y < before


async def test_where_more_is_to_be_read_it_is_said() -> None:
    async with games.app(scenario=str(MEETING)).run_test(size=(60, 20)) as pilot:
        await games.begin(pilot)
        attempt = games.talk(pilot).attempt
        await games.talk(pilot).give(Fill({"date": "today"}, 5))
        await games.settle(pilot)
        assert attempt.view.form is None
        assert "PgDn read on" in games.painted(pilot)
        for _ in range(9):
            await games.press(pilot, "pagedown")
        assert "PgUp earlier" in games.painted(pilot)
