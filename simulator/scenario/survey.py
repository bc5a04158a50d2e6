"""What there is in a scenario, counted: for lists and for choosing what to play."""

from msgspec import Struct

from scoring.principles import Principle
from scoring.talk import Outcome
from simulator.scenario.model import Scenario


class Survey(Struct, frozen=True):
    """How large a scenario is, and what is at stake in it."""

    scenes: int
    replies: int
    endings: int
    good: tuple[Outcome, ...]
    """The outcomes of its good endings, in the order of the file."""
    principles: tuple[Principle, ...]
    """Those that at least one scene tests, in their own order."""
    meeting: bool
    """True when several people sit together and forms are filled in."""


def survey(scenario: Scenario) -> Survey:
    """Count what there is in a scenario."""
    scenes = scenario.scenes.values()
    tested = {principle for scene in scenes for principle in scene.tests}
    good = [one.outcome for one in scenario.endings.values() if one.good]
    return Survey(
        scenes=len(scenario.scenes),
        replies=sum(len(scene.replies) for scene in scenes),
        endings=len(scenario.endings),
        good=tuple(dict.fromkeys(good)),
        principles=tuple(one for one in Principle if one in tested),
        meeting=scenario.meeting is not None,
    )
