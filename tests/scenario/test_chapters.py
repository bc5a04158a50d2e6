"""The long talk that `check` is timed on, and the same as ink source."""

import re
from pathlib import Path

import pytest

from bench.chapters import chapters_yaml
from bench.chapterwords import KINDS
from bench.inksource import ink_source
from bench.measure import Pair, in_turn
from simulator.authoring import check
from simulator.packs import Library
from simulator.scenario.model import Scenario
from simulator.scenario.parsing import parse

each_sort = pytest.mark.parametrize("rich", [True, False], ids=["rich", "plain"])


@each_sort
def test_check_finds_nothing_in_a_talk_of_many_chapters(
    tmp_path: Path, rich: bool
) -> None:
    path = tmp_path / "talk.yaml"
    path.write_bytes(chapters_yaml(300, rich))
    checked = check([path], Library.shipped(), spoken=False)
    assert (checked.files, checked.findings) == (1, ())


@each_sort
def test_the_same_number_of_scenes_makes_the_same_talk(rich: bool) -> None:
    assert chapters_yaml(100, rich) == chapters_yaml(100, rich)


def test_a_rich_talk_has_all_that_a_reply_can_have() -> None:
    replies = [reply for scene in made(300).scenes.values() for reply in scene.replies]
    assert 600 < len(replies) < 900
    for some in (
        [one for one in replies if one.because],
        [one for one in replies if one.when is not None],
        [one for one in replies if one.once],
        [one for one in replies if one.effects.learn],
        [one for one in replies if one.effects.flags],
        [one for one in replies if one.effects.shifts],
    ):
        assert 0 < len(some) < len(replies)


def test_how_a_reply_looks_tells_nothing_of_what_it_does() -> None:
    for way in (way for kind in KINDS for way in kind.ways):
        short, middling, long = way.texts
        assert len(short) < len(middling) < len(long)
        assert [bool(re.search(r"\d", one)) for one in way.texts] == [
            True,
            False,
            False,
        ]


@each_sort
def test_the_ink_source_has_the_same_scenes_choices_and_targets(rich: bool) -> None:
    scenario = made(120, rich)
    knots = as_ink(scenario)
    assert set(knots) == {
        f"k_{name.replace('-', '_')}" for name in (*scenario.scenes, *scenario.endings)
    }
    for scene in scenario.scenes.values():
        knot = knots[f"k_{scene.id}"]
        assert re.findall(r"^[*+] ", knot, re.MULTILINE) == [
            "* " if reply.once else "+ " for reply in scene.replies
        ]
        assert re.findall(r"-> (\w+)", knot) == [
            f"k_{str(reply.effects.to).replace('-', '_')}" for reply in scene.replies
        ]


def test_every_variable_of_the_ink_source_is_declared_once() -> None:
    source = ink_source(made(120))
    declared = re.findall(r"^VAR (\w+)", source, re.MULTILINE)
    assert len(declared) == len(set(declared))
    assert set(re.findall(r"\bv_\w+", source)) == set(declared)


def test_what_has_a_meaning_in_ink_is_said_as_it_is_written() -> None:
    text = chapters_yaml(100).decode()
    words = "Three years I have run him."
    assert words in text
    scenario = parse(
        text.replace(words, "No {yes} | #1 [x] // ~ -> <>").encode()
    ).scenario
    assert scenario is not None
    assert r"oleg: No \{yes\} \| \#1 \[x\] \/\/ \~ -\> \<\>" in ink_source(scenario)


def test_measurements_are_taken_in_turn_and_the_first_do_not_count() -> None:
    ours, theirs = iter([9.0, 1.0, 2.0, 3.0]), iter([9.0, 2.0, 1.0, 3.0])
    pair = Pair(*in_turn([ours.__next__, theirs.__next__], rounds=3))
    assert pair == Pair((1.0, 2.0, 3.0), (2.0, 1.0, 3.0))
    assert pair.ratio == 1.0


def made(scenes: int, rich: bool = True) -> Scenario:
    scenario = parse(chapters_yaml(scenes, rich)).scenario
    assert scenario is not None
    return scenario


def as_ink(scenario: Scenario) -> dict[str, str]:
    """Return what stands in each knot."""
    _, *rest = re.split(r"^=== (\w+) ===$", ink_source(scenario), flags=re.MULTILINE)
    return dict(zip(rest[::2], rest[1::2], strict=True))
