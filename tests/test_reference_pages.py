"""The reference pages say the same in both languages, and their examples can be read.

What a reader looks up must not depend on his language: the same headings, tables,
ids, rules, figures and examples, section by section.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.scenario.drills import DRILL, DRILLS, parse_drills
from simulator.scenario.packs import PACK
from simulator.scenario.parsing import parse
from simulator.scenario.plays import ANSWER, PLAY, PLAYTHROUGHS, parse_playthroughs
from simulator.scenario.schema import RECORDS

DOCS = Path(__file__).parents[1] / "docs"
NAMES = ["scoring", "codebook", "scenario-format"]
FORMAT = ["scenario-format.md", "scenario-format.ru.md"]
BLOCK = re.compile(r"^```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ELSEWHERE = {"circle", "five-items", "marina", "meeting", "oleg-speaks", "share"}
"""Scenes, people and facts that the examples name and leave to the reader."""


def page(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def sections(text: str) -> list[str]:
    """Return a page in parts, each with its heading; examples are left out."""
    return re.split(r"^#+ ", BLOCK.sub("", text), flags=re.MULTILINE)[1:]


def ids(text: str) -> set[str]:
    """Return what stands in backticks and is one name, or a call of one."""
    names = re.findall(r"`([a-zA-Z][\w.-]*:?)(?:\([^`]*\))?`", text)
    return {name.rstrip(":") for name in names if not name.endswith((".py", ".md"))}


def figures(text: str) -> set[str]:
    """Return the numbers, however a language parts their digits."""
    whole = re.sub(r"(?<=\d)[, ](?=\d{3}\b)", "", text)
    return {one.replace(",", ".") for one in re.findall(r"\d+(?:[.,]\d+)?", whole)}


def rules(text: str) -> list[str]:
    return re.findall(r"\*\*([A-Z]-\d+)", text)


def rows(text: str) -> list[tuple[str, int]]:
    """Return the ids in the first cell of each table row, and how many cells it has."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [
        (" ".join(re.findall("`[^`]+`", line.split("|")[1])), line.count("|"))
        for line in lines
    ]


@pytest.mark.parametrize("told", [ids, figures, rules, rows])
@pytest.mark.parametrize("name", NAMES)
def test_every_section_says_the_same_in_both_languages(
    name: str, told: Callable[[str], object]
) -> None:
    english, russian = sections(page(f"{name}.md")), sections(page(f"{name}.ru.md"))
    assert len(russian) == len(english)
    for ours, theirs in zip(russian, english, strict=True):
        assert told(ours) == told(theirs), ours.partition("\n")[0]


@pytest.mark.parametrize("name", NAMES)
def test_both_pages_show_the_same_examples(name: str) -> None:
    english, russian = examples(f"{name}.md"), examples(f"{name}.ru.md")
    assert list(map(uncommented, russian)) == list(map(uncommented, english))


@pytest.mark.parametrize("name", FORMAT)
def test_the_examples_of_the_format_have_no_mistake(name: str) -> None:
    scenario, agenda, meeting, continues, plays, drills = examples(name)
    head, _, people = meeting.partition("cast:\n")
    scenario = scenario.replace("cast:\n", f"cast:\n{people}")
    scenario = scenario.replace("scenes:\n", f"scenes:\n{agenda}")
    found = parse(f"{scenario}{head}{continues}".encode()).findings
    assert {one.code[:4] for one in found} == {"SCN2"}
    assert {one.params["value"] for one in found} == ELSEWHERE
    assert parse_playthroughs(plays.encode()).findings == ()
    few = parse_drills(drills.encode()).findings
    assert [(one.code, one.params["key"]) for one in few] == [("SCN132", "replies")]


@pytest.mark.parametrize("name", FORMAT)
def test_the_page_on_the_format_names_every_key(name: str) -> None:
    records = (*RECORDS, PLAYTHROUGHS, PLAY, ANSWER, DRILLS, DRILL, PACK)
    told = set(re.findall(r"[a-z][a-z0-9_-]*", page(name)))
    assert [key for one in records for key in one.keys if key not in told] == []


def examples(name: str) -> list[str]:
    return BLOCK.findall(page(name))


def uncommented(example: str) -> str:
    """Return an example without what is for its reader only."""
    return re.sub(r" +#.*|by the rules|по правилам", "", example)
