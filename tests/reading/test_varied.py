"""Replies said otherwise for the tuning: what they do stays where it is."""

from random import Random  # noqa: TID251 - training draws, seeded

import pytest

from scoring.codes import Code
from tests.reading.test_shipped import DATA
from tools.bank import Labelled, load
from tools.train.chatter import CHATTER
from tools.train.idle import IDLE
from tools.train.synthetic import idle
from tools.train.varied import joined, varied

BANK = load()[::7]


def marked(reply: Labelled) -> set[tuple[Code, str]]:
    return {
        (mark.code, reply.reply[mark.start : mark.end].casefold())
        for mark in reply.marks
        if mark.code is not Code.NONE
    }


def test_two_said_by_one_man_do_what_both_do_in_the_same_words() -> None:
    draw = Random(1)
    for one, other in zip(BANK[::2], BANK[1::2], strict=False):
        both = joined(one, other, draw)
        assert marked(both) == marked(one) | marked(other)
        assert one.reply in both.reply
        assert other.reply in both.reply


def test_harm_in_one_half_harms_the_whole() -> None:
    harmful = next(r for r in BANK if r.overall == 0 and r.codes)
    good = next(r for r in BANK if r.overall == 4)
    assert joined(good, harmful, Random(1)).overall == 0


def test_every_reply_is_said_once_in_a_pass_and_keeps_its_acts() -> None:
    said = list(varied(BANK, Random(3)))
    assert len(said) == len(BANK)
    assert [r.id.split("+")[0] for r in said] == [r.id for r in BANK]
    for before, after in zip(BANK, said, strict=True):
        assert before.codes <= after.codes
        assert all(mark.end <= len(after.reply) for mark in after.marks)


def test_the_same_seed_says_the_same() -> None:
    assert list(varied(BANK, Random(5))) == list(varied(BANK, Random(5)))
    assert list(varied(BANK, Random(5))) != list(varied(BANK, Random(6)))


def test_what_is_made_to_say_nothing_is_labelled_so() -> None:
    made = list(idle(BANK, 1))
    assert made
    assert all(reply.codes == frozenset() and not reply.levels for reply in made)


@pytest.mark.parametrize("language", IDLE)
def test_what_the_tests_hold_back_was_not_trained_on(language: str) -> None:
    held = {line.casefold().strip() for line in _nothing()}
    trained = (*IDLE[language], *CHATTER[language])
    assert not held & {line.casefold().strip() for line in trained}


def _nothing() -> list[str]:
    return (DATA / "nothing.txt").read_text("utf-8").splitlines()
