"""Whether words do anything: told before it is asked what they do."""

import numpy as np
import pytest

from scoring.reading.impression import OUTPUTS, Impression
from scoring.reading.order import Order
from scoring.reading.sense import Sense
from tools.train import order, settings

SPEECH = [
    "Сколько он берёт в месяц?",
    "Сколько мы ему продаём в год?",
    "Давай посмотрим, что он берёт у них.",
    "Как часто он заказывает у нас?",
    "Я не буду решать это за тебя.",
    "Ты не будешь решать это за меня.",
    "Мы решим это вместе в четверг.",
    "Что он скажет, если мы приедем вдвоём?",
]


@pytest.fixture(scope="module")
def ordered() -> Order:
    return Order(order.tables(SPEECH))


@pytest.mark.parametrize("said", SPEECH[:4])
def test_speech_hangs_together_better_than_its_words_the_other_way_round(
    ordered: Order, said: str
) -> None:
    heap = " ".join(reversed(said.strip("?.").split()))
    assert ordered(said) > ordered(heap)


def test_new_names_are_read_by_their_endings(ordered: Order) -> None:
    known, new = "Как часто он заказывает у нас?", "Как часто завод заказывает у нас?"
    assert ordered(new) > ordered("нас у заказывает завод часто как") + 0.5
    assert ordered(known) >= ordered(new)


@pytest.mark.parametrize("nothing", ["", "…", "👍"])
def test_no_words_have_no_order(ordered: Order, nothing: str) -> None:
    assert ordered(nothing) == 0.0


def impression(matter: float, together: float) -> Impression:
    return Impression([0.5] * OUTPUTS, (), 2.0, (), matter, together)


SENSE = Sense((1.0, 1.0), (0.0, 0.0, 0.0, 1.0), least_matter=0.0, least_order=1.0)


@pytest.mark.parametrize(
    ("matter", "margin", "together", "length", "does"),
    [
        pytest.param(2.0, 0.0, 1.0, 9, True, id="speech about the matter"),
        pytest.param(-2.0, 1.0, 1.0, 9, False, id="small talk"),
        pytest.param(-2.0, 3.0, 1.0, 9, True, id="strange words, a clear act"),
        pytest.param(2.0, 0.0, 0.1, 9, False, id="a heap of the right words"),
    ],
)
def test_words_must_be_about_the_matter_and_hang_together(
    matter: float, margin: float, together: float, length: int, does: bool
) -> None:
    assert SENSE.found(impression(matter, together), margin, length) is does


def test_the_settings_are_kept_as_they_were_fitted() -> None:
    body: dict[str, object] = {
        "matter": [0.7, 0.3],
        "order": [0.6, -3.0, -2.0, 4.0],
        "least_matter": -0.2,
        "least_order": -5.0,
    }
    assert Sense.of(body) == Sense((0.7, 0.3), (0.6, -3.0, -2.0, 4.0), -0.2, -5.0)


def test_what_tells_true_from_false_is_given_the_weight() -> None:
    told = np.array(
        [
            [one, (-1) ** (number // 4)]
            for number, one in enumerate([-2.0, -1, 1, 2] * 5)
        ]
    )
    useful, idle = settings.weighing(told, told[:, 0] > 0)
    assert useful > 1
    assert abs(idle) < useful / 4
