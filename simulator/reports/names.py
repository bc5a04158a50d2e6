"""Human names for what the program speaks of by id.

Codes, topics, statuses, outcomes, tempers, as English templates; a front end
renders them in its language. Nothing here judges anything.
"""

from collections.abc import Callable, Mapping
from typing import Final

from scoring.codes import RED_FLAGS, REQUESTS, Code, Topic
from scoring.keyclient import Rulebook, Status
from scoring.talk import Outcome
from simulator.engine import Mode
from simulator.messages import N_
from simulator.reports.phrases import Phrase, phrase, verbatim
from simulator.reports.tones import Tone
from simulator.scenario.model import Difficulty

CODES: Final[Mapping[Code, str]] = {
    Code.ACKNOWLEDGE: N_("recognition of a contribution"),
    Code.ASK_INTEREST: N_("a question about interests"),
    Code.ASK_FACT: N_("a question of fact"),
    Code.CITE_FACT: N_("a fact or a figure"),
    Code.VERIFY_DATA: N_("a check of the data"),
    Code.BUSINESS_EFFECT: N_("the effect on the business"),
    Code.APPLY_RULE: N_("the rules applied"),
    Code.SAME_RULES: N_("the same rules for all"),
    Code.OFFER_OPTIONS: N_("several options"),
    Code.OFFER_TERMS: N_("fair terms"),
    Code.STATE_STANCE: N_("a calm stand"),
    Code.PROPOSE_MEETING: N_("a meeting to decide"),
    Code.SET_STEP: N_("a next step"),
    Code.PROTECT_CLIENT: N_("care for the client"),
    Code.PROPOSE_TRANSFER: N_("a proposal to hand the client over"),
    Code.ASK_PERMISSION: N_("asking leave"),
    Code.CONCEDE: N_("giving in"),
    Code.STALL: N_("putting it off"),
    Code.THREATEN: N_("a threat"),
    Code.PULL_RANK: N_("pulling rank"),
    Code.ATTACK: N_("an attack on the person"),
    Code.PERSONAL_APPEAL: N_("a personal appeal"),
    Code.BEND_RULE: N_("bending the rules"),
    Code.BAD_DEAL: N_("a bad deal"),
    Code.DECEIVE: N_("deceit"),
    Code.NONE: N_("nothing to the point"),
}

TOPICS: Final[Mapping[str, str]] = {
    Topic.PURCHASES: N_("purchases"),
    Topic.ASSORTMENT: N_("assortment"),
    Topic.FREQUENCY: N_("frequency"),
    Topic.SHARE: N_("share of purchases"),
    Topic.COMPETITOR: N_("the competitor"),
    Topic.POTENTIAL: N_("potential"),
    Topic.PROFITABILITY: N_("profitability"),
    Topic.PAYMENT: N_("payment"),
    Topic.CONTACTS: N_("contacts"),
    Topic.HISTORY: N_("history"),
}

STATUSES: Final[Mapping[Status, str]] = {
    Status.KEY: N_("key client"),
    Status.CANDIDATE: N_("candidate for key client"),
    Status.NOT_KEY: N_("not a key client"),
    Status.NOT_ENOUGH_DATA: N_("not enough data"),
}

OUTCOMES: Final[Mapping[Outcome, str]] = {
    Outcome.MEETING: N_("a meeting decides"),
    Outcome.TRANSFER: N_("the client is handed over"),
    Outcome.LEAD_TOGETHER: N_("they lead the client together"),
    Outcome.KEEP_WITH_PLAN: N_("the manager keeps the client, with a plan"),
    Outcome.NOT_KEY: N_("not a key client, nothing changes"),
    Outcome.COLLECT_DATA: N_("data are collected first"),
    Outcome.FREEZE: N_("the decision is frozen until a check"),
    Outcome.KEPT_WITHOUT_PLAN: N_("the manager keeps the client, without a plan"),
    Outcome.FORCED: N_("decided by force"),
    Outcome.CIRCLE: N_("the talk went in circles"),
    Outcome.MANAGER_LOST: N_("the manager is lost"),
    Outcome.CLIENT_LOST: N_("the client is lost"),
}

METERS: Final[Mapping[str, str]] = {
    "resistance": N_("Resistance"),
    "trust": N_("Trust"),
    "fairness": N_("Fairness"),
}

METERS_IN_SHORT: Final[Mapping[str, str]] = {
    "resistance": N_("resist."),
    "trust": N_("trust"),
    "fairness": N_("fair."),
}
"""For a room full of people on one line."""

WORSE_WHEN_UP: Final[Mapping[str, bool]] = {
    "resistance": True,
    "trust": False,
    "fairness": False,
}
"""Meters of which it is known whether a rise makes the talk harder."""

MODES: Final[Mapping[str, str]] = {
    Mode.CHOOSE: N_("replies chosen"),
    Mode.SPEAK: N_("own words"),
    Mode.EXAM: N_("exam"),
}

DIFFICULTIES: Final[Mapping[Difficulty, str]] = {
    Difficulty.EASY: N_("easy"),
    Difficulty.MEDIUM: N_("medium"),
    Difficulty.HARD: N_("hard"),
}

_BANDS: Final[Mapping[str, tuple[tuple[int, str], ...]]] = {
    "resistance": (
        (10, N_("hears nothing")),
        (8, N_("will not budge")),
        (6, N_("digs in")),
        (4, N_("argues")),
        (2, N_("listens")),
        (0, N_("does not argue")),
    ),
    "trust": (
        (8, N_("trusts you")),
        (6, N_("believes you")),
        (4, N_("is watching")),
        (2, N_("is wary")),
        (0, N_("does not believe you")),
    ),
    "fairness": (
        (8, N_("everybody is heard")),
        (6, N_("mostly fair")),
        (4, N_("some were cut short")),
        (0, N_("decided over their heads")),
    ),
}
"""Per meter: the least value, and what it is like from there up."""


_HARMS: Final = frozenset(
    {
        Code.CONCEDE,
        Code.STALL,
        Code.PULL_RANK,
        Code.ATTACK,
        Code.PERSONAL_APPEAL,
        Code.BEND_RULE,
    }
)
_TONES: Final[Mapping[Code, Tone]] = {
    Code.NONE: Tone.NEUTRAL,
    **dict.fromkeys(REQUESTS, Tone.REQUEST),
    **dict.fromkeys(_HARMS, Tone.HARM),
    **dict.fromkeys(RED_FLAGS, Tone.RED_FLAG),
}


def tone_of(code: Code) -> Tone:
    """Tell how a behaviour code bears on the talk."""
    return _TONES.get(code, Tone.REASON)


def code_name(
    code: Code,
    about: tuple[str, ...],
    criterion: Callable[[str], str] = str,
) -> Phrase:
    """Name a code with what it is about: "a question of fact: frequency".

    Args:
        code: The behaviour code.
        about: Topics, or ids of criteria.
        criterion: Gives a criterion's name in the reader's language.
    """
    name = phrase(CODES[code])
    if not about:
        return name
    return Phrase("{name}: {about}", {"name": name, "about": _listed(about, criterion)})


def status_name(status: Status) -> Phrase:
    """Name a status of the rulebook."""
    return phrase(STATUSES[status])


def outcome_name(outcome: Outcome) -> Phrase:
    """Name a kind of outcome."""
    return phrase(OUTCOMES[outcome])


def difficulty_name(difficulty: Difficulty) -> Phrase:
    """Name a difficulty."""
    return phrase(DIFFICULTIES[difficulty])


def status_named(status: Status, rulebook: Rulebook, language: str) -> Phrase:
    """Name a status as the company does, or in the program's own words."""
    word = rulebook.status_word(status, language)
    return verbatim(word) if word else status_name(status)


def mode_name(mode: str) -> Phrase:
    """Name the way in which a talk was held; an unknown one keeps its id."""
    return phrase(MODES[mode]) if mode in MODES else verbatim(mode)


def meter_name(meter: str, own: str = "") -> Phrase:
    """Name a gauge of temper; one that nobody has a word for keeps its id.

    Args:
        meter: Its id.
        own: What the scenario's author calls it, which goes before the program's word.
    """
    if own:
        return verbatim(own)
    return phrase(METERS[meter]) if meter in METERS else verbatim(meter)


def meter_in_short(meter: str, own: str = "") -> Phrase:
    """Name a gauge in as few letters as can be understood."""
    if own:
        return verbatim(own.lower())
    known = METERS_IN_SHORT
    return phrase(known[meter]) if meter in known else verbatim(meter)


def meter_word(meter: str, value: int) -> Phrase:
    """Say what a value, 0..10, is like; nothing for a meter nobody knows."""
    bands = _BANDS.get(meter, ())
    return phrase(next((word for least, word in bands if value >= least), ""))


def worse(meter: str, before: int, after: int) -> bool | None:
    """Tell whether a change makes the talk harder; None when that is unknown."""
    if meter not in WORSE_WHEN_UP or before == after:
        return None
    return (after > before) is WORSE_WHEN_UP[meter]


def _listed(about: tuple[str, ...], criterion: Callable[[str], str]) -> Phrase:
    """Join names with commas."""
    names = [
        phrase(TOPICS[one]) if one in TOPICS else verbatim(criterion(one))
        for one in about
    ]
    whole = names[0]
    for name in names[1:]:
        whole = Phrase("{first}, {next}", {"first": whole, "next": name})
    return whole
