"""SCN851: a play-through is in a language that the scenario does not have."""

from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import error
from simulator.scenario.findings import Report, Spot

NEVER_PLAYED = error(
    "SCN851",
    N_("the play is never played: there is no `{scenario}` in the language `{value}`"),
    N_("Write one of {known}, or leave `language:` out."),
)


def check(story: Story, report: Report) -> None:
    """Look up the language of each play among those of the scenario."""
    name = story.scenario.id
    known = {one.language for one in story.shelf.heads if one.id == name}
    known.add(story.scenario.language)
    for plays in story.plays:
        found = Report(plays.file)
        for play in plays.plays.plays:
            if play.language is not None and play.language not in known:
                found.add(
                    NEVER_PLAYED,
                    Spot(play.line, play.column),
                    scenario=name,
                    value=play.language,
                    known=", ".join(sorted(known)),
                )
        report.take(found)
