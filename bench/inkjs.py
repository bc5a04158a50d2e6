"""ink's runtime and compiler in JavaScript, installed for the benchmarks alone.

`npm` puts it under build/, in the version named here; without node and npm there is
none, and what is measured beside it is left out.
"""

import os
import shutil
import subprocess
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

VERSION: Final = "2.4.0"
_FOLDER: Final = Path(__file__).resolve().parent.parent / "build" / f"inkjs-{VERSION}"
_PATIENCE: Final = 60
"""Seconds that an installation may take."""
_INSTALL: Final = (
    *("install", f"inkjs@{VERSION}", "--no-save", "--no-package-lock"),
    *("--ignore-scripts", "--no-audit", "--no-fund", "--silent"),
)


def run(script: str, *arguments: str) -> str:
    """Run a script that may `require("inkjs")`, or `require("inkjs/full")`.

    Returns:
        What it wrote.

    Raises:
        CalledProcessError: The script failed.
    """
    with TemporaryDirectory() as folder:
        file = Path(folder) / "script.js"
        file.write_text(script, encoding="utf-8")
        done = subprocess.run(
            ["node", str(file), *arguments],
            env={**os.environ, "NODE_PATH": str(installed())},
            capture_output=True,
            text=True,
            check=True,
        )
    return done.stdout


@cache
def installed() -> Path | None:
    """Return the folder in which node finds inkjs; install it where it is missing.

    Returns:
        None without node, or where npm cannot install it.
    """
    npm, modules = shutil.which("npm"), _FOLDER / "node_modules"
    there = modules / "inkjs"
    if shutil.which("node") is None:
        return None
    if npm is not None and not there.is_dir():
        _FOLDER.mkdir(parents=True, exist_ok=True)
        with suppress(subprocess.TimeoutExpired):
            subprocess.run(
                [npm, *_INSTALL],
                cwd=_FOLDER,
                capture_output=True,
                check=False,
                timeout=_PATIENCE,
            )
    return modules if there.is_dir() else None
