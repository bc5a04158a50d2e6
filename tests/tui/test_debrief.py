"""The debrief: turn by turn, then what it came to; and on from there."""

from textual.pilot import Pilot
from textual.widgets import OptionList

from scoring.forms.model import FormKind
from simulator.tui.screens.brief import Brief
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.home import Home
from simulator.tui.widgets.paper import Paper
from tests.tui import games
from tests.tui.test_forms import as_expected, meeting, to_the_form

TALL = (120, 60)


async def debriefed(pilot: Pilot[int], *replies: str) -> DebriefScreen:
    """Play a talk to its end and open its debrief."""
    await games.begin(pilot)
    await games.say(pilot, *replies)
    await games.press(pilot, "1")
    screen = pilot.app.screen
    assert isinstance(screen, DebriefScreen)
    return screen


async def test_a_turn_tells_words_codes_levels_mood_and_what_is_stronger() -> None:
    async with games.app(scenario=games.STORY).run_test(size=TALL) as pilot:
        screen = await debriefed(pilot, "threaten", "meeting")
        page = screen.query_one(Paper).plain
        for words in (
            "Turn 1 of 2",
            "Keep him and lose your bonus.",
            "a threat (red flag)",
            "0 of 4",
            "Oleg: Resistance 6 → 9  ▲3",
            "Stronger would have been",
            "try this turn again",
        ):
            assert words in page


async def test_walking_down_leads_to_both_scores_and_one_advice() -> None:
    async with games.app(scenario=games.STORY).run_test(size=TALL) as pilot:
        screen = await debriefed(pilot, "threaten", "meeting")
        await games.press(pilot, "down", "down")
        page = screen.query_one(Paper).plain
        assert screen.note is not None
        for words in (
            "A meeting is set",
            "Two scores, out of 100",
            "█",
            "not reached",
            "Next time",
            screen.note.advice.render(screen.game.texts),
            "Red flags",
            "Key-client rules",
            "Not learned: Assortment, Share.",
            screen.note.validity.render(screen.game.texts),
        ):
            assert words in page


async def test_both_scores_stand_side_by_side_from_the_start() -> None:
    async with games.app(scenario=games.STORY).run_test() as pilot:
        await debriefed(pilot, "ask", "beg", "meeting")
        first = games.painted(pilot).splitlines()[0]
        assert "Business above ego" in first
        assert "Key-client rules" in first


async def test_circling_is_told() -> None:
    async with games.app(scenario=games.STORY).run_test(size=TALL) as pilot:
        screen = await debriefed(pilot, "beg", *["beg-again"] * 3)
        await games.press(pilot, "end")
        page = screen.query_one(Paper).plain
        assert "In circles" in page
        assert "The same request again with no new reason: turns" in page


async def test_a_turn_is_tried_again_from_the_debrief() -> None:
    async with games.app(scenario=games.STORY).run_test() as pilot:
        await debriefed(pilot, "ask", "beg", "meeting")
        await games.press(pilot, "down", "к")
        assert games.talk(pilot).view.turn == 1
        await games.say(pilot, "ask")
        assert games.talk(pilot).view.turn == 2


async def test_the_same_talk_is_played_again_from_the_debrief() -> None:
    async with games.app(scenario=games.STORY).run_test() as pilot:
        await debriefed(pilot, "beg", "give-in")
        await games.press(pilot, "з")
        assert isinstance(pilot.app.screen, Brief)
        await games.press(pilot, "enter")
        assert games.talk(pilot).view.turn == 0


async def test_the_way_home_leaves_nothing_unfinished() -> None:
    async with games.app(scenario=games.STORY).run_test() as pilot:
        await debriefed(pilot, "beg", "give-in")
        await games.press(pilot, "q")
        assert isinstance(pilot.app.screen, Home)
        assert "Continue" not in games.painted(pilot)


async def test_escape_leads_back_to_the_end_of_the_talk() -> None:
    async with games.app(scenario=games.STORY).run_test() as pilot:
        await debriefed(pilot, "beg", "give-in")
        await games.press(pilot, "escape")
        assert "Go back to a turn and try again" in games.painted(pilot)


async def test_a_small_terminal_shows_the_list_above_the_page() -> None:
    async with games.app(scenario=games.STORY).run_test(size=(60, 20)) as pilot:
        screen = await debriefed(pilot, "beg", "give-in")
        turns = screen.query_one(OptionList)
        assert turns.size.width > 50
        assert "Turn 1 of 2" in games.painted(pilot)


async def test_the_language_changes_in_the_debrief() -> None:
    app = games.app(load_texts=games.two_languages, scenario=games.STORY)
    async with app.run_test(size=TALL) as pilot:
        screen = await debriefed(pilot, "beg", "give-in")
        assert "Facts before opinions" in screen.query_one(Paper).plain
        await games.press(pilot, "ctrl+p", *"language", "enter")
        page = screen.query_one(Paper).plain
        assert "LEVELS" in page
        assert "Сначала факты" in page


async def test_the_worksheet_stands_beside_the_right_one_with_the_reasons() -> None:
    async with meeting((100, 46)) as pilot:  # type: ignore[attr-defined]
        found = await to_the_form(pilot, FormKind.KEY_CLIENT)
        given = {"wallet": 4, "growth": [2, 3], "margin": 1, "trend": 2}
        found.put({"levels": given, "status": "key"})
        await games.press(pilot, "ctrl+s", "enter")
        await as_expected(pilot)
        await games.press(pilot, "1", "down", "down")
        lines = [line.partition("│")[2] for line in games.painted(pilot).splitlines()]
    rows = {" ".join(line.split()) for line in lines}
    assert {
        "yours right",
        "✓ Size of wallet 4 4",
        "~ Room for growth 2–3 3",
        "✗ Profitability 1 3",
        "The facts rule it out. The margin is 12 %.",
        "✗ Growth of purchases 2 no data",
        "A guess: nothing is known of it",
        "✓ Complexity of buying no data no data",
        "✗ Status: key client — not this; right: not enough data",
    } <= rows
