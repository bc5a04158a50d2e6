"""Queues of states in which something is to be answered yet."""

from collections import defaultdict, deque
from collections.abc import Sequence
from heapq import heappop, heappush

from simulator.engine import Answer


class Fair:
    """A queue in which scenes take turns, so that none keeps the others waiting."""

    __slots__ = ("_lines", "_ready", "_served")

    def __init__(self) -> None:
        self._lines: dict[str, deque[int]] = defaultdict(deque)
        self._served: dict[str, int] = defaultdict(int)
        self._ready: list[tuple[int, int, str]] = []

    def __bool__(self) -> bool:
        """Tell whether anybody waits."""
        return bool(self._ready)

    def waiting(self) -> set[int]:
        """Return all that wait."""
        return {number for line in self._lines.values() for number in line}

    def push(self, scene: str, number: int) -> None:
        """Let a state wait in the line of its scene."""
        line = self._lines[scene]
        line.append(number)
        if len(line) == 1:
            heappush(self._ready, (self._served[scene], number, scene))

    def pop(self) -> int:
        """Return the first in the line that was served least."""
        _, _, scene = heappop(self._ready)
        line = self._lines[scene]
        number = line.popleft()
        self._served[scene] += 1
        if line:
            heappush(self._ready, (self._served[scene], line[0], scene))
        return number


class Owed:
    """States in which all answers of one sort are to be given; scenes take turns."""

    __slots__ = ("_answers", "_states", "answers")

    def __init__(self) -> None:
        self._states = Fair()
        self._answers: dict[int, Sequence[Answer]] = {}
        self.answers = 0
        """How many answers are to be given, in all states together."""

    def __bool__(self) -> bool:
        """Tell whether any state waits."""
        return bool(self._states)

    def push(self, scene: str, number: int, answers: Sequence[Answer]) -> None:
        """Let a state wait with its answers."""
        self._states.push(scene, number)
        self._answers[number] = answers
        self.answers += len(answers)

    def pop(self) -> tuple[int, Sequence[Answer]]:
        """Return the next state with its answers."""
        number = self._states.pop()
        answers = self._answers.pop(number)
        self.answers -= len(answers)
        return number, answers
