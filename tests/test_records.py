"""Records of both kinds are taken apart alike."""

from dataclasses import dataclass, field

import pytest
from msgspec import Struct

from simulator.records import is_record, kinds_of, parts_of


class Scene(Struct, frozen=True):
    """A record as most are."""

    id: str
    tests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Worth:
    """A record as in `scoring`, with something worked out."""

    weight: int
    points: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "points", self.weight * 25)


def test_what_a_record_holds_stands_in_its_order() -> None:
    assert parts_of(Scene("door", ("P1",))) == {"id": "door", "tests": ("P1",)}
    assert parts_of(Worth(2)) == {"weight": 2, "points": 50}


@pytest.mark.parametrize("value", ["door", ("door",), {"id": "door"}, None, 3])
def test_anything_else_is_no_record(value: object) -> None:
    assert parts_of(value) is None
    assert not is_record(type(value))


def test_what_a_record_is_made_from_leaves_out_what_is_worked_out() -> None:
    assert kinds_of(Scene) == {"id": str, "tests": tuple[str, ...]}
    assert kinds_of(Worth) == {"weight": int}
    with pytest.raises(TypeError, match="str is no record"):
        kinds_of(str)
