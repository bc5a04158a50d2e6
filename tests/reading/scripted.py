"""An encoder that reads by the letter: each word does what the script says."""

import re
from collections.abc import Mapping

from scoring.reading.impression import CODES, OUTPUTS, TOPICS, Impression, Part
from scoring.reading.reader import Reader
from scoring.reading.sense import Sense
from scoring.reading.thresholds import Settings

SCRIPT: Mapping[str, str] = {
    "сколько": "ask_fact.assortment",
    "доля": "cite_fact.share",
    "отдай": "ask_permission",
    "уволю": "threaten",
    "выгода": "business_effect",
    "четверг": "propose_meeting",
    "ладно": "concede",
    "how": "ask_fact.assortment",
    "fire": "threaten",
    "please": "ask_permission",
    "thursday": "propose_meeting",
}
ALWAYS = Sense((0.0,) * 2, (0.0,) * 4, least_matter=0.0, least_order=0.0)
SETTINGS = Settings("script", least=(0.5,) * OUTPUTS, slope=1.0, sense=ALWAYS)


class ScriptedEncoder:
    """Every word of the script does its act; a reply's vector counts its words."""

    def encode(self, manager_says: str, reply: str) -> Impression:
        """Read a reply by its words."""
        parts = [
            Part(found.start(), found.end(), _chances(found[0]))
            for found in re.finditer(r"\w+", reply)
        ]
        columns = [
            max(several) for several in zip(*(p.chances for p in parts), strict=True)
        ]
        return Impression(columns or [0.0] * OUTPUTS, parts, 2.0, _vector(reply))


def _chances(word: str) -> list[float]:
    chances = [0.01] * OUTPUTS
    code, _, topic = SCRIPT.get(word.casefold(), "").partition(".")
    if code:
        chances[[str(one) for one in CODES].index(code)] = 0.9
    if topic:
        chances[len(CODES) + [str(one) for one in TOPICS].index(topic)] = 0.9
    return chances


def _vector(reply: str) -> list[float]:
    counts = [0.0] * 64
    for word in reply.casefold().split():
        counts[sum(map(ord, word)) % 64] += 1
    length = sum(count * count for count in counts) ** 0.5 or 1.0
    return [count / length for count in counts]


def scripted_reader() -> Reader:
    """Return a reader that follows the script."""
    return Reader(ScriptedEncoder(), SETTINGS)
