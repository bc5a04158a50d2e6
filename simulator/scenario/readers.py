"""Every shape with what reads it."""

from collections.abc import Mapping
from typing import Final

from simulator.scenario.checker import Reader
from simulator.scenario.containers import CONTAINER_READERS
from simulator.scenario.factvalues import FACT_READERS
from simulator.scenario.givenfacts import GIVEN_READERS
from simulator.scenario.lines import LINE_READERS
from simulator.scenario.moves import MOVE_READERS
from simulator.scenario.patterns import PATTERN_READERS
from simulator.scenario.references import REFERENCE_READERS
from simulator.scenario.scalars import SCALAR_READERS

READERS: Final[Mapping[type, Reader]] = {
    **SCALAR_READERS,
    **CONTAINER_READERS,
    **REFERENCE_READERS,
    **MOVE_READERS,
    **LINE_READERS,
    **FACT_READERS,
    **PATTERN_READERS,
    **GIVEN_READERS,
}
