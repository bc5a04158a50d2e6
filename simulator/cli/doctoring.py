"""What `doctor` finds out: what is where, and whether it works."""

import os
import platform
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final, TextIO

from simulator import __version__, places
from simulator.cli.settings import Settings, Shell
from simulator.errors import SimulatorError

Facts = dict[str, object]

_PACKAGES: Final = (
    "textual",
    "click",
    "pyyaml",
    "msgspec",
    "platformdirs",
    "numpy",
    "onnxruntime",
)
_VARIABLES: Final = ("TERM", "COLORTERM", "NO_COLOR")


def examine(settings: Settings, shell: Shell) -> Facts:
    """Look at everything, and return what was found, section by section."""
    data = places.data_dir(settings.data)
    return {
        "versions": versions(),
        "data": {"folder": str(data), "exists": data.is_dir()},
        "store": store(data, shell),
        "packs": list(packs(settings)),
        "language": {"language": shell.language, "why": shell.chosen.why or "system"},
        "terminal": terminal(os.environ, sys.stdin, sys.stdout),
        "weights": weights(),
    }


def versions() -> Facts:
    """Return the versions of all that this program is made of."""
    import yaml

    from simulator.store import SQLITE_VERSION

    return {
        "whose-client": __version__,
        "python": platform.python_version(),
        **{name: _version(name) for name in _PACKAGES},
        "pyyaml_c_parser": bool(getattr(yaml, "__with_libyaml__", False)),
        "sqlite": SQLITE_VERSION,
    }


def store(data: Path, shell: Shell) -> Facts:
    """Return where attempts are kept, and whether they can be.

    A store that is not there yet is not made.
    """
    from simulator.store import FILE, open_store

    path = data / FILE
    found: Facts = {"file": str(path), "exists": path.exists()}
    if not path.exists():
        return {**found, "ok": True, "attempts": 0, "trouble": None}
    try:
        with closing(open_store(data)) as opened:
            opened.check()
            attempts = len(opened.attempts())
    except SimulatorError as error:
        trouble = error.sentence(shell.texts.gettext)
        return {**found, "ok": False, "attempts": None, "trouble": trouble}
    return {**found, "ok": True, "attempts": attempts, "trouble": None}


def packs(settings: Settings) -> Iterator[Facts]:
    """Yield the packs, with what `check` says of each, play-throughs left out.

    What has not changed since is not looked at again, where there is a data folder
    that remembers it; none is made.
    """
    from simulator.authoring import Memory, check
    from simulator.cli.opening import earlier, library
    from simulator.scenario.findings import Severity

    shelf, cores = library(settings), os.cpu_count() or 1
    there = places.data_dir(settings.data).is_dir()
    for folder in shelf.packs():
        memory = Memory(earlier=earlier(settings) if there else None, lasting=False)
        checked = check(
            [folder.path],
            shelf,
            plays=False,
            spoken=False,
            cores=cores,
            memory=memory,
        )
        errors = sum(one.severity is Severity.ERROR for one in checked.findings)
        yield {
            "id": folder.pack.id,
            "version": folder.pack.version,
            "path": str(folder.path),
            "files": checked.files,
            "errors": errors,
            "warnings": len(checked.findings) - errors,
        }


def weights() -> Facts:
    """Return which reader of own words runs here, and what keeps a better one away.

    Nothing is wrong where the reader of last resort runs; where the weights are
    missing, nobody can speak.
    """
    from scoring.reading.errors import NoEncoderError
    from scoring.reading.shipped import lexical_reader, shipped, tuned_reader

    found: Facts = {"ok": False, "reader": None, "megabytes": None, "trouble": None}
    try:
        files = shipped()
        size = sum(map(len, (files.tables, files.network, files.lexical)))
        found["megabytes"] = round(size / 1e6, 1)
        lexical_reader(files)
        found |= {"ok": True, "reader": "lexical"}
        tuned_reader(files)
        found["reader"] = "tuned"
    except NoEncoderError as error:
        found["trouble"] = str(error)
    return found


def terminal(environment: Mapping[str, str], source: TextIO, target: TextIO) -> Facts:
    """Return what the terminal says of itself."""
    size = shutil.get_terminal_size()
    return {
        **{name: environment.get(name) for name in _VARIABLES},
        "columns": size.columns,
        "lines": size.lines,
        "input_is_terminal": source.isatty(),
        "output_is_terminal": target.isatty(),
        "encoding": target.encoding,
    }


def healthy(facts: Facts) -> bool:
    """Tell whether nothing found keeps the program from working."""
    kept, found, read = facts["store"], facts["packs"], facts["weights"]
    if not (isinstance(kept, dict) and isinstance(found, list)):
        return False
    if not (isinstance(read, dict) and read["ok"]):
        return False
    return bool(kept["ok"]) and bool(found) and not any(p["errors"] for p in found)


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
