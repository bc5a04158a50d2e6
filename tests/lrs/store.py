"""A real record store, Ralph, run from an environment of its own."""

import base64
import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import ProxyHandler, Request, build_opener

import pytest

ROOT = Path(__file__).parents[2]
PYTHON = ROOT / ".venv-lrs" / "bin" / "python"
KEY, SECRET = "key", "s3cr3t"
HASH = "$2b$04$HDugHAVEsnrxuhT427tphuRADbdLO1DFOCCSxYhpnfEna5UU4Rkxq"
"""`SECRET` as bcrypt has it."""
PATIENCE = 120.0
"""Seconds that it may take to start."""


def needed() -> None:
    """Skip the test where the store is not installed; fail where it must be."""
    if PYTHON.exists():
        return
    why = "no record store to send to: `make .venv-lrs/.ready` installs one"
    if os.environ.get("WHOSE_CLIENT_CI"):
        pytest.fail(why)
    pytest.skip(why)


@dataclass(frozen=True)
class Store:
    """A store that runs."""

    url: str
    folder: Path

    def all(self) -> list[dict[str, Any]]:
        """Return everything that it has, in the order in which it came."""
        page = self.get("/xAPI/statements?ascending=true&limit=500")
        found: list[dict[str, Any]] = page["statements"]
        assert "more" not in page
        return found

    def one(self, statement: str) -> list[dict[str, Any]]:
        """Return one statement; none where it is not there."""
        page = self.get(f"/xAPI/statements?statementId={statement}")
        found: list[dict[str, Any]] = page["statements"]
        return found

    def complaints(self, statements: Sequence[object]) -> list[str]:
        """Return what the model of xAPI finds wrong with each statement."""
        body = json.dumps(statements).encode()
        found: list[str] = self.get("/strictly", body)
        return found

    def get(self, path: str, body: bytes | None = None) -> Any:
        """Ask for something."""
        pair = base64.b64encode(f"{KEY}:{SECRET}".encode()).decode()
        root = self.url.removesuffix("/xAPI")
        headers = {"Authorization": f"Basic {pair}", "Content-Type": "application/json"}
        request = Request(root + path, body, headers)
        with build_opener(ProxyHandler({})).open(request, timeout=30) as response:
            return json.load(response)


@contextmanager
def running(folder: Path) -> Iterator[Store]:
    """Run one that keeps its statements in a folder."""
    port = free_port()
    agent = {"account": {"homePage": "https://tests.invalid", "name": "tests"}}
    user = {"username": KEY, "hash": HASH, "scopes": ["all"], "agent": agent}
    (folder / "auth.json").write_text(json.dumps([user]))
    words = ("-m", "uvicorn", "--app-dir", str(Path(__file__).parent), "server:app")
    listen = ("--host", "127.0.0.1", "--port", str(port), "--log-level", "warning")
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            (str(PYTHON), *words, *listen),
            cwd=folder,
            stdout=log,
            stderr=log,
            env={
                **{k: v for k, v in os.environ.items() if not k.startswith("PYTHON")},
                "RALPH_RUNSERVER_BACKEND": "fs",
                "RALPH_AUTH_FILE": str(folder / "auth.json"),
                "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(folder),
            },
        )
        try:
            wait_for(f"http://127.0.0.1:{port}/", process, folder / "log")
            yield Store(f"http://127.0.0.1:{port}/xAPI", folder)
        finally:
            process.terminate()
            process.wait(30)


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until it answers anything at all."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            build_opener(ProxyHandler({})).open(url, timeout=5).close()
        except HTTPError as error:
            error.close()
            return
        except (URLError, OSError):
            time.sleep(0.05)
        else:
            return
    pytest.fail(f"the record store did not start: {log.read_text()}")
