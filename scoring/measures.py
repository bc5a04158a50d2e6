"""What a quantity is measured in, so that roubles are never added to days.

A measure is a product of base units with whole exponents: `RUB/year` is RUB¹·year⁻¹.
A ratio of like measures is `1`; per cent are a unit of their own, made by
`percent(a, b)` and used up by `part(p, a)` (docs/rules.md, "Formulas").
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

UNITS: Final = ("RUB", "year", "month", "day", "%", "group", "order", "client", "point")
"""The base units that a measure is made of."""
_TERM: Final = re.compile(r"\s*([*/]?)\s*([A-Za-z%]+|1)\s*")


@dataclass(frozen=True, slots=True)
class Measure:
    """Base unit → exponent; an exponent is never 0."""

    powers: Mapping[str, int] = field(default_factory=dict[str, int])

    def times(self, other: "Measure", sign: int = 1) -> "Measure":
        """Multiply by another measure, or divide with `sign` −1."""
        powers = dict(self.powers)
        for unit, power in other.powers.items():
            powers[unit] = powers.get(unit, 0) + sign * power
        return Measure({unit: power for unit, power in powers.items() if power})

    def __str__(self) -> str:
        """Write it as authors do: `RUB/year`, `1`."""
        over = "*".join(_written(u, p) for u, p in self.powers.items() if p > 0)
        under = "".join(f"/{_written(u, -p)}" for u, p in self.powers.items() if p < 0)
        return f"{over or '1'}{under}"

    def __hash__(self) -> int:
        """Agree with equality, which is that of mappings."""
        return hash(frozenset(self.powers.items()))


PURE: Final = Measure()
"""A number without a unit."""
PERCENT: Final = Measure({"%": 1})


def measure(words: str) -> Measure | None:
    """Read a measure such as `RUB/year`; None for what is not one."""
    found, place = PURE, 0
    while place < len(words):
        term = _TERM.match(words, place)
        if term is None or (not term[1]) != (place == 0):
            return None
        if term[2] != "1":
            if term[2] not in UNITS:
                return None
            found = found.times(Measure({term[2]: 1}), -1 if term[1] == "/" else 1)
        place = term.end()
    return found if words.strip() else None


def _written(unit: str, power: int) -> str:
    return "*".join([unit] * power)
