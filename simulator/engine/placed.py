"""A place in the midst of a talk, as an author chooses it, and its stored form."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from scoring.codes import Code
from simulator.engine.handed import Handed


class Placed(Struct, frozen=True):
    """Where a talk was put down, and how things stand there.

    What is not named is as at the beginning of the scenario.
    """

    scene: str
    meters: Mapping[str, int] = {}
    """`person.meter` → 0..10."""
    known: tuple[str, ...] = ()
    """Facts known beside those known at first."""
    flags: tuple[str, ...] = ()
    visits: Mapping[str, int] = {}
    """How often each scene was entered; for `scene`, this time included: from 1."""
    said: tuple[Code, ...] = ()
    """Codes said."""
    chose: tuple[str, ...] = ()
    """Replies said, as `scene.reply`."""
    fruitless: int = 0
    """Turns in a row that brought nothing new."""
    forms: Mapping[str, Handed] = {}
    """Scene → its form as handed in; the latest stands last."""


def placed_json(placed: Placed) -> dict[str, object]:
    """Return a place as a plain JSON object."""
    return {
        "scene": placed.scene,
        "meters": dict(placed.meters),
        "known": list(placed.known),
        "flags": list(placed.flags),
        "visits": dict(placed.visits),
        "said": [str(code) for code in placed.said],
        "chose": list(placed.chose),
        "fruitless": placed.fruitless,
        "forms": {
            scene: {"right": f.right, "option": f.option, "items": sorted(f.items)}
            for scene, f in placed.forms.items()
        },
    }


def placed_of(body: Any) -> Placed | None:
    """Return the place that `placed_json` wrote; None stays None.

    Raises:
        KeyError, TypeError, ValueError: It is none.
    """
    if body is None:
        return None
    return Placed(
        scene=str(body["scene"]),
        meters=_counts(body["meters"]),
        known=_names(body["known"]),
        flags=_names(body["flags"]),
        visits=_counts(body["visits"]),
        said=tuple(Code(one) for one in body["said"]),
        chose=_names(body["chose"]),
        fruitless=int(body["fruitless"]),
        forms={
            str(scene): Handed(int(f["right"]), str(f["option"]), frozenset(f["items"]))
            for scene, f in dict(body["forms"]).items()
        },
    )


def _counts(body: Any) -> dict[str, int]:
    return {str(name): int(count) for name, count in dict(body).items()}


def _names(body: Any) -> tuple[str, ...]:
    if not isinstance(body, list):
        raise TypeError(f"not a list: {body!r:.40}")
    return tuple(str(one) for one in body)
