"""The room answers one line together, and its trainer says how the talk goes on."""

import asyncio
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from simulator.classroom.acts import (
    ALL,
    Act,
    HandTaken,
    Paused,
    Reopened,
    Shown,
    Spoke,
    SteppedBack,
    Timed,
    VoteClosed,
    WentOn,
    act_from_json,
    act_to_json,
)
from simulator.classroom.acts import Named as NamesOn
from simulator.classroom.classreport import class_report
from simulator.classroom.course import Course
from simulator.classroom.errors import (
    BadLogError,
    CannotLeadError,
    ClosedError,
    PausedError,
    StaleError,
    VoteClosedError,
)
from simulator.classroom.hall import Hall
from simulator.classroom.held import Pace
from simulator.classroom.leading import With, act_asked, going_on, options
from simulator.classroom.room import Room
from simulator.classroom.scores import own_debrief, scorecard
from simulator.classroom.seats import Seat, with_asides
from simulator.engine import Mode
from tests.classroom.house import NOW, choose, hall, opened, say

NAMES = ("Иван", "Анна", "Олег")


async def seated(house: Hall, mode: Mode = Mode.CHOOSE) -> tuple[Room, list[Seat]]:
    """Open a class that answers together, with three people in it."""
    room = (await opened(house, mode, Pace.TOGETHER)).room
    return room, [await house.join(room, name, name) for name in NAMES]


def course_of(room: Room) -> Course:
    """Return the talk of the room."""
    assert room.course is not None
    return room.course


async def answer(house: Hall, room: Room, *replies: str) -> None:
    """Let people answer, the first one first."""
    for seat, reply in zip(room.seats.values(), replies, strict=False):
        await house.move(room, seat.person, seat.moves + 1, choose(reply))


async def lead(house: Hall, room: Room, *acts: Act) -> None:
    """Let the trainer do one thing after the other."""
    for act in acts:
        await house.lead(room, act)


async def test_all_answer_one_line_and_nobody_sees_yet_what_comes_of_it(
    tmp_path: Path,
) -> None:
    async with hall(tmp_path) as house:
        room, (ivan, anna, _) = await seated(house)
        await answer(house, room, "ask", "threaten")
        assert ivan.state == anna.state == course_of(room).here.state
        assert ivan.state.turn == 0
        assert room.answer(ivan) is not None


async def test_the_talk_goes_on_with_the_answer_that_the_trainer_takes(
    tmp_path: Path,
) -> None:
    async with hall(tmp_path) as house:
        room, (ivan, anna, oleg) = await seated(house)
        await answer(house, room, "ask", "beg", "beg")
        await lead(house, room, VoteClosed(), WentOn(ivan.person))
        assert {seat.state.scene for seat in (ivan, anna, oleg)} == {"wall"}
        assert room.answer(ivan) is None
        await answer(house, room, "meet", "give-in", "push")
        await lead(house, room, VoteClosed(), going_on(room, With.BEST))
        assert anna.finished
        assert anna.state.ending == "meeting"


@pytest.mark.parametrize(
    ("how", "taken"),
    [(With.FREQUENT, "Анна"), (With.BEST, "Иван"), (With.WORST, "Олег")],
)
async def test_the_answer_can_be_the_commonest_the_best_or_the_worst(
    tmp_path: Path, how: With, taken: str
) -> None:
    async with hall(tmp_path) as house:
        room, (_, _, _) = await seated(house)
        petr = await house.join(room, "Пётр", "x")
        await answer(house, room, "ask", "beg", "threaten", "beg")
        await lead(house, room, VoteClosed())
        assert room.seats[going_on(room, how).person].name == taken
        (most, *_) = options(room, course_of(room).here)
        assert (most.text, most.share) == ("Может, отдашь его?", Fraction(1, 2))
        assert petr.person in most.people


async def test_whoever_thinks_better_of_it_answers_again_while_the_vote_is_open(
    tmp_path: Path,
) -> None:
    async with hall(tmp_path) as house:
        room, (ivan, *_) = await seated(house)
        await answer(house, room, "threaten")
        await house.move(room, ivan.person, 2, choose("ask"))
        assert [one.text for one in options(room, course_of(room).here)] == [
            "Сколько групп он берёт?"
        ]
        await lead(house, room, VoteClosed())
        with pytest.raises(VoteClosedError):
            await house.move(room, ivan.person, 3, choose("beg"))
        await lead(house, room, Reopened())
        await house.move(room, ivan.person, 3, choose("beg"))
        assert ivan.moves == 3


async def test_a_class_that_ends_in_the_midst_of_a_vote_has_its_report(
    tmp_path: Path,
) -> None:
    async with hall(tmp_path) as house:
        room, (ivan, anna, oleg) = await seated(house)
        await answer(house, room, "ask")
        await lead(house, room, VoteClosed(), WentOn(ivan.person))
        await answer(house, room, "meet", "push")
        await house.close(room)
        notes = [own_debrief(room, seat) for seat in (ivan, anna, oleg)]
        assert [len(note.turns) for note in notes] == [2, 2, 1]
        assert notes[0].turns[1].text == "Решим по правилам в четверг."
        assert not notes[0].turns[1].answered
        assert "Решим по правилам в четверг." in class_report(room)


async def test_stepping_back_shows_the_answers_again_and_another_way_can_be_taken(
    tmp_path: Path,
) -> None:
    async with hall(tmp_path) as house:
        room, (ivan, anna, _) = await seated(house)
        await answer(house, room, "ask", "threaten")
        await lead(house, room, VoteClosed(), WentOn(ivan.person))
        await answer(house, room, "meet")
        await lead(house, room, SteppedBack())
        assert ivan.state.scene == "opening"
        assert set(course_of(room).here.answers) == {ivan.person, anna.person}
        await lead(house, room, WentOn(anna.person))
        assert dict(ivan.state.meters)["oleg.resistance"] == 9
        assert course_of(room).here.answers == {}
        assert len(course_of(room).path) == 2


async def test_a_person_is_scored_by_what_he_answered_himself(tmp_path: Path) -> None:
    async with hall(tmp_path) as house:
        room, (ivan, anna, oleg) = await seated(house)
        await answer(house, room, "ask", "threaten")
        await lead(house, room, VoteClosed(), WentOn(ivan.person))
        await answer(house, room, "meet", "give-in")
        await lead(house, room, VoteClosed(), WentOn(ivan.person))
        best, worst = scorecard(room, ivan).business, scorecard(room, anna).business
        assert best is not None
        assert worst is not None
        assert best > 60 > 40 >= worst
        assert scorecard(room, oleg).turns == ()
        note = own_debrief(room, anna)
        assert [turn.text for turn in note.turns] == ["Не отдашь — уволю.", "Ладно."]
        assert [turn.text for turn in own_debrief(room, oleg).turns] == ["", ""]
        assert note.outcome is not None
        assert note.outcome.title == "Совещание"


async def test_nobody_answers_while_the_class_is_paused(tmp_path: Path) -> None:
    async with hall(tmp_path) as house:
        room, (ivan, *_) = await seated(house)
        await lead(house, room, Paused(True))
        with pytest.raises(PausedError):
            await house.move(room, ivan.person, 1, choose("ask"))
        await lead(house, room, Paused(False))
        await house.move(room, ivan.person, 1, choose("ask"))


async def test_the_vote_closes_by_itself_on_whichever_server(tmp_path: Path) -> None:
    async with hall(tmp_path) as house:
        room, (ivan, *_) = await seated(house)
        await lead(house, room, Timed(30))
        assert course_of(room).here.until == NOW + timedelta(seconds=30)
        await lead(house, room, Timed(0))
        assert course_of(room).here.until is None
        await lead(house, room, Timed(30))
    async with hall(tmp_path, now=NOW + timedelta(minutes=1)) as house:
        room = await house.of_id(room.header.id)
        with pytest.raises(VoteClosedError):
            await house.move(room, ivan.person, 1, choose("ask"))
        await asyncio.wait_for(house.changes(room).wait(), 5)
        assert not course_of(room).here.open


async def test_the_trainer_speaks_as_the_manager_for_one_turn(tmp_path: Path) -> None:
    async with hall(tmp_path) as house:
        room = (await opened(house)).room
        ivan = await house.join(room, "Иван", "a")
        anna = await house.join(room, "Анна", "b")
        await house.move(room, ivan.person, 1, choose("ask"))
        await lead(house, room, Spoke(ivan.person, "А что я жене скажу?"))
        assert [(s.name, s.text) for s in with_asides(room.scenario, ivan)][-2:] == [
            ("Олег", "Не отдам."),
            ("Олег", "А что я жене скажу?"),
        ]
        assert "жене" not in str(with_asides(room.scenario, anna))
        await house.move(room, ivan.person, 2, choose("push"))
        texts = [line.text for line in with_asides(room.scenario, ivan)]
        assert texts.index("А что я жене скажу?") == texts.index("Не отдам.") + 1
        assert texts[-1] != "А что я жене скажу?"


async def test_what_the_trainer_says_to_the_room_is_heard_by_all_who_come_later(
    tmp_path: Path,
) -> None:
    async with hall(tmp_path) as house:
        room, (ivan, *_) = await seated(house)
        await lead(house, room, Spoke(ALL, "Ну?"))
        petr = await house.join(room, "Пётр", "x")
        for seat in (ivan, petr):
            assert with_asides(room.scenario, seat)[-1].text == "Ну?"
        assert room.heard(course_of(room).here)[-1].text == "Ну?"
        await answer(house, room, "ask")
        await lead(house, room, VoteClosed(), WentOn(ivan.person))
        assert "Ну?" not in str(room.heard(course_of(room).here))


async def test_a_raised_hand_is_seen_and_taken(tmp_path: Path) -> None:
    async with hall(tmp_path) as house:
        room, (ivan, *_) = await seated(house)
        await house.raise_hand(room, ivan.person, up=True)
        await house.raise_hand(room, ivan.person, up=True)
        assert (ivan.hand, ivan.hands) == (True, 1)
        await lead(house, room, HandTaken(ivan.person))
        assert not ivan.hand
        await house.raise_hand(room, ivan.person, up=True)
        assert ivan.hand


async def test_answers_in_own_words_stand_together_when_they_are_alike(
    tmp_path: Path,
) -> None:
    async with hall(tmp_path) as house:
        room, people = await seated(house, Mode.SPEAK)
        words = (
            "Сколько групп он берёт?",
            "А сколько групп товара он у нас берёт?",
            "Не отдашь — уволю!",
        )
        for seat, text in zip(people, words, strict=True):
            await house.move(room, seat.person, 1, say(text))
        most, least = options(room, course_of(room).here)
        assert len(most.people) == 2
        assert least.text == "Не отдашь — уволю!"
        await lead(house, room, VoteClosed(), WentOn(most.person))
        assert people[2].state.scene == "wall"


@pytest.mark.parametrize(
    "acts",
    [
        [WentOn("nobody")],
        [VoteClosed(), VoteClosed()],
        [VoteClosed(), WentOn("nobody")],
        [Reopened()],
        [SteppedBack()],
        [VoteClosed(), Timed(5)],
        [Paused(True), Timed(5)],
        [HandTaken("nobody")],
        [Spoke("nobody", "Ну?")],
    ],
)
async def test_what_makes_no_sense_is_said_and_changes_nothing(
    tmp_path: Path, acts: list[Act]
) -> None:
    async with hall(tmp_path) as house:
        room, _ = await seated(house)
        *before, last = acts
        await lead(house, room, *before)
        with pytest.raises(CannotLeadError):
            await lead(house, room, last)
        assert room.acts == len(before)


async def test_how_the_room_answered_is_worked_out_once_until_somebody_answers_again(
    tmp_path: Path,
) -> None:
    async with hall(tmp_path) as house:
        room, (ivan, _, oleg) = await seated(house)
        await answer(house, room, "ask", "threaten")
        before = options(room, course_of(room).here)
        assert options(room, course_of(room).here) is before
        await house.move(room, ivan.person, 2, choose("threaten"))
        await house.move(room, oleg.person, 1, choose("beg"))
        after = options(room, course_of(room).here)
        assert [(len(one.people), one.text) for one in after] == [
            (2, "Не отдашь — уволю."),
            (1, "Может, отдашь его?"),
        ]


async def test_at_ones_own_pace_there_is_no_vote(tmp_path: Path) -> None:
    async with hall(tmp_path) as house:
        room = (await opened(house)).room
        with pytest.raises(CannotLeadError):
            await lead(house, room, VoteClosed())
        await lead(house, room, Shown(True), NamesOn(True))
        assert room.shown
        await house.close(room)
        with pytest.raises(ClosedError):
            await lead(house, room, Spoke(ALL, "Ну?"))


async def test_two_terminals_of_a_trainer_do_one_thing(tmp_path: Path) -> None:
    async with hall(tmp_path) as house, hall(tmp_path) as other:
        room, _ = await seated(house)
        there = await other.of_id(room.header.id)
        await lead(house, room, VoteClosed())
        with pytest.raises(StaleError):
            await lead(other, there, Paused(True))
        await lead(other, there, Paused(True))
        await house.catch_up(room)
        assert (room.acts, course_of(room).paused) == (2, True)


async def test_an_answer_on_its_way_when_the_vote_closes_counts(tmp_path: Path) -> None:
    async with hall(tmp_path) as house, hall(tmp_path) as other:
        room, (ivan, *_) = await seated(house)
        there = await other.of_id(room.header.id)
        await lead(house, room, VoteClosed())
        await other.move(there, ivan.person, 1, choose("ask"))
        await house.catch_up(room)
        assert list(course_of(room).here.answers) == [ivan.person]


@pytest.mark.parametrize(
    "act",
    [
        *(VoteClosed(), Reopened(), SteppedBack(), Shown(True), HandTaken("p")),
        *(WentOn("p"), Paused(True), Paused(False), Timed(30), Spoke(ALL, "Ну?")),
        *(NamesOn(True), NamesOn(False)),
    ],
)
def test_an_act_is_the_same_after_it_was_kept(act: Act) -> None:
    assert act_from_json(act_to_json(act)) == act


@pytest.mark.parametrize(
    "body",
    [{}, {"act": "dance"}, {"act": "go-on"}, {"act": "timer", "seconds": True}],
)
def test_what_is_no_act_is_refused(body: dict[str, object]) -> None:
    with pytest.raises(BadLogError):
        act_from_json(body)


@pytest.mark.parametrize(
    "body",
    [
        {"act": "dance"},
        {"act": "timer", "seconds": 3_601},
        {"act": "timer", "seconds": -1},
        {"act": "speak", "to": "", "text": " \n"},
        {"act": "speak", "to": "", "text": "x" * 1_001},
        {"act": "go-on", "with": "best"},
        {"act": "go-on", "with": "luck"},
    ],
)
async def test_a_trainer_is_told_what_cannot_be_asked_for(
    tmp_path: Path, body: dict[str, object]
) -> None:
    async with hall(tmp_path) as house:
        room, _ = await seated(house)
        with pytest.raises(CannotLeadError):
            act_asked(room, body)
