"""Which reply on offer would clearly have done better."""

import pytest

from scoring.codes import Code, CodeUse
from scoring.principles import Principle
from scoring.rubric import rate
from simulator.reports.stronger import better_reply
from simulator.scenario.model import Effects, Reply
from tests.reports.little import loaded

ASK, APPLY, MEET = Code.ASK_FACT, Code.APPLY_RULE, Code.PROPOSE_MEETING
BEG, THREATEN, STALL = Code.ASK_PERMISSION, Code.THREATEN, Code.STALL
EFFECT = Code.BUSINESS_EFFECT


def reply(*codes: Code) -> Reply:
    """Write a reply; it is called after what it does."""
    does = tuple(CodeUse(code) for code in codes)
    return Reply("+".join(codes), "…", does, Effects())


@pytest.mark.parametrize(
    ("given", "tests", "others", "better"),
    [
        pytest.param([STALL], "P3", [[ASK]], "ask_fact", id="one-level-is-clear"),
        pytest.param([ASK], "P3", [[ASK, EFFECT]], None, id="as-good"),
        pytest.param([APPLY], "P4", [[APPLY, MEET]], None, id="good-already"),
        pytest.param(
            [STALL],
            "P3 P4",
            [[ASK], [APPLY]],
            "apply_rule",
            id="the-best-of-several",
        ),
        pytest.param(
            [STALL],
            "P4",
            [[APPLY], [APPLY, EFFECT]],
            "apply_rule",
            id="first-of-equals",
        ),
        pytest.param(
            [STALL], "P3 P4 P7", [[ASK]], None, id="a-third-of-a-level-is-not-clear"
        ),
        pytest.param([STALL], "P4", [[APPLY, THREATEN]], None, id="never-a-red-flag"),
        pytest.param([STALL], "P4", [[APPLY, BEG]], None, id="never-a-violation"),
        pytest.param(
            [APPLY, THREATEN], "P4", [[APPLY]], "apply_rule", id="without-a-violation"
        ),
        pytest.param([APPLY, THREATEN], "P4", [[ASK]], None, id="without-it-but-worse"),
        pytest.param([THREATEN], "P4", [[STALL]], None, id="without-it-but-empty"),
        pytest.param(
            [ASK], "P3", [[ASK, APPLY]], None, id="untested-gains-do-not-count"
        ),
        pytest.param([THREATEN], "", [[ASK]], "ask_fact", id="nothing-tested"),
        pytest.param([STALL], "", [[STALL]], None, id="nothing-in-play"),
        pytest.param([STALL], "P4", [], None, id="nothing-else-on-offer"),
    ],
)
def test_a_reply_is_recommended_when_it_is_clearly_better(
    given: list[Code], tests: str, others: list[list[Code]], better: str | None
) -> None:
    rubric = loaded().rubric
    was = rate(rubric, reply(*given).does, {})
    wanted = tuple(Principle(one) for one in tests.split())
    found = better_reply(was, [reply(*codes) for codes in others], wanted, rubric)
    assert (found.reply.id if found else None) == better
