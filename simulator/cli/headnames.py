"""How the report of a rehearsal calls the simulated heads of sales."""

from collections.abc import Mapping
from typing import Final

from simulator.cli.settings import Shell
from simulator.messages import N_
from simulator.reach.heads import Head

HEADS: Final[Mapping[Head, str]] = {
    Head.RANDOM: N_("random"),
    Head.FIRST: N_("first"),
    Head.LONGEST: N_("longest"),
    Head.SHORTEST: N_("shortest"),
    Head.TIMID: N_("timid"),
    Head.TYRANT: N_("tyrant"),
    Head.FLATTERER: N_("flatterer"),
    Head.FACTS_ONLY: N_("facts only"),
    Head.BEST: N_("the best"),
}
"""How a report calls the heads; findings and JSON have their ids."""


def head_name(head: Head, shell: Shell) -> str:
    """Name a head in the language of the command line."""
    return shell.texts.gettext(HEADS[head])


def head_with_id(head: Head, shell: Shell) -> str:
    """Name a head as findings do, too, where that is another word."""
    name = head_name(head, shell)
    return name if name.replace(" ", "-") == head else f"{name} ({head})"
