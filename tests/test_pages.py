"""Pages for trainers are there in both languages, and show the same commands."""

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[1] / "docs"
TWINS = sorted(path.name for path in DOCS.glob("*.ru.md"))
WANTED = (
    "authoring",
    "codebook",
    "graph-and-diff",
    "playing",
    "preview",
    "rehearsing",
    "scenario-format",
    "scoring",
    "sheets",
)


def test_what_a_trainer_reads_is_there_in_russian() -> None:
    assert {f"{name}.ru.md" for name in WANTED} <= set(TWINS)


@pytest.mark.parametrize("russian", TWINS)
def test_both_pages_lead_to_each_other(russian: str) -> None:
    english = russian.replace(".ru.md", ".md")
    assert f"({english})" in page(russian)
    assert f"({russian})" in page(english)


@pytest.mark.parametrize("name", sorted(path.name for path in DOCS.glob("*.md")))
def test_every_link_leads_to_a_page_that_is_there(name: str) -> None:
    gone = [link for link in links(name) if not (DOCS / link).exists()]
    assert gone == []


@pytest.mark.parametrize("russian", TWINS)
def test_a_russian_page_leads_to_russian_pages(russian: str) -> None:
    own = russian.replace(".ru.md", ".md")
    others = [link.replace(".md", ".ru.md") for link in links(russian) if link != own]
    assert [name for name in others if name in TWINS] == []


@pytest.mark.parametrize("name", ["graph-and-diff", "preview", "rehearsing", "sheets"])
def test_both_pages_show_the_same_commands_keys_and_codes(name: str) -> None:
    english, russian = page(f"{name}.md"), page(f"{name}.ru.md")
    assert len(commands(russian)) == len(commands(english))
    assert codes(russian) == codes(english)
    assert options(russian) == options(english)


def page(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def links(name: str) -> list[str]:
    """Return the files that a page links to."""
    found = re.findall(r"\]\(([^)#\s]+)", page(name))
    return [link for link in found if "://" not in link]


def commands(text: str) -> list[str]:
    return re.findall(r"^    whose-client [^#\n]+", text, re.MULTILINE)


def codes(text: str) -> set[str]:
    return set(re.findall(r"SCN\d{3}", text))


def options(text: str) -> set[str]:
    return set(re.findall(r"--[a-z][a-z-]+", text))
