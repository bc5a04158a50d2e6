"""Work on many items, two at a time: order is kept, and nobody waits for more."""

from collections.abc import Iterator
from threading import Event

import pytest

from simulator.cli.sidebyside import AHEAD, side_by_side


def test_results_come_in_the_order_of_the_items() -> None:
    slow = Event()

    def work(number: int) -> int:
        if number == 0:
            slow.wait(5)
        elif number == 1:
            slow.set()
        return number * number

    told = [(item, found.result()) for item, found in side_by_side(range(50), work)]
    assert told == [(number, number * number) for number in range(50)]


def test_a_result_comes_before_the_next_item_does() -> None:
    answered = Event()

    def items() -> Iterator[int]:
        yield 1
        assert answered.wait(5)
        yield 2

    found = []
    for _, one in side_by_side(items(), lambda number: number):
        found.append(one.result())
        answered.set()
    assert found == [1, 2]


def test_what_one_item_raises_stops_no_other() -> None:
    def work(number: int) -> float:
        return 1 / number

    first, second = side_by_side([0, 2], work)
    with pytest.raises(ZeroDivisionError):
        first[1].result()
    assert second[1].result() == 0.5


@pytest.mark.parametrize("number", [0, 1, AHEAD, AHEAD + 1])
def test_every_item_is_done_once(number: int) -> None:
    assert len(list(side_by_side(range(number), str))) == number
