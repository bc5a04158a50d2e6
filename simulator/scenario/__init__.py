"""Read what trainers write, with findings in place of exceptions.

`parse` reads a scenario; its siblings read drills, play-throughs, answers and packs.
Whatever the bytes, they return a result with everything that is wrong at once.
"""

from simulator.scenario.clients import ClientFile, ParsedClient, parse_client
from simulator.scenario.drills import Drill, Drills, ParsedDrills, parse_drills
from simulator.scenario.findings import Finding, Rendered, Rule, Severity, Texts
from simulator.scenario.kinds import Kind, ParsedAny, kind_of, parse_any
from simulator.scenario.packs import Pack, ParsedPack, parse_pack
from simulator.scenario.parsing import Parsed, parse
from simulator.scenario.peek import Header, peek
from simulator.scenario.plays import (
    NO_END,
    Band,
    ParsedAnswers,
    ParsedPlaythroughs,
    PlannedAnswer,
    Play,
    Playthroughs,
    parse_answers,
    parse_playthroughs,
)
from simulator.scenario.reparsing import Reparser
from simulator.scenario.rubrics import ParsedRubric, parse_rubric
from simulator.scenario.rulebooks import ParsedRulebook, parse_rulebook

__all__ = [
    "NO_END",
    "Band",
    "ClientFile",
    "Drill",
    "Drills",
    "Finding",
    "Header",
    "Kind",
    "Pack",
    "Parsed",
    "ParsedAnswers",
    "ParsedAny",
    "ParsedClient",
    "ParsedDrills",
    "ParsedPack",
    "ParsedPlaythroughs",
    "ParsedRubric",
    "ParsedRulebook",
    "PlannedAnswer",
    "Play",
    "Playthroughs",
    "Rendered",
    "Reparser",
    "Rule",
    "Severity",
    "Texts",
    "kind_of",
    "parse",
    "parse_answers",
    "parse_any",
    "parse_client",
    "parse_drills",
    "parse_pack",
    "parse_playthroughs",
    "parse_rubric",
    "parse_rulebook",
    "peek",
]
