"""What a reply *does*: the closed set of behaviour codes, with topics.

The coding manual is `docs/codebook.md`. Codes are facts about the words; how
well the words serve is a judgement that `scoring.rubric` makes from them.
"""

from dataclasses import dataclass

from scoring.terms import Term


class Code(Term):
    """One kind of act that a reply can perform; several may hold at once."""

    ACKNOWLEDGE = "acknowledge"
    ASK_INTEREST = "ask_interest"
    ASK_FACT = "ask_fact"
    CITE_FACT = "cite_fact"
    VERIFY_DATA = "verify_data"
    BUSINESS_EFFECT = "business_effect"
    APPLY_RULE = "apply_rule"
    SAME_RULES = "same_rules"
    OFFER_OPTIONS = "offer_options"
    OFFER_TERMS = "offer_terms"
    STATE_STANCE = "state_stance"
    PROPOSE_MEETING = "propose_meeting"
    SET_STEP = "set_step"
    PROTECT_CLIENT = "protect_client"
    PROPOSE_TRANSFER = "propose_transfer"
    ASK_PERMISSION = "ask_permission"
    CONCEDE = "concede"
    STALL = "stall"
    THREATEN = "threaten"
    PULL_RANK = "pull_rank"
    ATTACK = "attack"
    PERSONAL_APPEAL = "personal_appeal"
    BEND_RULE = "bend_rule"
    BAD_DEAL = "bad_deal"
    DECEIVE = "deceive"
    NONE = "none"


class Topic(Term):
    """What a question or a statement of fact is about."""

    PURCHASES = "purchases"
    ASSORTMENT = "assortment"
    FREQUENCY = "frequency"
    SHARE = "share"
    COMPETITOR = "competitor"
    POTENTIAL = "potential"
    PROFITABILITY = "profitability"
    PAYMENT = "payment"
    CONTACTS = "contacts"
    HISTORY = "history"


REASONS = frozenset(
    {
        Code.ACKNOWLEDGE,
        Code.ASK_INTEREST,
        Code.ASK_FACT,
        Code.CITE_FACT,
        Code.VERIFY_DATA,
        Code.BUSINESS_EFFECT,
        Code.APPLY_RULE,
        Code.SAME_RULES,
        Code.OFFER_OPTIONS,
        Code.OFFER_TERMS,
        Code.STATE_STANCE,
        Code.PROPOSE_MEETING,
        Code.SET_STEP,
        Code.PROTECT_CLIENT,
    }
)
"""Codes that, said anew, move a talk on: a turn with one is not circling."""

REQUESTS = frozenset({Code.PROPOSE_TRANSFER, Code.ASK_PERMISSION, Code.PULL_RANK})
"""Codes that press for the same thing: repeated without a reason, they circle."""

RED_FLAGS = frozenset({Code.THREATEN, Code.DECEIVE, Code.BAD_DEAL})
"""Codes that cap what the whole talk can score (docs/scoring.md, "Red flags")."""

TAKES_TOPICS = frozenset({Code.ASK_FACT, Code.CITE_FACT})
"""Codes written with topics: `ask_fact(share, competitor)`."""

TAKES_CRITERIA = frozenset({Code.APPLY_RULE})
"""Codes written with criteria of the rulebook: `apply_rule(wallet, growth)`."""


@dataclass(frozen=True, slots=True)
class CodeUse:
    """One code that a reply earned, with what it is about."""

    code: Code
    about: tuple[str, ...] = ()
    """Topics for `ask_fact` and `cite_fact`, criterion ids for `apply_rule`."""
    span: tuple[int, int] | None = None
    """Start and end of the words that earned it, in characters of the reply;
    None when the author gave the code and no reading took place."""

    def __str__(self) -> str:
        """Write it as scenarios do: `ask_fact(share, competitor)`."""
        return f"{self.code}({', '.join(self.about)})" if self.about else str(self.code)
