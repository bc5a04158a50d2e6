"""The built wheel, installed away from the source, is the whole game."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Build and install the wheel; return a way to run Python on it."""
    folder = tmp_path_factory.mktemp("wheel")
    build = (sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder)
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    site = folder / "site"
    install = ("-m", "pip", "install", "--no-deps", "--no-index", "--target", site)
    subprocess.run((sys.executable, *install, wheel), check=True, capture_output=True)
    environment = os.environ | {
        "PYTHONPATH": str(site),
        "WHOSE_CLIENT_DATA": str(folder / "data"),
        "PYTHONIOENCODING": "utf-8",
    }

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            (sys.executable, *arguments),
            cwd=folder,
            env=environment,
            check=False,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )

    located = run("-c", "import simulator; print(simulator.__file__)").stdout
    assert Path(located.strip()).is_relative_to(site), "the source must not be used"
    return run


def test_the_packs_are_in_the_wheel_in_both_languages(installed: Run) -> None:
    listed = installed("-m", "simulator", "list", "--format", "json")
    assert listed.returncode == 0, listed.stderr
    rows = json.loads(listed.stdout)
    assert "client-x" in {row["id"] for row in rows}
    assert {
        language
        for row in rows
        if row["id"] == "client-x"
        for language in row["languages"]
    } == {"ru", "en"}


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_case_can_be_played_from_the_wheel(
    installed: Run, tmp_path: Path, language: str
) -> None:
    answers = tmp_path / "answers.yaml"
    answers.write_text("[]", encoding="utf-8")
    command = ("run", "client-x", "--answers", str(answers), "--format", "json")
    played = installed("-m", "simulator", "--lang", language, *command)
    assert played.returncode == 0, played.stderr
    told = json.loads(played.stdout)
    assert (told["scenario"], told["language"], told["finished"]) == (
        "client-x",
        language,
        False,
    )


def test_the_schemas_are_in_the_wheel_where_shipped_files_point(installed: Run) -> None:
    code = (
        "from simulator.packs import shipped_folder\n"
        "for path in shipped_folder().rglob('*.yaml'):\n"
        "    line = path.read_text('utf-8').partition('\\n')[0]\n"
        "    assert (path.parent / line.partition('$schema=')[2]).is_file(), path\n"
    )
    found = installed("-c", code)
    assert found.returncode == 0, found.stderr
    written = installed("-m", "simulator", "--lang", "ru", "schema", "scenario")
    assert json.loads(written.stdout)["title"] == "Сценарий"


def test_the_messages_of_the_wheel_are_russian_when_asked(installed: Run) -> None:
    told = installed("-m", "simulator", "--lang", "ru", "list").stdout
    assert "Клиент" in told


def test_the_shipped_pack_is_without_findings(installed: Run) -> None:
    code = "from simulator.packs import shipped_folder; print(shipped_folder())"
    packs = installed("-c", code).stdout.strip()
    checked = installed("-m", "simulator", "check", "--quick", packs)
    assert (checked.returncode, checked.stdout) == (0, ""), checked.stderr


def test_a_code_is_explained_with_its_page_from_the_wheel(installed: Run) -> None:
    told = installed("-m", "simulator", "explain", "SCN861", "--lang", "ru").stdout
    assert "Это замечают за минуту" in told
    assert "```yaml" in told


def test_a_scenario_is_begun_from_the_wheel_and_holds(
    installed: Run, tmp_path: Path
) -> None:
    begun = installed("-m", "simulator", "new", "--id", "own", f"--folder={tmp_path}")
    assert begun.returncode == 0, begun.stderr
    checked = installed("-m", "simulator", "check", "--quick", str(tmp_path))
    assert (checked.returncode, checked.stdout) == (0, ""), checked.stderr
