"""A command line to type at: the real door, in this process."""

import json
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import click
from click.testing import CliRunner, Result

from simulator.cli.door import run
from tests.reports.little import FOLDER


class Door(click.Command):
    """Lets click's test runner come in by our door."""

    def main(self, args: Sequence[str] | None = None, *_: Any, **__: Any) -> NoReturn:
        """Do what a command line says."""
        sys.exit(run(list(args or ())))


@dataclass
class Shell:
    """A person's shell with an own data folder, and the little pack in it."""

    data: Path
    language: str = "en"

    def __post_init__(self) -> None:
        shutil.copytree(FOLDER, self.data / "packs" / "little")

    @property
    def talk(self) -> Path:
        """The path of the little story."""
        return self.data / "packs" / "little" / "talk.yaml"

    def type(
        self, *words: str, lines: str = "", env: dict[str, str] | None = None
    ) -> Result:
        """Run the program with these words, and lines on stdin."""
        variables = {
            "WHOSE_CLIENT_DATA": str(self.data),
            "WHOSE_CLIENT_LANG": self.language,
            "TERM": "xterm",
            "COLUMNS": "80",
            **(env or {}),
        }
        return CliRunner().invoke(Door("door"), words, input=lines, env=variables)

    def json(self, *words: str) -> Any:
        """Run the program, which must do well, and read its JSON."""
        result = self.type(*words, "--format", "json")
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)

    def answers(self, text: str) -> str:
        """Write a file of answers; return its path."""
        path = self.data / "answers.yaml"
        path.write_text(text, encoding="utf-8")
        return str(path)
