"""SCN852: a play-through brings a fact that no talk before can hand over."""

from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import error
from simulator.scenario.findings import Report, Spot

NOT_HANDED_OVER = error(
    "SCN852",
    N_("the play brings `{value}`, which no talk before hands over"),
    N_(
        "Name a fact of the client that the talk before has, too; it can hand "
        "over: {known}."
    ),
)


def check(story: Story, report: Report) -> None:
    """Hold `carried:` of each play against what can be brought into the talk."""
    known = _facts(story)
    for plays in story.plays:
        found = Report(plays.file)
        for play in plays.plays.plays:
            for fact in play.carried or ():
                if fact not in known:
                    place = Spot(play.line, play.column)
                    told = ", ".join(known) or "-"
                    found.add(NOT_HANDED_OVER, place, value=fact, known=told)
        report.take(found)


def _facts(story: Story) -> list[str]:
    """Return the facts of this client that the talk before has, too."""
    if story.scenario.continues is None:
        return []
    facts = story.scenario.client.facts
    if story.previous is None:
        return list(facts)
    return [fact for fact in facts if fact in story.previous.client.facts]
