"""What authors and trainees write is shown as typed, and controls nothing."""

import pytest
from textual.app import App, ComposeResult
from textual.content import Content

from simulator.tui.widgets.choices import Choice, Choices
from simulator.tui.widgets.paper import Paper, Para
from tests.tui import games

TYPED = "[red]Hand[/red] him [@click=app.quit]over[/] :smile: [b"
SPOKEN = "[bold]Why should I?[/bold] I found him :fire:"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_markup_in_a_scenario_is_shown_as_typed(size: tuple[int, int]) -> None:
    async with games.app(scenario=games.STORY).run_test(size=size) as pilot:
        await games.begin(pilot)
        assert TYPED in games.painted(pilot)
        await games.say(pilot, "markup", "ask", "beg")
        shown = games.painted(pilot)
        assert SPOKEN in shown
        await games.press(pilot, "c")
        assert "[5/40]" in games.painted(pilot)
        await games.press(pilot, "escape" if size[0] < 100 else "c", "r")
        assert "[red]Hand[/red] him" in games.painted(pilot)


async def test_markup_is_shown_as_typed_in_the_debrief() -> None:
    async with games.app(scenario=games.STORY).run_test(size=(120, 40)) as pilot:
        await games.begin(pilot)
        await games.say(pilot, "markup", "beg", "give-in")
        await games.press(pilot, "1")
        assert TYPED in games.painted(pilot)


class Shelf(App[None]):
    """Widgets that show words of anybody."""

    def compose(self) -> ComposeResult:
        yield Choices([Choice("a", TYPED, TYPED)])
        yield Paper([Para(Content(TYPED))])


async def test_a_click_on_words_that_look_like_an_action_does_nothing() -> None:
    async with Shelf().run_test() as pilot:
        await pilot.click(Paper, offset=(25, 0))
        await pilot.pause()
        assert pilot.app.is_running
