"""The heads of sales that rehearse, and the talks that they play."""

import pickle

import pytest

from simulator.authoring.rehearsal import (
    Head,
)
from simulator.authoring.rehearsal.plays import Player, play_all
from simulator.reach.heads import wish
from simulator.scenario.model import Reply
from tests.authoring.rehearsed import (
    small,
    task,
)
from tests.reports.little import loaded


def reply(name: str) -> tuple[Reply, int]:
    scene = small(TASTES).scenes["opening"]
    place = next(n for n, one in enumerate(scene.replies) if one.id == name)
    return scene.replies[place], place


TASTES = """\
  opening:
    tests: [P3]
    say: [oleg: Слушаю.]
    replies:
      - {id: fact, text: Сколько групп?, does: [ask_fact(assortment)], to: meeting}
      - {id: kind, text: Вижу твой труд., does: [acknowledge], to: kept}
      - {id: both, text: "Вижу. А сколько групп?",
         does: [acknowledge, ask_fact(share)], to: kept}
      - {id: beg, text: Можно?, does: [ask_permission], to: kept}
      - {id: press, text: Уволю и точка!, does: [threaten, pull_rank], to: kept}
"""


@pytest.mark.parametrize(
    ("head", "liked"),
    [
        pytest.param(Head.LONGEST, "both", id="longest"),
        pytest.param(Head.SHORTEST, "beg", id="shortest"),
        pytest.param(Head.TIMID, "beg", id="timid"),
        pytest.param(Head.TYRANT, "press", id="tyrant"),
        pytest.param(Head.FLATTERER, "kind", id="flatterer"),
    ],
)
def test_each_head_has_a_taste_of_its_own(head: Head, liked: str) -> None:
    likes = wish(head)
    names = ["fact", "kind", "both", "beg", "press"]
    assert max(names, key=lambda name: likes(*reply(name))) == liked


def test_the_head_of_facts_likes_every_question_of_fact_alike() -> None:
    likes = wish(Head.FACTS_ONLY)
    assert likes(*reply("fact")) == likes(*reply("both")) > likes(*reply("kind"))


def test_the_same_seed_gives_the_same_whatever_the_number_of_processes() -> None:
    whole = task(loaded("ru").scenario, 1_200)
    alone, together = play_all(whole, 1), play_all(whole, 2)
    assert alone == together
    assert list(alone.moves.items()) == list(together.moves.items())


def test_a_task_can_be_sent_to_another_process() -> None:
    whole = task(loaded("ru").scenario)
    assert pickle.loads(pickle.dumps(whole)) == whole


def test_another_seed_gives_other_talks() -> None:
    one = task(loaded("ru").scenario)
    player = Player(one)
    trails = {
        tuple(step.number for step in player.walker.play(Head.RANDOM, n, 30).trail())
        for n in range(40)
    }
    assert len(trails) > 5
