"""A long talk: the same few widgets, and the beginning still in reach."""

import pytest
from textual.app import App, ComposeResult

from simulator.engine import Spoken
from simulator.tui.widgets.transcript import WINDOW, Transcript

LONG = 1_000


class Reader(App[None]):
    """Nothing but a transcript."""

    def compose(self) -> ComposeResult:
        yield Transcript("You")


def line(number: int) -> Spoken:
    who = "you" if number % 2 else "oleg"
    return Spoken(who, "" if number % 2 else "Oleg", f"line {number}")


def shown(transcript: Transcript) -> list[str]:
    return [str(bubble.content).splitlines()[-1] for bubble in transcript.bubbles]


async def test_only_the_last_messages_are_mounted() -> None:
    async with Reader().run_test() as pilot:
        transcript = pilot.app.query_one(Transcript)
        await transcript.fill(map(line, range(LONG)))
        await pilot.pause()
        assert len(transcript.children) == WINDOW
        assert shown(transcript)[-1] == f"line {LONG - 1}"
        assert transcript.scroll_y == transcript.max_scroll_y


async def test_further_messages_take_the_widgets_of_the_oldest() -> None:
    async with Reader().run_test() as pilot:
        transcript = pilot.app.query_one(Transcript)
        await transcript.fill(map(line, range(3)))
        await pilot.pause()
        before = set(transcript.children)
        assert len(before) == WINDOW
        for number in range(3, 3 + 2 * WINDOW):
            await transcript.extend([line(number)])
        await pilot.pause()
        assert set(transcript.children) == before
        last = 2 + 2 * WINDOW
        assert shown(transcript)[0] == f"line {last - WINDOW + 1}"
        assert shown(transcript)[-1] == f"line {last}"
        assert transcript.scroll_y == transcript.max_scroll_y


async def test_a_long_talk_can_be_read_from_its_beginning() -> None:
    async with Reader().run_test() as pilot:
        transcript = pilot.app.query_one(Transcript)
        await transcript.fill(map(line, range(130)))
        await pilot.pause()
        for _ in range(130):
            await transcript.back()
            await pilot.pause()
        assert transcript.first == 0
        assert shown(transcript)[0] == "line 0"
        assert transcript.scroll_y == 0
        for _ in range(130):
            await transcript.forward()
            await pilot.pause()
        assert shown(transcript)[-1] == "line 129"
        assert transcript.scroll_y == transcript.max_scroll_y


async def test_an_answer_leads_back_to_the_end() -> None:
    async with Reader().run_test() as pilot:
        transcript = pilot.app.query_one(Transcript)
        await transcript.fill(map(line, range(200)))
        await transcript.to_start()
        await pilot.pause()
        assert shown(transcript)[0] == "line 0"
        await transcript.extend([line(200)])
        await pilot.pause()
        assert shown(transcript)[-1] == "line 200"
        assert transcript.scroll_y == transcript.max_scroll_y


async def test_a_name_is_not_said_again_while_the_same_person_goes_on() -> None:
    async with Reader().run_test() as pilot:
        transcript = pilot.app.query_one(Transcript)
        oleg = Spoken("oleg", "Oleg", "words")
        await transcript.fill([oleg, oleg, Spoken("you", "", "mine"), oleg])
        words = [str(bubble.content) for bubble in transcript.bubbles]
        assert words == ["Oleg\nwords", "words", "You\nmine", "Oleg\nwords"]


async def test_an_answer_longer_than_the_room_is_shown_from_where_it_begins() -> None:
    async with Reader().run_test(size=(60, 12)) as pilot:
        transcript = pilot.app.query_one(Transcript)
        await transcript.fill(map(line, range(9)))
        await pilot.pause()
        long = [Spoken("oleg", "Oleg", f"Well {n}. " + "words " * 40) for n in range(4)]
        await transcript.extend([Spoken("you", "", "mine"), *long])
        await pilot.pause()
        await pilot.pause()
        top = transcript.bubbles[10].virtual_region.y
        assert transcript.scroll_y == top
        await transcript.extend([Spoken("you", "", "short"), line(10)])
        await pilot.pause()
        await pilot.pause()
        assert transcript.scroll_y == transcript.max_scroll_y


class Narrow(Reader):
    """Ten lines, and a margin under each message as in the game."""

    CSS = "Transcript { height: 10; } Bubble { margin: 0 0 1 0; }"


@pytest.mark.parametrize(("lines", "more"), [(9, False), (10, True)])
async def test_there_is_more_to_read_only_while_the_last_line_is_out_of_sight(
    lines: int, more: bool
) -> None:
    async with Narrow().run_test() as pilot:
        transcript = pilot.app.query_one(Transcript)
        words = "\n".join(f"line {number}" for number in range(lines))
        await transcript.fill([line(1)])
        await transcript.extend([Spoken("oleg", "Oleg", words)])
        await pilot.pause()
        assert transcript.goes_on is more
