"""Exit codes: a contract with scripts."""

from collections.abc import Mapping
from enum import IntEnum
from typing import Final

from simulator.messages import N_


class Exit(IntEnum):
    """What the program tells its caller when it leaves."""

    FINE = 0
    FAILED = 1
    """Findings, or what was asked for failed."""
    UNUSABLE = 2
    """Wrong usage, or it could not run."""
    RETRY = 3
    """Worth trying again: somebody else is writing."""
    INTERRUPTED = 130


USUAL: Final[Mapping[Exit, str]] = {
    Exit.FINE: N_("all went well"),
    Exit.UNUSABLE: N_("the command line was wrong, or it could not run"),
    Exit.RETRY: N_("the store is busy; try again"),
    Exit.INTERRUPTED: N_("interrupted"),
}
"""What the codes mean where a command says nothing else."""
