"""A talk that a class server holds, as this machine's screens hold it.

Each move has a number. Sent again because no answer came, it counts once: the server
then tells where the talk stands, and that is shown.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from msgspec.structs import replace

from scoring.keyclient import Rulebook
from simulator.classroom.line import PATIENCE
from simulator.classroom.remotedesk import RemoteDesk
from simulator.classroom.seat import Drafts, RemoteHearing, Reply, Seat
from simulator.classroom.wire import BadWireError, Told, decoded
from simulator.engine import (
    Answer,
    Choose,
    Fill,
    Mode,
    Say,
    Spoken,
    Understood,
    View,
)
from simulator.reports.model import Debrief
from simulator.scenario.rulebooks import parse_rulebook

LISTENS: Final = 25.0
"""Seconds for which the server keeps a question whose answer has not come yet."""


class RemoteTalk:
    """See `simulator.sessions.Talk`. Methods that ask the server take their time."""

    own: None = None
    """It is not held here."""

    def __init__(
        self, seat: Seat, drafts: Drafts, keep: Callable[[Drafts], object]
    ) -> None:
        """Ask where the talk stands.

        Args:
            seat: Whose talk.
            drafts: What was typed and not sent.
            keep: Keeps that.

        Raises:
            UnreachableError, ClassroomError: There is no answer.
        """
        self._seat, self._drafts, self._keep = seat, drafts, keep
        self._said: tuple[str, Told] | None = None
        """Words that the server took while they were being heard, and what followed."""
        self._news: Told | None = None
        self._after = 0
        """How far the class had come: a server that knows less reads on first."""
        self.told = self._asked("")
        self.rulebook = self._rules()
        """The rules by which worksheets are filled in."""

    @property
    def mode(self) -> Mode:
        """How the trainee answers."""
        return self.told.mode

    @property
    def view(self) -> View:
        """What may be shown now."""
        return self.told.view

    @property
    def spoken(self) -> Sequence[Spoken]:
        """Every line that counts, oldest first."""
        return self.told.spoken

    @property
    def turns(self) -> int:
        """How many answers count."""
        return self.told.view.turn

    @property
    def can_correct(self) -> bool:
        """True when the last answer was read from own words."""
        return bool(self.told.meanable)

    @property
    def meanable(self) -> Sequence[Reply]:
        """The replies that the last answer could have meant."""
        return _replies(self.told.meanable)

    @property
    def draft(self) -> str:
        """The words that were typed and not sent."""
        return self._drafts.words

    def keep_draft(self, text: str) -> None:
        """Keep words that are not sent yet."""
        if text != self._drafts.words:
            self.keep(replace(self._drafts, words=text))

    def keep_form(self, text: str) -> None:
        """Keep a form that is not handed in yet."""
        self.keep(replace(self._drafts, form=text))

    def keep(self, drafts: Drafts) -> None:
        """Keep what was typed."""
        self._drafts = drafts
        self._keep(drafts)

    def hear(self, text: str) -> RemoteHearing:
        """Send own words; where the server has no doubt, the move is made with that.

        Raises:
            UnreachableError, ClassroomError: There is no answer.
        """
        found = self._move(say=text)
        if isinstance(found, Told):
            self._said = (text, found)
            return RemoteHearing(text)
        return RemoteHearing(text, _replies(found))

    def answer(self, answer: Answer) -> View:
        """Make a move; returns once it is kept.

        Raises:
            UnreachableError, ClassroomError: There is no answer.
        """
        return self._came(self._answered(answer))

    def _answered(self, answer: Answer) -> "Told | tuple[str, ...]":
        match answer:
            case Choose(reply):
                return self._move(choose=int(reply))
            case Fill(values):
                return self._move(form=dict(values))
            case Say(text, Understood(reply=reply)):
                return self._move(say=text, meant=int(reply or 0))
            case Say(text):
                return self._taken(text)

    def correct(self, meant: str | None) -> View:
        """Play the last answer again as what the trainee says he meant.

        Raises:
            UnreachableError, ClassroomError: There is no answer.
        """
        return self._came(self._move(meant=int(meant or 0)))

    def desk(self, language: str) -> "RemoteDesk | None":
        """Return the form before the trainee; None where the talk has none now."""
        sheet = self.told.sheet
        if sheet is None:
            return None
        stops = frozenset(self.told.stops)
        return RemoteDesk(
            sheet, self.rulebook, stops, self._drafts.form, self.keep_form
        )

    @property
    def role(self) -> str:
        """Whom the trainee plays."""
        return self.told.role

    @property
    def brief(self) -> str:
        """What is known before the talk."""
        return self.told.brief

    @property
    def closed(self) -> bool:
        """True once the trainer has ended the class."""
        return self.told.closed

    @property
    def waiting(self) -> str:
        """A sentence while nobody can answer; empty while one can."""
        return self.told.waiting

    @property
    def split(self) -> Sequence[str]:
        """Lines that tell what the others have answered."""
        return self.told.split

    def wait(self) -> bool:
        """Return once the talk has gone on elsewhere, or in a while; `adopt` shows it.

        Returns:
            True when there is something new.

        Raises:
            UnreachableError, ClassroomError: There is no answer.
        """
        path = f"/live?stand={self.told.stand}"
        self._news = self._asked(path, patience=LISTENS + PATIENCE)
        return self._news != self.told

    def adopt(self) -> bool:
        """Take in what `wait` was told; False when there is nothing new in it."""
        news, self._news = self._news, None
        return news is not None and self._adopted(news)

    def _adopted(self, told: Told) -> bool:
        if told == self.told or told.moves < self.told.moves:
            return False
        self.told = told
        return True

    def note(self, language: str) -> Debrief:
        """Return what the talk came to.

        Raises:
            UnreachableError, ClassroomError: There is no answer.
        """
        path = f"{self._seat.path}/over?lang={language}"
        return decoded(Debrief, self._seat.line.ask(path, ticket=self._seat.ticket))

    def _taken(self, text: str) -> Told | tuple[str, ...]:
        """Return what followed words that were taken as they were heard."""
        said, self._said = self._said, None
        if said is not None and said[0] == text:
            return said[1]
        return self._move(say=text, meant=0)

    def _came(self, found: Told | tuple[str, ...]) -> View:
        if isinstance(found, Told):
            self._adopted(found)
            if self._drafts.form:
                self.keep_form("")
        return self.view

    def _move(self, **sent: object) -> Told | tuple[str, ...]:
        """Send the next move; return where the talk stands, or what to ask about."""
        told = self.told
        body: Mapping[str, object] = {
            "move": told.moves + 1,
            "line": told.line,
            **sent,
        }
        seat = self._seat
        answer = seat.line.ask(self._path(""), body, ticket=seat.ticket)
        if "doubt" in answer:
            return decoded(tuple[str, ...], answer["doubt"])
        return self._read(answer)

    def _asked(self, path: str, patience: float = PATIENCE) -> Told:
        ticket = self._seat.ticket
        answer = self._seat.line.ask(self._path(path), ticket=ticket, patience=patience)
        return self._read(answer)

    def _read(self, answer: Mapping[str, Any]) -> Told:
        after = answer.get("after")
        self._after = after if isinstance(after, int) else self._after
        return decoded(Told, answer.get("told"))

    def _rules(self) -> Rulebook:
        path = f"{self._seat.path}/rules"
        text = self._seat.line.read(path, ticket=self._seat.ticket)
        found = parse_rulebook(text).rulebook
        if found is None:
            raise BadWireError("rulebook")
        return found

    def _path(self, path: str) -> str:
        joint = "&" if "?" in path else "?"
        known = f"after={self._after}&lang={self._seat.line.language}"
        return f"{self._seat.path}{path}{joint}{known}"


def _replies(texts: Sequence[str]) -> tuple[Reply, ...]:
    return tuple(Reply(str(n), text) for n, text in enumerate(texts, 1))
