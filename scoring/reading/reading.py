"""What was heard in a reply: the acts, the words that earned them, how surely."""

from dataclasses import dataclass

from scoring.codes import Code, CodeUse
from scoring.reading.clauses import Clause
from scoring.reading.impression import Impression


@dataclass(frozen=True, slots=True)
class Heard:
    """One act found in a reply."""

    use: CodeUse
    """The code with its topics and the words that earned it, in characters of the
    reply as typed; `span` is None only for `none`."""
    chance: float
    """How likely it holds, 0.0..1.0, to four decimals."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A reply, read."""

    text: str
    """The reply as typed."""
    heard: tuple[Heard, ...]
    """The acts, in the order of `Code`; one `none` when there are none."""
    overall: int
    """0..4: how well the reply served the company while keeping the person."""
    clauses: tuple[Clause, ...]
    """Of the cleaned reply."""
    impression: Impression
    """What the encoder made of it."""

    @property
    def codes(self) -> tuple[CodeUse, ...]:
        """The acts as scoring takes them; empty when the reply does nothing."""
        return tuple(h.use for h in self.heard if h.use.code is not Code.NONE)
