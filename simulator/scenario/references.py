"""How names are read that stand for something elsewhere in the file."""

from collections.abc import Callable, Collection, Iterable
from collections.abc import Mapping as Lookup
from itertools import islice
from typing import Final

from simulator.scenario.checker import Checker, Reader
from simulator.scenario.codes import names as codes
from simulator.scenario.findings import Place, Rule
from simulator.scenario.model import NOTE, STAY
from simulator.scenario.nodes import Node, Scalar
from simulator.scenario.shapes import Names, Ref

Written = Callable[[str, str], str]
"""Person and meter → how the meter of that person is written somewhere."""
_LISTED: Final = 12
"""Names that a finding tells at most."""


def refer(
    check: Checker, value: str, names: Collection[str], rule: Rule, at: Place
) -> None:
    """Report a name that stands for nothing, with the nearest that does."""
    if not check.told_there(value, names):
        near = check.near(value, names)
        check.report.add(rule, at, value=value, nearest=near, known=listed(names))


def listed(names: Iterable[str]) -> str:
    """Return the names that there are for a finding, the first of many."""
    return ", ".join(islice(names, _LISTED)) or "-"


def _ref(check: Checker, node: Node, shape: Ref, key: Scalar) -> str | None:
    value = check.words(node, key)
    if not value:
        return None
    if _RESOLVE[shape.names](check, value):
        return value
    rule = _RULES[shape.names]
    names = () if check.tired else _candidates(check, shape.names)
    refer(check, value, names, rule, node)
    return None


def _is_target(check: Checker, value: str) -> bool:
    known = check.known
    return value in known.scenes or value in known.endings or value == STAY


def _candidates(check: Checker, names: Names) -> list[str]:
    known = check.known
    match names:
        case Names.TARGET:
            return [*known.scenes, *known.endings, STAY]
        case Names.SCENE:
            return list(known.scenes)
        case Names.ENDING:
            return list(known.endings)
        case Names.FACT:
            return list(known.facts)
        case Names.PERSON:
            return list(known.people)
        case Names.REPLY:
            return list(known.replies.get(check.inside, ()))


_RESOLVE: Final[Lookup[Names, Callable[[Checker, str], bool]]] = {
    Names.TARGET: _is_target,
    Names.SCENE: lambda check, value: value in check.known.scenes,
    Names.ENDING: lambda check, value: value in check.known.endings,
    Names.FACT: lambda check, value: value in check.known.facts,
    Names.PERSON: lambda check, value: value in check.known.people,
    Names.REPLY: lambda check, value: (
        value in check.known.replies.get(check.inside, ())
    ),
}

_RULES: Final = {
    Names.TARGET: codes.UNKNOWN_TARGET,
    Names.SCENE: codes.UNKNOWN_SCENE,
    Names.ENDING: codes.UNKNOWN_ENDING,
    Names.FACT: codes.UNKNOWN_FACT,
    Names.PERSON: codes.UNKNOWN_PERSON,
    Names.REPLY: codes.UNKNOWN_REPLY,
}


def meter(check: Checker, name: str, at: Place, written: Written) -> str | None:
    """Find whose meter a short name is: `resistance` → `oleg`.

    Args:
        check: Takes what is wrong with it.
        name: The meter.
        at: Where it stands.
        written: How a person and a meter of his are written there.
    """
    owners = check.known.owners.get(name)
    if owners is None:
        person, _, own = name.partition(".")
        if own in check.known.people.get(person, ()):
            told = {
                "nearest": written(person, own),
                "known": listed(check.known.owners),
            }
            check.report.add(codes.UNKNOWN_METER, at, value=name, **told)
        else:
            refer(check, name, check.known.owners, codes.UNKNOWN_METER, at)
        return None
    if len(owners) > 1:
        known, near = ", ".join(owners), written(owners[0], name)
        check.report.add(
            codes.METER_OF_SEVERAL, at, value=name, known=known, nearest=near
        )
    return owners[0]


def no_meter(
    check: Checker, person: str, name: str, at: Place, written: Written
) -> None:
    """Report a meter that a person has not got; see `meter`."""
    owners = check.known.owners.get(name)
    if owners is None:
        refer(check, name, check.known.owners, codes.UNKNOWN_METER, at)
        return
    check.report.add(
        codes.METER_OF_ANOTHER,
        at,
        key=person,
        value=name,
        known=", ".join(owners),
        nearest=written(owners[0], name),
    )


def speaker(check: Checker, name: str, at: Place) -> bool:
    """Tell whether somebody of that name can say a line."""
    if name == NOTE or name in check.known.people:
        return True
    refer(check, name, [*check.known.people, NOTE], codes.UNKNOWN_PERSON, at)
    return False


REFERENCE_READERS: Final[Lookup[type, Reader]] = {Ref: _ref}
