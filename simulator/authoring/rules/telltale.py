"""SCN866: the best replies share a word that the others lack."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain
from math import prod
from typing import Final

from simulator.authoring.rules.giveaways import RARE, share_of
from simulator.authoring.spots import key_of
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report
from simulator.scenario.model import Reply, Scene

TELLTALE = warning(
    "SCN866",
    N_(
        "in {scenes} scenes a reply says “{value}”, and it is the best one each time: "
        "{known}"
    ),
    N_("Let other replies say it, too, or say it otherwise in some of these."),
)
_STEM: Final = re.compile(r"([^\W\d_]{4,5})[^\W\d_]*")
"""A word, and the letters by which forms of it are taken for one."""


def check(story: Story, report: Report) -> None:
    """Look for words that only best replies have, oftener than by chance.

    The chance that all replies with a word are best ones is the product of the shares
    of best replies in their scenes. Only words of at least half of the scenes are
    looked at: others nobody notices. The chance is held against one in a hundred
    divided by the number of words that could come below it at all (Tarone's
    correction), since the more words are looked at, the oftener one stands out.
    """
    if story.merits is None:
        return
    best = {
        scene.id: found
        for scene in story.scenario.scenes.values()
        if (found := story.merits.best(scene))
    }
    said = [
        (scene, reply, _stems(reply))
        for scene, reply in story.replies()
        if scene.id in best
    ]
    having = {stem: _having(stem, said) for stem in _frequent(said, len(best))}
    chances = {stem: _chance(those, best) for stem, those in having.items()}
    limit = _limit(list(chances.values()))
    for stem, those in having.items():
        if chances[stem] <= limit and _always_best(those, best):
            scenes = list(dict.fromkeys(scene.id for scene, _, _ in those))
            report.add(
                TELLTALE,
                key_of(story.document, "scenes", scenes[0]),
                value=_written(stem, those[0][1]),
                scenes=len(scenes),
                known=", ".join(scenes),
            )


_Said = Sequence[tuple[Scene, Reply, Mapping[str, None]]]
"""Replies of scenes with a best one, each with the stems of its words, in order."""


def _frequent(said: _Said, scenes: int) -> Iterator[str]:
    """Yield the stems that are found in at least half of so many scenes, in order."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for scene, _, stems in said:
        found[scene.id] |= stems
    counted = Counter(chain.from_iterable(found.values()))
    return (stem for stem, count in counted.items() if 2 * count >= scenes)


def _having(stem: str, said: _Said) -> _Said:
    return [one for one in said if stem in one[2]]


def _chance(having: _Said, best: Mapping[str, frozenset[str]]) -> Fraction:
    """Return the chance that all replies with a word are best ones."""
    return _product(
        [share_of(len(best[scene.id]), len(scene.replies)) for scene, _, _ in having]
    )


def _product(shares: list[Fraction]) -> Fraction:
    """Multiply, and shorten once: to shorten at every step costs with the square."""
    tops, bottoms = zip(*(one.as_integer_ratio() for one in shares), strict=True)
    return Fraction(prod(tops), prod(bottoms))


def _limit(chances: list[Fraction]) -> Fraction:
    """Return the chance from which on a word stands out among so many."""
    for count in range(1, len(chances) + 1):
        limit = RARE / count
        if sum(chance <= limit for chance in chances) <= count:
            return limit
    return RARE


def _always_best(having: _Said, best: Mapping[str, frozenset[str]]) -> bool:
    return all(reply.id in best[scene.id] for scene, reply, _ in having)


def _stems(reply: Reply) -> dict[str, None]:
    """Return what the forms of each word have in common, each once, in order."""
    return dict.fromkeys(_STEM.findall(_folded(reply.text)))


def _written(stem: str, reply: Reply) -> str:
    """Return the first word of a reply that has a stem."""
    words = _STEM.finditer(_folded(reply.text))
    place = next(word.span() for word in words if word[1] == stem)
    return reply.text.casefold()[slice(*place)]


def _folded(text: str) -> str:
    return text.casefold().replace("ё", "е")
