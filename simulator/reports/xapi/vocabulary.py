"""The words of the profile: verbs, kinds of activities, extensions, as IRIs.

The verbs are ADL's, and two of the MedBiquitous consortium's that OpenLabyrinth
records a branching case with. Our own names lie under a host that nobody can own
(`.invalid`, RFC 2606): they are names, and never addresses to ask.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from msgspec import Struct

BASE: Final = "https://whose-client.invalid/xapi"
PROFILE: Final = f"{BASE}/profile/1"
"""Raised when the same attempt would be told otherwise."""
INSTALLATIONS: Final = f"{BASE}/installations"
CLASSES: Final = f"{BASE}/classes"
PLATFORM: Final = "whose-client"

_ADL: Final = "http://adlnet.gov/expapi"
_MEDBIQ: Final = "http://w3id.org/xapi/medbiq"

SIMULATION: Final = f"{_ADL}/activities/simulation"
INTERACTION: Final = f"{_ADL}/activities/cmi.interaction"
OBJECTIVE: Final = f"{_ADL}/activities/objective"
PROFILE_TYPE: Final = f"{_ADL}/activities/profile"
NODE: Final = f"{BASE}/activity-types/node"
COUNTER: Final = f"{BASE}/activity-types/counter"


class Verb(Struct, frozen=True):
    """A verb with its words for those who look at a record store."""

    id: str
    display: Mapping[str, str]


def _verb(base: str, name: str, russian: str) -> Verb:
    return Verb(f"{base}/verbs/{name}", {"en-US": name, "ru": russian})


STARTED: Final = _verb(_ADL, "initialized", "начал")
ANSWERED: Final = _verb(_ADL, "answered", "ответил")
SCORED: Final = _verb(_ADL, "scored", "получил оценку")
COMPLETED: Final = _verb(_ADL, "completed", "закончил")
PASSED: Final = _verb(_ADL, "passed", "справился")
ARRIVED: Final = _verb(_MEDBIQ, "arrived", "пришёл")
UPDATED: Final = _verb(_MEDBIQ, "updated", "изменил")


@lru_cache
def extension(name: str) -> str:
    """Return the IRI of one of our extensions."""
    return f"{BASE}/extensions/{name}"
