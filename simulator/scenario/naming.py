"""What the names in a condition stand for, and where in the file it is written."""

from collections.abc import Collection
from typing import Final

from scoring.codes import Code
from simulator.scenario.checker import Checker
from simulator.scenario.codes import conditions as codes
from simulator.scenario.codes import forms, names
from simulator.scenario.codes.shape import UNKNOWN_CODE
from simulator.scenario.conditions import TestName
from simulator.scenario.findings import Rule, Spot
from simulator.scenario.nodes import PLAIN, Scalar
from simulator.scenario.references import listed, meter, no_meter

_CODES: Final = tuple(str(code) for code in Code)
_OTHERS: Final = ("visits", "turns", "fruitless", "right", *map(str, TestName))


def _written(person: str, name: str) -> str:
    """Write a meter of a person as conditions have it."""
    return f"{person}.{name}"


class Naming:
    """Resolves the names of one condition and reports on it."""

    __slots__ = ("_check", "_node", "clean")

    def __init__(self, check: Checker, node: Scalar) -> None:
        self._check = check
        self._node = node
        self.clean = True
        """False once there was something to report."""

    def report(self, rule: Rule, offset: int, **params: object) -> None:
        """Add a finding about the condition.

        Args:
            rule: Which.
            offset: How many characters of the condition come before the place.
            params: What fills the words.
        """
        self.clean = False
        self._check.report.add(rule, self._spot(offset), **params)

    def _spot(self, offset: int) -> Spot:
        """Return the place in the file; where words are folded, their start."""
        node = self._node
        line = self._check.document.line(node.line)
        if node.style == PLAIN and line.startswith(node.value, node.column - 1):
            return Spot(node.line, node.column + offset)
        return Spot(node.line, node.column)

    def about(self, test: TestName, name: str, offset: int) -> str:
        """Return what a yes-or-no question is about, checked."""
        match test:
            case TestName.KNOWS:
                self._need(name, self._check.known.facts, names.UNKNOWN_FACT, offset)
            case TestName.FLAG:
                self._need(name, self._check.known.flags, names.UNSET_FLAG, offset)
            case TestName.SAID:
                self._need(name, _CODES, UNKNOWN_CODE, offset)
            case TestName.CHOSE:
                return self._reply(name, offset)
            case TestName.FILLED:
                return self.form(name, offset)
            case TestName.PUT:
                return self._item(name, offset)
            case TestName.DECIDED:
                options = self._check.known.options
                self._need(name, options, forms.NOT_AN_OPTION, offset)
        return name

    def scene(self, name: str, offset: int) -> str:
        """Return the id of a scene, checked."""
        self._need(name, self._check.known.scenes, names.UNKNOWN_SCENE, offset)
        return name

    def form(self, name: str, offset: int) -> str:
        """Return the id of a scene with a form, checked."""
        if name in self._check.known.scenes:
            self._need(name, self._check.known.forms, forms.NOT_A_FORM, offset)
        return self.scene(name, offset)

    def meter(self, name: str, offset: int) -> str | None:
        """Return `person.meter` for a short name; None when nobody has it."""
        owners = self._check.known.owners
        if name not in owners:
            if self._check.told_there(name, owners):
                return None
            near = self._check.near(name, [*owners, *_OTHERS])
            self.report(codes.UNKNOWN_NAME, offset, value=name, nearest=near)
            return None
        self.clean = self.clean and len(owners[name]) == 1
        whose = meter(self._check, name, self._spot(offset), _written)
        return f"{whose}.{name}"

    def long_meter(self, name: str, offset: int) -> str | None:
        """Return a meter written as `person.meter`, checked."""
        person, _, own = name.partition(".")
        meters = self._check.known.people.get(person)
        if meters is None:
            self._need(person, self._check.known.people, names.UNKNOWN_PERSON, offset)
            return None
        if own not in meters:
            self.clean = False
            place = self._spot(offset + len(person) + 1)
            no_meter(self._check, person, own, place, _written)
            return None
        return name

    def _reply(self, name: str, offset: int) -> str:
        """Return a reply as `scene.reply`."""
        known = self._check.known
        scene, dot, reply = name.partition(".")
        if dot:
            replies = known.replies.get(scene)
            if replies is None:
                self._need(scene, known.scenes, names.UNKNOWN_SCENE, offset)
            else:
                self._need(reply, replies, names.UNKNOWN_REPLY, offset + len(scene) + 1)
            return name
        homes = known.homes.get(name, [])
        if not homes:
            self._need(name, known.homes, names.UNKNOWN_REPLY, offset)
            return name
        if len(homes) > 1:
            better, listed = f"chose({homes[0]}.{name})", ", ".join(homes)
            self.report(
                names.REPLY_OF_SEVERAL, offset, value=name, known=listed, nearest=better
            )
        return f"{homes[0]}.{name}"

    def _item(self, name: str, offset: int) -> str:
        """Return something on offer in a form, as `scene.item`, checked."""
        scene, dot, item = name.partition(".")
        if not dot:
            homes = [
                form for form, ids in self._check.known.forms.items() if name in ids
            ]
            near = f"put({homes[0] if homes else 'agenda'}.{name})"
            self.report(forms.ITEM_OF_NO_FORM, offset, value=name, nearest=near)
            return name
        offered = self._check.known.forms.get(self.form(scene, offset))
        if offered is not None:
            at = offset + len(scene) + 1
            self._need(item, offered, forms.NOT_IN_THE_FORM, at)
        return name

    def _need(self, name: str, among: Collection[str], rule: Rule, offset: int) -> None:
        """Report a name that is not among those known."""
        if name not in among and not self._check.told_there(name, among):
            near = self._check.near(name, among)
            self.report(rule, offset, value=name, nearest=near, known=listed(among))
