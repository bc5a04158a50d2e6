"""The simulated heads of sales: what each of them would rather say.

A head knows the words and the codes of what is on offer, as an author does, and
nothing of what follows. Where several replies are equally to a head's taste, chance
decides; so the same head plays many different talks. (docs/rehearsing.md)
"""

from collections.abc import Callable, Mapping
from typing import Final

from scoring.codes import Code
from scoring.terms import Term
from simulator.scenario.model import Reply


class Head(Term):
    """A way of answering."""

    RANDOM = "random"
    """Any reply on offer, each as likely."""
    FIRST = "first"
    """The first on the screen, where replies stand shuffled by the seed."""
    LONGEST = "longest"
    """The one of most characters."""
    SHORTEST = "shortest"
    """The one of fewest characters."""
    TIMID = "timid"
    """Gives in, asks for permission, puts off."""
    TYRANT = "tyrant"
    """Threatens, pulls rank, attacks."""
    FLATTERER = "flatterer"
    """Acknowledges and appeals in person, without a fact."""
    FACTS_ONLY = "facts-only"
    """Asks for facts, cites and verifies them, and cares for nothing else."""
    BEST = "best"
    """The reply after which the talk so far scores most; see `rehearsal.walk`."""


STUPID: Final = (
    Head.RANDOM,
    Head.FIRST,
    Head.LONGEST,
    Head.SHORTEST,
    Head.TIMID,
    Head.TYRANT,
    Head.FLATTERER,
)
"""Those that must not pass."""
UNWAVERING: Final = frozenset({Head.LONGEST, Head.SHORTEST})
"""Those that leave nothing to chance: all their talks are the same."""

_FACTS: Final = frozenset({Code.ASK_FACT, Code.CITE_FACT, Code.VERIFY_DATA})
_TASTES: Final[Mapping[Head, frozenset[Code]]] = {
    Head.TIMID: frozenset({Code.CONCEDE, Code.ASK_PERMISSION, Code.STALL}),
    Head.TYRANT: frozenset({Code.THREATEN, Code.PULL_RANK, Code.ATTACK}),
    Head.FLATTERER: frozenset({Code.ACKNOWLEDGE, Code.PERSONAL_APPEAL}),
    Head.FACTS_ONLY: _FACTS,
}
"""What a head would rather do; a reply with more of it is liked more."""

Wish = Callable[[Reply, int], int]
"""A reply and its place in the scene → how much it is liked; the most wins."""


def wish(head: Head) -> Wish:
    """Return how much a head likes a reply; three of them do not go by words."""
    match head:
        case Head.LONGEST:
            return lambda reply, place: len(reply.text) * 1_000 - place
        case Head.SHORTEST:
            return lambda reply, place: -len(reply.text) * 1_000 - place
        case Head.RANDOM | Head.FIRST | Head.BEST:
            return lambda _, __: 0
        case _:
            return lambda reply, _: _liked(head, reply)


def _liked(head: Head, reply: Reply) -> int:
    codes = {use.code for use in reply.does}
    if head is Head.FLATTERER and codes & _FACTS:
        return 0
    return len(codes & _TASTES[head])
