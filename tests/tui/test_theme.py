"""Both themes can be read by tired eyes, and without any colour at all."""

from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import Theme

from simulator.tui.theme import DARK, LIGHT, THEMES
from tests.tui import games


def luminance(color: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [part / 255 for part in Color.parse(color).rgb]
    linear = [
        p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_text_stands_out_from_every_ground(theme: Theme) -> None:
    grounds = [theme.background, theme.surface, theme.variables["selected"]]
    for ground in grounds:
        assert ground is not None
        assert contrast(str(theme.foreground), ground) >= 7
        for name in ("muted", "you", "other", "bad", "good"):
            assert contrast(theme.variables[name], ground) >= 4.5, (name, ground)


@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
async def test_without_colour_everything_is_still_told(
    theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with games.app(theme=theme, scenario=games.STORY).run_test() as pilot:
        assert pilot.app.no_color
        await games.begin(pilot)
        await games.say(pilot, "ask")
        shown = games.painted(pilot)
        assert "▼2" in shown
        assert "❯ 1" in shown
        segments = [
            segment
            for strip in pilot.app.screen._compositor.render_strips(pilot.app.size)
            for segment in strip.apply_filter(
                pilot.app._filters[-1], Color.parse("black")
            )
        ]
        colours = {
            tuple(segment.style.color.triplet)
            for segment in segments
            if segment.style and segment.style.color and segment.style.color.triplet
        }
        assert colours
        assert all(red == green == blue for red, green, blue in colours)


def test_the_styles_name_no_colour_of_their_own() -> None:
    styles = Path(__file__).parents[2] / "simulator" / "tui" / "styles"
    for file in styles.glob("*.tcss"):
        for line in file.read_text(encoding="utf-8").splitlines():
            declared = line.partition("{")[2]
            assert "#" not in declared, (file.name, line)
