"""How often two talks are said to differ: by chance alone, and after a real rise.

Talks are made up: each scene tests one principle and shows a level by lot, 0 to 4, the
middle ones twice as often. Of pairs without any rise few may be called a difference;
of pairs in which every scene of the later talk is a level higher, as many as can be.
"""

from collections.abc import Iterator
from hashlib import blake2b
from typing import Final

from bench.measure import Row
from scoring.codes import Code, CodeUse
from scoring.difference import Sat, Verdict, differences
from scoring.principles import HIGHEST_LEVEL, Principle
from scoring.talk import Talk, Turn
from simulator.packs import Library, Loaded

PAIRS: Final = 200
SCENES: Final = (4, 6, 8, 12)
_LOT: Final = (0, 1, 2, 2, 3, 3, 4)


def rows() -> Iterator[Row]:
    """Measure; see the module's sentence."""
    loaded = Library.shipped().load("client-x", "ru")
    for scenes in SCENES:
        chance, risen = (_claimed(scenes, rise, loaded) for rise in (0, 1))
        yield Row(
            f"{scenes} scenes, {PAIRS} pairs: called a difference by chance alone",
            f"{chance * 100:.1f} of a hundred",
            f"after a rise by one level everywhere {risen * 100:.1f}",
            None,
            None,
        )


def _claimed(scenes: int, rise: int, loaded: Loaded) -> float:
    """Return the share of pairs of which more is said than that nothing is known."""
    claimed = 0
    for number in range(PAIRS):
        before, after = (
            _sat(f"{number} {scenes} {which}", scenes, by)
            for which, by in (("before", 0), ("after", rise))
        )
        found = differences(before, after, loaded.rubric, loaded.rulebook).business
        assert found is not None
        claimed += found.verdict in (Verdict.HIGHER, Verdict.LOWER)
    return claimed / PAIRS


def _sat(name: str, scenes: int, rise: int) -> Sat:
    lots = blake2b(name.encode()).digest()[:scenes]
    levels = [min(_LOT[lot % len(_LOT)] + rise, HIGHEST_LEVEL) for lot in lots]
    turns = [
        Turn(
            number=number,
            scene=f"s{number}",
            tests=(Principle.P1,),
            codes=(CodeUse(Code.NONE),),
            levels={Principle.P1: level},
            learned=(),
            fruitless=False,
        )
        for number, level in enumerate(levels, 1)
    ]
    return Sat(Talk(tuple(turns), (), None), read=False)
