"""The examples of the authoring guide, and the frame into which fragments are put.

The frame is the scenario that `new` writes where nothing is said; a fragment begins
at the left margin and goes where its mark says:

    ```yaml reply          at the head of a list or mapping of the frame
    ```yaml reply bad      the same; what is found stands in the ```text that follows
    ```yaml top            in place of the frame's key, or at its end
    ```yaml play           into the play-throughs
    ```yaml pack           a whole pack.yaml
    ```yaml drills         a whole drills.yaml
    ```yaml file=NAME      a file beside which the ```console commands run
    ```console             `$ command`, then what it says; `…` is any number of lines
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from gettext import NullTranslations
from pathlib import Path
from textwrap import indent

from simulator.authoring.new import usual
from simulator.authoring.new.texts import playthroughs_text, scenario_text
from simulator.cli.findings import as_lines
from simulator.scenario.drills import parse_drills
from simulator.scenario.findings import Finding
from simulator.scenario.packs import parse_pack
from simulator.scenario.parsing import parse
from simulator.scenario.plays import parse_playthroughs

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {"en": "authoring.md", "ru": "authoring.ru.md"}
WHOLE = {"top", "play", "pack", "drills"}
PLACES = {
    "reply": ("    replies:\n", 6),
    "line": ("    say:\n", 6),
    "fact": ("  facts:\n", 4),
    "person": ("cast:\n", 2),
    "scene": ("scenes:\n", 2),
    "reaction": ("\nreactions:\n", 2),
    "ending": ("endings:\n", 2),
}
"""Mark → after which words of the frame the fragment stands, and how far indented."""
_BLOCK = re.compile(r"^```([a-z]*) ?([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PLACE = re.compile(r"^.*?:\d+:\d+: ", re.MULTILINE)


@dataclass(frozen=True)
class Example:
    """One fenced block."""

    kind: str
    mark: str
    text: str
    line: int

    @property
    def bad(self) -> bool:
        """Tell whether it shows a mistake."""
        return self.mark.endswith(" bad")


def page(language: str) -> str:
    """Return the guide in a language."""
    return (DOCS / PAGES[language]).read_text("utf-8")


def examples(language: str) -> Iterator[Example]:
    """Yield the fenced blocks of the guide, from top to bottom."""
    text = page(language)
    for found in _BLOCK.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        yield Example(found[1], found[2] or "", found[3], line)


def findings(example: Example, language: str) -> tuple[Finding, ...]:
    """Return what is found in a fragment, once it stands in the frame."""
    wishes, mark = usual(language), example.mark.removesuffix(" bad")
    if mark == "pack":
        return parse_pack(example.text.encode()).findings
    if mark == "drills":
        return parse_drills(example.text.encode()).findings
    if mark == "play":
        frame = playthroughs_text(wishes, "frame")
        text = _after(frame, "plays:\n", indent(example.text, "  "))
        return parse_playthroughs(text.encode()).findings
    frame = scenario_text(wishes, "frame")
    if mark == "top":
        text = _instead(frame, example.text)
    else:
        words, blanks = PLACES[mark]
        text = _after(frame, words, indent(example.text, " " * blanks))
    return parse(text.encode()).findings


def told(found: tuple[Finding, ...], texts: NullTranslations) -> str:
    """Return findings as they are told, without their places."""
    return _PLACE.sub("", "".join(f"{line}\n" for line in as_lines(found, texts)))


def says(expected: str, said: str) -> bool:
    """Tell whether a command said what is expected; `…` stands for any lines."""
    parts = (
        "(?:.*\n)*?" if x == "…" else f"{re.escape(x)}\n" for x in _lines(expected)
    )
    return re.fullmatch("".join(parts), said) is not None


def _lines(text: str) -> list[str]:
    return text.removesuffix("\n").split("\n")


def _after(frame: str, words: str, fragment: str) -> str:
    head, found, tail = frame.partition(words)
    assert found, words
    return head + found + fragment + tail


def _instead(frame: str, fragment: str) -> str:
    """Put a top-level key in place of the frame's, or at its end."""
    key = fragment.partition(":")[0]
    own = re.compile(rf"^{key}:.*\n(?:(?: .*)?\n)*", re.MULTILINE)
    return f"{own.sub('', frame)}{fragment}"
