"""SCN836: a scenario lacks one of the languages of its pack."""

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

NOT_TRANSLATED = warning(
    "SCN836",
    N_("the pack is in {known}, and there is no `{value}` in {missing}"),
    N_(
        "Add the translation with the same `id`, or correct the `id` of the one "
        "there; or take the language out of pack.yaml."
    ),
)


def check(story: Story, report: Report) -> None:
    """Look for the scenario in every language that `pack.yaml` names."""
    there = {one.language for one in story.shelf.heads if one.id == story.scenario.id}
    languages = story.shelf.languages
    missing = [one for one in languages if one not in there]
    if missing and story.scenario.language in languages:
        report.add(
            NOT_TRANSLATED,
            spot(story.document, "id"),
            value=story.scenario.id,
            known=", ".join(languages),
            missing=", ".join(missing),
        )
