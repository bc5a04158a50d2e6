"""A long talk that comes to an end, made up so that `check` finds nothing in it.

Two or three replies a scene, with reasons, codes, conditions, moods, facts and flags;
every scene leads forward, to several endings. Which reply is the best shows neither by
its length nor by its place, by a number, a question or a polite word: all go round.
The same arguments give the same bytes on every machine.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from bench.chapterwords import KINDS

WIDE: Final = 25
"""Scenes that stand side by side: from each the talk goes on to the next such row."""
FACTS: Final = 40
FLAGS: Final = 30
"""Both at most; a talk of few scenes has fewer."""


_HEAD: Final = """\
# whose-client: ignore-file SCN872 made up to be measured, not to be spoken to
format: 1
id: made-up-chapters-{scenes}
title: A talk in many chapters
language: en
difficulty: medium
minutes: 90
role: Head of sales
brief: >
  The client buys little, and his manager will not share him.
  What lies behind that is to be found out.
debrief: >
  The talk is made up for measuring and teaches nothing.
cast:
  oleg: {{name: Oleg, role: sales manager, mood: {{resistance: 6, trust: 4}}}}
  irina: {{name: Irina, role: key-account manager, mood: {{patience: 5}}}}
client:
  name: Client X
  facts:
"""
_FACT: Final = """\
    f{n}: {{name: Figure {n}, is: [{low}, {high}], unit: pcs, \
line: "Between {low} and {high}.", needed: true}}
"""
_TAIL: Final = """\
reactions:
  - when: deceive
    if: trust >= 3
    say: [{oleg: I will not lie to them.}]
    mood: {trust: -1}
otherwise:
  - oleg: ["What do you mean?", "Say it more simply."]
patience:
  turns: 4
  reminders:
    - oleg: ["We have been here before.", "Again the same?"]
  say: [{note: The talk has come back to where it was.}]
  to: round-again
endings:
  together: {outcome: lead-together, good: true, title: Together, text: Both lead him.}
  figures: {outcome: collect-data, good: true, title: Figures first, text: In a week.}
  meeting: {outcome: meeting, good: true, title: A meeting, text: On Thursday at ten.}
  left-as-is: {outcome: kept-without-plan, good: false, title: As it was, text: Alone.}
  round-again: {outcome: circle, good: false, title: Round again, text: No word more.}
"""
_ENDINGS: Final = ("together", "left-as-is", "figures", "meeting")
_BECAUSE: Final = (
    "What is asked now need not be argued later.",
    "He hears what the company loses by it.",
    "Said like this, it can be checked.",
)
_SETTLED: Final = 8 * WIDE
"""From this scene on there are conditions: before, too little has happened."""
_MOODS: Final = ("resistance: -1, trust: +1", "patience: -1", "resistance: +2")


def chapters_yaml(scenes: int, rich: bool = True) -> bytes:
    """Make such a talk up.

    Args:
        scenes: How many, from 100; five thousand of them are about 1.9 MB.
        rich: Whether scenes say what they test and most replies do more than lead
            on; else five thousand scenes are about 1.5 MB.
    """
    facts, flags = min(FACTS, scenes // 3), min(FLAGS, scenes // 5)
    parts = [_HEAD.format(scenes=scenes)]
    parts += [_FACT.format(n=n, low=n * 10, high=n * 20 + 5) for n in range(facts)]
    parts.append("start: s0\nscenes:\n")
    for number in range(scenes):
        parts += _Scene(number, scenes, facts, flags, rich).lines()
    parts.append(_TAIL)
    return "".join(parts).encode()


class _Scene(NamedTuple):
    """One scene of so many."""

    number: int
    scenes: int
    facts: int
    flags: int
    rich: bool

    def lines(self) -> Iterator[str]:
        """Yield it, a line or two at a time."""
        number, kind = self.number, KINDS[self.number % len(KINDS)]
        yield f"  s{number}:\n"
        if self.rich:
            yield f"    tests: [{kind.tests}]\n"
        yield f'    say:\n      - oleg: "{kind.line}"\n'
        if self.rich and number % 6 == 5 and number >= _SETTLED:
            bound = 3 + number % 5
            yield f"      - {{if: resistance >= {bound}, irina: He hears nothing.}}\n"
        yield "    replies:\n"
        ways = self._ways()
        place = number // len(KINDS) % len(ways)
        for way in (*ways[place:], *ways[:place]):
            yield f"      - {{{', '.join(self._reply(way, len(ways)))}}}\n"

    def _ways(self) -> tuple[int, ...]:
        """Return which of the three ways are on offer; the good one always is."""
        if self.rich and self.number % 8 < 2:
            return (0, 1, 2)
        return (0, 1 + self.number // 3 % 2)

    def _reply(self, way: int, ways: int) -> Iterator[str]:
        number = self.number
        does, texts = KINDS[number % len(KINDS)].ways[way]
        yield f'id: r{way}, text: "{texts[self._size(way, ways)]}", does: [{does}]'
        if (number + way) % (3 if self.rich else 9) == 1:
            yield f"mood: {{{_MOODS[way]}}}"
        if way == 0 and number % 3 == 0:
            yield f"learn: [f{number // 3 % self.facts}]"
        if way == 0 and number % 5 == 0:
            yield f"set: [g{number // 5 % self.flags}]"
        if way and number >= _SETTLED:
            yield from self._limit()
        yield f"to: {self._to(way)}"
        if self.rich and (number + way) % 4 == 0:
            yield f'because: "{_BECAUSE[way]}"'

    def _size(self, way: int, ways: int) -> int:
        """Return how long a reply is, 0..2: each way is each size equally often."""
        turn = self.number // (len(KINDS) * 3)
        if ways == 3:
            return (way + turn) % 3
        return 2 * ((min(way, 1) + turn) % 2)

    def _limit(self) -> Iterator[str]:
        """Say when a reply is on offer, for some of them."""
        number = self.number
        if number % 7 == 3:
            fact, trust = number // 75 % self.facts, 5 + number % 3
            yield f"if: knows(f{fact}) or trust >= {trust}"
        elif number % 7 == 5:
            yield f"if: resistance <= {3 + number % 3}"
        elif number % 11 == 4:
            yield f"if: flag(g{number // 75 % self.flags})"
        elif number % 13 == 6:
            yield "once: true"

    def _to(self, way: int) -> str:
        """Return where a reply leads; the good one to every scene in its turn."""
        number = self.number
        if way == 2 and number % 40 == 7:
            return "left-as-is"
        if way == 0:
            ahead = 1 if number < WIDE - 1 else WIDE
        else:
            ahead = WIDE + (0 if number < 2 * WIDE else (number * way) % WIDE)
        target = number + ahead
        ending = _ENDINGS[target % len(_ENDINGS)]
        return f"s{target}" if target < self.scenes else ending
