"""A file under its author's hands: saved, broken, mended; the place is kept."""

import os
from collections.abc import Callable
from gettext import NullTranslations
from pathlib import Path

import pytest

from simulator.engine import Placed
from simulator.packs import read_file, shipped_folder
from simulator.preview import Reading, Room
from simulator.preview import room as module
from simulator.preview.room import SETTLING
from tests.engine.stories import STORY
from tests.preview.rooms import look, room, save, talk

ENGLISH = NullTranslations()


@pytest.fixture
def opened(tmp_path: Path) -> Room:
    return room(tmp_path)


def note(opened: Room) -> str:
    return opened.note.render(ENGLISH) if opened.note else ""


def told(opened: Room) -> bool:
    """Tell whether a mistake is told."""
    return opened.fault is not None


def given(opened: Room) -> list[str]:
    return [*opened.attempt.state.used] if opened.attempt else []


def test_nothing_is_read_while_nothing_changes(opened: Room) -> None:
    assert not opened.due()
    assert not look(opened)


def test_answers_are_played_again_on_the_new_text(opened: Room) -> None:
    talk(opened, "ask", "share")
    save(opened, "Пять.", "Пять групп.")
    assert look(opened)
    assert given(opened) == ["opening.ask", "opening.share"]
    assert opened.attempt is not None
    assert "Пять групп." in [line.text for line in opened.attempt.spoken]
    assert note(opened) == "The file was read again, and 2 answers played again."


@pytest.mark.parametrize(
    ("replies", "old", "new", "kept", "told"),
    [
        pytest.param(
            ["ask", "share"],
            "if: knows(groups)",
            "if: trust > 9",
            ["opening.ask"],
            "The file was read again, and 1 answer played again. Answer 2 no longer "
            "fits: the reply `share` is not on offer now.",
            id="a reply is withheld",
        ),
        pytest.param(
            ["beg", "give-in"],
            "mood: {resistance: +1}\n        to: wall",
            "to: stay",
            ["opening.beg"],
            "The file was read again, and 1 answer played again. Answer 2 no longer "
            "fits: the talk is in the scene `opening`, not in `wall`.",
            id="the talk goes elsewhere",
        ),
        pytest.param(
            ["beg", "give-in"],
            "mood: {resistance: +1}\n        to: wall",
            "to: kept",
            ["opening.beg"],
            "The file was read again, and 1 answer played again. Answer 2 no longer "
            "fits: the talk has ended with `kept`.",
            id="the talk ends sooner",
        ),
        pytest.param(
            ["ask"],
            "- id: ask\n",
            "- id: inquire\n",
            [],
            "The file was read again. Answer 1 no longer fits: the reply `ask` is "
            "not on offer now.",
            id="a reply is called otherwise",
        ),
        pytest.param(
            ["ask"],
            "text: Сколько групп он берёт?",
            "text: Какие группы он берёт?",
            ["opening.ask"],
            "The file was read again, and 1 answer played again.",
            id="other words of the same reply",
        ),
    ],
)
def test_up_to_the_first_that_no_longer_fits(
    opened: Room, replies: list[str], old: str, new: str, kept: list[str], told: str
) -> None:
    talk(opened, *replies)
    save(opened, old, new)
    assert look(opened)
    assert given(opened) == kept
    assert note(opened) == told


def test_own_words_are_taken_as_they_were_heard(opened: Room) -> None:
    attempt = talk(opened)
    attempt.answer(attempt.hear("Что он берёт, какие группы?").answer())
    save(opened, 'like: ["Что он берёт, какие группы?"]', "like: [Что он берёт]")
    assert look(opened)
    assert given(opened) == []
    assert "Answer 1 no longer fits" in note(opened)


def test_after_a_jump_the_state_is_rebuilt(opened: Room) -> None:
    opened.jump(Placed("wall", {"oleg.trust": 9}, ("share",), ("numbers",)))
    talk(opened, "beg-again")
    save(opened, "Мой клиент.", "Он мой.")
    assert look(opened)
    assert opened.attempt is not None
    state = opened.attempt.state
    assert (state.scene, state.meters["oleg.trust"]) == ("wall", 9)
    assert [*state.known] == ["size", "share"]
    assert given(opened) == ["wall.beg-again"]


def test_what_a_jump_named_and_is_gone_is_left_out(opened: Room) -> None:
    opened.jump(Placed("opening", {"irina.doubt": 1}, ("share",), visits={"wall": 2}))
    save(opened, "irina: {name: Ирина, role: КАМ, mood: {doubt: 9}}", "")
    assert look(opened)
    assert opened.attempt is not None
    assert opened.attempt.state.visits["wall"] == 2
    assert [*opened.attempt.state.known] == ["size", "share"]


def test_where_the_scene_of_a_jump_is_gone_the_talk_begins_anew(opened: Room) -> None:
    opened.jump(Placed("wall"))
    text = STORY.replace("wall", "fence")
    opened.path.write_text(text, encoding="utf-8")
    assert look(opened)
    assert opened.attempt is not None
    assert opened.attempt.state.scene == "opening"
    assert note(opened) == "There is no scene `wall` any more: begun anew."


BROKEN = STORY.replace("to: wall", "to: wal")
Act = Callable[[Path], object]


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(lambda p: p.write_text(BROKEN, encoding="utf-8"), id="a mistake"),
        pytest.param(lambda p: p.write_text("", encoding="utf-8"), id="empty"),
        pytest.param(lambda p: p.write_bytes(STORY.encode()[:700]), id="half-written"),
        pytest.param(lambda p: p.write_bytes(b"\xff\xfe\x00"), id="no text"),
        pytest.param(Path.unlink, id="deleted"),
        pytest.param(lambda p: (p.unlink(), p.mkdir()), id="a folder in its place"),
    ],
)
def test_what_cannot_be_played_is_told_once_it_stays_and_goes_when_mended(
    opened: Room, act: Act
) -> None:
    talk(opened, "ask")
    act(opened.path)
    assert not look(opened)
    assert not told(opened)
    assert [look(opened) for _ in range(SETTLING)] == [False, False, False, True]
    assert told(opened)
    assert given(opened) == ["opening.ask"]
    if opened.path.is_dir():
        opened.path.rmdir()
    opened.path.write_text(STORY, encoding="utf-8")
    assert look(opened)
    assert not told(opened)
    assert given(opened) == ["opening.ask"]


def test_a_file_that_is_being_saved_is_not_accused(opened: Room) -> None:
    opened.path.write_text("", encoding="utf-8")
    assert not look(opened)
    opened.path.write_bytes(STORY.encode()[:300])
    assert not any(look(opened) for _ in range(SETTLING))
    opened.path.write_text(STORY, encoding="utf-8")
    assert look(opened)
    assert opened.fault is None


def test_a_file_put_over_the_old_one_is_read(opened: Room) -> None:
    talk(opened, "ask")
    fresh = opened.path.with_suffix(".new")
    fresh.write_text(STORY.replace("Пять.", "Шесть."), encoding="utf-8")
    fresh.replace(opened.path)
    assert look(opened)
    assert given(opened) == ["opening.ask"]


def test_a_file_that_changes_while_it_is_read_is_read_again(
    opened: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def torn(path: Path) -> bytes:
        os.utime(path, ns=(1, 1))
        return read_file(path)

    save(opened, "Пять.", "Шесть.")
    assert opened.due()
    with monkeypatch.context() as patched:
        patched.setattr(module, "read_file", torn)
        reading = opened.read()
    assert reading == Reading()
    assert not opened.came(reading)
    assert look(opened)


def test_a_rubric_beside_the_file_is_watched_too(tmp_path: Path) -> None:
    opened = room(tmp_path)
    shipped = shipped_folder() / "base/rubrics/business-above-ego.yaml"
    beside = tmp_path / "rubrics" / shipped.name
    beside.parent.mkdir()
    beside.write_bytes(shipped.read_bytes())
    assert look(opened)
    beside.write_text("format: 1", encoding="utf-8")
    assert [look(opened) for _ in range(SETTLING + 1)][-1]
    assert opened.fault is not None
    assert {Path(one.file).name for one in opened.fault.findings} == {shipped.name}


def test_a_file_that_was_never_sound_waits(tmp_path: Path) -> None:
    opened = room(tmp_path, BROKEN)
    assert opened.attempt is None
    assert opened.fault is not None
    assert {one.code for one in opened.fault.findings} == {"SCN201"}
    opened.path.write_text(STORY, encoding="utf-8")
    assert look(opened)
    assert opened.attempt is not None


def test_an_answer_is_taken_back(opened: Room) -> None:
    talk(opened, "ask", "beg")
    assert opened.undo()
    assert given(opened) == ["opening.ask"]
    assert opened.undo()
    assert not opened.undo()
