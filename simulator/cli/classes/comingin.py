"""Come into a class from a terminal: by address and name, or by what was noted."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

import click
from msgspec import Struct
from msgspec.structs import replace

from simulator.classroom.codes import code_of
from simulator.classroom.line import Line, RefusedError
from simulator.classroom.remote import RemoteTalk
from simulator.classroom.seat import Drafts, Seat
from simulator.cli.classes.seats import Noted, latest, note, noted
from simulator.cli.questions import somebody_there
from simulator.cli.settings import Shell
from simulator.errors import SimulatorError
from simulator.messages import N_
from simulator.plaintext import plain

_TAKEN: Final = 409
_NOT_IN: Final = 403
_ADDRESS: Final = re.compile(
    r"(?:(?P<scheme>https?)://)?(?P<place>[^\s/?#@]+)(?:/(?:j/(?P<code>[\w-]+)/?)?)?",
    re.IGNORECASE,
)


class BadAddressError(SimulatorError):
    """Something is no address of a class."""

    def __init__(self, told: str) -> None:
        super().__init__(
            N_(
                "“{told}” is no address of a class. It looks like "
                "http://10.0.0.5:8765/j/k7m2-x9qd."
            ),
            told=told,
        )


class NoClassYetError(SimulatorError):
    """No address was named, and none is noted."""

    def __init__(self) -> None:
        super().__init__(
            N_("This machine is in no class yet. Name the address of the class.")
        )


class NamelessError(SimulatorError):
    """Nobody can be asked for his name."""

    def __init__(self) -> None:
        super().__init__(N_("Say who you are: --name NAME."))


class Wanted(Struct, frozen=True):
    """Which class, and who wants in."""

    address: str
    """Empty: the class that was joined last."""
    code: str
    name: str
    word: str
    certificate: Path | None


class CameIn(Struct, frozen=True):
    """Somebody who is in."""

    talk: RemoteTalk
    word: str
    """His personal word, where he has just been given it."""


def come_in(data: Path, wanted: Wanted, shell: Shell, language: str) -> CameIn:
    """Come into a class.

    Args:
        data: Where seats are noted.
        wanted: Which class, and who.
        shell: Gives the language of questions.
        language: In which the server tells what is wrong.

    Raises:
        SimulatorError: There is no way in.
    """
    url, code = _where(data, wanted)
    line = Line(url, language, wanted.certificate)
    known = noted(data, code, url)
    if known is not None and wanted.name in ("", known.name):
        try:
            return CameIn(_seated(line, replace(known, url=url), data), "")
        except RefusedError as error:
            if error.status != _NOT_IN:
                raise
    line.ask(f"/api/j/{code}")  # a wrong code is told before a name is asked for
    told = _let_in(line, code, wanted, shell)
    seat = Noted(url, code, str(told["room"]), str(told["ticket"]), str(told["name"]))
    word = "" if wanted.word else str(told["word"])
    return CameIn(_seated(line, seat, data), word)


def address_of(told: str, code: str, *, secure: bool = False) -> tuple[str, str]:
    """Return the address of a server and the code of a class, from what was typed.

    Args:
        told: `http://host:port/j/CODE`, `host:port/j/CODE` or `host:port`.
        code: The code, where it stands apart.
        secure: Whether TLS is meant where the address does not say.

    Raises:
        BadAddressError: It is neither.
    """
    found = _ADDRESS.fullmatch(told.strip())
    meant = code_of(code or (found and found["code"]) or "")
    if found is None or not meant:
        raise BadAddressError(told)
    scheme = (found["scheme"] or ("https" if secure else "http")).lower()
    return f"{scheme}://{found['place'].lower()}", meant


def _where(data: Path, wanted: Wanted) -> tuple[str, str]:
    if wanted.address:
        secure = wanted.certificate is not None
        return address_of(wanted.address, wanted.code, secure=secure)
    last = latest(data)
    if last is None:
        raise NoClassYetError
    return last.url, last.code


def _let_in(line: Line, code: str, wanted: Wanted, shell: Shell) -> dict[str, object]:
    """Come in by a name; where somebody has it, by the personal word."""
    _ = shell.texts.gettext
    name = wanted.name or _asked(_("Your name, as the trainer knows you"))

    def sent(word: str) -> dict[str, object]:
        return line.ask(f"/api/j/{code}", {"name": name, "word": word})

    try:
        return sent(wanted.word)
    except RefusedError as error:
        if error.status != _TAKEN or wanted.word or not somebody_there():
            raise
        question = f"{error.sentence(_)} {_('Personal word')}"
        return sent(_asked(question))


def _asked(question: str) -> str:
    if not somebody_there():
        raise NamelessError
    found = ""
    while not found:
        typed = click.prompt(plain(question), default="", show_default=False, err=True)
        found = str(typed).strip()
    return found


def _seated(line: Line, seat: Noted, data: Path) -> RemoteTalk:
    talk = RemoteTalk(
        Seat(line, seat.room, seat.ticket),
        Drafts(seat.words, seat.form),
        _keeping(seat, data),
    )
    note(data, seat)
    return talk


def _keeping(seat: Noted, data: Path) -> Callable[[Drafts], None]:
    def keep(drafts: Drafts) -> None:
        note(data, replace(seat, words=drafts.words, form=drafts.form))

    return keep
