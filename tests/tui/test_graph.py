"""The graph in the terminal: walked along its moves, by keys and by mouse."""

from collections.abc import Callable
from fractions import Fraction
from gettext import NullTranslations

import pytest
from textual.pilot import Pilot

from simulator.graph import Graph, Passing, compared, graph_of
from simulator.tui.game import Habits, game_without_talks
from simulator.tui.graphapp import GraphApp
from simulator.tui.screens.findscene import FindScene
from simulator.tui.screens.graph import GraphPage
from simulator.tui.screens.help import Help
from simulator.tui.screens.toosmall import TooSmall
from simulator.tui.widgets.choices import Choices
from tests.engine.stories import STORY, story
from tests.graph.versions import edited
from tests.tui import games

SIZES = [(60, 20), (80, 24), (120, 40)]
PASSING = Passing(10, {"opening": Fraction(1), "wall": Fraction(1, 2)})


def app(
    graph: Graph | None = None,
    passing: Passing | None = PASSING,
    language: str = "en",
    load_texts: Callable[[str], NullTranslations] = games.english,
) -> GraphApp:
    """Return an app that has not been started."""
    game = game_without_talks(load_texts, Habits(language))
    return GraphApp(game, graph or graph_of(story()), passing)


def at(pilot: Pilot[int]) -> str:
    """Return the scene that is shown."""
    screen = pilot.app.screen
    assert isinstance(screen, GraphPage)
    return screen.at


def moves(pilot: Pilot[int]) -> list[str]:
    """Return the titles of the moves that are shown."""
    return [one.title for one in pilot.app.screen.query_one(Choices).choices]


@pytest.mark.parametrize("size", SIZES)
async def test_a_scene_shows_what_is_said_and_where_each_reply_leads(
    size: tuple[int, int],
) -> None:
    async with app().run_test(size=size) as pilot:
        await games.settle(pilot)
        shown = games.painted(pilot)
        for words in (
            "opening  the talk begins here · tests P3",
            "Утро, склад.",
            "[if: oleg.resistance >= 8] Олег: Говорить не о чем.",
            "⟳ opening · ask",
            "Сколько групп он берёт?",
            "does: ask_fact(assortment)",
        ):
            assert words in shown
        assert all(len(line) <= size[0] for line in shown.splitlines())
        assert moves(pilot) == [
            "⟳ opening · ask",
            "→ wall · beg",
            "⟳ opening · push (pull_rank)",
            "⟳ opening · share ?",
            "→ meeting · agree ?",
            "⇢ in every scene",
            "← wall · back",
        ]


async def test_arrows_move_enter_follows_backspace_returns() -> None:
    async with app().run_test() as pilot:
        await games.settle(pilot)
        await games.press(pilot, "down", "enter")
        assert at(pilot) == "wall"
        await games.press(pilot, "down", "right")
        assert at(pilot) == "kept"
        assert "Всё как было." in games.painted(pilot)
        await games.press(pilot, "backspace")
        assert at(pilot) == "wall"
        await games.press(pilot, "left")
        assert at(pilot) == "opening"
        await games.press(pilot, "backspace")
        assert at(pilot) == "opening"


async def test_moves_that_lead_in_are_followed_back_to_where_they_start() -> None:
    async with app().run_test() as pilot:
        await games.settle(pilot)
        await games.press(pilot, "5")
        assert at(pilot) == "meeting"
        assert moves(pilot) == ["← opening · agree ?"]
        await games.press(pilot, "1")
        assert at(pilot) == "opening"
        await games.press(pilot, "6")
        assert moves(pilot) == ["⇢ kept · concede", "⇢ circle · patience is lost"]
        assert "if: fruitless >= 3" in games.painted(pilot)
        await games.press(pilot, "ы")
        assert at(pilot) == "opening"


async def test_a_scene_is_found_by_words() -> None:
    async with app().run_test(size=(60, 20)) as pilot:
        await games.settle(pilot)
        await games.press(pilot, "slash")
        assert games.front(pilot) is FindScene
        await games.press(pilot, *"ниче")
        assert "circle" in games.in_sheet(pilot)
        await games.press(pilot, "enter")
        assert at(pilot) == "circle"
        await games.press(pilot, "backspace")
        assert at(pilot) == "opening"


async def test_finding_moves_along_what_was_found_and_can_be_left() -> None:
    async with app().run_test() as pilot:
        await games.settle(pilot)
        await games.press(pilot, "f", "down", "down", "enter")
        assert at(pilot) == "meeting"
        await games.press(pilot, "а", *"zz")
        assert "Nothing found." in games.in_sheet(pilot)
        await games.press(pilot, "enter", "escape")
        assert at(pilot) == "meeting"


async def test_the_list_of_scenes_leads_everywhere_by_keys_and_mouse() -> None:
    async with app().run_test(size=(120, 40)) as pilot:
        await games.settle(pilot)
        await games.press(pilot, "shift+tab", "down", "enter")
        assert at(pilot) == "wall"
        await pilot.click("#map", offset=(4, 3))
        await games.settle(pilot)
        assert at(pilot) == "kept"
        await pilot.click(Choices, offset=(4, 0))
        await games.settle(pilot)
        assert at(pilot) == "wall"


async def test_how_often_a_scene_is_passed_is_told_by_height_and_number() -> None:
    async with app().run_test() as pilot:
        await games.settle(pilot)
        shown = games.painted(pilot)
        for words in (
            "100 % of",
            "█   opening",
            "▅   wall",
            "·   meeting ✓",
        ):
            assert words in shown


async def test_two_versions_show_what_changed() -> None:
    graph = compared(story(), edited(("to: meeting", "to: wall"), ("Слушаю.", "Ну?")))
    async with app(graph, passing=None).run_test(size=(120, 40)) as pilot:
        await games.settle(pilot)
        assert "of talks pass" not in games.painted(pilot)
        assert "~ changed" in games.painted(pilot)
        assert "→ wall · ~ agree ? (was: meeting) · changed" in moves(pilot)
        assert "→ meeting · − agree ? · removed" in moves(pilot)


async def test_what_authors_write_is_shown_as_typed() -> None:
    typed = "[red]Hand[/red] him [@click=app.quit]over[/] [b"
    told = STORY.replace("Сколько групп он берёт?", f"'{typed}'")
    told = told.replace("oleg: [Слушаю., Снова ты.]", f"oleg: '{typed}'")
    async with app(graph_of(story(told))).run_test(size=(120, 40)) as pilot:
        await games.settle(pilot)
        assert games.painted(pilot).count(typed) == 2
        await games.press(pilot, "slash", *"hand")
        assert typed in games.in_sheet(pilot)


async def test_help_explains_the_signs() -> None:
    async with app().run_test(size=(120, 40)) as pilot:
        await games.settle(pilot)
        await games.press(pilot, "question_mark")
        assert games.front(pilot) is Help
        assert "⇢ is a reaction or lost patience" in games.in_sheet(pilot)


async def test_the_language_changes_where_one_stands() -> None:
    made = app(language="ru", load_texts=games.two_languages)
    async with made.run_test(size=(120, 40)) as pilot:
        await games.settle(pilot)
        await games.press(pilot, "2")
        await made.action_language()
        await games.settle(pilot)
        assert at(pilot) == "wall"
        assert "⇢ in every scene" in moves(pilot)


async def test_a_window_too_small_says_so_and_the_graph_is_left_by_one_key() -> None:
    async with app().run_test(size=(50, 10)) as pilot:
        await games.settle(pilot)
        assert games.front(pilot) is TooSmall
        await pilot.resize_terminal(80, 24)
        await games.settle(pilot)
        await pilot.press("й")
    assert pilot.app.return_value == 0
