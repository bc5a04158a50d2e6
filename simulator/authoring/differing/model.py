"""What is told of two versions of a scenario: nouns only, frozen."""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct


class Part(StrEnum):
    """What a scenario is made of."""

    SCENARIO = "scenario"
    PERSON = "person"
    FACT = "fact"
    SCENE = "scene"
    REPLY = "reply"
    REACTION = "reaction"
    MOVE = "move"
    """What follows a form."""
    PATIENCE = "patience"
    ENDING = "ending"


class How(StrEnum):
    """What became of a part."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    MOVED = "moved"
    """A reply stands in another scene."""
    CHANGED = "changed"


class Detail(Struct, frozen=True):
    """One aspect of a part that is not what it was."""

    aspect: str
    """Mostly the key in the YAML; `level.P3` is what the rubric makes of a reply."""
    old: str
    new: str
    words: bool
    """True where only the words differ, as a translation's do."""


class Difference(Struct, frozen=True):
    """A part that is not what it was."""

    part: Part
    id: str
    """Its id in the new version, or in the old one when it was removed; a reply's
    with its scene: `opening.ask`."""
    how: How
    was: str = ""
    """Its id in the old version, where that was another."""
    details: tuple[Detail, ...] = ()
    """What changed besides the id, or the scene it stands in."""


class Bounds(Struct, frozen=True):
    """Between which points talks score."""

    lowest: Fraction
    highest: Fraction


class Scores(Struct, frozen=True):
    """What the same talks come to in one version."""

    business: Bounds | None
    """None when no talk has this score."""
    key_client: Bounds | None


class Played(Struct, frozen=True):
    """The same talks, played on both versions."""

    talks: int
    """How many there are."""
    both: int
    """How many fit both versions to their last answer."""
    only_old: int
    """How many no longer fit: they fit the old version alone."""
    only_new: int
    """How many fit the new version alone."""
    rescored: int
    """Of those that fit both: how many would score differently."""
    ending_otherwise: int
    """Of those that fit both: how many would end otherwise."""
    old: Scores
    """What those that fit both come to in the old version."""
    new: Scores
    """What they come to in the new one."""

    @property
    def neither(self) -> int:
        """How many fit neither version: they were played on yet another one."""
        return self.talks - self.both - self.only_old - self.only_new


class Report(Struct, frozen=True):
    """Everything that is told of two versions."""

    languages: tuple[str, str]
    """Of the old version and of the new one."""
    differences: tuple[Difference, ...]
    """What differs; between two languages without what is only words."""
    only_words: int
    """Parts of which only the words differ, between two languages."""
    cut_off: tuple[str, ...]
    """Endings that are still there, but no `to:` leads to them any longer."""
    not_come_to: Mapping[str, int]
    """Endings still there that none of the random talks come to now → how many of as
    many came there in the old version; only where that can hardly be chance."""
    walks: int
    """How many random talks were played in each version."""
    plays: Played
    """Play-throughs and random talks."""
    attempts: Played | None
    """Attempts that were kept; None when they could not be looked at."""

    @property
    def same(self) -> bool:
        """True when nothing differs, or only the words of two languages do."""
        return not self.differences
