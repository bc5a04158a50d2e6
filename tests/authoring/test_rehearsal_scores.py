"""What rehearsed talks score, and the best and the worst that can be."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.scorecard import score
from simulator.authoring.rehearsal import (
    Head,
    Task,
    rehearse,
)
from simulator.engine import talk_of
from simulator.packs import Library
from simulator.reach.extremes import extremes
from simulator.reach.walk import Walker
from tests.authoring.rehearsed import (
    small,
    the_little_talk,
    walker,
)

MEETING = Path("tests/data/meeting")


STORIES = {
    "client-x": Library.shipped().load("client-x", "ru"),
    "client-x-meeting": Library.shipped().load("client-x-meeting", "ru"),
}


@pytest.mark.parametrize("name", STORIES)
def test_many_talks_score_as_each_alone_would(name: str) -> None:
    one = STORIES[name]
    walks = Walker(one.scenario, one.rubric, one.rulebook)
    for head in (Head.RANDOM, Head.FACTS_ONLY, Head.FLATTERER, Head.LONGEST):
        for seed in range(12):
            walked = walks.play(head, seed, 60)
            state = walked.last.state
            events = [
                event
                for position in walked.positions
                for event in position.state.latest
            ]
            card = score(talk_of(one.scenario, events), one.rubric, one.rulebook)
            quick = walks.scorer.score(walked.trail(), state, walks.outcome(state))
            key = card.key_client
            assert quick.business == card.business
            assert quick.key_client == (None if key is None else key.points)
            assert dict(quick.items) == {
                (shown.scene, result.principle): shown.level
                for result in card.principles
                for shown in result.opportunities
            }


def test_extremes_of_a_small_talk_are_exact() -> None:
    reach = the_little_talk().extremes
    assert reach.whole
    # Worst: begs, threatens, then pulls rank twice: P3 = 1, P4 = 1, P6 = 0, P7 = 0
    assert (reach.business.worst, reach.business.best) == (
        reach.business.outside.low,
        reach.business.outside.high,
    )
    assert reach.business.best == 65.625


@st.composite
def stories(draw: st.DrawFn) -> str:
    """Make up a story of a few scenes, in which anything may lead anywhere."""
    acts = ("ask_fact(assortment)", "apply_rule(wallet)", "propose_meeting", "none")
    slips = ("ask_permission", "pull_rank", "threaten", "concede")
    scenes = [f"s{n}" for n in range(draw(st.integers(1, 3)))]
    text = ""
    for number, scene in enumerate(["opening", *scenes]):
        tested = draw(st.sampled_from(["P3", "P4, P7", "P3, P6", "P7"]))
        text += (
            f"  {scene}:\n    tests: [{tested}]\n    say: [oleg: Да.]\n    replies:\n"
        )
        for n in range(draw(st.integers(1, 3))):
            act = draw(st.sampled_from(acts + slips))
            onward = [*scenes[number:], "meeting", "kept", "stay"] if n else ["kept"]
            to = draw(
                st.sampled_from(onward if n or not scenes[number:] else scenes[number:])
            )
            learn = ", learn: [groups]" if draw(st.booleans()) else ""
            text += (
                f"      - {{id: r{n}, text: Да {n}., does: [{act}]{learn}, to: {to}}}\n"
            )
    return text


@settings(max_examples=25)
@given(stories(), st.booleans())
def test_no_talk_scores_outside_of_the_extremes(story: str, whole: bool) -> None:
    walks = walker(small(story))
    reach = extremes(walks, most=4_000 if whole else 2)
    for head in (Head.RANDOM, Head.TYRANT, Head.BEST):
        for seed in range(8):
            walked = walks.play(head, seed, 40)
            state = walked.last.state
            if state.ending is None:
                continue
            scored = walks.scorer.score(walked.trail(), state, walks.outcome(state))
            business, key_client = reach.business.outside, reach.key_client.outside
            if scored.business is not None:
                assert business.low <= scored.business <= business.high
            assert scored.key_client is not None
            assert key_client.low <= scored.key_client <= key_client.high


def test_a_meeting_with_forms_is_played_to_its_end_and_bounded_from_both_sides() -> (
    None
):
    path = MEETING / "small-meeting.yaml"
    one = Library.shipped().load_file(path, "small-meeting")
    found = rehearse(Task(one.scenario, one.rubric, one.rulebook, 100, 1, 60))
    ended = sum(sum(head.endings.values()) for head in found.heads)
    assert ended == sum(head.talks for head in found.heads)
    reach = found.extremes
    assert not reach.whole
    assert reach.business.best is not None
    assert reach.business.outside.high >= reach.business.best
