"""What the tests of `export xapi` share: a talk that was played, and how it is sent."""

import json

from click.testing import Result

from tests.cli.shell import Shell
from tests.lrs.fake import Fake

SECRET = {"WHOSE_CLIENT_LRS_SECRET": "s3cr3t"}
WHOLE = 13
"""Statements of a talk of two replies with a good ending."""


def play(shell: Shell, lines: str = "1\n2\n1\n3\nq\n") -> None:
    """Play the little talk."""
    assert shell.type("play", "talk", lines=lines).exit_code == 0


def send(shell: Shell, fake: Fake, *more: str) -> Result:
    """Send what a store has not taken."""
    words = ("export", "xapi", "--to", fake.url, "--key", "k", *more)
    return shell.type(*words, env=SECRET)


def ids(shell: Shell) -> list[str]:
    """Return the ids of all statements."""
    lines = shell.type("export", "xapi").stdout.splitlines()
    return [json.loads(line)["id"] for line in lines]
