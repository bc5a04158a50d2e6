"""What a head of sales may expect of «Клиент X», in both languages."""

import pytest

from scoring.codes import Code
from scoring.scorecard import score
from simulator.engine import Choose, Event, begin, offered, step, talk_of
from tests.content.talks import LANGUAGES, loaded, walks

pytestmark = pytest.mark.parametrize("language", LANGUAGES)
BEGGING = {Code.ASK_PERMISSION, Code.PROPOSE_TRANSFER, Code.PERSONAL_APPEAL}
FORCING = {Code.PULL_RANK, Code.THREATEN, Code.ATTACK}


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
