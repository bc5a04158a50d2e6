"""A talk of the past in one line: when, how it ended or how far it came, the scores."""

from gettext import NullTranslations
from typing import TYPE_CHECKING

from scoring.talk import Outcome
from simulator.reports.dates import day
from simulator.reports.names import outcome_name
from simulator.reports.numbers import whole

if TYPE_CHECKING:
    from simulator.sessions.summary import Summary


def past_line(one: "Summary", texts: NullTranslations, language: str) -> str:
    """Return what a list says of an attempt beside its title."""
    parts = [day(one.last_at.astimezone().date(), language)]
    if one.origin:
        parts.append(branched(one.origin_turn, texts))
    if not one.finished:
        told = texts.ngettext(
            "left after {n} turn", "left after {n} turns", one.turns
        ).format(n=one.turns)
        parts.append(told)
    else:
        if one.outcome in set(Outcome):
            parts.append(outcome_name(Outcome(one.outcome)).render(texts))
        scores = [whole(s) for s in (one.business, one.key_client) if s is not None]
        parts += [" / ".join(map(str, scores))] if scores else []
    return " · ".join(parts)


def branched(after: int, texts: NullTranslations) -> str:
    """Say where a talk branched off: after which turn of the other one."""
    _ = texts.gettext
    if not after:
        return _("branched off at the first answer")
    return _("branched off after turn {n}").format(n=after)
