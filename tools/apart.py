"""How well the reader tells the replies of each scene apart, one wording left out.

    python -m tools.apart scenarios/base/client-x.yaml …

Every wording under `like:` is taken out in its turn and heard as if a trainee had
typed it. It is *told* when it comes to its own reply, *confused* when it comes to
another one of the scene, and *open* when it comes to none: then the trainee is asked.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from simulator.authoring.confusions import first_heard, hearings
from simulator.scenario.model import Scenario
from simulator.scenario.parsing import parse
from simulator.sessions.hearing import shipped_reader


@dataclass(frozen=True, slots=True)
class Apart:
    """What became of the wordings of one scene."""

    scene: str
    told: int
    confused: int
    open: int

    @property
    def wordings(self) -> int:
        """How many wordings were left out in their turn."""
        return self.told + self.confused + self.open

    @property
    def share(self) -> float:
        """The share of wordings that came to no other reply, 0..1."""
        return 1 - self.confused / self.wordings


def apart(scenario: Scenario) -> Iterator[Apart]:
    """Hear every wording of every scene with more than one reply."""
    reader, _ = shipped_reader()
    for scene in scenario.scenes.values():
        line = first_heard(scene, scenario)
        several = len(scene.replies) > 1
        heard = list(hearings(scene, reader, line)) if several else []
        if heard:
            own = sum(came == reply for reply, _, came in heard)
            none = sum(came is None for _, _, came in heard)
            yield Apart(scene.id, own, len(heard) - own - none, none)


def main(paths: list[str]) -> int:
    """Print a line for each scene of each file, and the lowest share of each file."""
    for path in paths:
        parsed = parse(Path(path).read_bytes(), path)
        if parsed.scenario is None:
            sys.stdout.write(f"{path}: has mistakes\n")
            continue
        found = list(apart(parsed.scenario))
        sys.stdout.write(f"{path}\n")
        for one in found:
            sys.stdout.write(
                f"  {one.share:.2f}  {one.scene}: {one.told} told, "
                f"{one.confused} confused, {one.open} open\n"
            )
        sys.stdout.write(f"  lowest {min(one.share for one in found):.2f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
