"""What differs between two sittings as plain JSON; its keys are a contract."""

from scoring.difference import Difference, Differences
from simulator.reports.numbers import number
from simulator.reports.retest import BeforeAfter

Json = dict[str, object]


def retest_json(now: BeforeAfter) -> Json:
    """Return an exam held again, and what it is held against."""
    before, after = now.retest.before, now.retest.after
    return {
        "scenario": after.scenario,
        "before": {
            "attempt": before.attempt,
            "mode": before.mode,
            "on": before.on.isoformat(),
        },
        "after": {
            "attempt": after.attempt,
            "mode": after.mode,
            "on": after.on.isoformat(),
        },
        **differences_json(now.found),
    }


def differences_json(found: Differences) -> Json:
    """Return both scores and the principles that both talks reached."""
    return {
        "business": _difference(found.business),
        "key_client": _difference(found.key_client),
        "principles": {
            str(principle): _difference(one)
            for principle, one in found.principles.items()
        },
    }


def _difference(one: Difference | None) -> Json | None:
    if one is None:
        return None
    return {
        "before": number(one.before),
        "after": number(one.after),
        "difference": number(one.value),
        "margin": number(one.margin),
        "verdict": str(one.verdict),
    }
