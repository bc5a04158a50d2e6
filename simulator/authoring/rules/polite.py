"""SCN864: the only polite reply is the best too often."""

import re
from typing import Final

from simulator.authoring.rules.giveaways import REMEDY, count, only
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

POLITE = warning(
    "SCN864",
    N_(
        "in {hits} of {scenes} scenes the only polite reply is the best, {expected} "
        "would be chance: {known}"
    ),
    REMEDY,
)
_POLITE: Final = re.compile(
    r"\b(пожалуйста|спасибо|благодар\w*|извини\w*|прости\w*|прошу|ценю|уважа\w+"
    r"|понимаю|буд(?:ь|ьте) (?:так )?добр\w*|будь(?:те)? любез\w+|любезн\w+|позволь\w*"
    r"|не мог(?:ли|ла)? бы|если (?:тебе|вам|тебя|вас)? ?не (?:трудно|сложно|затруднит)"
    r"|please|thank\w*|sorry|apolog\w+|appreciate\w*|respect\w*|kindly|grateful"
    r"|would you mind|if you would|be so kind|pardon|excuse me"
    r"|i understand|i see)\b"
)


def check(story: Story, report: Report) -> None:
    """Count the scenes in which the only polite reply is among the best."""
    count(POLITE, only(_POLITE), story, report)
