"""Every letter key works in both layouts."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

import simulator.tui
from simulator.tui.keys import both, label, twin, twins
from tests.tui import games


@pytest.mark.parametrize(
    ("keys", "bound"),
    [
        pytest.param(("q",), "q,й,Q,Й", id="letter-with-capitals"),
        pytest.param(("ctrl+p",), "ctrl+p,ctrl+з", id="with-a-modifier"),
        pytest.param(("c", "q"), "c,с,C,С,q,й,Q,Й", id="several"),
        pytest.param(("f1",), "f1", id="no-letter"),
    ],
)
def test_a_letter_is_bound_in_both_layouts(keys: tuple[str, ...], bound: str) -> None:
    assert both(*keys) == bound


@pytest.mark.parametrize(
    ("letter", "language", "named"),
    [
        pytest.param("q", "en", "q", id="english"),
        pytest.param("q", "ru", "й/q", id="russian"),
        pytest.param("c", "ru", "с", id="letters-that-look-alike"),
    ],
)
def test_a_key_is_named_in_the_readers_way(
    letter: str, language: str, named: str
) -> None:
    assert label(letter, language) == named


def test_inherited_letters_get_twins_with_the_same_action() -> None:
    given = [Binding("ctrl+a,home", "start"), Binding("left", "back")]
    assert [(one.key, one.action) for one in twins(given)] == [("ctrl+ф", "start")]  # type: ignore[union-attr]  # made as Binding


def classes() -> Iterator[type[DOMNode]]:
    """All of the game's screens, widgets and its app."""
    walked = pkgutil.walk_packages(simulator.tui.__path__, "simulator.tui.")
    for module in walked:
        for value in vars(importlib.import_module(module.name)).values():
            ours = isinstance(value, type) and issubclass(value, DOMNode)
            if ours and value.__module__.startswith("simulator.tui"):
                yield value


def test_no_binding_of_any_class_lacks_its_twin() -> None:
    lacking = []
    for each in classes():
        keys = each._merge_bindings().key_to_bindings
        for key, bindings in keys.items():
            other = twin(key)
            if other is None:
                continue
            actions = {one.action for one in keys.get(other, ())}
            lacking += [
                (each.__name__, key, one.action)
                for one in bindings
                if one.action not in actions and not inherited(each, one)
            ]
    assert lacking == []


def inherited(each: type[DOMNode], binding: Binding) -> bool:
    """Textual's own Ctrl+C of an app is overridden by ours under all four keys."""
    return binding.action == "help_quit" and each.__name__ == "Frame"


async def test_no_binding_that_is_live_lacks_its_twin() -> None:
    async with games.app(scenario=games.STORY).run_test() as pilot:
        await games.begin(pilot)
        for key in ("", "question_mark", "escape", "с", "escape", "ctrl+p"):
            if key:
                await games.press(pilot, key)
            live = pilot.app.screen.active_bindings
            missing = [key for key in live if (t := twin(key)) and t not in live]
            assert missing == []


async def test_ctrl_q_leaves_in_the_russian_layout() -> None:
    async with games.app().run_test() as pilot:
        await games.settle(pilot)
        await pilot.press("ctrl+й")
    assert pilot.app.return_value == 0
