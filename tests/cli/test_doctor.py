"""What is where, and whether it works."""

import json
import shutil
import sys
from pathlib import Path

import pytest

from simulator import __version__
from simulator.store import FILE
from tests.cli.shell import Shell

DRILLS = Path(__file__).parents[1] / "data" / "drills"


def examined(shell: Shell) -> dict[str, object]:
    """Ask the doctor; whatever he thinks of the shipped packs."""
    found = json.loads(shell.type("doctor", "--format", "json").stdout)
    assert isinstance(found, dict)
    return found


@pytest.mark.usefixtures("few_packs")
def test_the_doctor_tells_everything_as_json(shell: Shell) -> None:
    found = examined(shell)
    assert list(found) == [
        "versions",
        "data",
        "store",
        "packs",
        "language",
        "terminal",
        "weights",
    ]
    assert found["data"] == {"folder": str(shell.data), "exists": True}
    assert found["language"] == {"language": "en", "why": "WHOSE_CLIENT_LANG"}


@pytest.mark.usefixtures("few_packs")
def test_the_doctor_tells_the_versions(shell: Shell) -> None:
    versions = examined(shell)["versions"]
    assert isinstance(versions, dict)
    assert list(versions) == [
        "whose-client",
        "python",
        "textual",
        "click",
        "pyyaml",
        "msgspec",
        "platformdirs",
        "numpy",
        "onnxruntime",
        "pyyaml_c_parser",
        "sqlite",
    ]
    assert versions["whose-client"] == __version__


def test_the_doctor_tells_each_pack_with_its_findings(shell: Shell) -> None:
    place = shell.data / "packs" / "drills"
    shutil.copytree(DRILLS, place)
    file = place / "drills.en.yaml"
    file.write_text(file.read_text("utf-8").replace("[P8]", "[P9]"), "utf-8")
    packs = examined(shell)["packs"]
    assert isinstance(packs, list)
    told = {one["id"]: one for one in packs}
    assert (told["base"]["errors"], told["base"]["warnings"]) == (0, 0)
    drills = told["little-drills"]
    assert (drills["files"], drills["errors"], drills["warnings"]) == (3, 1, 0)
    assert told["little"] == {
        "id": "little",
        "version": "1.0",
        "path": str(shell.data / "packs" / "little"),
        "files": 6,
        "errors": 0,
        "warnings": 0,
    }
    assert examined(shell)["packs"] == packs, "as quickly told again"


@pytest.mark.usefixtures("few_packs")
def test_a_store_that_is_not_there_yet_is_not_made(shell: Shell) -> None:
    found = examined(shell)
    path = shell.data / FILE
    assert found["store"] == {
        "file": str(path),
        "exists": False,
        "ok": True,
        "attempts": 0,
        "trouble": None,
    }
    assert not path.exists()


@pytest.mark.usefixtures("few_packs")
def test_a_damaged_store_is_said_to_be(shell: Shell) -> None:
    (shell.data / FILE).write_bytes(b"no database at all" * 100)
    result = shell.type("doctor")
    assert result.exit_code == 1
    assert "works: no" in result.stdout
    assert "is damaged or is not a store." in result.stdout


@pytest.mark.usefixtures("few_packs")
def test_the_reader_of_own_words_is_named(shell: Shell) -> None:
    found = examined(shell)["weights"]
    assert isinstance(found, dict)
    assert (found["ok"], found["reader"]) == (True, "tuned")
    assert 0 < found["megabytes"] <= 60
    assert "reader: the tuned network" in shell.type("doctor").stdout


@pytest.mark.usefixtures("few_packs")
def test_a_network_that_does_not_load_is_told_and_is_no_illness(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    found = examined(shell)["weights"]
    assert isinstance(found, dict)
    assert (found["ok"], found["reader"]) == (True, "lexical")
    assert "the encoder does not load" in found["trouble"]


@pytest.mark.usefixtures("few_packs")
def test_the_terminal_is_described(shell: Shell) -> None:
    found = json.loads(
        shell.type("doctor", "--format", "json", env={"NO_COLOR": "1"}).stdout
    )
    terminal = found["terminal"]
    assert (terminal["TERM"], terminal["NO_COLOR"]) == ("xterm", "1")
    assert terminal["columns"] == 80
    assert terminal["output_is_terminal"] is False


@pytest.mark.usefixtures("few_packs")
def test_the_doctor_speaks_russian(russian: Shell) -> None:
    text = russian.type("doctor").stdout
    assert "Версии:" in text
    assert "Папка данных:" in text
    assert "Терминал:" in text
