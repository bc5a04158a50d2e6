"""Which words earned a code: the clauses in which it is about as likely as anywhere."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from math import log
from operator import attrgetter
from typing import Final

from scoring.reading.clauses import Clause
from scoring.reading.impression import Impression, Part

NEAR: Final = 2.0
"""Log-odds below the likeliest clause, to which the next one still belongs to the act.
Measured on replies that the weights had not seen: on the average the span shares .86
of its length with the rater's (.62 where single word pieces decide)."""
NEXT: Final = 1.2
"""The same across the end of a sentence."""
_HELD: Final = 1e-6
_START: Final = attrgetter("start")
_END: Final = attrgetter("end")


def span_of(
    output: int, parts: Sequence[Clause], impression: Impression, least: float
) -> tuple[int, int] | None:
    """Return the stretch of the cleaned reply that earned one output.

    Args:
        output: Its place in every table of chances.
        parts: The reply's clauses.
        impression: What the encoder made of the reply.
        least: The chance from which the output holds.

    Returns:
        Start and end in characters; None when the words that did it are a quotation,
        or when there is no word.
    """
    own = [place for place, clause in enumerate(parts) if not clause.quoted]
    if not own:
        return None
    odds = [_odds(output, clause, impression) for clause in parts]
    peak = max(own, key=lambda place: odds[place])
    if odds[peak] < min(_log_odds(least), max(odds)):
        return None
    first = last = peak
    while first > 0 and _belongs(first - 1, first - 1, peak, odds, parts):
        first -= 1
    while last < len(parts) - 1 and _belongs(last + 1, last, peak, odds, parts):
        last += 1
    return parts[first].start, parts[last].end


_SO_THAT_NOT: Final = re.compile(r"\W*(чтоб|чтобы|дабы)\b", re.IGNORECASE)


def averted(
    output: int, parts: Sequence[Clause], impression: Impression, text: str
) -> bool:
    """Tell whether the words likeliest to be an act only name what is to be prevented.

    «…, чтобы мы их не подвели» is care for the client, not a deceit, however much
    its words sound like one.

    Args:
        output: The act's place in every table of chances.
        parts: The reply's clauses.
        impression: What the encoder made of the reply.
        text: The cleaned reply.
    """
    own = [clause for clause in parts if not clause.quoted]
    peak = max(own, key=lambda one: _odds(output, one, impression), default=None)
    if peak is None or not peak.negated:
        return False
    return _SO_THAT_NOT.match(text[peak.start : peak.end]) is not None


def _belongs(
    place: int, before: int, peak: int, odds: Sequence[float], parts: Sequence[Clause]
) -> bool:
    """Tell whether a clause belongs to the act of the peak.

    `before` is the earlier of the two clauses that meet: it may close a sentence.
    """
    reach = NEXT if parts[before].closes else NEAR
    return not parts[place].quoted and odds[place] >= odds[peak] - reach


def _odds(output: int, clause: Clause, impression: Impression) -> float:
    """Return the log-odds of an act in a clause: its mean and its peak, halved."""
    inside = [
        _log_odds(part.chances[output]) for part in _meeting(impression.parts, clause)
    ]
    if not inside:
        return _log_odds(0.0)
    return (sum(inside) / len(inside) + max(inside)) / 2


def _meeting(parts: Sequence[Part], clause: Clause) -> Sequence[Part]:
    """Return the parts that meet a clause; they stand in the order of the words."""
    first = bisect_right(parts, clause.start, key=_END)
    return parts[first : bisect_left(parts, clause.end, key=_START)]


def _log_odds(chance: float) -> float:
    held = min(max(chance, _HELD), 1 - _HELD)
    return log(held / (1 - held))
