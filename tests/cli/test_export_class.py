"""`export xapi --class`: the talks of a class, by the names that people have there."""

import asyncio
import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from simulator.classroom.acts import VoteClosed, WentOn
from simulator.classroom.erasing import erase
from simulator.classroom.held import Pace
from simulator.classroom.results import room_of
from simulator.engine import Mode
from simulator.store import SqliteRooms
from tests.classroom.house import NOW, choose, hall, opened
from tests.cli.exporting import SECRET
from tests.cli.shell import Shell
from tests.lrs.fake import Fake, running

EXTENSIONS = "https://whose-client.invalid/xapi/extensions"
PLACE = f"{EXTENSIONS}/place"
HOME = "https://whose-client.invalid/xapi/classes/"
FINISHED, BEGUN, CAME = "Иван", "Анна", "Олег"


def hold(folder: Path, pace: Pace = Pace.OWN) -> str:
    """Hold a class: one finishes, one takes an answer back, one only came in."""

    async def held() -> str:
        async with hall(folder) as house:
            room = (await opened(house, Mode.CHOOSE, pace)).room
            for name in (FINISHED, BEGUN, CAME):
                await house.join(room, name, "сосна")
            first, second, _ = room.seats
            await house.move(room, first, 1, choose("ask"))
            await house.move(room, second, 1, choose("beg"))
            if pace is Pace.OWN:
                await house.move(room, second, 2, lambda talk: talk.rewind(0))
            else:
                await house.lead(room, VoteClosed())
                await house.lead(room, WentOn(first))
            await house.move(room, first, 2, choose("meet"))
            if pace is Pace.TOGETHER:
                await house.lead(room, VoteClosed())
                await house.lead(room, WentOn(first))
            return room.header.code

    return asyncio.run(held())


def told(shell: Shell, *more: str) -> list[dict[str, Any]]:
    result = shell.type("export", "xapi", "--class", "", *more)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def by(statements: list[dict[str, Any]], name: str) -> list[str]:
    """Return the last words of the verbs of one person, in their order."""
    return [
        one["verb"]["id"].rsplit("/", 1)[1]
        for one in statements
        if one["actor"]["account"]["name"] == name
    ]


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def test_each_talk_is_told_as_a_talk_of_its_own(shell: Shell) -> None:
    code = hold(shell.data)
    found = told(shell)
    assert by(found, FINISHED)[:3] == ["initialized", "arrived", "answered"]
    assert by(found, FINISHED)[-2:] == ["completed", "passed"]
    assert by(found, BEGUN).count("arrived") == 2, "he went back"
    assert by(found, CAME) == ["initialized", "arrived"]
    assert {one["actor"]["account"]["homePage"] for one in found} == {HOME + code}
    assert {one["actor"]["name"] for one in found} == {FINISHED, BEGUN, CAME}
    assert len({one["context"]["registration"] for one in found}) == 3
    assert len({one["id"] for one in found}) == len(found)
    assert {one["timestamp"] for one in found} == {"2026-11-27T09:00:00.000Z"}
    assert told(shell) == found


def test_without_names_people_are_called_by_stones(shell: Shell) -> None:
    hold(shell.data)
    found = told(shell, "--names", "alias")
    names = {one["actor"]["account"]["name"] for one in found}
    assert names == {"Гранит", "Янтарь", "Малахит"}
    assert not any(FINISHED in json.dumps(one, ensure_ascii=False) for one in found)


def test_of_somebody_who_was_erased_nothing_is_told(shell: Shell) -> None:
    hold(shell.data)
    with closing(SqliteRooms(shell.data)) as log:
        room = room_of(log, "", NOW)
        erase(log, room, next(iter(room.seats)), lambda: NOW)
    assert by(told(shell), FINISHED) == []
    assert by(told(shell), BEGUN)


def test_who_answered_before_a_moment_is_left_out(shell: Shell) -> None:
    hold(shell.data)
    assert told(shell, "--since", "2026-11-27T09:00:01+00:00") == []
    assert told(shell, "--since", "2026-11-27T09:00:00+00:00")


def test_in_the_talk_of_a_room_each_is_told_what_he_answered_himself(
    shell: Shell,
) -> None:
    hold(shell.data, Pace.TOGETHER)
    found = told(shell)
    said = {
        one["actor"]["name"]: extension(one, "said")
        for one in found
        if one["verb"]["id"].endswith("answered")
        and one["context"]["extensions"][PLACE] < 10
    }
    assert said == {FINISHED: "Сколько групп он берёт?", BEGUN: "Может, отдашь его?"}
    verbs = {name: by(found, name) for name in (FINISHED, BEGUN, CAME)}
    assert verbs[FINISHED].count("answered") == 2
    assert verbs[BEGUN].count("answered") == 1
    assert verbs[CAME].count("answered") == 0
    for name in verbs:
        assert verbs[name][:2] == ["initialized", "arrived"]
        assert verbs[name][-2:] == ["completed", "passed"]
    scores = {
        one["actor"]["name"]: one["result"].get("score")
        for one in found
        if one["verb"]["id"].endswith("completed")
    }
    assert scores[FINISHED]["raw"] > scores[BEGUN]["raw"]
    assert scores[CAME] is None, "he has answered nothing"
    assert len({one["id"] for one in found}) == len(found)


def extension(one: dict[str, Any], name: str) -> object:
    """Return what a result holds under a name of ours."""
    return one["result"]["extensions"][f"{EXTENSIONS}/{name}"]


@pytest.mark.parametrize("more", [("--name", "x"), ("--again",), ("--since", "last")])
def test_what_is_for_talks_of_ones_own_is_refused(
    shell: Shell, more: tuple[str, ...]
) -> None:
    words = ("--class", "x", "--to", "https://lrs.example/xapi", *more)
    result = shell.type("export", "xapi", *words)
    assert (result.exit_code, "talks of your own" in result.stderr) == (2, True)


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Iterator[Fake]:
    monkeypatch.setenv("no_proxy", "*")
    with running() as one:
        yield one


def test_a_record_store_that_is_sent_a_class_twice_has_it_once(
    shell: Shell, fake: Fake
) -> None:
    code = hold(shell.data)
    words = ("export", "xapi", "--class", code, "--to", fake.url, "--key", "k")
    sent = [shell.type(*words, env=SECRET) for _ in range(2)]
    assert [one.exit_code for one in sent] == [0, 0]
    assert list(fake.kept) == [one["id"] for one in told(shell)]
    assert sent[0].stderr == sent[1].stderr
    file = shell.data / "class.jsonl"
    written = shell.type("export", "xapi", "--class", code, "--to", str(file))
    assert f"{len(fake.kept)} statements in" in written.stderr
