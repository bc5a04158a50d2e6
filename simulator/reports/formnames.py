"""Human names for forms: their parts, roles, reasons. See `simulator.reports.names`."""

from collections.abc import Iterable, Mapping
from gettext import NullTranslations
from typing import Final

from scoring.forms.model import FormKind, Part, Role
from scoring.forms.verdicts import Why
from simulator.engine.view import Spoken
from simulator.messages import N_
from simulator.reports.names import STATUSES
from simulator.reports.phrases import Phrase, phrase, verbatim

FORMS: Final[Mapping[FormKind, str]] = {
    FormKind.KEY_CLIENT: N_("Key-client worksheet"),
    FormKind.MEETING_AGENDA: N_("Agenda of the meeting"),
    FormKind.DECISION: N_("Decision"),
    FormKind.HANDOVER_PLAN: N_("Handover plan"),
}
PARTS: Final[Mapping[Part, str]] = {
    Part.LEVELS: N_("Criteria"),
    Part.STATUS: N_("Status"),
    Part.DATE: N_("Date"),
    Part.PEOPLE: N_("Who takes part"),
    Part.ORDER: N_("Order of points"),
    Part.INPUTS: N_("Who brings what"),
    Part.OPTION: N_("What is decided"),
    Part.REASONS: N_("Reasons"),
    Part.OBJECTIONS: N_("Objections for the record"),
    Part.WORDS: N_("In your own words"),
    Part.STEPS: N_("Steps"),
    Part.TERMS: N_("Terms for the manager"),
    Part.RETURN: N_("Condition of return"),
    Part.CHECKS: N_("Checks"),
}
ROLES: Final[Mapping[str, str]] = {
    Role.DECIDES: N_("decides"),
    Role.CONTRIBUTES: N_("contributes"),
    Role.AWAY: N_("not invited"),
}
CHECKS: Final[Mapping[str, str]] = {
    "day-30": N_("After 30 days"),
    "day-60": N_("After 60 days"),
    "day-90": N_("After 90 days"),
}
WHYS: Final[Mapping[Why, str]] = {
    Why.RIGHT: N_("right"),
    Why.EMPTY: N_("left empty"),
    Why.MISSING: N_("is missing"),
    Why.UNWANTED: N_("does not belong there"),
    Why.OTHER: N_("not this"),
    Why.OUT_OF_ORDER: N_("not in its place"),
    Why.LATE: N_("too late"),
    Why.GUESSED: N_("a guess: nothing is known of it"),
    Why.OVERLOOKED: N_("you knew something of it"),
    Why.TOO_EXACT: N_("more exact than the facts allow"),
    Why.TOO_WIDE: N_("wider than the facts leave open"),
    Why.OFF: N_("the facts rule it out"),
    Why.FOLLOWS: N_("follows from your levels, but these are not right"),
    Why.NOT_ALLOWED: N_("the rules do not allow it on what is known"),
}
NO_DATA: Final = N_("no data")
_STATUSES: Final[Mapping[str, str]] = {
    str(status): name for status, name in STATUSES.items()
}


def form_name(kind: FormKind) -> Phrase:
    """Name a form."""
    return phrase(FORMS[kind])


def handed_in(line: Spoken, texts: NullTranslations) -> str:
    """Name a form that was handed in, with what matters most on it."""
    kind = line.form or FormKind.DECISION
    name, what = form_name(kind).render(texts), line.text
    if kind is FormKind.KEY_CLIENT and what:
        what = item_name(Part.STATUS, what).render(texts)
    if not what:
        return name
    return texts.gettext("{form}: {what}").format(form=name, what=what)


def still_empty(parts: Iterable[Part], texts: NullTranslations) -> str:
    """Say which parts of a form are empty, before it is handed in all the same."""
    names = ", ".join(part_name(part).render(texts) for part in parts)
    told = texts.gettext("Still empty: {parts}. Hand in once more to leave it so.")
    return told.format(parts=names)


def part_name(part: Part) -> Phrase:
    """Name a part of a form."""
    return phrase(PARTS[part])


def item_name(part: Part, item: str, text: str = "") -> Phrase:
    """Name something that stands on a form.

    Args:
        part: The part that it stands in.
        item: Its id.
        text: The author's words; empty for what the program has a word for.
    """
    if text:
        return verbatim(text)
    if part is Part.STATUS and item in _STATUSES:
        return phrase(_STATUSES[item])
    if part is Part.CHECKS and item in CHECKS:
        return phrase(CHECKS[item])
    if item in ROLES:
        return phrase(ROLES[item])
    return phrase(PARTS[Part(item)]) if item in PARTS else verbatim(item)
