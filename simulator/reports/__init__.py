"""What a talk came to, said once for all front ends.

    note = debrief(scenario, events, scorecard, rubric, rulebook, language)
    note.advice.render(texts)

Start reading at `simulator.reports.model`.
"""

from simulator.reports.debrief import debrief, debrief_of
from simulator.reports.model import (
    CodeNote,
    CriterionNote,
    Debrief,
    FactNote,
    KeyClientNote,
    LevelNote,
    MoodNote,
    OpportunityNote,
    OutcomeNote,
    PartNote,
    PrincipleNote,
    RedFlagNote,
    Stronger,
    Tone,
    TurnNote,
)
from simulator.reports.phrases import Phrase

__all__ = [
    "CodeNote",
    "CriterionNote",
    "Debrief",
    "FactNote",
    "KeyClientNote",
    "LevelNote",
    "MoodNote",
    "OpportunityNote",
    "OutcomeNote",
    "PartNote",
    "Phrase",
    "PrincipleNote",
    "RedFlagNote",
    "Stronger",
    "Tone",
    "TurnNote",
    "debrief",
    "debrief_of",
]
