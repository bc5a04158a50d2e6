"""A seat in a class as a terminal holds it: its ticket, its drafts, what was heard."""

from msgspec import Struct

from simulator.classroom.line import Line
from simulator.engine import Say, Source, Understood


class Drafts(Struct, frozen=True):
    """What was typed and not sent."""

    words: str = ""
    form: str = ""
    """JSON: the form's scene, and what stands in it."""


class Seat(Struct, frozen=True):
    """The seat that a ticket is for."""

    line: Line
    room: str
    ticket: str

    @property
    def path(self) -> str:
        """Where the talk is."""
        return f"/api/r/{self.room}"


class Reply(Struct, frozen=True):
    """A reply that words could have meant."""

    id: str
    text: str


class RemoteHearing(Struct, frozen=True):
    """What the server makes of own words."""

    text: str
    doubt: tuple[Reply, ...] = ()

    def answer(self) -> Say:
        """Return the words, which the server has taken as they were heard."""
        return Say(self.text)

    def meant(self, reply: str | None) -> Say:
        """Return the words as the person says that he meant them."""
        return Say(self.text, Understood((), reply, Source.TRAINEE))
