"""Answers a second, played headless, beside two ink runtimes on the same story."""

import resource
from collections.abc import Callable, Iterator
from statistics import median

from bink.story import Story as BinkStory
from inkpython import Story as InkStory

from bench.ink import ink_json
from bench.measure import Row, paired
from bench.stories import scenario_yaml
from simulator.engine import Choose, begin, offered, step
from simulator.scenario.model import Scenario
from simulator.scenario.parsing import parse

SCENES = 1_000
ANSWERS = 20_000
SLOW_ANSWERS = 1_000
ROUNDS = 5
ROUND_THE_CIRCLE = 1_000_000


def rows() -> Iterator[Row]:
    """Measure; see the module's sentence."""
    scenario = generated()
    compiled = ink_json(scenario)
    rust, python = BinkStory(compiled), InkStory(compiled)
    fast = paired(
        lambda: play(scenario, ANSWERS), lambda: play_bink(rust, ANSWERS), ROUNDS
    )
    yield _row("bink (Rust)", fast.ours, fast.reference, ANSWERS, fast.ratio)
    slow = paired(
        lambda: play(scenario, SLOW_ANSWERS),
        lambda: play_inkpython(python, SLOW_ANSWERS),
        ROUNDS,
    )
    yield _row("inkpython", slow.ours, slow.reference, SLOW_ANSWERS, slow.ratio)
    yield _memory(scenario)


def generated() -> Scenario:
    """Return the story of 1,000 scenes that all engines play."""
    scenario = parse(scenario_yaml(SCENES), "generated.yaml").scenario
    assert scenario is not None
    return scenario


def picks() -> Callable[[int], int]:
    """Return a chooser among n that is the same in every run."""
    draw = 12345

    def pick(count: int) -> int:
        nonlocal draw
        draw = (draw * 1103515245 + 12345) & 0x7FFFFFFF
        return (draw >> 8) % count

    return pick


def play(scenario: Scenario, answers: int) -> None:
    """Play so many answers; a talk that ends begins again."""
    pick = picks()
    state, _ = begin(scenario, 1)
    for _ in range(answers):
        replies = offered(state)
        if not replies:
            state, _ = begin(scenario, 1)
            replies = offered(state)
        state, _ = step(state, Choose(replies[pick(len(replies))].id))


def play_bink(story: BinkStory, answers: int) -> None:
    """Play so many answers on ink's Rust runtime; the story goes on from before."""
    pick = picks()
    for _ in range(answers):
        story.continue_maximally()
        count = len(story.get_current_choices())
        story.choose_choice_index(pick(count))


def play_inkpython(story: InkStory, answers: int) -> None:
    """Play so many answers on the ink runtime written in Python."""
    pick = picks()
    for _ in range(answers):
        story.ContinueMaximally()
        story.ChooseChoiceIndex(pick(len(story.currentChoices)))


def _row(
    name: str,
    ours: tuple[float, ...],
    theirs: tuple[float, ...],
    answers: int,
    ratio: float,
) -> Row:
    mine, other = (median(times) / answers * 1e6 for times in (ours, theirs))
    return Row(
        f"an answer, {SCENES:,} scenes ({1e6 / mine:,.0f} a second)",
        f"{mine:.1f} µs",
        f"{name} {other:.1f} µs",
        ratio,
        None,
    )


def _memory(scenario: Scenario) -> Row:
    play(scenario, ANSWERS)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    play(scenario, ROUND_THE_CIRCLE)
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return Row(
        f"peak memory after {ROUND_THE_CIRCLE:,} answers",
        f"{after / 1024:.1f} MB",
        f"after {ANSWERS:,}: {before / 1024:.1f} MB",
        after / before,
        None,
    )
