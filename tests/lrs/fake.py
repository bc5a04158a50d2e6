"""A record store that does as it is told, on a port of this machine."""

import json
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

PEM = Path(__file__).parents[1] / "data" / "lrs" / "self-signed.pem"

Deed = Callable[["Handler", list[Any]], None]
"""What it does with a request, once it has read the statements."""


@dataclass
class Fake:
    """The store: what it has, what it was asked, and what it does next."""

    url: str = ""
    kept: dict[str, Any] = field(default_factory=dict)
    asked: list[list[str]] = field(default_factory=list)
    """The ids of each request."""
    headers: list[dict[str, str]] = field(default_factory=list)
    deeds: list[Deed] = field(default_factory=list)
    """What it does with the next requests; after these it behaves."""
    always: Deed | None = None
    """What it does with all others; None: behaves."""


class Handler(BaseHTTPRequestHandler):
    """One request."""

    fake: Fake

    def do_POST(self) -> None:
        """Take statements, or do what was wanted."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        statements = json.loads(body)
        self.fake.asked.append([one["id"] for one in statements])
        self.fake.headers.append(dict(self.headers))
        if not self.path.endswith("/xapi/statements"):
            return self.answer(404, b"no such page")
        if self.fake.deeds:
            return self.fake.deeds.pop(0)(self, statements)
        return (self.fake.always or Handler.take)(self, statements)

    def take(self, statements: list[Any]) -> None:
        """Take them, as a store does that goes by the book."""
        kept = self.fake.kept
        if any(kept.get(one["id"], one) != one for one in statements):
            return self.answer(409, b"another one of that id is here")
        kept.update({one["id"]: one for one in statements})
        ids = json.dumps([one["id"] for one in statements])
        return self.answer(200, ids.encode())

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        """Send an answer."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def hang_up(self) -> None:
        """End the connection without a word."""
        self.close_connection = True
        self.connection.close()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """Complains of nobody."""

    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing: clients leave in the midst on purpose here."""


def status(code: int, body: bytes = b"", **headers: str) -> Deed:
    """Answer so."""
    return lambda handler, _: handler.answer(code, body, **headers)


def hang_up(handler: Handler, _: list[Any]) -> None:
    """Take nothing, and hang up."""
    handler.hang_up()


def take_and_hang_up(handler: Handler, statements: list[Any]) -> None:
    """Take them all, and hang up before saying so."""
    handler.fake.kept.update({one["id"]: one for one in statements})
    handler.hang_up()


def half_an_answer(handler: Handler, statements: list[Any]) -> None:
    """Take them, and hang up in the midst of saying so."""
    handler.fake.kept.update({one["id"]: one for one in statements})
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'["')
    handler.hang_up()


def at_most(count: int) -> Deed:
    """Take no more than so many at a time."""

    def deed(handler: Handler, statements: list[Any]) -> None:
        if len(statements) > count:
            handler.answer(413, b"too much at once")
        else:
            handler.take(statements)

    return deed


def but_not(verb: str) -> Deed:
    """Refuse statements of a verb, and all that come with one."""

    def deed(handler: Handler, statements: list[Any]) -> None:
        if any(one["verb"]["id"].endswith(verb) for one in statements):
            handler.answer(400, b"I do not like\nthis verb")
        else:
            handler.take(statements)

    return deed


@contextmanager
def running(*, tls: bool = False) -> Iterator[Fake]:
    """Run one."""
    fake = Fake()
    handler = type("Bound", (Handler,), {"fake": fake})
    with Server(("127.0.0.1", 0), handler) as server:
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(PEM)
            server.socket = context.wrap_socket(server.socket, server_side=True)
        fake.url = f"http{'s' if tls else ''}://127.0.0.1:{server.server_port}/xapi"
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield fake
        finally:
            server.shutdown()
            thread.join()
