"""Give-aways: what chance allows, and what it does not."""

from fractions import Fraction
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.authoring import check
from simulator.authoring.rules.giveaways import chance_of
from simulator.packs import Library
from tests.authoring.small import small

THIRD = Fraction(1, 3)
SHARES = st.lists(st.fractions(0, 1, max_denominator=9), max_size=8)


@pytest.mark.parametrize(
    ("hits", "shares", "chance"),
    [
        (0, [], Fraction(1)),
        (1, [THIRD], THIRD),
        (2, [THIRD, Fraction(1, 4)], Fraction(1, 12)),
        (1, [THIRD, Fraction(1, 4)], Fraction(1, 2)),
        (5, [THIRD] * 5, Fraction(1, 243)),
        (4, [THIRD] * 5, Fraction(11, 243)),
        (3, [THIRD] * 2, Fraction(0)),
    ],
)
def test_the_chance_of_so_many_hits_or_more(
    hits: int, shares: list[Fraction], chance: Fraction
) -> None:
    assert chance_of(hits, shares) == chance


@given(SHARES)
def test_some_number_of_hits_always_comes_up(shares: list[Fraction]) -> None:
    exactly = [
        chance_of(n, shares) - chance_of(n + 1, shares) for n in range(len(shares) + 1)
    ]
    assert sum(exactly) == 1
    assert min(exactly) >= 0


@pytest.mark.parametrize(
    ("hits", "low", "high"), [(30, 1, 1), (90, 0, Fraction(1, 10**9)), (45, 0, 1)]
)
def test_among_many_scenes_the_chance_is_bounded(
    hits: int, low: int, high: Fraction
) -> None:
    assert low <= chance_of(hits, [THIRD] * 90) <= high


@given(SHARES, st.integers(0, 8))
def test_the_order_of_the_scenes_does_not_matter(
    shares: list[Fraction], hits: int
) -> None:
    assert chance_of(hits, shares) == chance_of(hits, shares[::-1])


POLITE_TALK: Final = """\
  HERE:
    tests: [P3]
    say: [{oleg: Well.}]
    replies:
      - {id: a, text: Give me the client at once now., does: [pull_rank], to: NEXT}
      - {id: b, text: "WORDS: the share.", does: [ask_fact(share)], to: NEXT}
      - {id: c, text: We will look at it some day., does: [stall], to: NEXT}
"""
NEXT: Final = {"one": "two", "two": "three", "three": "four", "four": "five"}


def polite_talk(words: str) -> str:
    """Return a talk of five scenes in which only the best reply has some words."""
    names = [*NEXT, "five"]
    scenes = [
        POLITE_TALK.replace("HERE", name).replace("NEXT", NEXT.get(name, "end"))
        for name in names
    ]
    return small("".join(scenes).replace("WORDS", words))


@pytest.mark.parametrize(
    ("words", "is_polite"),
    [
        ("Would you mind telling me", True),
        ("Kindly tell me", True),
        ("If you would, tell me", True),
        ("Будь добр, скажи", True),
        ("Будьте любезны, скажите", True),
        ("Не мог бы ты сказать", True),
        ("Не могли бы вы сказать", True),
        ("Если не трудно, скажи", True),
        ("Если вас не затруднит, скажите", True),
        ("Tell me", False),
        ("Скажи", False),
    ],
)
def test_a_best_reply_that_alone_is_polite_is_told(
    tmp_path: Path, words: str, is_polite: bool
) -> None:
    (tmp_path / "talk.yaml").write_text(polite_talk(words), "utf-8")
    found = check([tmp_path], Library.shipped(), spoken=False).findings
    assert ("SCN864" in {one.code for one in found}) is is_polite
