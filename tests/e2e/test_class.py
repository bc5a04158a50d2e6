"""The real class server: opened, killed in the midst, and gone on with."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from tests.classroom.site import hidden, replies
from tests.cli.shell import Shell
from tests.e2e.terminal import Terminal, interruptible
from tests.e2e.test_hangup import UNDER_NOHUP

PROGRAM = (sys.executable, "-m", "simulator", "--lang", "en", "class")
AFTER_THE_NOTE = (
    "import os, sys, time\n"
    "from pathlib import Path\n"
    "from simulator.cli import main\n"
    "notes = Path(os.environ['WHOSE_CLIENT_DATA'], 'classes')\n"
    "while not list(notes.glob('*.json')):\n"
    "    time.sleep(0.05)\n"
    "sys.exit(main())\n"
)
"""The board is asked for once the class that it shows has been opened."""
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills by signals")


@contextmanager
def serving(
    data: Path, *words: str, port: int = 0
) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run the server, at any port that is free or at one; yield it, and the address."""
    environment = {**os.environ, "WHOSE_CLIENT_DATA": str(data)}
    server = subprocess.Popen(
        [*PROGRAM, *words, "--port", str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        preexec_fn=interruptible,
    )
    try:
        assert server.stdout is not None
        found = None
        while found is None:
            line = server.stdout.readline()
            assert line, server.stderr and server.stderr.read()
            found = re.search(r"(?:Address|Адрес): (\S+)", line)
        yield server, found[1]
    finally:
        server.kill()
        server.communicate()


@dataclass
class Phone:
    """A browser without scripts, at the talk of one person."""

    client: httpx.Client
    talk: str

    def page(self) -> str:
        """Return the page of the talk."""
        told = self.client.get(self.talk)
        assert told.status_code == 200
        return told.text

    def answer(self, which: int = 0) -> str:
        """Take a reply, at first the first one; return its words."""
        before = self.page()
        number, words = replies(before)[which]
        fields = {**hidden(before), "reply": number}
        told = self.client.post(f"{self.talk}/move", data=fields)
        assert told.status_code == 200
        return words


@contextmanager
def phone(address: str) -> Iterator[Phone]:
    """Open a browser at the server of an address; it is in no class yet."""
    base = address.partition("/j/")[0]
    with httpx.Client(base_url=base, follow_redirects=True, timeout=20) as client:
        yield Phone(client, address)


@contextmanager
def seated(address: str, name: str = "Иван") -> Iterator[Phone]:
    """Come in by an address."""
    with phone(address) as browser:
        told = browser.client.post(address, data={"name": name, "word": ""})
        assert told.status_code == 200
        browser.talk = str(re.findall(r"/c/\w+", told.text)[0])
        yield browser


def test_a_killed_server_loses_nothing_that_it_has_acknowledged(tmp_path: Path) -> None:
    with (
        serving(tmp_path, "open", "client-x") as (server, address),
        seated(address) as ivan,
    ):
        said = [ivan.answer() for _ in range(3)]
        server.send_signal(signal.SIGKILL)
        server.wait()
        ticket, talk = dict(ivan.client.cookies), ivan.talk
    with serving(tmp_path, "serve") as (_, again), phone(again) as back:
        back.client.cookies.update(ticket)
        back.talk = talk
        told = back.page()
        assert again.rpartition("/")[2] == address.rpartition("/")[2]
        assert all(words in told for words in said)


def test_a_terminal_goes_on_when_the_server_comes_back(tmp_path: Path) -> None:
    """The server is killed in the midst, then the terminal is."""
    here, home = tmp_path / "server", tmp_path / "terminal"
    with serving(here, "open", "client-x") as (server, address):
        port = int(address.partition("/j/")[0].rpartition(":")[2])
        with Terminal("class", "join", address, "--name", "Анна", data=home) as anna:
            anna.wait_for("Нажмите Enter")
            anna.press("\r")
            anna.wait_for("К разговору")
            anna.press("\r")
            anna.wait_until_gone("К разговору")
            anna.press("1")
            anna.wait_for("ход 2")
            server.send_signal(signal.SIGKILL)
            server.wait()
            anna.press("1")
            # Where the lines break depends on the reason that the system gives.
            anna.wait_for("Пробуем", "ещё раз…")
            with serving(here, "serve", port=port):
                anna.wait_for("ход 3")
                anna.kill()
                with Terminal("class", "join", data=home) as again:
                    again.wait_for("ход 3")
                    again.press("q")
                    assert again.exit_code() == 0
                (note,) = (home / "joined").iterdir()
                assert note.stat().st_mode & 0o077 == 0


def test_a_terminal_is_told_why_it_does_not_come_in(tmp_path: Path) -> None:
    terminal = Shell(tmp_path / "terminal")

    def join(*words: str) -> str:
        told = terminal.type("class", "join", *words, "--plain")
        assert told.exit_code == 2, told.stdout
        assert "Traceback" not in told.stderr
        return told.stderr

    with serving(tmp_path, "open", "client-x") as (_, address):
        url = address.partition("/j/")[0]
        assert "There is no class with this code" in join(url, "nosuchcode")
        with seated(address):
            assert "Somebody of this name" in join(address, "--name", "Иван")
    assert "cannot be reached" in join(address, "--name", "Анна")


def test_the_trainer_watches_and_ends_the_class(tmp_path: Path) -> None:
    trainer = Shell(tmp_path)
    with serving(tmp_path, "open", "client-x") as (_, address):
        with seated(address) as ivan:
            ivan.answer()
        people = trainer.json("class", "watch")["people"]
        assert [(one["name"], one["turn"]) for one in people] == [("Иван", 1)]
        assert "Иван" in trainer.type("class", "watch").stdout
        assert trainer.type("class", "close").exit_code == 0
        with phone(address) as late:
            assert "This class is over." in late.page()
        assert trainer.type("class", "watch", "nosuchcode").exit_code == 2
    gone = trainer.type("class", "watch")
    assert gone.exit_code == 2
    assert "Traceback" not in gone.stderr


def test_the_note_of_the_token_is_for_its_owner_and_a_taken_port_is_told(
    tmp_path: Path,
) -> None:
    with serving(tmp_path / "one", "open", "client-x") as (_, address):
        (note,) = (tmp_path / "one" / "classes").iterdir()
        assert note.stat().st_mode & 0o077 == 0
        port = address.partition("/j/")[0].rpartition(":")[2]
        other = Shell(tmp_path / "other")
        told = other.type("class", "open", "client-x", "--port", port)
        assert told.exit_code == 2
        assert "Try another --port" in told.stderr


def test_an_open_door_is_told_in_plain_words(tmp_path: Path) -> None:
    with serving(tmp_path, "open", "client-x", "--host", "0.0.0.0") as (server, _):
        server.send_signal(signal.SIGINT)
        _, told = server.communicate(timeout=20)
        assert "read along and answer for others" in told
        assert "class serve" in told
        assert "Traceback" not in told


def test_a_trainer_leads_two_lines_from_another_terminal(tmp_path: Path) -> None:
    words = ("class", "open", "client-x", "--headless", "--pace", "together")
    with (
        Terminal(*words, "--port", "0", data=tmp_path, columns=120) as server,
        Terminal("class", "watch", data=tmp_path, code=AFTER_THE_NOTE) as board,
    ):
        found = re.search(r"Адрес: (\S+)", server.wait_for("Для ведущего:"))
        assert found is not None
        with seated(found[1], "Иван") as ivan, seated(found[1], "Анна") as anna:
            board.wait_for("приём открыт", "ответили 0 из 2")
            said = [ivan.answer(), anna.answer(1)]
            shown = board.wait_for("ответили 2 из 2", "1 · 50 %")
            assert all(text[:30] in " ".join(shown.split()) for text in said)
            board.press("п", "\r")
            board.wait_for("Сначала закройте приём ответов.")
            board.press("c")
            board.wait_for("приём закрыт")
            assert "50 %" in ivan.page()
            board.press("g", "2")
            board.wait_for("ход 2", "ответили 0 из 2")
            ivan.answer()
            board.wait_for("ответили 1 из 2")
            board.press("c", "\x1b[B", "\r")
            board.wait_for("выбранным")
            board.press("\r")
            board.wait_for("ход 3", "приём открыт")
            assert "Ваш ответ принят" not in anna.page()
        board.press("q")
        assert board.exit_code() == 0
        assert "Адрес:" in server.text


def test_a_closed_terminal_ends_the_board_and_its_server(tmp_path: Path) -> None:
    words = ("class", "open", "client-x", "--port", "0")
    with Terminal(*words, data=tmp_path, code=UNDER_NOHUP) as board:
        board.wait_for("Пока никто не вошёл", "справка")
        assert board.hang_up() == 129
