"""What every statement has: who, when, which attempt, by which profile."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from msgspec import Struct

from simulator.reports.xapi import vocabulary as words
from simulator.reports.xapi.activities import node, profile, simulation, tag
from simulator.reports.xapi.model import Actor, Json
from simulator.reports.xapi.naming import registration, statement_id
from simulator.sessions.dated import DatedTalk


class Frame(Struct, frozen=True):
    """One event, and where the talk stood when it happened."""

    talk: DatedTalk
    actor: Actor
    mode: str
    place: int
    """The place of the event, counted from 0."""
    turn: int
    scene: str

    def statement(
        self,
        verb: words.Verb,
        about: Json,
        *,
        detail: str = "",
        result: Json | None = None,
        within: Sequence[Json] = (),
        extensions: Json | None = None,
    ) -> Json:
        """Return a statement.

        Args:
            verb: What is said.
            about: The activity.
            detail: Of what, where the event is told by several of one verb.
            result: What came of it; None: nothing.
            within: Activities that it is a part of, besides the scenario.
            extensions: Name → value, beside those of every statement.
        """
        body: dict[str, object] = {
            "id": statement_id(self.talk.id, self.place, verb, detail),
            "actor": account(self.actor),
            "verb": {"id": verb.id, "display": verb.display},
            "object": about,
            "context": self._context(within, extensions or {}),
            "timestamp": written(self.talk.times[self.place]),
        }
        return body | {"result": result} if result else body

    def here(self) -> Json:
        """Return the scene that the talk is in."""
        return node(self.talk.loaded.scenario, self.scene)

    def _context(self, within: Sequence[Json], more: Json) -> Json:
        scenario = self.talk.loaded.scenario
        usual = {
            "attempt": self.talk.id,
            "place": self.place,
            "turn": self.turn,
            "mode": self.mode,
        }
        activities = {"category": [profile()], "grouping": [simulation(scenario)]}
        if within:
            activities["parent"] = list(within)
        return {
            "registration": registration(self.talk.id),
            "contextActivities": activities,
            "platform": words.PLATFORM,
            "language": tag(scenario.language),
            "extensions": extended({**usual, **more}),
        }


def account(actor: Actor) -> Json:
    """Return the agent of an actor."""
    home = {"homePage": actor.home, "name": actor.installation}
    agent: dict[str, object] = {"objectType": "Agent", "account": home}
    return agent | {"name": actor.name} if actor.name else agent


def extended(values: Mapping[str, object]) -> dict[str, object]:
    """Return values under the IRIs of our extensions."""
    return {words.extension(name): value for name, value in values.items()}


def written(at: datetime) -> str:
    """Write a moment in UTC, to the millisecond, wherever the machine stands."""
    text = at.astimezone(UTC).isoformat(timespec="milliseconds")
    return text.replace("+00:00", "Z")
