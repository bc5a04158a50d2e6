"""Every kind of finding by its code, each declared once.

The ranges: 0xx the YAML itself, 1xx keys and values, 2xx names, 3xx conditions,
4xx sense, 5xx rulebooks and rubrics, 6xx packs, 7xx play-throughs and answers.
A code keeps its meaning for ever; docs/findings.md lists them.
"""

from collections.abc import Mapping
from types import ModuleType
from typing import Final

from simulator.scenario.codes import (
    broken,
    conditions,
    names,
    sense,
    shape,
    siblings,
)
from simulator.scenario.findings import Rule

_MODULES: Final[tuple[ModuleType, ...]] = (
    broken,
    shape,
    names,
    conditions,
    sense,
    siblings,
)

RULES: Final[Mapping[str, Rule]] = {
    rule.code: rule
    for module in _MODULES
    for rule in vars(module).values()
    if isinstance(rule, Rule)
}
"""Code → rule, in the order of the codes."""
