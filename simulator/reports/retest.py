"""Two sittings of one scenario: what differs, with how far that may be chance."""

from collections.abc import Mapping

from msgspec import Struct

from scoring.difference import Differences, Sat, differences
from scoring.principles import Principle
from simulator.engine import Mode, talk_of
from simulator.sessions.attempt import Attempt
from simulator.sessions.errors import SessionError
from simulator.sessions.retests import Retest
from simulator.sessions.usecases import Sessions


class BeforeAfter(Struct, frozen=True):
    """An exam held again after a week, against the sitting before it."""

    title: str
    """The scenario's."""
    retest: Retest
    found: Differences
    titles: Mapping[Principle, str]
    """What the rubric calls the principles."""


def held_against(before: Attempt, after: Attempt) -> Differences:
    """Hold two talks against each other by the rules that the later one stands on."""
    return differences(_sat(before), _sat(after), after.rubric, after.rulebook)


def before_after(
    sessions: Sessions, retest: Retest, language: str
) -> BeforeAfter | None:
    """Work out what a retest shows; None where one of its talks is damaged.

    Args:
        sessions: The use cases.
        retest: The two sittings.
        language: Of the principles' titles.

    Raises:
        StoreError: The store cannot be read.
    """
    try:
        before = sessions.resume(retest.before.attempt)
        after = sessions.resume(retest.after.attempt)
    except SessionError:
        return None
    titles = {
        principle: text.title.get(language, principle)
        for principle, text in after.rubric.principles.items()
    }
    found = held_against(before, after)
    return BeforeAfter(after.scenario.title, retest, found, titles)


def _sat(attempt: Attempt) -> Sat:
    talk = talk_of(attempt.scenario, attempt.events)
    return Sat(talk, read=attempt.mode is not Mode.CHOOSE)
