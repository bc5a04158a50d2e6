"""What talks show over time, on the screen: readable anywhere, with keys alone."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from simulator.engine import Choose
from simulator.tui.screens.brief import Brief
from simulator.tui.screens.home import Home
from simulator.tui.screens.progress import ProgressScreen
from simulator.tui.widgets.plot import DOTS, Curve, canvas
from tests.tui import games


def finish_some(folder: Path, talks: int = 3) -> None:
    """Play some talks to their ends."""
    kept = games.kept(folder)()
    for _ in range(talks):
        attempt = kept.start(games.STORY, "en")
        while not attempt.finished:
            attempt.answer(Choose(attempt.view.offers[0].reply))
    if kept.store is not None:
        kept.store.close()


async def to_progress(pilot: Pilot[int]) -> ProgressScreen:
    await games.settle(pilot)
    await games.press(pilot, "down", "down", "down", "enter")
    screen = pilot.app.screen
    assert isinstance(screen, ProgressScreen)
    return screen


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_progress_is_in_sight_at_every_size_and_without_colour(
    tmp_path: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    finish_some(tmp_path)
    async with games.app(games.kept(tmp_path)).run_test(size=size) as pilot:
        await to_progress(pilot)
        shown = games.painted(pilot)
        assert "Both scores, 0 to 100, talk by talk" in shown
        assert f"{DOTS}: key-client rules" in shown
        assert "100┤" in shown
        await games.press(pilot, *["pagedown"] * 4)
        assert "as a mirror, not as a certificate" in " ".join(
            games.painted(pilot).split()
        )


async def test_the_arrows_turn_the_plot_to_the_principles(tmp_path: Path) -> None:
    finish_some(tmp_path)
    async with games.app(games.kept(tmp_path)).run_test(size=(120, 40)) as pilot:
        screen = await to_progress(pilot)
        await games.press(pilot, "right")
        assert "› " in games.painted(pilot)
        assert "level, 0 to 4, talk by talk" in games.painted(pilot)
        await games.press(pilot, "left", "left")
        assert screen.shown == 8


async def test_enter_leads_to_what_comes_next_and_q_home(tmp_path: Path) -> None:
    finish_some(tmp_path, 1)
    async with games.app(games.kept(tmp_path)).run_test() as pilot:
        await to_progress(pilot)
        await games.press(pilot, "enter")
        assert isinstance(pilot.app.screen, Brief)
        await games.press(pilot, "escape", "й")
        assert isinstance(pilot.app.screen, Home)


def test_a_plot_has_no_colours_of_its_own() -> None:
    drawn = canvas(
        [Curve((10.0, None, 90.0)), Curve((5.0, 6.0, 7.0), DOTS)], 100, 1, 60, 9
    )
    assert "\x1b" not in drawn
    assert max(map(len, drawn.splitlines())) <= 60
    assert len(drawn.splitlines()) == 9
    assert canvas([Curve((None,))], 100, 1, 60, 9) == ""


async def test_a_change_of_language_changes_titles_too(tmp_path: Path) -> None:
    finish_some(tmp_path)
    app = games.app(games.kept(tmp_path), load_texts=games.two_languages)
    async with app.run_test(size=(120, 40)) as pilot:
        await to_progress(pilot)
        assert "Facts before opinions" in games.painted(pilot)
        await pilot.app.run_action("language")
        await games.settle(pilot)
        assert "Сначала факты" in games.painted(pilot)
        assert "MY PROGRESS" in games.painted(pilot)
