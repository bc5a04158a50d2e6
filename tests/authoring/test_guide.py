"""Every example of the authoring guide does what the page says; nothing is left out."""

import re
import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from simulator.authoring.rules import RULES
from simulator.i18n import load
from simulator.packs import Library
from simulator.scenario.drills import DRILL, DRILLS
from simulator.scenario.packs import PACK
from simulator.scenario.plays import ANSWER, PLAY, PLAYTHROUGHS
from simulator.scenario.schema import RECORDS
from tests.authoring.guide import (
    PAGES,
    PLACES,
    WHOLE,
    Example,
    examples,
    findings,
    page,
    says,
    told,
)
from tests.cli.shell import Shell

COMMANDS = {"check", "list", "new", "play", "rules", "run"}
"""What a console example may use; a page of output is promised for no other."""
WRITTEN = ("yaml", "text", "console")
each_language = pytest.mark.parametrize("language", PAGES)


def fragments() -> Iterator[object]:
    for language in PAGES:
        shown = list(examples(language))
        for one, following in zip(shown, [*shown[1:], None], strict=True):
            if one.kind == "yaml" and not one.mark.startswith("file="):
                name = f"{PAGES[language]}:{one.line}"
                yield pytest.param(language, one, following, id=name)


@pytest.mark.parametrize(("language", "example", "following"), fragments())
def test_a_fragment_has_the_findings_that_are_shown_or_none(
    language: str, example: Example, following: Example | None
) -> None:
    found = told(findings(example, language), load(language))
    expected = following.text if example.bad and following else ""
    assert found == expected


@each_language
def test_every_command_says_what_is_shown(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = Shell(tmp_path / "data", language)
    monkeypatch.chdir(tmp_path)
    for one in examples(language):
        if one.mark.startswith("file="):
            Path(one.mark.removeprefix("file=")).write_text(one.text, "utf-8")
        if one.kind == "console":
            asked, _, expected = one.text.partition("\n")
            said = shell.type(*command(asked)).output
            assert says(expected, said), f"line {one.line}:\n{said}"


def command(line: str) -> list[str]:
    """Return the words after the program's name; other commands are not known here."""
    dollar, program, *rest = shlex.split(line)
    assert (dollar, program) == ("$", "whose-client"), line
    assert rest[0] in COMMANDS, line
    return rest


@each_language
def test_every_block_is_one_that_is_tried(language: str) -> None:
    marks = {*PLACES, *WHOLE}
    before = None
    for one in examples(language):
        assert one.kind in WRITTEN, one
        if one.kind == "yaml":
            bare = one.mark.removesuffix(" bad")
            assert bare in marks or bare.startswith("file="), one
        if one.kind == "text":
            assert before is not None, one
            assert before.bad, one
        before = one


def keys() -> Mapping[str, None]:
    """Return every key of the files that an author writes."""
    records = (*RECORDS, PLAYTHROUGHS, PLAY, ANSWER, DRILLS, DRILL, PACK)
    return dict.fromkeys(key for one in records for key in one.keys)


@each_language
def test_every_key_of_the_format_is_explained(language: str) -> None:
    text = re.sub(r"^```.*?^```$", "", page(language), flags=re.MULTILINE | re.DOTALL)
    quoted = {word for span in re.findall(r"`([^`\n]+)`", text) for word in words(span)}
    assert [key for key in keys() if key not in quoted] == []


def words(span: str) -> list[str]:
    return re.findall(r"[a-z][a-z0-9_-]*", span)


@each_language
def test_every_rule_of_check_is_told(language: str) -> None:
    told_of = set(re.findall(r"SCN[89]\d\d", page(language)))
    told_of |= {
        f"SCN{number}"
        for low, high in re.findall(r"SCN([89]\d\d)–SCN([89]\d\d)", page(language))
        for number in range(int(low), int(high) + 1)
    }
    assert codes() <= told_of


def codes() -> set[str]:
    """Return the codes of the rules that look at whole talks."""
    found = {f"SCN{number}" for number in (801, 802, 821, 831, 841, 850)}
    folder = Path(RULES[0].__code__.co_filename).parent
    for path in folder.rglob("*.py"):
        found |= set(re.findall(r'"(SCN[89]\d\d)"', path.read_text("utf-8")))
    return found


@each_language
def test_it_is_a_page_that_one_reads_in_an_hour(language: str) -> None:
    lines = page(language).splitlines()
    assert 400 <= len(lines) <= 670
    assert max(map(len, lines)) <= 320
    assert PAGES["en" if language == "ru" else "ru"] in page(language)


def test_both_pages_show_the_same_kinds_of_examples() -> None:
    marks = [[(one.kind, one.mark) for one in examples(page)] for page in PAGES]
    shown = [[(k, m.split("=")[0]) for k, m in rows] for rows in marks]
    assert shown[0] == shown[1]


@each_language
def test_the_outcomes_told_for_each_status_are_those_of_the_rules(
    language: str,
) -> None:
    rules = Library.shipped().rulebook("key-clients")
    text = " ".join(page(language).split("\n"))
    for status, allowed in rules.decisions.items():
        told = re.search(f"`{status}` — ((?:`[a-z-]+`(?:, )?)+)", text)
        assert told is not None, status
        assert set(words(told[1])) == set(allowed)
