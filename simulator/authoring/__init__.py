"""Help for people who write scenarios: `check` and, one file each, its rules.

The parser finds what is wrong with one file by itself (`simulator.scenario`).
The rules here look further: they play, and they hold files against each other.
"""

from simulator.authoring.check import Checked, check
from simulator.authoring.piece import Memory
from simulator.authoring.playing import Played, play
from simulator.authoring.selection import Selection

__all__ = ["Checked", "Memory", "Played", "Selection", "check", "play"]
