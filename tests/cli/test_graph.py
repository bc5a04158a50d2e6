"""`whose-client graph`: files of a graph, and what it says when one cannot be made."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.cli import graphviz
from tests.cli.shell import Shell

SMALL = ("--plays", "8")


@pytest.fixture
def no_programs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Leave nothing on the path but an empty folder; return it."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def write_dot(folder: Path, body: str) -> None:
    """Put a program named `dot` into a folder."""
    file = folder / "dot"
    file.write_text(f"#!{sys.executable}\nimport sys\n{body}\n", encoding="utf-8")
    file.chmod(0o755)


posix = pytest.mark.skipif(os.name != "posix", reason="the program is a script")


def test_where_there_is_no_terminal_it_is_mermaid(shell: Shell) -> None:
    result = shell.type("graph", "talk", *SMALL)
    assert result.exit_code == 0
    assert result.stdout.startswith('---\ntitle: "The talk"\n---\nflowchart TD\n')
    assert "of 9 rehearsed talks" in result.stdout


def test_the_same_graph_comes_again(shell: Shell) -> None:
    once = shell.type("graph", "talk", *SMALL).stdout
    assert shell.type("graph", "talk", *SMALL).stdout == once


def test_words_are_in_the_language_asked_for(shell: Shell) -> None:
    told = shell.type("graph", "talk", "--lang", "ru", *SMALL).stdout
    assert "Обозначения" in told
    assert "хорошая концовка" in told


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        pytest.param("talk.dot", "digraph scenario {", id="dot"),
        pytest.param("talk.gv", "digraph scenario {", id="gv"),
        pytest.param("talk.mmd", "---\ntitle:", id="mermaid"),
    ],
)
def test_a_files_ending_says_what_it_is(
    shell: Shell, tmp_path: Path, name: str, begins: str
) -> None:
    file = tmp_path / name
    result = shell.type("graph", "talk", "--output", str(file), *SMALL)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"Saved: {file}\n"
    assert file.read_text("utf-8").startswith(begins)


@posix
def test_svg_is_what_dot_makes_of_it(shell: Shell, no_programs: Path) -> None:
    write_dot(no_programs, "sys.stdout.write(sys.argv[1] + sys.stdin.read()[:7])")
    result = shell.type("graph", "talk", "--as", "svg", *SMALL)
    assert (result.exit_code, result.stdout) == (0, "-Tsvgdigraph")


def test_without_graphviz_it_says_what_to_install(
    shell: Shell, no_programs: Path
) -> None:
    result = shell.type("graph", "talk", "--as", "svg", *SMALL)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "SVG is drawn by graphviz, and its program dot is not on the path. Install "
        "graphviz (apt install graphviz, brew install graphviz, winget install "
        "Graphviz.Graphviz), or take --as mermaid or --as dot.\n"
    )


@posix
@pytest.mark.parametrize(
    ("body", "why"),
    [
        pytest.param(
            "sys.stderr.write('Error: too large.\\nmore')\nsys.exit(3)",
            "Error: too large",
            id="a-failure",
        ),
        pytest.param("sys.exit(4)", "4", id="a-silent-failure"),
        pytest.param("", "0", id="no-picture"),
    ],
)
def test_what_dot_complains_of_is_told(
    shell: Shell, no_programs: Path, body: str, why: str
) -> None:
    write_dot(no_programs, body)
    result = shell.type("graph", "talk", "--as", "svg", *SMALL)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"dot could not draw the graph: {why}. Take")


@posix
def test_a_dot_that_hangs_is_given_up(
    shell: Shell, no_programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_dot(no_programs, "import threading; threading.Event().wait()")
    monkeypatch.setattr(graphviz, "LONGEST", 0.3)
    result = shell.type("graph", "talk", "--as", "svg", *SMALL)
    assert result.exit_code == 2
    assert "could not draw" in result.stderr


def test_what_changed_since_an_old_version_is_marked(
    shell: Shell, tmp_path: Path
) -> None:
    old = shell.talk.with_name("old.yaml")
    text = shell.talk.read_text("utf-8")
    old.write_text(text.replace("to: meeting", "to: kept"), "utf-8")
    drawn = shell.type("graph", str(shell.talk), "--against", str(old), *SMALL)
    assert drawn.exit_code == 0
    assert '"#126; meet (was: kept)"' in drawn.stdout


def test_an_old_version_comes_out_of_git(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(shell.talk.parent)
    for words in (("init", "-q"), ("add", "-A"), (*AS, "commit", "-qm", "all")):
        subprocess.run(("git", *words), check=True, capture_output=True)
    text = shell.talk.read_text("utf-8")
    shell.talk.write_text(text.replace("to: meeting", "to: kept"), "utf-8")
    old = "git:HEAD:talk.yaml"
    drawn = shell.type("graph", "./talk.yaml", "--against", old, *SMALL)
    assert '"#126; meet (was: meeting)"' in drawn.stdout


AS = ("-c", "user.name=A", "-c", "user.email=a@example.org")


@pytest.mark.parametrize("name", ["git:HEAD", "git::talk.yaml", "git:--help:talk.yaml"])
def test_what_git_does_not_have_is_told(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(shell.data)
    result = shell.type("graph", "talk", "--against", name, *SMALL)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"git does not give {name}: ")


def test_a_broken_version_is_told_with_its_findings(shell: Shell) -> None:
    old = shell.talk.with_name("old.yaml")
    old.write_text(
        shell.talk.read_text("utf-8").replace("to: wall", "to: wal"), "utf-8"
    )
    result = shell.type("graph", "talk", "--against", str(old))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Did you mean `wall`?" in result.stderr


def test_a_file_that_is_there_is_only_replaced_by_force(
    shell: Shell, tmp_path: Path
) -> None:
    file = tmp_path / "notes.md"
    file.write_text("My notes.\n", encoding="utf-8")
    result = shell.type("graph", "talk", "--output", str(file), *SMALL)
    assert (result.exit_code, file.read_text("utf-8")) == (2, "My notes.\n")
    assert result.stderr == f"{file} is there already. --force replaces it.\n"
    forced = shell.type("graph", "talk", "--output", str(file), "--force", *SMALL)
    assert (forced.exit_code, forced.stderr) == (0, f"Saved: {file}\n")
    assert "flowchart TD" in file.read_text("utf-8")


@pytest.mark.parametrize(
    "more", [(), ("--output", "x.svg"), ("--plain",)], ids=["pipe", "file", "plain"]
)
def test_a_graph_to_walk_needs_a_terminal(shell: Shell, more: tuple[str, ...]) -> None:
    result = shell.type("graph", "talk", "--as", "terminal", *more)
    assert result.exit_code == 2
    assert "--as terminal needs a terminal" in result.stderr


def test_a_graph_too_large_for_mermaid_says_so(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.authoring.graphing.MOST_ARROWS", 3)
    result = shell.type("graph", "talk", *SMALL)
    assert result.exit_code == 0
    assert "raise maxEdges and maxTextSize" in result.stderr


def test_a_file_of_no_known_sort_is_asked_about(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "talk.png"
    result = shell.type("graph", "talk", "--output", str(file), *SMALL)
    assert result.exit_code == 2
    assert "talk.png: what is that to be? Let it end in .svg" in result.stderr
    assert not file.exists()
