"""The pages of what a rehearsal finds: the bad example, the message, the cure."""

import re
from gettext import NullTranslations
from pathlib import Path
from typing import Final

import pytest

from simulator.authoring.rehearsal import Task, findings, rehearse
from simulator.packs import Library
from simulator.scenario.parsing import parse

PAGES: Final = sorted((Path(__file__).parents[2] / "docs/rules").glob("SCN88?.md"))
BLOCK: Final = re.compile(r"^```(?:yaml|text)[^\n]*\n(.*?)^```$", re.M | re.S)


def said(text: str, code: str) -> list[str]:
    """Rehearse a story; return what is found under a code."""
    path = Path("talk.yaml")
    loaded = Library.shipped().loaded(text.encode(), path, "talk")
    task = Task(loaded.scenario, loaded.rubric, loaded.rulebook, 100, 1, 200)
    document = parse(loaded.text, "talk.yaml").document
    found = findings(rehearse(task), str(path), document)
    return [one.text(NullTranslations()) for one in found if one.code == code]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_bad_example_gets_the_message_and_the_good_one_does_not(
    page: Path,
) -> None:
    text = page.read_text("utf-8")
    bad, message, good = BLOCK.findall(text)
    assert text.startswith(f"# {page.stem}: ")
    assert set(message.splitlines()) <= set(said(bad, page.stem))
    assert said(good, page.stem) == []


def test_every_finding_of_a_rehearsal_has_a_page() -> None:
    assert [page.stem for page in PAGES] == [f"SCN88{n}" for n in range(1, 6)]
