"""Rehearse a scenario: simulated heads of sales play it, many thousand times.

`rehearse` plays and works out the figures; `findings` tells what is wrong; `items`
looks at each opportunity, in simulated talks and in those of people.
"""

from simulator.authoring.rehearsal.asjson import FORMAT, to_json
from simulator.authoring.rehearsal.examples import examples_of
from simulator.authoring.rehearsal.findings import findings
from simulator.authoring.rehearsal.items import ItemFigures, item_analysis
from simulator.authoring.rehearsal.passing import passing
from simulator.authoring.rehearsal.plays import Task, play_all, shares
from simulator.authoring.rehearsal.rehearse import Rehearsal, rehearse
from simulator.reach.heads import Head

__all__ = [
    "FORMAT",
    "Head",
    "ItemFigures",
    "Rehearsal",
    "Task",
    "examples_of",
    "findings",
    "item_analysis",
    "passing",
    "play_all",
    "rehearse",
    "shares",
    "to_json",
]
