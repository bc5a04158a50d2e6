"""Whole talks of «Клиент X», played and scored, beside random walks on ink."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from bink.story import Story as BinkStory

from bench import inkjs
from bench.engine import picks
from bench.ink import ink_json
from bench.measure import Pair, Row, in_turn, timed
from simulator.authoring.rehearsal import Head, Task, play_all
from simulator.authoring.rehearsal.plays import Chunk, Player
from simulator.packs import Library, Loaded

TALKS: Final = 5_000
RANDOM_TALKS: Final = 2_500
INK_TALKS: Final = 500
LIMIT: Final = 200
ROUNDS: Final = 3
PROMISED: Final = 2_000
"""Talks a second on one core."""
_WALKS: Final = """
const { Story } = require('inkjs');
const story = new Story(require('fs').readFileSync(process.argv[2], 'utf8'));
let draw = 12345;
const pick = (count) => {
  draw = Number((BigInt(draw) * 1103515245n + 12345n) & 0x7FFFFFFFn);
  return (draw >> 8) % count;
};
const talks = Number(process.argv[3]), limit = Number(process.argv[4]);
const start = process.hrtime.bigint();
for (let talk = 0; talk < talks; talk++) {
  story.ResetState();
  for (let turn = 0; turn <= limit; turn++) {
    while (story.canContinue) story.Continue();
    const count = story.currentChoices.length;
    if (!count) break;
    story.ChooseChoiceIndex(pick(count));
  }
}
console.log(Number(process.hrtime.bigint() - start) / 1e9);
"""


def rows() -> Iterator[Row]:
    """Measure; see the module's sentence."""
    loaded = Library.shipped().load("client-x", "ru")
    cores = os.cpu_count() or 1
    one, many, random, *inks = _seconds_a_talk(loaded, cores)
    yield Row(
        f"talks a second, all heads, one core (≥ {PROMISED:,})",
        f"{1 / median(one):,.0f}",
        f"by chance alone {1 / median(random):,.0f}",
        Pair(one, random).ratio,
        None,
    )
    scaled = Pair(many, one).ratio
    yield Row(
        f"talks a second, all heads, {cores} cores",
        f"{1 / median(many):,.0f}",
        f"one core {1 / median(one):,.0f}, × {1 / scaled:.2f}",
        scaled,
        None,
    )
    for name, walked in zip(("bink (Rust)", "inkjs"), inks, strict=False):
        yield Row(
            "talks a second, by chance, one core",
            f"{1 / median(random):,.0f}",
            f"{name}, unscored {1 / median(walked):,.0f}",
            Pair(random, walked).ratio,
            None,
        )
    if len(inks) == 1:
        yield Row("the same beside inkjs", "skipped", "no node or npm", None, None)


def _seconds_a_talk(loaded: Loaded, cores: int) -> tuple[tuple[float, ...], ...]:
    """Measure all in turn: all heads on one core and on many, one head, ink."""
    task = Task(loaded.scenario, loaded.rubric, loaded.rulebook, TALKS, 1, LIMIT)
    story = BinkStory(ink_json(loaded.scenario))
    meters: list[Callable[[], float]] = [
        lambda: timed(lambda: play_all(task, 1)) / TALKS,
        lambda: timed(lambda: play_all(task, cores)) / TALKS,
        lambda: timed(partial(play_by_chance, task)) / RANDOM_TALKS,
        lambda: timed(partial(walk_bink, story, INK_TALKS)) / INK_TALKS,
    ]
    if inkjs.installed() is not None:
        meters.append(lambda: walk_inkjs(loaded, INK_TALKS) / INK_TALKS)
    return in_turn(meters, ROUNDS)


def play_by_chance(task: Task) -> None:
    """Play and score talks of the head that takes any reply."""
    Player(task).chunk(Chunk(Head.RANDOM, 0, RANDOM_TALKS))


def walk_bink(story: BinkStory, talks: int) -> None:
    """Walk at random through so many talks on ink's Rust runtime."""
    pick = picks()
    for _ in range(talks):
        story.reset_state()
        for _ in range(LIMIT):
            if story.can_continue():
                story.continue_maximally()
            count = len(story.get_current_choices())
            if not count:
                break
            story.choose_choice_index(pick(count))


def walk_inkjs(loaded: Loaded, talks: int) -> float:
    """Walk as many talks on ink's JavaScript runtime; return the seconds they took.

    The start of node and the loading of the story are left out.
    """
    with TemporaryDirectory() as folder:
        story = Path(folder) / "story.json"
        story.write_text(ink_json(loaded.scenario), encoding="utf-8")
        return float(inkjs.run(_WALKS, str(story), str(talks), str(LIMIT)))
