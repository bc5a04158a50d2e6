"""What practice raises.

StudyError
├── NothingToTakeBackError  there is no review that could be taken back
└── NoDrillsError           there is nothing to practise
"""

from simulator.errors import SimulatorError
from simulator.messages import N_


class StudyError(SimulatorError):
    """Practice was asked for something at the wrong time."""


class NothingToTakeBackError(StudyError):
    """There is no review that could be taken back."""

    def __init__(self) -> None:
        super().__init__(N_("There is no drill to take back."))


class NoDrillsError(StudyError):
    """There is nothing to practise."""

    def __init__(self) -> None:
        super().__init__(
            N_(
                "There is nothing to drill here: no pack has drills, and no talk that "
                "you finished went wrong."
            )
        )
