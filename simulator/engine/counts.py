"""Counts that a state can share with the next: adding one costs the same for ever."""

from collections.abc import Iterator, Mapping
from typing import Final

_MOST_RECENT: Final = 32
"""How many changes lie over the base before they are folded into a new one."""


class Counts(Mapping[str, int]):
    """How often each thing happened; an unchanging mapping.

    `plus` gives new counts and leaves these as they are. The two share all but a
    few recent changes, so that a talk of a thousand scenes costs no more a turn
    than one of ten.
    """

    __slots__ = ("_base", "_recent")

    def __init__(
        self,
        base: dict[str, int] | None = None,
        recent: dict[str, int] | None = None,
    ) -> None:
        """Take over two dictionaries that nobody will change."""
        self._base = {} if base is None else base
        self._recent = {} if recent is None else recent

    def plus(self, name: str) -> "Counts":
        """Return the counts with one more of a name."""
        recent = self._recent
        count = recent.get(name)
        if count is None:
            count = self._base.get(name, 0)
        recent = {**recent, name: count + 1}
        if len(recent) > _MOST_RECENT:
            return Counts({**self._base, **recent})
        return Counts(self._base, recent)

    def of(self, name: str) -> int:
        """Return how often, 0 for what never happened."""
        count = self._recent.get(name)
        return self._base.get(name, 0) if count is None else count

    def __contains__(self, name: object) -> bool:
        """Tell whether it ever happened."""
        return name in self._recent or name in self._base

    def __getitem__(self, name: str) -> int:
        """Return how often; KeyError for what never happened."""
        count = self._recent.get(name)
        return self._base[name] if count is None else count

    def __iter__(self) -> Iterator[str]:
        """Go through the names."""
        return iter({**self._base, **self._recent})

    def __len__(self) -> int:
        """Return how many different things happened."""
        return len(self._base.keys() | self._recent.keys())

    def __hash__(self) -> int:
        """Agree with equality, which is that of mappings."""
        return hash(frozenset(self.items()))

    def __repr__(self) -> str:
        """Show them as a dictionary."""
        return f"Counts({dict(self)})"
