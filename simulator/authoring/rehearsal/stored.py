"""What people's stored attempts show on a scenario; the store is only read."""

from collections import Counter

from msgspec import Struct, field

from simulator.authoring.rehearsal.items import Levels
from simulator.engine import history
from simulator.scenario.model import Scenario
from simulator.sessions.attempt import Attempt
from simulator.sessions.errors import SessionError
from simulator.sessions.usecases import Sessions
from simulator.store import StoreError


class StoredTalks(Struct):
    """The finished attempts at one scenario."""

    levels: list[Levels] = []
    """The opportunities of each."""
    scenes: Counter[str] = field(default_factory=Counter[str])
    """Scene → attempts that answered there."""
    replies: Counter[str] = field(default_factory=Counter[str])
    """Reply, as `scene.reply` → attempts in which it was given."""
    skipped: int = 0
    """Attempts that could not be read."""


class ReplyFigures(Struct, frozen=True):
    """How often people give a reply."""

    scene: str
    reply: str
    talks: int
    """Attempts that answered in its scene."""
    frequency: float | None
    """Share of them in which it was given; None without enough data."""


def stored_talks(sessions: Sessions, scenario: str) -> StoredTalks:
    """Gather the finished attempts at a scenario, in every language and mode.

    Turns that were taken back do not count. An attempt is scored by the scenario as
    it was when it was played, and by the rubric of today.

    Raises:
        StoreError: The store cannot be read at all.
    """
    found = StoredTalks()
    for one in sessions.attempts():
        if one.scenario != scenario or not (one.finished and one.readable):
            continue
        try:
            _take(found, sessions.resume(one.id))
        except (SessionError, StoreError):
            found.skipped += 1
    return found


def reply_figures(
    scenario: Scenario, found: StoredTalks, least: int
) -> tuple[ReplyFigures, ...]:
    """Return how often each reply was given, in the order of the file."""
    return tuple(
        ReplyFigures(scene.id, reply.id, talks, share if talks >= least else None)
        for scene in scenario.scenes.values()
        for talks in (found.scenes[scene.id],)
        for reply in scene.replies
        for share in (found.replies[f"{scene.id}.{reply.id}"] / max(talks, 1),)
    )


def _take(found: StoredTalks, attempt: Attempt) -> None:
    card = attempt.scorecard()
    moments = history(attempt.scenario, attempt.events)
    found.levels.append(
        [
            ((one.scene, result.principle), one.level)
            for result in card.principles
            for one in result.opportunities
        ]
    )
    found.scenes.update({moment.scene for moment in moments})
    found.replies.update({f"{m.scene}.{m.reply.id}" for m in moments if m.reply})
