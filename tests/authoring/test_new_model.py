"""A new scenario is a model of what `check` and `rehearse` ask for."""

import re
from collections.abc import Callable
from fractions import Fraction

import pytest

from scoring.rubric import rate
from scoring.scorecard import score
from simulator.authoring.new import (
    begin_scenario,
    usual,
)
from simulator.engine import Choose, State, begin, offered, step, talk_of
from simulator.packs import Library, Loaded
from simulator.scenario.model import Reply, Scenario, Scene

LANGUAGES = ("ru", "en")


@pytest.fixture(scope="module", params=LANGUAGES)
def kit(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Loaded:
    folder = tmp_path_factory.mktemp("new")
    written = begin_scenario(usual(request.param), folder)
    return Library.shipped().load(str(written.scenario), request.param)


def replies(scenario: Scenario) -> list[Reply]:
    return [reply for scene in scenario.scenes.values() for reply in scene.replies]


def worth(kit: Loaded, scene: Scene, reply: Reply) -> Fraction:
    """Return how well a reply serves what its scene tests, 0..4."""
    ratings = rate(kit.rubric, reply.does, reply.levels)
    levels = {one.principle: one.level for one in ratings}
    return Fraction(sum(levels.get(p, 1) for p in scene.tests), len(scene.tests))


def best(kit: Loaded, scene: Scene) -> Reply:
    return max(scene.replies, key=lambda reply: worth(kit, scene, reply))


def test_it_shows_what_the_format_has(kit: Loaded) -> None:
    scenario = kit.scenario
    facts = scenario.client.facts.values()
    assert len(scenario.scenes) == 4
    assert [end.good for end in scenario.endings.values()] == [True, True, False]
    assert any(fact.value is None for fact in facts), "a gap"
    assert scenario.patience
    assert scenario.reactions
    assert scenario.otherwise
    assert any(reply.when for reply in replies(scenario)), "a condition"
    assert any(line.when for s in scenario.scenes.values() for line in s.say)


def test_every_reply_says_why_and_has_five_wordings(kit: Loaded) -> None:
    for reply in replies(kit.scenario):
        assert reply.because
        assert len({reply.text, *reply.like}) >= 6, reply.id


def test_what_denies_can_be_turned_round(kit: Loaded) -> None:
    costly = [
        reply
        for reply in replies(kit.scenario)
        if any(one.violation for one in rate(kit.rubric, reply.does, reply.levels))
    ]
    assert len(costly) == 8
    assert all(reply.opposite for reply in costly)


def test_every_fact_can_be_learned_and_is_used(kit: Loaded) -> None:
    got = {
        fact
        for r in replies(kit.scenario)
        for fact in (*r.effects.learn, *r.effects.tell)
    }
    for name, fact in kit.scenario.client.facts.items():
        assert fact.known or name in got
        assert fact.needed or fact.criterion


def test_every_principle_tested_is_served_by_a_reply(kit: Loaded) -> None:
    for scene in kit.scenario.scenes.values():
        served = {
            one.principle
            for reply in scene.replies
            for one in rate(kit.rubric, reply.does, reply.levels)
            if one.level >= 3
        }
        assert set(scene.tests) <= served


def test_the_best_reply_does_not_give_itself_away(kit: Loaded) -> None:
    scenes = kit.scenario.scenes.values()
    tops = [best(kit, scene) for scene in scenes]
    long = [sorted(scene.replies, key=lambda r: len(r.text)) for scene in scenes]
    assert sum(row[-1] is top for row, top in zip(long, tops, strict=True)) <= 1
    assert sum(row[0] is top for row, top in zip(long, tops, strict=True)) <= 1
    assert sum(s.replies[0] is top for s, top in zip(scenes, tops, strict=True)) <= 1
    said = [set(re.findall(r"\w+", top.text.lower())) for top in tops]
    others = {
        word
        for reply in replies(kit.scenario)
        if reply not in tops
        for word in re.findall(r"\w+", reply.text.lower())
    }
    shared = {w for word in said for w in word if sum(w in one for one in said) > 1}
    assert shared <= others


@pytest.mark.parametrize(
    ("head", "low", "high"),
    [
        ("best", 85, 95),
        ("first", 0, 40),
        ("longest", 0, 40),
        ("shortest", 0, 45),
        ("facts", 0, 59),
        ("tyrant", 0, 25),
        ("timid", 0, 25),
    ],
)
def test_a_good_head_scores_high_and_no_stupid_one_does(
    kit: Loaded, head: str, low: int, high: int
) -> None:
    assert low <= business(kit, head) <= high


PREFERS = {
    "facts": ("ask_fact", "cite_fact", "verify_data"),
    "tyrant": ("pull_rank", "threaten", "attack"),
    "timid": ("ask_permission", "concede", "stall", "personal_appeal"),
}


def business(kit: Loaded, head: str) -> float:
    """Play as a simulated head; return the business score."""
    state, events = begin(kit.scenario, 1)
    while state.ending is None:
        state, told = step(state, Choose(pick(kit, head, state).id))
        events += told
    card = score(talk_of(kit.scenario, events), kit.rubric, kit.rulebook)
    assert card.business is not None
    return float(card.business)


def pick(kit: Loaded, head: str, state: State) -> Reply:
    scene = kit.scenario.scenes[state.scene]
    on_offer = [reply for reply in scene.replies if reply in offered(state)]
    if head in PREFERS:
        wanted = PREFERS[head]
        return max(on_offer, key=lambda r: sum(use.code in wanted for use in r.does))
    keys: dict[str, Callable[[Reply], Fraction]] = {
        "best": lambda reply: worth(kit, scene, reply),
        "longest": lambda reply: Fraction(len(reply.text)),
        "shortest": lambda reply: Fraction(-len(reply.text)),
        "first": lambda reply: Fraction(0),
    }
    return max(on_offer, key=keys[head])
