"""SCN881..885: what a rehearsal finds wrong with a scenario."""

from typing import TYPE_CHECKING, Final

from simulator.authoring.spots import key_of, reply_spot
from simulator.messages import N_
from simulator.reach.heads import STUPID
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Finding, Report
from simulator.scenario.nodes import Mapping

if TYPE_CHECKING:
    from simulator.authoring.rehearsal.rehearse import Rehearsal

PASS: Final = 60
"""What a talk must score on business above ego to pass."""
APART: Final = 30
"""So many points must the good head lie above a bad one."""

STUPID_PASSES = warning(
    "SCN881",
    N_("the head `{head}` scores {points} on average, and {bound} is a pass"),
    N_(
        "Look at the talk that it passes with; let the replies that it takes bring "
        "less, or the others more."
    ),
)
ENDLESS = warning(
    "SCN882",
    N_("the head `{head}` went on for {limit} turns here without an ending"),
    N_("Add `patience:`, or lead out of this circle."),
)
NEVER_WORTH = warning(
    "SCN883",
    N_("the reply `{value}` is never worth taking: `{other}` brings at least as much"),
    N_(
        "Let it bring something of its own, make it a temptation with a cost, or "
        "delete it."
    ),
)
NOT_APART = warning(
    "SCN884",
    N_("the best head scores only {points} points above the head `{head}`"),
    N_(
        "Test more principles, or let good and bad replies lie further apart: "
        "{bound} points or more."
    ),
)
NOBODY_PASSES = warning(
    "SCN885",
    N_("the best talk found scores {points}, and {bound} is a pass"),
    N_("Give each principle that is tested a reply that serves it."),
)


def findings(
    rehearsal: "Rehearsal", file: str, document: Mapping | None
) -> tuple[Finding, ...]:
    """Return what is wrong with a scenario, by place.

    Args:
        rehearsal: What was played.
        file: What findings call the scenario's file.
        document: The file with places; None: findings have none.
    """
    report = Report(file)
    for result in rehearsal.heads:
        mean = result.business.mean if result.business else 0.0
        if result.head in STUPID and mean >= PASS:
            points = f"{mean:.1f}"
            report.add(STUPID_PASSES, None, head=result.head, points=points, bound=PASS)
    for one in (one for one in rehearsal.endless if one.stuck is not None):
        place = key_of(document, "scenes", one.scene)
        limit = rehearsal.task.limit
        report.add(ENDLESS, place, head=one.head, limit=limit, scene=one.scene)
    for reply in rehearsal.dominated:
        place = reply_spot(document, reply.scene, reply.reply)
        report.add(NEVER_WORTH, place, value=reply.reply, other=reply.by)
    for pair in rehearsal.separation:
        if pair.head in STUPID and pair.points < APART:
            points = f"{pair.points:.1f}"
            report.add(NOT_APART, None, head=pair.head, points=points, bound=APART)
    best = rehearsal.extremes.business.best
    if best is not None and best < PASS:
        points = f"{float(best):.1f}"
        report.add(NOBODY_PASSES, key_of(document, "scenes"), points=points, bound=PASS)
    return report.sorted()
