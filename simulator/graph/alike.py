"""Whether two versions of a part are alike, aspect by aspect."""

from collections.abc import Iterator, Mapping

from msgspec import Struct


class Aspect(Struct, frozen=True):
    """One thing about a part."""

    value: str
    """As the YAML would have it; empty when it is not there."""
    words: bool = False
    """True for words that a translation changes."""


Aspects = Mapping[str, Aspect]
"""Name, mostly the key in the YAML → what stands there."""


def differing(old: Aspects, new: Aspects) -> Iterator[tuple[str, Aspect, Aspect]]:
    """Yield the aspects in which two versions of a part differ, old and new."""
    for name in (*old, *(name for name in new if name not in old)):
        told = new.get(name) or old[name]
        was = old.get(name, Aspect("", told.words))
        now = new.get(name, Aspect("", told.words))
        if was.value != now.value:
            yield name, was, now


def same(old: Aspects, new: Aspects, *, words: bool) -> bool:
    """Tell whether two versions of a part are alike.

    Args:
        old: The one.
        new: The other.
        words: Whether words count; they do not between two languages.
    """
    return not any(words or not was.words for _, was, _ in differing(old, new))
