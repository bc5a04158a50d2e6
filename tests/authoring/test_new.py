"""A new scenario holds whatever it is called, and its files fit one another."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from simulator.authoring import check
from simulator.authoring.new import (
    LONGEST,
    BadIdError,
    BadWordsError,
    FileThereError,
    NotWrittenError,
    Wishes,
    an_id,
    begin_scenario,
    id_from,
    schema_line,
    usual,
    words,
)
from simulator.authoring.new.quoting import fill, quoted
from simulator.authoring.new.texts import pack_text, playthroughs_text, scenario_text
from simulator.authoring.schemas import path_of
from simulator.packs import Library
from simulator.plaintext import is_blank
from simulator.scenario.kinds import Kind
from simulator.scenario.packs import parse_pack
from simulator.scenario.parsing import parse
from simulator.scenario.plays import parse_playthroughs

LANGUAGES = ("ru", "en")
each_language = pytest.mark.parametrize("language", LANGUAGES)
SPITEFUL = "'#: \"- {x}, [y] & *z | > % @ ` \\n $id ${title} 🐴 NULL "


letters = st.characters(
    codec="utf-8",
    exclude_categories=("Cc", "Cs", "Zl", "Zp"),
    exclude_characters="\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067"
    "\u2068\u2069\ufeff\ufff9\ufffa\ufffb\ufffe\uffff",
)
typed = st.text(letters, min_size=1, max_size=LONGEST // 2).filter(
    lambda text: not is_blank(text)
)
"""Whatever somebody can type and see on a screen."""


# What is typed.


@each_language
@settings(max_examples=15)
@given(title=typed, manager=typed, manager_role=typed, client=typed, role=typed)
@example(*[SPITEFUL] * 5)
@example("yes", "~", "1:30", "0x1F", "null")
@example(*["Ё" * LONGEST] * 5)
@example("stay", "note: a", "- a", "a #b", "#")
def test_whatever_is_typed_holds_and_comes_out_as_typed(
    language: str,
    title: str,
    manager: str,
    manager_role: str,
    client: str,
    role: str,
) -> None:
    wishes = Wishes(
        title=words(title),
        language=language,
        manager=words(manager),
        manager_role=words(manager_role),
        client=words(client),
        role=words(role),
        difficulty="hard",
    )
    name = id_from(wishes.title)
    parsed = parse(scenario_text(wishes, name).encode())
    assert parsed.findings == ()
    scenario = parsed.scenario
    assert scenario is not None
    person = scenario.cast["manager"]
    assert (scenario.id, scenario.title, scenario.role) == (
        an_id(name),
        wishes.title,
        wishes.role,
    )
    assert (person.name, person.role) == (wishes.manager, wishes.manager_role)
    assert scenario.client.name == wishes.client
    assert all(said in scenario.brief for said in (wishes.client, wishes.manager))
    plays = parse_playthroughs(playthroughs_text(wishes, name).encode())
    assert (plays.findings, plays.playthroughs and plays.playthroughs.scenario) == (
        (),
        name,
    )
    assert parse_pack(pack_text(wishes, name).encode()).findings == ()


@given(typed)
@example(SPITEFUL)
@example("no")
def test_other_programs_read_a_value_as_the_same_words(text: str) -> None:
    written = f"{{key: {quoted(words(text))}, next: 1}}"
    events = yaml.parse(written, Loader=yaml.SafeLoader)
    scalars = [one for one in events if isinstance(one, yaml.ScalarEvent)]
    assert [one.value for one in scalars] == ["key", words(text), "next", "1"]
    assert scalars[1].style == '"' or scalars[1].value.lower() != "no"


def test_a_name_in_a_comment_or_a_value_that_was_put_in_stays_as_it_is() -> None:
    text = "a: $x  # $x\nb: |\n  $x and $y\n"
    assert fill(text, {"x": "$y", "y": "#"}) == 'a: "$y"  # $x\nb: |\n  $y and #\n'


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param("", "at least one character", id="nothing"),
        pytest.param(" \u00a0 ", "at least one character", id="blanks"),
        pytest.param("\u00ad\u200b", "at least one character", id="nothing-seen"),
        pytest.param("a\x1b[31m", "U+001B", id="escape"),
        pytest.param("a\nb", "U+000A", id="two-lines"),
        pytest.param("a\tb", "U+0009", id="tab"),
        pytest.param("a\u202eb", "U+202E", id="reversed"),
        pytest.param("a\udce9", "U+DCE9", id="no-character"),
        pytest.param("a\uffff", "U+FFFF", id="not-for-yaml"),
        pytest.param("x" * (LONGEST + 1), "1001 characters", id="too-long"),
    ],
)
def test_words_that_cannot_stand_in_a_file_are_refused(text: str, why: str) -> None:
    with pytest.raises(BadWordsError, match=re.escape(why)):
        words(text)


def test_letters_are_written_in_the_one_usual_way_without_outer_blanks() -> None:
    assert words("  Йод\u00a0") == "Йод"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Чей «Обоз»?", "chey-oboz"),
        ("  Whose ACCOUNT is it? ", "whose-account-is-it"),
        ("5 вопросов", "voprosov"),
        ("🐴🐴", "my-talk"),
        ("客户", "my-talk"),
        ("Stay", "stay-1"),
        ("щ" * 500, "sch" * 20),
    ],
)
def test_the_id_is_made_of_the_title(title: str, name: str) -> None:
    assert id_from(title) == name
    assert an_id(name) == name


@pytest.mark.parametrize("name", ["Обоз", "a b", "../a", "-a", "a/b", "stay", "", "1a"])
def test_what_is_no_id_is_refused_with_one_that_is(name: str) -> None:
    with pytest.raises(BadIdError) as refused:
        an_id(name)
    assert an_id(str(refused.value.values["better"]))


# Files.


@each_language
def test_the_files_have_no_finding_and_the_folder_becomes_a_pack(
    language: str, tmp_path: Path
) -> None:
    written = begin_scenario(usual(language), tmp_path / "new" / "pack")
    names = [path.name for path in (tmp_path / "new" / "pack").iterdir()]
    shared = ["pack.yaml", "scenario.schema.json"]
    assert sorted(names) == sorted(
        [f"{written.id}.yaml", f"{written.id}.playthroughs.yaml", *shared]
    )
    checked = check([tmp_path], Library.shipped())
    assert (checked.findings, checked.files) == ((), 3)


def test_the_first_line_tells_editors_where_the_keys_are(tmp_path: Path) -> None:
    written = begin_scenario(usual("en"), tmp_path)
    first = written.scenario.read_text("utf-8").splitlines()[0]
    assert first == schema_line()
    assert first == "# yaml-language-server: $schema=scenario.schema.json"


@each_language
def test_the_schema_that_it_names_lies_beside_it(language: str, tmp_path: Path) -> None:
    written = begin_scenario(usual(language), tmp_path)
    named = written.scenario.read_text("utf-8").splitlines()[0].rpartition("=")[2]
    assert written.schema == tmp_path / named
    shipped = path_of(Kind.SCENARIO, language).read_text("utf-8")
    assert written.schema.read_text("utf-8") == shipped
    written.schema.write_text("mine", "utf-8")
    assert begin_scenario(usual(language), tmp_path).schema is None
    assert written.schema.read_text("utf-8") == "mine"


def test_a_pack_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("mine", "utf-8")
    assert begin_scenario(usual("en"), tmp_path).pack is None
    assert (tmp_path / "pack.yaml").read_text("utf-8") == "mine"


def test_an_id_made_of_the_title_gets_a_number_when_it_is_taken(tmp_path: Path) -> None:
    names = [begin_scenario(usual("en"), tmp_path).id for _ in range(3)]
    assert names == [
        "whose-account-is-it",
        "whose-account-is-it-2",
        "whose-account-is-it-3",
    ]


@pytest.mark.parametrize("title", ["Pack", "Drills"])
def test_a_title_never_names_a_file_that_is_something_else(
    title: str, tmp_path: Path
) -> None:
    written = begin_scenario(replace(usual("en"), title=title), tmp_path)
    assert written.id == f"{title.lower()}-2"


@pytest.mark.parametrize("taken", ["mine.yaml", "mine.playthroughs.yaml"])
def test_a_file_is_never_overwritten_and_nothing_else_is_left(
    taken: str, tmp_path: Path
) -> None:
    (tmp_path / taken).write_text("precious", "utf-8")
    with pytest.raises(FileThereError, match="there already"):
        begin_scenario(usual("ru"), tmp_path, "mine")
    assert [path.name for path in tmp_path.iterdir()] == [taken]
    assert (tmp_path / taken).read_text("utf-8") == "precious"


def test_a_link_that_leads_nowhere_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").symlink_to(tmp_path / "away")
    with pytest.raises(FileThereError):
        begin_scenario(usual("en"), tmp_path, "mine")
    assert not (tmp_path / "away").exists()


def test_a_folder_that_is_a_file_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(NotWrittenError, match="cannot be written"):
        begin_scenario(usual("en"), tmp_path / "file")


def test_when_a_file_cannot_be_made_nothing_is_left_behind(tmp_path: Path) -> None:
    with pytest.raises(NotWrittenError):
        begin_scenario(usual("en"), tmp_path / "a" / "b", "x" * 250)
    assert list(tmp_path.iterdir()) == []
