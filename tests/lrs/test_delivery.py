"""Batches, retries, and an outbox: nothing is lost, and nothing is there twice."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.lrs import (
    AllRefusedError,
    Answer,
    BusyLrsError,
    Fate,
    LrsError,
    Parcel,
    Result,
    UnreachableError,
    Verdict,
    delivered,
)
from simulator.store import Outbox, Settled
from tests.store.shelf import filled

LRS = "https://lrs.example.org/xapi"


@dataclass
class Wire:
    """A record store at the end of a wire, with what it answers next."""

    answers: list[Answer | Exception] = field(default_factory=list)
    kept: list[bytes] = field(default_factory=list)
    batches: list[int] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    bad: Callable[[Sequence[bytes]], Answer | None] = lambda _: None

    def post(self, data: Sequence[bytes]) -> Answer:
        self.batches.append(len(data))
        if self.answers:
            answer = self.answers.pop(0)
            if isinstance(answer, Exception):
                raise answer
            return answer
        answer = self.bad(data) or Answer(Verdict.TAKEN)
        if answer.verdict is Verdict.TAKEN:
            self.kept += [one for one in data if one not in self.kept]
        return answer

    def wait(self, seconds: float, _: str) -> None:
        self.waits.append(seconds)

    def send(self, parcels: Iterable[Parcel]) -> list[Result]:
        told: list[Result] = []
        for results in delivered(parcels, self.post, self.wait, LRS):
            told += results
        return told


def parcels(count: int, size: int = 10) -> list[Parcel]:
    return [
        Parcel(f"s{n}", "a1", n + 1, f"{n}".rjust(size).encode()) for n in range(count)
    ]


def later(after: float | None = None) -> Answer:
    return Answer(Verdict.LATER, "503", after)


HUNG_UP = Answer(Verdict.HUNG_UP, "gone")
AWAY = UnreachableError(LRS, "refused")


def refuse(*numbers: int, verdict: Verdict = Verdict.REFUSED) -> Wire:
    marked = {f"{n}".rjust(10).encode() for n in numbers}
    answer = Answer(verdict, "400 bad")
    return Wire(bad=lambda data: answer if marked & set(data) else None)


def test_statements_go_in_their_order_in_batches() -> None:
    wire = Wire()
    told = wire.send(parcels(450))
    assert wire.batches == [200, 200, 50]
    assert [one.parcel.id for one in told] == [f"s{n}" for n in range(450)]
    assert {one.fate for one in told} == {Fate.TAKEN}


def test_long_statements_go_fewer_at_a_time_and_a_huge_one_alone() -> None:
    wire = Wire()
    wire.send([*parcels(4, 200_000), *parcels(1, 2_000_000), *parcels(1)])
    assert wire.batches == [2, 2, 1, 1]


def test_nothing_to_send_asks_nobody() -> None:
    wire = Wire()
    assert wire.send([]) == []
    assert wire.batches == []


@pytest.mark.parametrize("verdict", [Verdict.REFUSED, Verdict.CONFLICT])
def test_what_is_refused_is_singled_out_and_keeps_back_no_other(
    verdict: Verdict,
) -> None:
    wire = refuse(3, 150, verdict=verdict)
    told = wire.send(parcels(200))
    fate = Fate.THERE if verdict is Verdict.CONFLICT else Fate.REFUSED
    assert [one.parcel.id for one in told if one.fate is fate] == ["s3", "s150"]
    assert [one.parcel.id for one in told] == [f"s{n}" for n in range(200)]
    assert len(wire.kept) == 198


def test_a_batch_too_large_is_parted_and_later_ones_are_smaller() -> None:
    too_large = Answer(Verdict.TOO_LARGE, "413")
    wire = Wire(bad=lambda data: too_large if len(data) > 60 else None)
    wire.send(parcels(400))
    assert len(wire.kept) == 400
    assert max(wire.batches[3:]) <= 100
    assert max(wire.batches[-5:]) <= 60


def test_one_statement_that_is_too_large_is_refused() -> None:
    wire = Wire(answers=[Answer(Verdict.TOO_LARGE, "413")])
    (told,) = wire.send(parcels(1))
    assert (told.fate, told.why) == (Fate.REFUSED, "413")


def test_pauses_grow_until_it_answers() -> None:
    wire = Wire(answers=[later(), later(), later()])
    assert len(wire.send(parcels(2))) == 2
    assert wire.waits == [1, 2, 4]


def test_it_waits_as_long_as_it_is_asked_to() -> None:
    wire = Wire(answers=[later(17), later(0)])
    wire.send(parcels(2))
    assert wire.waits == [17, 0]


def test_after_six_tries_it_is_left_for_another_time() -> None:
    wire = Wire(answers=[later()] * 9)
    with pytest.raises(BusyLrsError, match="goes on from there"):
        wire.send(parcels(2))
    assert wire.waits == [1, 2, 4, 8, 16]


def test_nobody_waits_for_an_hour() -> None:
    wire = Wire(answers=[later(3600)])
    with pytest.raises(BusyLrsError):
        wire.send(parcels(2))
    assert wire.waits == []


def test_a_batch_at_which_it_hangs_up_twice_goes_in_parts() -> None:
    wire = Wire(bad=lambda data: HUNG_UP if len(data) > 10 else None)
    assert len(wire.send(parcels(40))) == 40
    assert wire.batches == [40, 40, 20, 20, 10, 10, 20, 20, 10, 10]


def test_who_never_answered_is_not_waited_for() -> None:
    wire = Wire(answers=[AWAY])
    with pytest.raises(UnreachableError):
        wire.send(parcels(1))
    assert wire.waits == []


def test_who_has_answered_before_may_be_away_for_a_moment() -> None:
    taken = Answer(Verdict.TAKEN)
    wire = Wire(answers=[taken, AWAY, AWAY])
    assert len(wire.send(parcels(201))) == 201
    assert wire.waits == [1, 2]


def test_a_store_that_refuses_everything_is_not_tried_for_ever() -> None:
    wire = refuse(*range(1000))
    with pytest.raises(AllRefusedError, match="400 bad"):
        wire.send(parcels(1000))
    assert len(wire.batches) < 100


def test_many_refused_ones_are_no_reason_to_stop_once_one_was_taken() -> None:
    wire = refuse(*range(1, 60))
    assert len(wire.send(parcels(60))) == 60


class KilledError(Exception):
    """The program was ended."""


FAULTS = st.sampled_from(
    ["fine", "fine", "later", "hung-up", "took-and-hung-up", "killed", "took-killed"]
)


@given(st.lists(FAULTS, max_size=25), st.sets(st.integers(0, 29), max_size=3))
@settings(max_examples=20)
def test_whatever_interrupts_it_each_statement_arrives_once(
    faults: list[str], bad: set[int]
) -> None:
    """Sends again until all is done, as a person would, after every end."""
    arrived: dict[str, int] = {}
    to_come = list(faults)

    def post(data: Sequence[bytes]) -> Answer:
        fault = to_come.pop(0) if to_come else "fine"
        if fault == "killed":
            raise KilledError
        if fault in ("later", "hung-up"):
            return later(0) if fault == "later" else HUNG_UP
        ids = [one.decode() for one in data]
        if any(int(one) in bad for one in ids):
            return Answer(Verdict.REFUSED, "400")
        for one in ids:
            arrived[one] = arrived.get(one, 0) + (one not in arrived)
        if fault == "took-killed":
            raise KilledError
        return HUNG_UP if fault == "took-and-hung-up" else Answer(Verdict.TAKEN)

    with TemporaryDirectory() as folder:
        filled(Path(folder), events=30).close()
        outbox = Outbox(Path(folder))
        for _ in range(len(faults) + 2):
            send_once(outbox, post)
        left = {int(one) for one in outbox.refused(LRS, "a1")}
        waits = set(outbox.waiting(LRS, ""))
        outbox.close()
    assert {int(one) for one in arrived} == set(range(30)) - bad
    assert set(arrived.values()) == {1}
    assert left == bad
    assert waits == ({"a1"} if bad else set())


def send_once(outbox: Outbox, post: Callable[[Sequence[bytes]], Answer]) -> None:
    """Send what an outbox says has not arrived: thirty statements, one an event."""
    taken = outbox.acknowledged(LRS, "a1")
    refused = outbox.refused(LRS, "a1")
    waiting = [
        Parcel(f"{n}", "a1", n + 1, f"{n}".encode())
        for n in range(30)
        if n >= taken or f"{n}" in refused
    ]
    try:
        for results in delivered(waiting, post, lambda *_: None, LRS):
            outbox.settle(LRS, [settled(one) for one in results])
    except (KilledError, LrsError):
        pass


def settled(one: Result) -> Settled:
    why = one.why if one.fate is Fate.REFUSED else None
    return Settled(one.parcel.attempt, one.parcel.id, one.parcel.events, why)
