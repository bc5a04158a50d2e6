"""Small stories for the tests of rehearsals, under the little pack's rules."""

from functools import cache
from typing import Final

from simulator.authoring.rehearsal import Rehearsal, Task, rehearse
from simulator.packs import Loaded
from simulator.reach.walk import Walker
from simulator.scenario.model import Scenario
from simulator.scenario.parsing import parse
from tests.reports.little import loaded

HEAD: Final = """\
format: 1
id: small
title: Разговор
language: ru
difficulty: easy
minutes: 3
role: Руководитель отдела продаж
brief: Клиент X за Олегом.
debrief: Сначала факты.
rubric: little
rulebook: little
cast:
  oleg: {name: Олег, role: менеджер, mood: {resistance: 6}}
client:
  name: Клиент X
  facts:
    groups: {name: Группы, is: 5, of: 40, line: Пять групп., needed: true}
start: opening
"""
ENDINGS: Final = """\
endings:
  meeting: {outcome: meeting, good: true, title: Совещание, text: Договорились.}
  kept: {outcome: kept-without-plan, good: false, title: Остался, text: Как было.}
"""


def small(scenes: str) -> Scenario:
    """Return a story of these scenes, written as in a file, without `scenes:`."""
    parsed = parse((HEAD + "scenes:\n" + scenes + ENDINGS).encode(), "small.yaml")
    assert parsed.scenario is not None, parsed.findings
    return parsed.scenario


def task(scenario: Scenario, plays: int = 60, limit: int = 30) -> Task:
    """Return a rehearsal that is still to be played."""
    rules: Loaded = loaded("ru")
    return Task(scenario, rules.rubric, rules.rulebook, plays, 1, limit)


def walker(scenario: Scenario) -> Walker:
    """Return what plays a story."""
    one = task(scenario)
    return Walker(scenario, one.rubric, one.rulebook)


def rehearsed(scenes: str, plays: int = 60, limit: int = 30) -> Rehearsal:
    """Rehearse a story of these scenes."""
    return rehearse(task(small(scenes), plays, limit))


@cache
def the_little_talk() -> Rehearsal:
    """Rehearse the little pack's story."""
    return rehearse(task(loaded("ru").scenario, 600))
