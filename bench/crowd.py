"""People at browsers, as cheap as they can be made: one connection each, no parsing."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from time import perf_counter
from urllib.parse import quote, urlencode

_LENGTH = re.compile(rb"\r\ncontent-length: (\d+)", re.IGNORECASE)
_COOKIE = re.compile(rb"\r\nset-cookie: ([^;]+)", re.IGNORECASE)
_PLACE = re.compile(rb"\r\nlocation: (\S+)", re.IGNORECASE)
_STAMP = re.compile(rb'name="stamp" value="([^"]+)"')
_MOVE = re.compile(rb'name="move" value="(\d+)"')
_OFFER = re.compile(rb'name="reply" value="(\d+)"')
_SEAT = re.compile(rb'href="(/c/\w+)"')


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said."""

    status: int
    head: bytes
    body: bytes

    @property
    def place(self) -> str:
        """Where a browser is sent on to; empty where it is not."""
        place = _PLACE.search(self.head)
        return "" if place is None else place[1].decode().partition("#")[0]

    @property
    def cookie(self) -> str:
        """The cookie that comes with it; empty without one."""
        cookie = _COOKIE.search(self.head)
        return "" if cookie is None else cookie[1].decode()


@dataclass
class Browser:
    """One person: a connection that stays open, and a cookie."""

    host: str
    port: int
    cookie: str = ""
    talk: str = ""
    page: bytes = b""
    """The page of his talk as he saw it last."""
    took: list[float] = field(default_factory=list[float])
    """Seconds from each answer to the page that follows it: what was answered, or
    what is asked back. Of those who are asked back, each of the two is one."""
    told_at: list[float] = field(default_factory=list[float])
    """When he was told of each answer that it is taken."""
    asked_back: int = 0
    failed: int = 0
    _reader: asyncio.StreamReader | None = None
    _writer: asyncio.StreamWriter | None = None

    @property
    def answered(self) -> int:
        """How many answers he has given."""
        return len(self.told_at)

    async def look(self, path: str, token: str) -> bytes:
        """Return what a trainer is told who shows a token."""
        told = await self.ask("GET", path, token=token)
        if told.status != 200:
            raise RuntimeError(f"the trainer is told {told.status}")
        return told.body

    async def come_in(self, code: str, name: str) -> None:
        """Come in by a code, and look at the talk."""
        answer = await self.ask("POST", f"/j/{code}", {"name": name, "word": ""})
        seat = _SEAT.search(answer.body)
        if answer.status != 200 or seat is None:
            raise RuntimeError(f"{name} cannot come in: {answer.status}")
        self.cookie, self.talk = answer.cookie, seat[1].decode()
        self.page = (await self.ask("GET", self.talk)).body

    async def answer(self, number: int, words: Callable[[bytes], str]) -> bool:
        """Answer, and look at what follows.

        Args:
            number: Chooses among the replies on offer, where there are any, and among
                those that it is asked back about.
            words: Told the page, gives what is said where there are none.

        Returns:
            False where the talk is over.
        """
        stamp, move = _STAMP.search(self.page), _MOVE.search(self.page)
        if stamp is None or move is None or b'id="answer"' not in self.page:
            return False
        offers = _OFFER.findall(self.page)
        fields = {"stamp": stamp[1].decode(), "move": move[1].decode()}
        if offers:
            fields["reply"] = offers[number % len(offers)].decode()
        else:
            fields["text"] = words(self.page)
        told = await self._moved(fields)
        if b'<input type="hidden" name="text"' in told.body:
            self.asked_back += 1
            told = await self._moved({**fields, "meant": str(number % 3)})
        self.told_at.append(perf_counter())
        if told.status != 200 or b'role="alert"' in told.body:
            self.failed += 1
        if told.status == 200:
            self.page = told.body
        return True

    async def _moved(self, fields: dict[str, str]) -> Answer:
        """Send a move, and follow to the page that comes of it."""
        begun = perf_counter()
        told = await self.ask("POST", f"{self.talk}/move", fields)
        if told.status in (302, 303):
            told = await self.ask("GET", self.talk)
        self.took.append(perf_counter() - begun)
        return told

    async def see(self) -> None:
        """Look at the talk as it is now."""
        self.page = (await self.ask("GET", self.talk)).body

    async def leave(self) -> None:
        """Close the connection; whatever is asked next opens another."""
        if self._writer is not None:
            self._writer.close()
        self._reader = self._writer = None

    async def ask(
        self,
        method: str,
        path: str,
        fields: dict[str, str] | None = None,
        token: str = "",
    ) -> Answer:
        """Send a request.

        Raises:
            ConnectionError, IncompleteReadError: Nobody answers.
        """
        body = urlencode(fields, quote_via=quote).encode() if fields else b""
        lines = [
            f"{method} {path} HTTP/1.1",
            f"host: {self.host}",
            f"cookie: {self.cookie}",
            *([f"authorization: Bearer {token}"] if token else []),
            "content-type: application/x-www-form-urlencoded",
            f"content-length: {len(body)}",
        ]
        asked = "\r\n".join((*lines, "", "")).encode() + body
        try:
            head, told = await self._sent(asked)
        except (asyncio.IncompleteReadError, ConnectionError):
            self._reader = None  # the server has closed what was idle: once more
            head, told = await self._sent(asked)
        return Answer(int(head.split(b" ", 2)[1]), head, told)

    async def _sent(self, asked: bytes) -> tuple[bytes, bytes]:
        if self._reader is None or self._writer is None or self._reader.at_eof():
            await self.leave()
            self._reader, self._writer = await asyncio.open_connection(
                self.host, self.port
            )
        self._writer.write(asked)
        head = await self._reader.readuntil(b"\r\n\r\n")
        length = _LENGTH.search(head)
        return head, await self._reader.readexactly(int(length[1]) if length else 0)
