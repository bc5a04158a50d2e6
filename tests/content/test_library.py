"""The library as a whole: a year of a training programme, in two languages."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from scoring.principles import Principle
from scoring.talk import Outcome
from simulator.packs import Library, Loaded
from simulator.packs.stakes import shipped_stakes, stake_of
from simulator.scenario.model import Difficulty, Reply
from simulator.scenario.plays import Play, parse_playthroughs
from simulator.scenario.possible import never_together
from simulator.scenario.survey import survey
from tests.content.talks import LANGUAGES, SCENARIOS

LIBRARY = Library.shipped()
NAMES = sorted(entry.id for entry in LIBRARY.scenarios("ru"))
LATER = [name for name in NAMES if name not in SCENARIOS]
"""Those that were written for the programme, beside the first three."""
every = pytest.mark.parametrize("name", LATER)


@cache
def kit(name: str, language: str = "ru") -> Loaded:
    return LIBRARY.load(name, language)


@cache
def plays(name: str) -> tuple[Play, ...]:
    file = kit(name).path.with_name(f"{name}.playthroughs.yaml")
    found = parse_playthroughs(Path(file).read_bytes()).playthroughs
    assert found is not None
    return found.plays


def test_there_are_five_more_of_each_difficulty() -> None:
    levels = Counter(kit(name).scenario.difficulty for name in LATER)
    assert all(levels[level] >= 5 for level in Difficulty)


@pytest.mark.parametrize("language", LANGUAGES)
@every
def test_each_is_there_in_both_languages(name: str, language: str) -> None:
    assert kit(name, language).scenario.language == language


@every
def test_each_has_10_to_25_scenes_and_a_choice_of_3_to_5(name: str) -> None:
    scenes = kit(name).scenario.scenes.values()
    assert 10 <= len(scenes) <= 25
    counts = {_at_once(scene.replies) for scene in scenes if scene.form is None}
    assert counts <= {3, 4, 5}


def _at_once(replies: Sequence[Reply]) -> int:
    """Return how many replies can stand together: of two that exclude each other one.

    It is exact where no reply excludes more than one other.
    """
    exclusive = sum(never_together(a.when, b.when) for a, b in combinations(replies, 2))
    return len(replies) - exclusive


@every
def test_each_has_3_to_6_endings_two_of_them_good(name: str) -> None:
    endings = kit(name).scenario.endings.values()
    assert 3 <= len(endings) <= 6
    assert sum(ending.good for ending in endings) >= 2


@every
def test_some_figure_is_an_interval_and_something_is_unknown(name: str) -> None:
    values = [fact.value for fact in kit(name).scenario.client.facts.values()]
    assert any(value is None for value in values)
    assert any(_is_interval(value) for value in values)


def _is_interval(value: tuple[Fraction, Fraction] | str | bool | None) -> bool:
    """Tell whether a fact lies between two figures, or is worded so: `18–20 млн ₽`."""
    if isinstance(value, tuple):
        low, high = value
        return low != high
    return isinstance(value, str) and "–" in value


@pytest.mark.parametrize("language", LANGUAGES)
@every
def test_every_reply_says_why_and_is_worded_five_ways(name: str, language: str) -> None:
    for scene in kit(name, language).scenario.scenes.values():
        for reply in scene.replies:
            assert reply.because
            assert len(reply.like) >= 5


@every
def test_every_ending_is_played_by_choice_and_in_own_words(name: str) -> None:
    spoken = {one.ends for one in plays(name) if _in_own_words(one)}
    chosen = {one.ends for one in plays(name) if not _in_own_words(one)}
    assert kit(name).scenario.endings.keys() <= spoken & chosen


def _in_own_words(play: Play) -> bool:
    return any(answer.say is not None for answer in play.answers)


def test_every_principle_is_at_stake_in_at_least_five() -> None:
    stakes = Counter(p for n in LATER for p in survey(kit(n).scenario).principles)
    assert all(stakes[principle] >= 5 for principle in Principle)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_what_is_noted_of_its_stakes_is_what_it_puts_at_stake(
    name: str, language: str
) -> None:
    scenario = kit(name, language).scenario
    assert shipped_stakes()[scenario.digest] == stake_of(scenario)


def test_stakes_are_noted_of_shipped_files_as_they_are_and_of_no_others() -> None:
    files = [kit(name, language) for name in NAMES for language in LANGUAGES]
    assert shipped_stakes().keys() == {one.scenario.digest for one in files}


def test_a_transfer_is_not_the_only_good_end() -> None:
    good = {name: survey(kit(name).scenario).good for name in LATER}
    transfers = [name for name, ends in good.items() if ends[0] is Outcome.TRANSFER]
    assert len(transfers) <= len(LATER) * 2 / 3
    assert {end for ends in good.values() for end in ends} >= {
        Outcome.KEEP_WITH_PLAN,
        Outcome.LEAD_TOGETHER,
        Outcome.NOT_KEY,
        Outcome.COLLECT_DATA,
        Outcome.FREEZE,
    }


def test_at_least_three_are_meetings() -> None:
    assert sum(survey(kit(name).scenario).meeting for name in LATER) >= 3
