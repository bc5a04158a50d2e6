"""SCN866: the best replies share a word that the others lack."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
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
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_STEM: Final = 5
"""Letters by which forms of a word are taken for one."""


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
        (scene, reply, dict(_words(reply)))
        for scene, reply in story.replies()
        if scene.id in best
    ]
    chances = _chances(said, best)
    limit = _limit([chance for chance, _, _ in chances.values()])
    for chance, scenes, word in chances.values():
        if chance <= limit and _always_best(said, word, best):
            report.add(
                TELLTALE,
                key_of(story.document, "scenes", scenes[0]),
                value=word,
                scenes=len(scenes),
                known=", ".join(scenes),
            )


Chances = dict[str, tuple[Fraction, list[str], str]]
"""Stem → the chance that every scene with it has it in a best reply, the scenes, and
the word as it is first written."""


_Said = Sequence[tuple[Scene, Reply, Mapping[str, str]]]
"""The replies of scenes with a best one, each with its words by their stems."""


def _chances(said: _Said, best: Mapping[str, frozenset[str]]) -> Chances:
    shares: dict[str, list[Fraction]] = defaultdict(list)
    scenes: dict[str, dict[str, None]] = defaultdict(dict)
    written: dict[str, str] = {}
    for scene, _, words in said:
        share = share_of(len(best[scene.id]), len(scene.replies))
        for stem, word in words.items():
            written.setdefault(stem, word)
            shares[stem].append(share)
            scenes[stem][scene.id] = None
    return {
        stem: (_product(found), list(scenes[stem]), written[stem])
        for stem, found in shares.items()
        if 2 * len(scenes[stem]) >= len(best)
    }


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


def _always_best(said: _Said, word: str, best: Mapping[str, frozenset[str]]) -> bool:
    stem = _stem(word)
    having = ((scene, reply) for scene, reply, words in said if stem in words)
    return all(reply.id in best[scene.id] for scene, reply in having)


def _words(reply: Reply) -> Iterator[tuple[str, str]]:
    """Yield the stems of a reply's words, each once, with the first such word."""
    found: dict[str, str] = {}
    for word in _WORD.findall(reply.text.casefold()):
        found.setdefault(_stem(word), word)
    yield from found.items()


def _stem(word: str) -> str:
    """Return what forms of a word have in common; it has no capitals."""
    return word[:_STEM].replace("ё", "е")
