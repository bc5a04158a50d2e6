"""What may be expected of every shipped scenario, in both languages."""

from collections import Counter
from statistics import mean

import pytest

from scoring.principles import Principle
from simulator.packs import Loaded
from simulator.scenario.plays import Play, parse_playthroughs
from tests.content.talks import (
    LANGUAGES,
    SCENARIOS,
    loaded,
    ranked,
    talking,
    walks,
)

FEWEST, MOST = 500, 4_000
"""Walks at random: at least, and at most until everything has been found."""
pytestmark = [
    pytest.mark.parametrize("language", LANGUAGES),
    pytest.mark.parametrize("name", SCENARIOS),
]


def plays(kit: Loaded, name: str) -> tuple[Play, ...]:
    """Return the play-throughs that lie beside a scenario; `check` plays them."""
    file = kit.path.with_name(f"{name}.playthroughs.yaml")
    found = parse_playthroughs(file.read_bytes()).playthroughs
    assert found is not None
    return found.plays


@pytest.fixture
def kit(name: str, language: str) -> Loaded:
    return loaded(language, name)


def test_it_is_in_the_language_that_was_asked_for(kit: Loaded, language: str) -> None:
    assert kit.scenario.language == language


def test_it_has_scenes_enough_most_of_them_with_4_replies(kit: Loaded) -> None:
    assert len(kit.scenario.scenes) >= 14
    choices = [len({r.text for r in scene.replies}) for scene in talking(kit)]
    assert sum(count >= 4 for count in choices) > len(choices) * 3 / 4


def test_there_are_3_to_5_replies_to_choose_from(
    kit: Loaded, name: str, language: str
) -> None:
    seen = {count for walk in walks(language, 300, name) for count in walk.offers}
    assert seen <= {3, 4, 5}


def test_it_has_several_good_endings_and_several_bad_ones(kit: Loaded) -> None:
    endings = kit.scenario.endings.values()
    assert len({end.outcome for end in endings if end.good}) >= 3
    assert len({end.outcome for end in endings if not end.good}) >= 3


def test_every_principle_is_put_to_the_test(kit: Loaded) -> None:
    tested = {p for scene in kit.scenario.scenes.values() for p in scene.tests}
    assert tested == set(Principle)


def test_every_reply_says_why_and_how_else_it_could_be_said(kit: Loaded) -> None:
    for scene in talking(kit):
        for reply in scene.replies:
            assert reply.because, reply.id
            assert len(set(reply.like)) >= 5, reply.id


def test_no_two_replies_on_offer_at_once_are_said_alike(kit: Loaded) -> None:
    for scene in talking(kit):
        always = [reply for reply in scene.replies if reply.when is None]
        said = Counter(w for reply in always for w in {reply.text, *reply.like})
        assert [words for words, count in said.items() if count > 1] == []


def test_anybody_finds_his_way_and_everything_is_found(
    kit: Loaded, name: str, language: str
) -> None:
    replies = {f"{scene.id}.{r.id}" for scene in talking(kit) for r in scene.replies}
    wanted = {*kit.scenario.scenes, *kit.scenario.endings, *replies}
    for number, walk in enumerate(walks(language, MOST, name), 1):
        assert walk.state.ending is not None, walk.replies
        wanted -= {*walk.scenes, *walk.replies, walk.state.ending}
        if not wanted and number >= FEWEST:
            break
    assert wanted == set()


def test_the_best_reply_cannot_be_told_by_its_length(kit: Loaded) -> None:
    scenes = [ranked(scene) for scene in talking(kit)]
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


def test_the_best_reply_cannot_be_told_by_its_place_in_the_file(kit: Loaded) -> None:
    scenes = talking(kit)
    first = sum(scene.replies[0] in ranked(scene)[0] for scene in scenes)
    assert first <= len(scenes) * 2 / 3


def test_a_play_leads_to_every_ending(kit: Loaded, name: str) -> None:
    assert kit.scenario.endings.keys() <= {play.ends for play in plays(kit, name)}


def test_own_words_lead_to_a_good_ending_and_to_a_bad_one(
    kit: Loaded, name: str, language: str
) -> None:
    spoken = [play for play in plays(kit, name) if play.language == language]
    good = {kit.scenario.endings[play.ends].good for play in spoken if play.ends}
    assert good == {True, False}
