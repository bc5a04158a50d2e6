"""What a head of sales may expect of «Клиент X», in both languages."""

from collections import Counter
from statistics import mean

import pytest

from scoring.codes import Code
from scoring.principles import Principle
from scoring.scorecard import score
from simulator.engine import Choose, Event, begin, offered, step, talk_of
from tests.content.talks import LANGUAGES, loaded, ranked, walks

pytestmark = pytest.mark.parametrize("language", LANGUAGES)
BEGGING = {Code.ASK_PERMISSION, Code.PROPOSE_TRANSFER, Code.PERSONAL_APPEAL}
FORCING = {Code.PULL_RANK, Code.THREATEN, Code.ATTACK}


def test_it_is_in_the_language_that_was_asked_for(language: str) -> None:
    assert loaded(language).scenario.language == language


def test_it_has_at_least_14_scenes_most_of_them_with_4_replies(language: str) -> None:
    scenes = loaded(language).scenario.scenes.values()
    assert len(scenes) >= 14
    choices = [len({reply.text for reply in scene.replies}) for scene in scenes]
    assert sum(count >= 4 for count in choices) > len(scenes) * 3 / 4


def test_it_has_at_least_5_endings_several_of_them_good(language: str) -> None:
    endings = loaded(language).scenario.endings.values()
    assert len(endings) >= 5
    assert sum(ending.good for ending in endings) >= 2
    assert sum(not ending.good for ending in endings) >= 3


def test_every_principle_is_put_to_the_test(language: str) -> None:
    scenes = loaded(language).scenario.scenes.values()
    assert {p for scene in scenes for p in scene.tests} == set(Principle)


def test_every_reply_says_why_and_how_else_it_could_be_said(language: str) -> None:
    for scene in loaded(language).scenario.scenes.values():
        for reply in scene.replies:
            assert reply.because, reply.id
            assert len(set(reply.like)) >= 5, reply.id


def test_anybody_finds_his_way_and_everything_is_found(language: str) -> None:
    found: Counter[str] = Counter()
    for walk in walks(language, 2_500):
        assert walk.state.ending is not None, walk.replies
        found.update({*walk.scenes, *walk.replies, walk.state.ending})
    scenario = loaded(language).scenario
    replies = {
        f"{scene.id}.{reply.id}"
        for scene in scenario.scenes.values()
        for reply in scene.replies
    }
    assert {*scenario.scenes, *scenario.endings, *replies} <= found.keys()


def test_the_best_reply_cannot_be_told_by_its_length(language: str) -> None:
    scenes = [ranked(scene) for scene in loaded(language).scenario.scenes.values()]
    best = mean(len(reply.text) for tops, _ in scenes for reply in tops)
    others = mean(len(reply.text) for _, rest in scenes for reply in rest)
    assert 0.8 < best / others < 1.25
    longest = sum(
        max(len(r.text) for r in tops) > max(len(r.text) for r in rest)
        for tops, rest in scenes
    )
    shortest = sum(
        min(len(r.text) for r in tops) < min(len(r.text) for r in rest)
        for tops, rest in scenes
    )
    assert longest <= len(scenes) * 2 / 3
    assert shortest <= len(scenes) * 2 / 3


def test_the_best_reply_cannot_be_told_by_its_place_in_the_file(language: str) -> None:
    scenes = loaded(language).scenario.scenes.values()
    first = sum(scene.replies[0] in ranked(scene)[0] for scene in scenes)
    assert first <= len(scenes) * 2 / 3


def test_the_circle_goes_on_until_patience_ends_it(language: str) -> None:
    scenario = loaded(language).scenario
    assert scenario.patience is not None
    circled = [w for w in walks(language, 2_500) if w.state.ending == "going-round"]
    assert circled
    assert all(w.state.fruitless == scenario.patience.turns for w in circled)


def play_badly(language: str, seed: int, habit: set[Code]) -> tuple[str | None, int]:
    """Play as a head with one bad habit; return the ending and the score."""
    kit = loaded(language)
    state, told = begin(kit.scenario, seed)
    events: list[Event] = list(told)
    while state.ending is None and state.turn < 80:
        replies = offered(state)
        bad = [r for r in replies if any(use.code in habit for use in r.does)]
        worse = bad or [
            r
            for r in replies
            if any(use.code in {Code.STALL, Code.CONCEDE} for use in r.does)
        ]
        state, told = step(state, Choose((worse or list(replies))[0].id))
        events += told
    card = score(talk_of(kit.scenario, events), kit.rubric, kit.rulebook)
    assert card.business is not None
    return state.ending, int(card.business)


@pytest.mark.parametrize("habit", [BEGGING, FORCING], ids=["begging", "forcing"])
def test_one_who_begs_or_forces_ends_badly_and_scores_low(
    language: str, habit: set[Code]
) -> None:
    ending, points = play_badly(language, 1, habit)
    assert ending is not None
    assert not loaded(language).scenario.endings[ending].good
    assert points < 40
