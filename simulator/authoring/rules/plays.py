"""Play the play-throughs of a scenario, for what the rules SCN844..846 say of them."""

from collections.abc import Collection

from simulator.authoring.rules import playends, playknows, playscores
from simulator.authoring.story import Plays, Story
from simulator.scenario.findings import Report


def check(story: Story, report: Report) -> None:
    """Play every play-through of a scenario."""
    _check_files(story, report, (None, story.scenario.language))


def check_chosen(story: Story, report: Report) -> None:
    """Play the play-throughs without own words, which need no reader."""
    _check_files(story, report, (None,))


def _check_files(
    story: Story, report: Report, languages: Collection[str | None]
) -> None:
    for plays in story.plays:
        found = Report(plays.file)
        _check_file(plays, story, found, languages)
        report.take(found)


def _check_file(
    plays: Plays, story: Story, report: Report, languages: Collection[str | None]
) -> None:
    for one in plays.plays.plays:
        if one.language not in languages:
            continue
        performance = story.performed(one, plays.file)
        report.take(performance.report)
        if performance.played.whole:
            playends.check(one, performance.played, report)
            playknows.check(one, performance.played, report)
            playscores.check(one, performance, story, report)
