"""Records taken apart, of either kind: a `Struct`, or a dataclass as in `scoring`."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import get_type_hints

from msgspec import Struct, structs


def is_record(kind: type) -> bool:
    """Tell whether values of a type are records."""
    return issubclass(kind, Struct) or is_dataclass(kind)


def parts_of(record: object) -> Mapping[str, object] | None:
    """Return what a record holds, by name, in its order; None for what is no record."""
    if isinstance(record, Struct):
        return structs.asdict(record)
    if is_dataclass(record):
        return {one.name: getattr(record, one.name) for one in fields(record)}
    return None


def kinds_of(kind: type) -> Mapping[str, object]:
    """Return what a record of a type is made of: name → type.

    Raises:
        TypeError: Its values are no records.
    """
    if issubclass(kind, Struct):
        return {one.name: one.type for one in structs.fields(kind)}
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return {one.name: hints[one.name] for one in fields(kind) if one.init}
    raise TypeError(f"{kind.__name__} is no record")
