"""Pages for trainers are there in both languages, and show the same commands."""

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[1] / "docs"
TWINS = sorted(path.name for path in DOCS.glob("*.ru.md"))
WANTED = ("authoring", "graph-and-diff", "playing", "preview", "rehearsing", "sheets")


def test_what_a_trainer_reads_is_there_in_russian() -> None:
    assert {f"{name}.ru.md" for name in WANTED} <= set(TWINS)


@pytest.mark.parametrize("russian", TWINS)
def test_both_pages_lead_to_each_other(russian: str) -> None:
    english = russian.replace(".ru.md", ".md")
    assert f"({english})" in page(russian)
    assert f"({russian})" in page(english)


@pytest.mark.parametrize("name", ["graph-and-diff", "preview", "rehearsing", "sheets"])
def test_both_pages_show_the_same_commands_keys_and_codes(name: str) -> None:
    english, russian = page(f"{name}.md"), page(f"{name}.ru.md")
    assert len(commands(russian)) == len(commands(english))
    assert codes(russian) == codes(english)
    assert options(russian) == options(english)


def page(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def commands(text: str) -> list[str]:
    return re.findall(r"^    whose-client [^#\n]+", text, re.MULTILINE)


def codes(text: str) -> set[str]:
    return set(re.findall(r"SCN\d{3}", text))


def options(text: str) -> set[str]:
    return set(re.findall(r"--[a-z][a-z-]+", text))
