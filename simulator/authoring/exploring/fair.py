"""Queues of states in which something is to be answered yet."""

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from heapq import heappop, heappush
from typing import Final

from simulator.engine import Answer

_FARTHEST: Final = 1_000_000_000


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

    def push(self, scene: str, number: int, many: int = 0) -> None:
        """Let a state wait in the line of its scene; how much is to do is the same."""
        del many
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


class Near:
    """A queue in which those that are nearest to a place come first.

    Of those as near the one comes first that was found last: it has come a long way,
    and most may have happened to it.
    """

    __slots__ = ("_distances", "_ready")

    def __init__(self, distances: Mapping[str, int]) -> None:
        """Take how far scenes are from there; others are farthest."""
        self._distances = distances
        self._ready: list[tuple[int, int]] = []

    def __bool__(self) -> bool:
        """Tell whether anybody waits."""
        return bool(self._ready)

    def push(self, scene: str, number: int, many: int = 0) -> None:
        """Let a state of a scene wait; how much is to do there is the same."""
        del many
        heappush(self._ready, (self._distances.get(scene, _FARTHEST), -number))

    def pop(self) -> int:
        """Return the nearest."""
        return -heappop(self._ready)[1]


class Least:
    """A queue in which those come first where least is to be chosen from.

    So a talk in which things can be said once soon comes to where all are said.
    """

    __slots__ = ("_ready",)

    def __init__(self) -> None:
        self._ready: list[tuple[int, int]] = []

    def __bool__(self) -> bool:
        """Tell whether anybody waits."""
        return bool(self._ready)

    def push(self, scene: str, number: int, many: int) -> None:
        """Let a state wait with so many answers; where it stands is the same."""
        del scene
        heappush(self._ready, (many, -number))

    def pop(self) -> int:
        """Return the state with fewest answers; of several the one found last."""
        return -heappop(self._ready)[1]


Queue = Fair | Near | Least


class Owed:
    """States in which all answers of one sort are to be given."""

    __slots__ = ("_answers", "_states", "answers")

    def __init__(self, states: Queue) -> None:
        """Take the queue that says which comes next."""
        self._states = states
        self._answers: dict[int, Sequence[Answer]] = {}
        self.answers = 0
        """How many answers are to be given, in all states together."""

    def __bool__(self) -> bool:
        """Tell whether any state waits."""
        return bool(self._states)

    def push(self, scene: str, number: int, answers: Sequence[Answer]) -> None:
        """Let a state wait with its answers."""
        self._states.push(scene, number, len(answers))
        self._answers[number] = answers
        self.answers += len(answers)

    def pop(self) -> tuple[int, Sequence[Answer]]:
        """Return the next state with its answers."""
        number = self._states.pop()
        answers = self._answers.pop(number)
        self.answers -= len(answers)
        return number, answers
