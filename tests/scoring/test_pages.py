"""What the pages and the shipped tables promise, they keep, in both languages."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from scoring.codes import RED_FLAGS, Code, Topic
from scoring.principles import Principle
from simulator.i18n import load
from simulator.reports.names import CODES, TOPICS
from tests.scoring.rules import rubric, rulebook

DOCS = Path(__file__).parents[2] / "docs"
CODEBOOK = (DOCS / "codebook.md").read_text("utf-8")
CODEBOOK_RU = (DOCS / "codebook.ru.md").read_text("utf-8")
CODEBOOKS = pytest.mark.parametrize(
    "page", [pytest.param(CODEBOOK, id="en"), pytest.param(CODEBOOK_RU, id="ru")]
)
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
RUSSIAN = load("ru")


def cells(page: str, first: str) -> list[str]:
    """Return the cells of the table row whose first cell begins so."""
    row = next(line for line in page.splitlines() if line.startswith(f"| {first}"))
    return [cell.strip() for cell in row.strip("|").split("|")]


@CODEBOOKS
@pytest.mark.parametrize("code", Code)
def test_the_codebook_explains_every_code_with_examples(code: Code, page: str) -> None:
    found = cells(page, f"`{code}`")
    assert all(found[:4])
    assert CYRILLIC.search(found[2])
    assert not CYRILLIC.search(found[3])
    assert ("⚑" in found[0]) is (code in RED_FLAGS)


@CODEBOOKS
@pytest.mark.parametrize("topic", Topic)
def test_the_codebook_calls_every_topic_as_the_russian_screens_do(
    topic: Topic, page: str
) -> None:
    found = cells(page, f"`{topic}`")
    assert all(found)
    assert found[2] == RUSSIAN.gettext(TOPICS[topic])


@pytest.mark.parametrize("code", Code)
def test_the_russian_codebook_calls_every_code_as_the_screens_do(code: Code) -> None:
    found = cells(CODEBOOK_RU, f"`{code}`")
    assert found[0].endswith(f" {RUSSIAN.gettext(CODES[code])}")


@pytest.mark.parametrize(
    ("page", "languages"),
    [
        pytest.param(CODEBOOK, ["en", "ru"], id="en"),
        pytest.param(CODEBOOK_RU, ["ru", "en"], id="ru"),
    ],
)
@pytest.mark.parametrize("principle", Principle)
def test_the_codebook_names_principles_as_the_rubric_does(
    principle: Principle, page: str, languages: list[str]
) -> None:
    found = cells(page, principle)
    text = rubric().principles[principle]
    assert found[1:3] == [text.title[language] for language in languages]
    assert found[5] == str(text.weight)
    harmed = {
        f"`{pattern.code}`"
        for row in rubric().rows
        if row.violation and row.principle is principle
        for pattern in row.when
    }
    assert set(re.findall("`[a-z_]+`", found[4])) == harmed


@pytest.mark.parametrize("name", ["scoring.md", "scoring.ru.md"])
def test_the_page_on_scoring_lists_what_each_violation_harms(name: str) -> None:
    page = (DOCS / name).read_text("utf-8")
    told: dict[str, str] = {}
    for row in rubric().rows:
        if row.violation:
            (pattern,) = row.when
            harm = f"{row.principle} = {row.level}"
            told[pattern.code] = ", ".join(filter(None, [told.get(pattern.code), harm]))
    for code, harms in told.items():
        assert cells(page, f"`{code}`")[1] == harms


def texts() -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield every text of the shipped rubric and rulebook, with where it stands."""
    yield "rubric", rubric().title
    for principle, text in rubric().principles.items():
        yield principle, text.title
        yield from ((f"{principle} anchor", anchor) for anchor in text.anchors)
    yield from ((row.id, row.anchor) for row in rubric().rows)
    yield "rulebook", rulebook().title
    for criterion in rulebook().criteria:
        yield criterion.id, criterion.name
        yield f"{criterion.id} proof", criterion.evidence
        yield from ((criterion.id, anchor) for anchor in criterion.anchors)
    yield from ((stop.id, stop.name) for stop in rulebook().stops)


def test_every_text_is_there_in_both_languages() -> None:
    for where, text in texts():
        assert set(text) == {"ru", "en"}, where
        assert CYRILLIC.search(text["ru"]), where
        assert text["en"].strip(), where
        assert not CYRILLIC.search(text["en"]), where


def test_the_five_anchors_of_a_scale_are_five_different_sentences() -> None:
    scales = [text.anchors for text in rubric().principles.values()]
    scales += [c.anchors for c in rulebook().criteria if c.anchors]
    for anchors in scales:
        assert len({anchor["ru"] for anchor in anchors}) == 5
        assert len({anchor["en"] for anchor in anchors}) == 5


@pytest.mark.parametrize("principle", Principle)
def test_every_principle_can_be_shown_at_its_best_and_can_be_harmed(
    principle: Principle,
) -> None:
    rows = [row for row in rubric().rows if row.principle is principle]
    assert max(row.level for row in rows if not row.violation) == 4
    assert min(row.level for row in rows if row.violation) <= 1
