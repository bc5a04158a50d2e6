"""What is headless loads no screens; what answers at once loads little."""

import subprocess
import sys
from pkgutil import iter_modules

import scoring

SCREENS = {"textual", "rich"}


def loaded_by(code: str) -> set[str]:
    """Run code in a fresh process; return the outermost modules it loaded."""
    tail = "import sys; print('\\n'.join(sys.modules), file=sys.stderr)"
    done = subprocess.run(
        (sys.executable, "-c", f"{code}\n{tail}"),
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return set(done.stderr.split())


HEADLESS = [
    "simulator.scenario",
    "simulator.engine",
    "simulator.store",
    "simulator.lrs",
    "simulator.packs",
    "simulator.sessions",
    "simulator.keeping",
    "simulator.reports",
    "simulator.reports.xapi",
    "simulator.graph",
    "simulator.preview",
    "simulator.study",
    "simulator.watching",
    "simulator.authoring",
    "simulator.authoring.differing",
    "simulator.authoring.graphing",
    "simulator.plain",
    "simulator.i18n",
]


def that_load(unwanted: set[str], modules: list[str]) -> list[str]:
    """Return which modules load what they must not, each in a process of its own.

    Where all of them together load none of it, as is usual, one process tells so.
    """
    if not loaded_by(f"import {', '.join(modules)}") & unwanted:
        return []
    return [one for one in modules if loaded_by(f"import {one}") & unwanted]


def test_what_is_headless_loads_no_screens() -> None:
    assert that_load(SCREENS, HEADLESS) == []


def test_scoring_stands_alone() -> None:
    foreign = {
        *("simulator", "scenarios", "yaml", "click", "sqlite3", "platformdirs"),
        *("pathlib", "random", "logging", "datetime", "os.path"),
    }
    modules = sorted(f"scoring.{one.name}" for one in iter_modules(scoring.__path__))
    assert "scoring.scorecard" in modules
    fresh = loaded_by("")
    loaded = loaded_by(f"import {', '.join(modules)}") - fresh
    assert not loaded & (foreign | SCREENS)


def test_choosing_the_language_loads_next_to_nothing() -> None:
    code = (
        "from simulator import i18n\n"
        "i18n.load(i18n.choose(None, {'LANG': 'ru_RU.UTF-8'})).gettext('yes')\n"
    )
    heavy = {"babel", "importlib.resources", "platformdirs", "simulator.scenario"}
    assert not loaded_by(code) & (heavy | SCREENS)


def test_the_packs_are_read_and_never_imported() -> None:
    code = (
        "from simulator.packs import Library\n"
        "Library.shipped().load('client-x', 'ru')\n"
    )
    assert "scenarios" not in loaded_by(code)


def test_only_what_keeps_attempts_loads_the_database() -> None:
    others = ["simulator.packs", "simulator.reports", "simulator.scenario"]
    assert that_load({"sqlite3"}, others) == []


def test_the_pure_parts_load_no_store_and_no_clock() -> None:
    pure = loaded_by("import simulator.engine, simulator.scenario")
    assert not pure & {"sqlite3", "simulator.clock", "simulator.store", "click"}


def test_help_loads_neither_screens_nor_store_nor_parser() -> None:
    code = (
        "import sys\n"
        "from simulator.cli import main\n"
        "sys.argv = ['whose-client', '--help']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
    )
    heavy = SCREENS | {"sqlite3", "yaml", "asyncio", "simulator.engine"}
    assert not loaded_by(code) & heavy


def test_the_first_frame_loads_neither_parser_nor_engine_nor_store() -> None:
    later = {"yaml", "sqlite3", "simulator.scenario", "simulator.engine", "scoring"}
    assert not loaded_by("import simulator.tui.app") & later


def test_choosing_loads_no_reader() -> None:
    code = (
        "import simulator.sessions, simulator.tui.app, simulator.plain\n"
        "import simulator.tui.screens.talk, simulator.tui.screens.brief\n"
    )
    assert not loaded_by(code) & {"numpy", "onnxruntime", "rapidfuzz"}


def test_the_scheduler_is_loaded_only_where_drills_are_scheduled() -> None:
    assert "fsrs" not in loaded_by("import simulator.study, simulator.tui.app")
