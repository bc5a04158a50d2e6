"""Every page of docs/rules is true: the bad example, the message, the cure."""

import re
from gettext import NullTranslations
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from simulator.authoring import check
from simulator.authoring.codes import ALL, AUTHORING
from simulator.authoring.explaining import blank, explain
from simulator.authoring.selection import HEARD, PLAYED
from simulator.i18n import load
from simulator.packs import Library

PAGES: Final = Path(__file__).parents[2] / "docs" / "rules"
BLOCK: Final = re.compile(r"^```(yaml|text) ?(\S*)\n(.*?)^```$", re.M | re.S)
PACK: Final = (
    'id: mine\ntitle: Mine\nlanguage: en\nversion: "1"\nauthor: Me\nlicence: MIT\n'
)
TEXTS: Final = NullTranslations()


class Page(NamedTuple):
    """A page taken apart."""

    bad: dict[str, str]
    """File → its text; a block without a name is `talk.yaml`."""
    said: list[str]
    good: dict[str, str]
    """The files that are mended; the others stay as they were."""


def page(path: Path) -> Page:
    bad: dict[str, str] = {}
    good: dict[str, str] = {}
    said: list[str] = []
    for kind, name, text in BLOCK.findall(path.read_text(encoding="utf-8")):
        if kind == "text":
            said = text.splitlines()
        else:
            (good if said else bad)[name or "talk.yaml"] = text
    return Page(bad, said, good)


def found(folder: Path, files: dict[str, str], code: str) -> list[str]:
    folder.mkdir()
    (folder / "pack.yaml").write_text(PACK, encoding="utf-8")
    for name, text in files.items():
        part = "rubrics" if re.search(r"^rows:", text, re.M) else ""
        (folder / part).mkdir(exist_ok=True)
        (folder / part / name).write_text(text, encoding="utf-8")
    result = check([folder], Library.shipped(), spoken=code in HEARD)
    lines = [one.text(TEXTS) for one in result.findings if one.code == code]
    assert result.texts
    return [line.replace(f"{folder}/", "") for line in lines]


@pytest.mark.parametrize(
    "path",
    [
        path
        for path in sorted(PAGES.glob("SCN*.md"))
        if not path.stem.startswith(PLAYED)
    ],
    ids=lambda path: path.stem,
)
def test_the_bad_example_gets_the_message_and_the_good_one_does_not(
    path: Path, tmp_path: Path
) -> None:
    bad, said, good = page(path)
    assert found(tmp_path / "bad", bad, path.stem) == said != []
    assert found(tmp_path / "good", {**bad, **good}, path.stem) == []


def test_every_rule_has_its_page_and_every_page_its_rule() -> None:
    assert {path.stem for path in PAGES.glob("SCN*.md")} == set(AUTHORING)


@pytest.mark.parametrize("code", AUTHORING)
def test_a_page_is_explained_in_both_languages(code: str) -> None:
    told = {language: explain(code, TEXTS, language) for language in ("en", "ru")}
    english, russian = told["en"], told["ru"]
    assert english is not None
    assert russian is not None
    assert "```yaml" in english.page
    assert "```yaml" in russian.page
    assert not re.search(r"[а-яё]{4}", english.page.split("```")[0])
    assert re.search(r"[а-яё]{4}", russian.page.split("```")[0])


@pytest.mark.parametrize("code", AUTHORING)
def test_the_findings_of_a_page_are_told_in_the_readers_language(code: str) -> None:
    russian = explain(code, load("ru"), "ru")
    assert russian is not None
    said = re.findall(rf"^\S+: (\w+) {code}: (.*)$", russian.page, re.MULTILINE)
    assert said
    assert {severity for severity, _ in said} <= {"ошибка", "предупреждение"}
    assert all(re.search("[а-яё]{3}", words) for _, words in said)


def test_an_unknown_code_is_not_explained() -> None:
    assert explain("SCN999", TEXTS, "en") is None


def test_a_code_without_a_page_is_told_in_its_words() -> None:
    told = explain("scn201", TEXTS, "en")
    assert told is not None
    assert (told.message, told.page) == ("there is no scene or ending `…`", "")


def test_codes_are_declared_once() -> None:
    assert list(ALL) == sorted(ALL)


def test_the_table_of_findings_tells_every_rule_and_no_other() -> None:
    table = (PAGES.parent / "findings.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| (SCN[89]\d\d) \| (\w+) \| (.+) \| (.+) \|$", table, re.M)
    assert told == [
        (rule.code, str(rule.severity), blank(rule.message), blank(rule.remedy))
        for rule in AUTHORING.values()
    ]
