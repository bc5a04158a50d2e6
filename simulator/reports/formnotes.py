"""Tell a form that was handed in: item by item, beside what belongs there."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Final

from scoring.forms import read
from scoring.forms.judge import part_shares
from scoring.forms.model import Part
from scoring.forms.verdicts import Verdict
from scoring.keyclient import Status
from scoring.keyscore import JudgedForm
from simulator.engine.fill import LISTS
from simulator.messages import N_
from simulator.reports.formmodel import FormNote, FormPartNote, ItemNote
from simulator.reports.formnames import (
    NO_DATA,
    WHYS,
    form_name,
    item_name,
    part_name,
)
from simulator.reports.names import status_named
from simulator.reports.phrases import Phrase, phrase, verbatim
from simulator.reports.turns import Teller
from simulator.scenario.model import Form

DASH: Final = "—"
_CHOICES: Final = {Part.INPUTS: "people", Part.CHECKS: "checks", Part.STEPS: "owners"}
"""Part → the list on offer that its values come from, where items come from another."""


def form_note(judged: JudgedForm, teller: Teller) -> FormNote:
    """Tell a form, part by part."""
    form = judged.form
    namer = _Namer(teller, teller.scenario.scenes[form.scene].form, form.known)
    shares = part_shares(judged.verdicts)
    return FormNote(
        scene=form.scene,
        turn=form.turn,
        kind=form.kind,
        name=form_name(form.kind),
        share=judged.share,
        parts=tuple(
            FormPartNote(part, part_name(part), shares[part], namer.items(verdicts))
            for part, verdicts in groupby(judged.verdicts, lambda one: one.part)
        ),
        words=read.one(form.values, Part.WORDS),
    )


class _Namer:
    """Names what stands on one form."""

    def __init__(
        self, teller: Teller, form: Form | None, known: tuple[str, ...]
    ) -> None:
        self._known = known
        self._teller = teller
        self._offers: Mapping[str, Mapping[str, str]] = form.offers if form else {}
        self._because: Mapping[str, str] = form.because if form else {}

    def items(self, verdicts: Iterable[Verdict]) -> tuple[ItemNote, ...]:
        """Tell the items of a part."""
        return tuple(self._item(one) for one in verdicts)

    def _item(self, verdict: Verdict) -> ItemNote:
        part, item = verdict.part, verdict.item
        return ItemNote(
            part=part,
            item=item,
            name=self._name(part, item) if item else part_name(part),
            given=self._given(verdict),
            wanted=self._wanted(verdict),
            share=verdict.share,
            why=verdict.why,
            reason=phrase(WHYS[verdict.why]),
            because=self._reason(verdict),
        )

    def _reason(self, verdict: Verdict) -> str:
        """Return why: the author's word on the item, or on what was put there."""
        given = verdict.given if isinstance(verdict.given, str) else ""
        if verdict.part is Part.LEVELS and verdict.item not in self._because:
            return self._facts(verdict.item)
        because = self._because
        names = (verdict.item, given, str(verdict.part))
        return next((because[name] for name in names if name in because), "")

    def _facts(self, criterion: str) -> str:
        """Return the lines of the facts about a criterion that were known then."""
        facts = self._teller.scenario.client.facts
        known = [facts[name] for name in self._known if name in facts]
        return " ".join(fact.line for fact in known if fact.criterion == criterion)

    def _name(self, part: Part, item: str) -> Phrase:
        if part is Part.LEVELS:
            return verbatim(self._teller.criterion(item))
        texts = self._offers.get(LISTS.get(part, ""), {})
        return item_name(part, item, texts.get(item, ""))

    def _value(self, part: Part, value: str) -> Phrase:
        texts = self._offers.get(_CHOICES.get(part, LISTS.get(part, "")), {})
        if part is Part.STATUS and value in set(Status):
            rules, language = self._teller.rulebook, self._teller.language
            return status_named(Status(value), rules, language)
        if part is Part.STEPS and not texts:
            texts = {p.id: p.name for p in self._teller.scenario.cast.values()}
        return item_name(part, value, texts.get(value, ""))

    def _given(self, verdict: Verdict) -> Phrase:
        part, given = verdict.part, verdict.given
        if part is Part.LEVELS:
            return level_name(read.levels(given))
        if part is Part.STEPS:
            return self._step(given)
        return self._value(part, given) if isinstance(given, str) and given else _DASH

    def _step(self, value: object) -> Phrase:
        owner, day = read.step(value)
        return step_name(self._value(Part.STEPS, owner) if owner else None, day)

    def _wanted(self, verdict: Verdict) -> Phrase:
        part, wanted = verdict.part, verdict.wanted
        if not wanted:
            return _DASH
        if part is Part.LEVELS:
            ends = [int(end) for end in wanted if end.isdigit()]
            return level_name((ends[0], ends[-1]) if ends else None)
        if part is Part.STEPS:
            owners = [self._value(part, one) for one in wanted if not one.isdigit()]
            days = [int(one) for one in wanted if one.isdigit()]
            return step_name(_joined(owners), days[0] if days else None, latest=True)
        if part is Part.ORDER:
            return phrase(N_("place {n}"), n=wanted[0])
        if isinstance(verdict.given, bool):
            return _DASH
        return _joined([self._value(part, one) for one in wanted]) or _DASH


_DASH: Final = verbatim(DASH)


def level_name(levels: tuple[int, int] | None) -> Phrase:
    """Write a level `3`, a range of levels `2–3`, or no data."""
    if levels is None:
        return phrase(NO_DATA)
    low, high = levels
    return verbatim(str(low) if low == high else f"{low}–{high}")


def step_name(owner: Phrase | None, day: int | None, *, latest: bool = False) -> Phrase:
    """Write who owns a step and on which day: `Irina, day 10`.

    With `latest` it is the day by which it has to be done: `Irina, by day 10`.
    """
    if day is None:
        return owner or _DASH
    told = phrase(N_("by day {n}") if latest else N_("day {n}"), n=day)
    return told if owner is None else Phrase("{a}, {b}", {"a": owner, "b": told})


def _joined(names: list[Phrase]) -> Phrase | None:
    """Join names of which any will do."""
    whole: Phrase | None = None
    for name in names:
        whole = (
            name
            if whole is None
            else phrase(N_("{one} or {other}"), one=whole, other=name)
        )
    return whole
