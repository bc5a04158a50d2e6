"""Every kind of finding by its code, each declared once.

The ranges: 0xx the YAML itself, 1xx keys and values, 2xx names, 3xx conditions,
4xx sense and forms, 5xx rulebooks, rubrics, clients, 6xx packs, 7xx play-throughs and
answers.
A code keeps its meaning for ever; docs/findings.md lists them.
"""

from collections.abc import Mapping
from types import ModuleType
from typing import Final

from simulator.scenario.codes import (
    broken,
    clients,
    conditions,
    forms,
    names,
    quantities,
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
    forms,
    siblings,
    quantities,
    clients,
)

_ALL: Final = [
    rule
    for module in _MODULES
    for rule in vars(module).values()
    if isinstance(rule, Rule)
]
RULES: Final[Mapping[str, Rule]] = {
    rule.code: rule for rule in sorted(_ALL, key=lambda rule: rule.code)
}
"""Code → rule, in the order of the codes."""
