"""The trainer's board of a room with one talk: what it answered, how it goes on."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from scoring.codes import Code
from simulator import i18n
from simulator.classroom.acts import (
    Act,
    HandTaken,
    Named,
    Paused,
    Reopened,
    Shown,
    Spoke,
    SteppedBack,
    Timed,
    VoteClosed,
    WentOn,
)
from simulator.classroom.happenings import Led as Happened
from simulator.classroom.logged import happening_of
from simulator.cli.classes.asking import RefusedError, WrongTokenError
from simulator.cli.classes.sources import Far
from simulator.tui.seen import Course, OtherVersionError, check
from tests.classroom.house import choose
from tests.tui import games
from tests.tui.boards import (
    Class,
    Led,
    Slow,
    answered,
    app,
    led,
    person,
    press,
    second,
    seen,
)

SIZES = [(60, 20), (80, 24), (120, 40)]
LONG = "Why should I? I found him [red]myself[/red], at a fair, among the mixers."
COURSE: Course = {
    "turn": 1,
    "first": False,
    "open": False,
    "paused": False,
    "over": False,
    "left": 27.4,
    "lines": [
        {"who": "you", "name": "", "text": "Give him up."},
        {"who": "oleg", "name": "Oleg", "text": LONG},
    ],
    "answered": 3,
    "options": [
        {
            "person": "ivan",
            "text": "How many groups [b]does he buy?",
            "count": 2,
            "share": 0.6667,
            "codes": [str(Code.ASK_FACT), "OF_TOMORROW"],
            "worth": 75,
        },
        {
            "person": "anna",
            "text": "",
            "count": 1,
            "share": 0.3333,
            "codes": [str(Code.NONE)],
            "worth": 12.5,
        },
    ],
    "principles": [
        {
            "principle": "P3",
            "title": "Facts before opinions",
            "counts": [0, 0, 0, 1, 1],
            "silent": 1,
            "mean": 3.5,
        }
    ],
    "answers": [
        {"person": "ivan", "text": "How many groups [b]does he buy?"},
        {"person": "anna", "text": ""},
        {"person": "oleg", "text": "What about groups?"},
    ],
}
PEOPLE = [
    person("Ivan", answered=True),
    person("Anna", answered=True, business=12),
    person("Oleg", answered=True),
    person("Petr [i]", hand=True),
]
ROOM = seen(*PEOPLE, course=COURSE)


def flat(shown: str) -> str:
    """Return what is painted as one line."""
    return " ".join(shown.split())


@pytest.mark.parametrize("size", SIZES)
async def test_the_line_the_split_and_who_is_waited_for(size: tuple[int, int]) -> None:
    held = Class(ROOM)
    async with app(held, ROOM).run_test(size=size) as pilot:
        shown = await second(pilot)
        assert "turn 2 · the vote is closed · 3 of 4 have answered" in flat(shown)
        assert "0:27 left · 1 hand up" in flat(shown)
        assert "— Give him up." in shown
        assert "Oleg: Why should I?" in shown
        assert "2 · 67 % · score 75" in shown
        assert "How many groups [b]does he buy?" in shown
        below = await press(pilot, "end")
        for words in ("a question of fact, OF_TOMORROW", "a form that was filled in"):
            assert words in shown + below
        assert "Facts before opinions" in below
        assert "███████░ 3.5" in below
        assert "Hands up (1): Petr [i]" in shown + below
        assert "Have not answered (1): Petr [i]" in below


async def test_many_who_have_not_answered_are_counted() -> None:
    course: Course = {**COURSE, "options": [], "answers": [], "principles": []}
    there = seen(*(person(f"Person {n}") for n in range(1_000)), course=course)
    async with app(Class(there), there).run_test(size=(120, 40)) as pilot:
        shown = flat(await second(pilot))
        assert "Nobody has answered yet." in shown
        for words in ("Have not answered (1000):", "Person 11", "and 988 more"):
            assert words in shown
        assert "Person 12" not in shown
        assert "Nobody has answered yet." in flat(await press(pilot, "g"))


@pytest.mark.parametrize("switch", ["l", "д", "tab"])
async def test_a_key_turns_from_the_line_to_the_people_and_back(switch: str) -> None:
    held = Class(ROOM)
    async with app(held, ROOM).run_test(size=(80, 24)) as pilot:
        shown = await press(pilot, switch)
        assert "score 75" not in shown
        rows = [line.split() for line in shown.splitlines()]
        assert ["•Anna", "12", "–", "a", "form", "that", "was", "filled", "in"] in rows
        assert ["↑", "Petr", "[i]", "–", "–"] in rows
        assert shown.index("Ivan") < shown.index("Petr")
        shown = await press(pilot, "s")
        assert shown.index("Petr") < shown.index("Ivan")
        assert "score 75" in await press(pilot, switch)


@pytest.mark.parametrize(
    ("keys", "body"),
    [
        (["g", "enter"], {"with": "frequent"}),
        (["п", "2"], {"with": "best"}),
        (["g", "down", "down", "enter"], {"with": "worst"}),
        (["down", "enter", "enter"], {"person": "ivan"}),
        (["down", "down", "g", "4"], {"person": "anna"}),
        (["g", "4", "'about", "enter"], {"person": "oleg"}),
        (["l", "down", "down", "down", "enter", "enter"], {"person": "oleg"}),
    ],
)
async def test_the_talk_goes_on_with_the_answer_that_is_asked_for(
    keys: Sequence[str], body: dict[str, object]
) -> None:
    held = Class(ROOM)
    async with app(held, ROOM).run_test(size=(80, 24)) as pilot:
        await press(pilot, *keys)
        assert held.asked == [{"act": "go-on", **body}]


async def test_an_answer_is_chosen_by_mouse_and_taken_at_the_second_click() -> None:
    held = Class(ROOM)
    async with app(held, ROOM).run_test(size=(80, 24)) as pilot:
        await second(pilot)
        for _ in range(2):
            await pilot.click("#board-room", offset=(5, 4))
            await games.settle(pilot)
        assert "How many groups" in games.in_sheet(pilot)


@pytest.mark.parametrize(
    ("keys", "seconds"),
    [
        (["k", "enter"], 30),
        (["л", "down", "down", "enter"], 90),
        (["k", "'45", "enter"], 45),
        (["k", "up", "enter"], 0),
    ],
)
async def test_a_clock_is_set_or_stopped(keys: Sequence[str], seconds: int) -> None:
    held = Class(ROOM)
    async with app(held, ROOM).run_test(size=(80, 24)) as pilot:
        await press(pilot, *keys)
        assert held.asked == [{"act": "timer", "seconds": seconds}]


@pytest.mark.parametrize(
    ("key", "acts", "turned"),
    [
        ("p", [{"act": "pause", "on": True}, {"act": "pause", "on": False}], "paused"),
        ("c", [{"act": "reopen"}, {"act": "close-vote"}], "open"),
    ],
)
async def test_a_key_pressed_again_before_the_answer_takes_it_back(
    key: str, acts: list[dict[str, object]], turned: str
) -> None:
    held = Slow(ROOM)
    course: Course = {**COURSE, turned: True}  # type: ignore[misc]  # one of two that a course has
    async with app(held, ROOM).run_test(size=(80, 24)) as pilot:
        await pilot.press(key, key)
        await games.settle(pilot)
        await answered(pilot, held, 0, {**ROOM, "course": course})
        await answered(pilot, held, 0, ROOM)
        assert held.asked == acts


async def answers_of(there: Led) -> list[str]:
    """Let three people in, who all answer; return who they are."""
    people = [
        await there.house.join(there.room, name, name)
        for name in ("Ivan", "Anna", "Oleg")
    ]
    for seat, reply in zip(people, ("ask", "beg", "threaten"), strict=True):
        await there.house.move(there.room, seat.person, 1, choose(reply))
    return [seat.person for seat in people]


async def acts(there: Led) -> list[Act]:
    """Return what the trainer has done, as the log tells it."""
    entries = await there.house._pen.ask(
        lambda log: log.entries(there.room.header.id, 0)
    )
    happened = [happening_of(entry.body) for entry in entries]
    return [one.act for one in happened if isinstance(one, Happened)]


@pytest.mark.parametrize("far", [False, True], ids=["here", "far"])
async def test_everything_that_is_asked_for_reaches_the_log(
    tmp_path: Path, far: bool
) -> None:
    async with led(tmp_path, far=far) as there:
        ivan, anna, _ = await answers_of(there)
        await there.house.raise_hand(there.room, anna, up=True)
        board = await there.app()
        async with board.run_test(size=(80, 24)) as pilot:
            await press(pilot, "k", "'60", "enter", "p", "p", "c", "c", "c")
            assert "угроза" not in games.painted(pilot)
            await press(pilot, "down", "enter", "enter", "b", "n", "n", "d")
            await press(pilot, "m", "'So?", "enter", "h", "enter", "e", "e")
            shown = await second(pilot)
            assert "The class is over." in shown
        assert there.room.closed
        told = await acts(there)
        assert told[-1] == HandTaken(anna)
        assert told[:-1] == [
            *(Timed(60), Paused(True), Paused(False)),
            *(VoteClosed(), Reopened(), VoteClosed()),
            *(WentOn(ivan), SteppedBack(), Named(True), Named(False), Shown(True)),
            Spoke("", "So?"),
        ]


@pytest.mark.parametrize("far", [False, True], ids=["here", "far"])
async def test_the_wrong_moment_is_told_in_the_boards_language(
    tmp_path: Path, far: bool
) -> None:
    async with led(tmp_path, far=far) as there:
        await answers_of(there)
        board = await there.app("ru", i18n.load)
        async with board.run_test(size=(80, 24)) as pilot:
            assert "Сначала закройте приём ответов." in await press(pilot, "п", "enter")
            assert "Это самая первая реплика." in await press(pilot, "и")
            shown = await press(pilot, "л", "'99999", "enter")
            assert "На ответ можно дать не больше 3600" in flat(shown)
        assert await acts(there) == []


async def test_a_board_far_away_tells_what_the_server_will_not_do(
    tmp_path: Path,
) -> None:
    async with led(tmp_path, far=True) as there:
        assert isinstance(there.source, Far)
        with pytest.raises(RefusedError, match="A trainer can do no such thing"):
            await there.source.lead({"act": "dance"})
        stranger = Far(there.source._url, "nobody's")
        with pytest.raises(WrongTokenError):
            await stranger.look()


@pytest.mark.parametrize(
    "told",
    [
        {},
        {**seen(), "people": 1},
        {**seen(), "people": [1]},
        {**seen(), "people": [{"name": "Ivan"}]},
        {**seen(), "course": {}},
        {**seen(), "course": 1},
    ],
)
def test_what_another_version_tells_is_not_drawn(told: dict[str, object]) -> None:
    with pytest.raises(OtherVersionError):
        check(told)


def test_what_this_version_tells_is_drawn() -> None:
    check({**ROOM})
    check({**seen()})
