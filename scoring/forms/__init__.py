"""What a trainee fills in, and how rightly: worksheet, agenda, decision, handover.

    verdicts = judge(filled, circumstances)

A form is judged part by part with a reason for each item, never all or nothing
(docs/scoring.md, "Forms").
"""

from scoring.forms.judge import Circumstances, judge, part_shares, share_of
from scoring.forms.model import (
    AgendaWanted,
    DecisionWanted,
    FilledForm,
    FormKind,
    HandoverWanted,
    Part,
    Role,
    StepWanted,
    Values,
    Wanted,
    WorksheetWanted,
)
from scoring.forms.verdicts import Verdict, Why

__all__ = [
    "AgendaWanted",
    "Circumstances",
    "DecisionWanted",
    "FilledForm",
    "FormKind",
    "HandoverWanted",
    "Part",
    "Role",
    "StepWanted",
    "Values",
    "Verdict",
    "Wanted",
    "Why",
    "WorksheetWanted",
    "judge",
    "part_shares",
    "share_of",
]
