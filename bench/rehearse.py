"""Whole talks of «Клиент X», played and scored, beside random walks on ink."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from bink.story import Story as BinkStory

from bench.engine import picks
from bench.ink import ink_json
from bench.measure import Row, paired, timed
from simulator.authoring.rehearsal import Task, play_all
from simulator.packs import Library, Loaded

TALKS: Final = 5_000
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
    task = Task(loaded.scenario, loaded.rubric, loaded.rulebook, TALKS, 1, LIMIT)
    story = BinkStory(ink_json(loaded.scenario))
    pair = paired(
        lambda: play_all(task, 1), lambda: walk_bink(story, INK_TALKS), ROUNDS
    )
    ours, bink = median(pair.ours) / TALKS, median(pair.reference) / INK_TALKS
    yield _row("one core", ours, "bink (Rust), unscored", bink)
    inkjs = walk_inkjs(loaded)
    if inkjs is None:
        yield Row("the same beside inkjs", "skipped", "no node with inkjs", None, None)
    else:
        yield _row("one core", ours, "inkjs, unscored", inkjs)
    cores = os.cpu_count() or 1
    together = timed(lambda: play_all(task, cores)) / TALKS
    yield _row(f"{cores} cores", together, "one core", ours)


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


def walk_inkjs(loaded: Loaded) -> float | None:
    """Return the seconds a talk takes on inkjs; None where it is not installed.

    node finds it where `NODE_PATH` says, as after `npm install inkjs`.
    """
    node = shutil.which("node")
    if node is None:
        return None
    with TemporaryDirectory() as folder:
        story, script = Path(folder) / "story.json", Path(folder) / "walk.js"
        story.write_text(ink_json(loaded.scenario), encoding="utf-8")
        script.write_text(_WALKS, encoding="utf-8")
        words = [node, str(script), str(story), str(INK_TALKS), str(LIMIT)]
        done = subprocess.run(words, capture_output=True, text=True, check=False)
    return json.loads(done.stdout) / INK_TALKS if done.returncode == 0 else None


def _row(how: str, ours: float, name: str, theirs: float) -> Row:
    bound = f" (≥ {PROMISED:,})" if how == "one core" else ""
    return Row(
        f"talks a second, {how}{bound}",
        f"{1 / ours:,.0f}",
        f"{name} {1 / theirs:,.0f}",
        ours / theirs,
        None,
    )
