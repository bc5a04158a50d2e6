"""The values of a form, read without trust: what does not fit counts as empty."""

from collections.abc import Mapping
from typing import cast

from scoring.forms.model import Part, Values
from scoring.principles import HIGHEST_LEVEL, LOWEST_LEVEL

Levels = tuple[int, int]


def one(values: Values, part: Part) -> str:
    """Return the id that a part holds; empty when it holds none."""
    value = values.get(part)
    return value if isinstance(value, str) else ""


def several(values: Values, part: Part) -> tuple[str, ...]:
    """Return the ids that a part holds, each once, in their order."""
    items = _listed(values.get(part)) or []
    return tuple(dict.fromkeys(item for item in items if isinstance(item, str)))


def pairs(values: Values, part: Part) -> dict[str, object]:
    """Return the items that a part holds with what stands at each."""
    found = _mapped(values.get(part))
    return {name: item for name, item in found.items() if isinstance(name, str)}


def named(values: Values, part: Part) -> dict[str, str]:
    """Return the items that a part holds with the id that stands at each."""
    found = pairs(values, part)
    return {name: item for name, item in found.items() if isinstance(item, str)}


def levels(value: object) -> Levels | None:
    """Return a level, or a range of levels; None for no data and for anything else."""
    ends = _listed(value) or [value, value]
    wholes = [end for end in ends if isinstance(end, int) and not isinstance(end, bool)]
    if len(ends) != 2 or len(wholes) != 2:
        return None
    low, high = wholes
    return (low, high) if LOWEST_LEVEL <= low <= high <= HIGHEST_LEVEL else None


def step(value: object) -> tuple[str, int | None]:
    """Return who owns a step, empty for nobody, and its day, None for none."""
    body = _mapped(value)
    owner, day = body.get("owner"), body.get("day")
    return (
        owner if isinstance(owner, str) else "",
        day if isinstance(day, int) and not isinstance(day, bool) else None,
    )


def _listed(value: object) -> list[object] | None:
    if not isinstance(value, list | tuple):
        return None
    return list(cast("list[object] | tuple[object, ...]", value))


def _mapped(value: object) -> Mapping[object, object]:
    return cast("Mapping[object, object]", value) if isinstance(value, Mapping) else {}
