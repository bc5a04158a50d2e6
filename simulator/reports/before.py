"""What is said before a talk that goes on from another one."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from simulator.messages import N_
from simulator.reports.dates import day
from simulator.reports.phrases import Phrase, phrase
from simulator.scenario.model import ClientFact, Scenario

if TYPE_CHECKING:
    from simulator.sessions.earlier import Earlier


def brought(earlier: "Earlier | None", scenario: Scenario, language: str) -> Phrase:
    """Say what the trainee brings from the talk before, if he played it."""
    if earlier is None:
        return before(scenario, None, "")
    when = day(earlier.at.astimezone().date(), language)
    return before(scenario, earlier.facts, when)


def before(scenario: Scenario, carried: Iterable[str] | None, when: str) -> Phrase:
    """Say what the trainee brings: what he learned then, or a stated default.

    Args:
        scenario: One that continues another.
        carried: Ids of the facts from the talk before; None when it was not played.
        when: The day on which that talk ended, as the reader writes days.
    """
    if carried is None:
        names = scenario.continues.otherwise if scenario.continues else ()
        told = _names(scenario, names)
        return phrase(
            N_(
                "You have not yet brought the talk before this one to the end that"
                " leads here. You are taken to know: {names}."
            ),
            names=told or "—",
        )
    return phrase(
        N_("You bring from your talk of {when}: {names}."),
        when=when,
        names=_names(scenario, carried) or "—",
    )


def _names(scenario: Scenario, ids: Iterable[str]) -> str:
    facts = scenario.client.facts
    found: list[ClientFact] = [facts[name] for name in ids if name in facts]
    return ", ".join(fact.name for fact in found)
