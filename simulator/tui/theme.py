"""Two themes of our own, light and dark, with the contrast that tired eyes need.

Body text stands at 7:1 or more against its ground, muted text at 4.5:1 or more.
Colour only repeats what words and shapes already say.
"""

from typing import Final

from textual.theme import Theme

DARK: Final = Theme(
    name="evening",
    dark=True,
    primary="#8ab4f8",
    secondary="#e6b673",
    accent="#8ab4f8",
    success="#8fce9b",
    warning="#e6b673",
    error="#f2938a",
    foreground="#e4e6eb",
    background="#15181e",
    surface="#1b1f27",
    panel="#262b36",
    variables={
        "muted": "#9aa3b2",
        "rule": "#343b49",
        "selected": "#2a3344",
        "hovered": "#20262f",
        "you": "#8ab4f8",
        "other": "#e6b673",
        "bad": "#f2938a",
        "good": "#8fce9b",
        "code-ink": "#000000",  # cameras want black on white, in the evening too
        "code-paper": "#ffffff",
        "link-style": "none",
        "link-style-hover": "underline",
        "link-background-hover": "transparent",
        "scrollbar": "#343b49",
        "scrollbar-hover": "#4a5366",
        "scrollbar-active": "#4a5366",
        "scrollbar-background": "#15181e",
        "scrollbar-background-hover": "#15181e",
        "scrollbar-background-active": "#15181e",
        "scrollbar-corner-color": "#15181e",
    },
)

LIGHT: Final = Theme(
    name="morning",
    dark=False,
    primary="#1d4f91",
    secondary="#7a4a00",
    accent="#1d4f91",
    success="#1c5e33",
    warning="#7a4a00",
    error="#9c2218",
    foreground="#1d2026",
    background="#faf8f3",
    surface="#f3f0e8",
    panel="#e8e4da",
    variables={
        "muted": "#575e6b",
        "rule": "#d3cdbf",
        "selected": "#dfe8f5",
        "hovered": "#efece3",
        "you": "#1d4f91",
        "other": "#7a4a00",
        "bad": "#9c2218",
        "good": "#1c5e33",
        "code-ink": "#000000",
        "code-paper": "#ffffff",
        "link-style": "none",
        "link-style-hover": "underline",
        "link-background-hover": "transparent",
        "scrollbar": "#d3cdbf",
        "scrollbar-hover": "#b9b2a1",
        "scrollbar-active": "#b9b2a1",
        "scrollbar-background": "#faf8f3",
        "scrollbar-background-hover": "#faf8f3",
        "scrollbar-background-active": "#faf8f3",
        "scrollbar-corner-color": "#faf8f3",
    },
)

THEMES: Final = (DARK, LIGHT)
