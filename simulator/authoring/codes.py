"""Every code that `check` and `rehearse` can tell, whoever finds it."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Final

from simulator.authoring import rules
from simulator.scenario.codes import RULES as READING
from simulator.scenario.findings import Rule


def _modules() -> Iterator[ModuleType]:
    for name in ("sorting", "playing", "selection", "rehearsal.findings"):
        yield import_module(f"simulator.authoring.{name}")
    for one in iter_modules(rules.__path__, f"{rules.__name__}."):
        yield import_module(one.name)


def _declared() -> Iterator[Rule]:
    for module in _modules():
        yield from (one for one in vars(module).values() if isinstance(one, Rule))


AUTHORING: Final[Mapping[str, Rule]] = {
    rule.code: rule for rule in sorted(_declared(), key=lambda rule: rule.code)
}
"""Code → rule, of those that look further than one file."""
ALL: Final[Mapping[str, Rule]] = {**READING, **AUTHORING}
"""Code → rule, in the order of the codes."""
