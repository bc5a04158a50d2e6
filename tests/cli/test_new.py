"""`new`: flags, questions on a terminal, files never overwritten, exit codes."""

import shlex
import sys
from pathlib import Path

import pytest

from simulator.scenario.peek import Header, peek
from tests.cli.shell import Shell

posix = pytest.mark.skipif(sys.platform == "win32", reason="quotes of another shell")
FILES = ["pack.yaml", "scenario.schema.json", "talk.playthroughs.yaml", "talk.yaml"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder."""
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.chdir(empty)
    return empty


def head(path: Path) -> Header:
    found = peek(path.read_bytes())
    assert found is not None
    return found


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_without_a_terminal_nothing_is_asked_and_what_was_taken_is_told(
    shell: Shell, folder: Path
) -> None:
    result = shell.type("new", lines="Not me\nNor me\n")
    assert result.exit_code == 0
    assert result.stderr == (
        "Where nothing was said, this was taken:\n"
        "  --title: Whose account is it?\n"
        "  --language: en\n"
        "  --manager: Robin\n"
        "  --manager-role: account manager\n"
        "  --client: Brightside Cafés\n"
        "  --role: Head of sales\n"
        "  --difficulty: easy\n"
    )
    assert result.stdout == (
        "Written:\n"
        "  whose-account-is-it.yaml\n"
        "  whose-account-is-it.playthroughs.yaml\n"
        "  pack.yaml\n"
        "  scenario.schema.json\n"
        "\n"
        "Next:\n"
        "  whose-client check whose-account-is-it.yaml\n"
        "      mistakes, with line and remedy; again after every change\n"
        "  whose-client preview whose-account-is-it.yaml\n"
        "      walk through it with the author's eyes\n"
        "  whose-client rehearse whose-account-is-it.yaml\n"
        "      let simulated heads play it: can it be won without thinking?\n"
        "  whose-client play whose-account-is-it.yaml\n"
        "      play it as a trainee will\n"
    )


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        pytest.param(["--title", "Our own"], {"title": "Our own"}, id="title"),
        pytest.param(["--language", "ru"], {"title": "Чей это клиент?"}, id="language"),
        pytest.param(["--difficulty", "hard"], {"difficulty": "hard"}, id="difficulty"),
        pytest.param(
            ["--role", "Owner: me"], {"role": "Owner: me"}, id="role-with-a-colon"
        ),
        pytest.param(["--yes"], {"title": "Whose account is it?"}, id="yes"),
    ],
)
def test_what_is_said_stands_in_the_scenario(
    options: list[str], expected: dict[str, str], shell: Shell, folder: Path
) -> None:
    assert shell.type("new", "--id", "talk", *options).exit_code == 0
    assert names(folder) == FILES
    told = head(folder / "talk.yaml")
    assert {key: str(getattr(told, key)) for key in expected if key != "role"} == {
        key: value for key, value in expected.items() if key != "role"
    }
    assert all(
        value in (folder / "talk.yaml").read_text() for value in expected.values()
    )


def test_names_stand_where_they_belong(shell: Shell, folder: Path) -> None:
    said = ("--manager", "O'Neil #1", "--manager-role", "star", "--client", '"X" & Co')
    assert shell.type("new", "--id", "talk", *said).exit_code == 0
    text = (folder / "talk.yaml").read_text("utf-8")
    assert 'manager: {name: "O\'Neil #1", role: star, mood:' in text
    assert '  name: "\\"X\\" & Co"\n' in text


def test_nothing_is_told_when_everything_was_said(shell: Shell, folder: Path) -> None:
    said = [f"--{w}=x" for w in ("title", "manager", "manager-role", "client", "role")]
    result = shell.type("new", *said, "--language=en", "--difficulty=easy")
    assert (result.exit_code, result.stderr) == (0, "")


def test_the_language_is_that_of_the_command_line(russian: Shell, folder: Path) -> None:
    result = russian.type("new")
    assert names(folder)[0] == "chey-eto-klient.playthroughs.yaml"
    assert "Дальше:" in result.stdout


@posix
def test_it_is_told_as_json(shell: Shell, folder: Path) -> None:
    assert shell.json("new", "--id", "talk", "--folder", "my pack") == {
        "id": "talk",
        "scenario": str(Path("my pack") / "talk.yaml"),
        "playthroughs": str(Path("my pack") / "talk.playthroughs.yaml"),
        "pack": str(Path("my pack") / "pack.yaml"),
        "schema": str(Path("my pack") / "scenario.schema.json"),
        "next": [
            f"whose-client {verb} 'my pack/talk.yaml'"
            for verb in ("check", "preview", "rehearse", "play")
        ],
    }


@posix
@pytest.mark.parametrize("name", ["it's", "a b", "-x", "$HOME", 'q"', "папка"])
def test_the_next_command_can_be_typed_as_it_stands(
    name: str, shell: Shell, folder: Path
) -> None:
    told = shell.json("new", f"--folder={name}")
    program, verb, path = shlex.split(told["next"][0])
    assert (program, verb) == ("whose-client", "check")
    result = shell.type(verb, path, "--quick")
    assert (result.exit_code, result.stdout) == (0, "")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--manager", "a\x1b[31m"], "Invalid value for '--manager': The words hold"),
        (
            ["--client", "a\nb"],
            "a character that cannot be shown, U+000A. Leave it out",
        ),
        (["--title", "  "], "There must be at least one character."),
        (["--role", "x" * 1001], "That is 1001 characters long; at most 1000 will do."),
        (["--language", "de"], "is not one of 'ru', 'en'"),
        (["--difficulty", "x"], "is not one of 'easy', 'medium', 'hard'"),
        (["--id", "Мой"], "“Мой” cannot be an id"),
        (["--id", "../up"], "such as “up”"),
        (["--folder", "file/new"], "cannot be written"),
        (["--id", "pack"], "pack.yaml is something else in a pack"),
        (["--id", "drills"], "such as “drills-1”"),
    ],
)
def test_what_cannot_be_is_a_sentence_and_nothing_is_written(
    options: list[str], sentence: str, shell: Shell, folder: Path
) -> None:
    (folder / "file").write_text("", "utf-8")
    result = shell.type("new", *options)
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert "\x1b" not in result.output
    assert names(folder) == ["file"]


def test_files_are_never_overwritten(shell: Shell, folder: Path) -> None:
    assert shell.type("new", "--id", "talk").exit_code == 0
    before = {path: path.read_bytes() for path in folder.iterdir()}
    result = shell.type("new", "--id", "talk", "--title", "Another")
    assert result.exit_code == 2
    assert result.stderr == (
        "talk.yaml is there already and stays as it is. Choose another --id or "
        "another --folder.\n"
    )
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.cli.questions.somebody_there", lambda: True)


def test_a_name_that_is_taken_is_told_before_any_question(
    shell: Shell, folder: Path, asked: None
) -> None:
    (folder / "talk.yaml").write_text("", "utf-8")
    result = shell.type("new", "--id", "talk", "--folder", ".")
    assert result.exit_code == 2
    assert result.stderr.startswith("talk.yaml is there already and stays as it is.")


def test_another_folder_may_be_given_where_the_name_is_taken(
    shell: Shell, folder: Path, asked: None
) -> None:
    (folder / "talk.yaml").write_text("", "utf-8")
    result = shell.type("new", "--id", "talk", lines="\n" * 8 + "other\n")
    assert result.exit_code == 0
    assert "talk.yaml is there already" in result.stderr
    assert names(folder / "other") == FILES


def test_whoever_leaves_at_a_question_leaves_its_line(
    shell: Shell, folder: Path, asked: None
) -> None:
    result = shell.type("new", lines="")
    assert result.exit_code == 130
    assert result.stderr.endswith("]: \nInterrupted.\n")


def test_two_of_one_title_live_side_by_side(shell: Shell, folder: Path) -> None:
    ids = [shell.json("new", "--title", "Our talk")["id"] for _ in range(2)]
    assert ids == ["our-talk", "our-talk-2"]


def test_help_says_what_it_does(shell: Shell) -> None:
    result = shell.type("new", "--help")
    assert result.exit_code == 0
    assert "No file is ever overwritten." in " ".join(result.stdout.split())


if sys.platform != "win32":
    from tests.e2e.terminal import Terminal

    def test_on_a_terminal_everything_is_asked(tmp_path: Path) -> None:
        with Terminal("new", data=tmp_path / "data", columns=200) as terminal:
            terminal.wait_for("Enter принимает то, что в скобках", "Язык сценария")
            terminal.press("\r")
            terminal.wait_for("Как называется разговор [Чей это клиент?]:")
            terminal.press("Чей «Обоз»: раз, два?\r")
            terminal.wait_for("Как зовут менеджера [Саша]:")
            terminal.press("\x1b[A\r")  # an arrow key is no name
            terminal.wait_for("нельзя показать")
            terminal.press("Ольга #1\r")
            terminal.wait_for("Кто он или она [менеджер по продажам]:")
            terminal.press("\r")
            terminal.wait_for("Клиент [")
            terminal.press("\r")
            terminal.wait_for("Кого играет участник")
            terminal.press("\r")
            terminal.wait_for("Сложность (easy, medium, hard) [easy]:")
            terminal.press("x\r")
            terminal.wait_for("Одно из: easy, medium, hard.")
            terminal.press("m\r")
            terminal.wait_for("Папка [.]:")
            terminal.press(f"{tmp_path}/мои\r")
            terminal.wait_for("whose-client play", "мои/chey-oboz-raz-dva.yaml")
            assert terminal.exit_code() == 0
        told = head(tmp_path / "мои" / "chey-oboz-raz-dva.yaml")
        assert (told.title, told.difficulty) == ("Чей «Обоз»: раз, два?", "medium")

    def test_what_was_said_is_not_asked_and_leaving_writes_nothing(
        tmp_path: Path,
    ) -> None:
        said = ("--language", "en", "--title", "Ours", "--manager", "Kim")
        where = ("--folder", str(tmp_path / "mine"))
        with Terminal("new", *said, *where, data=tmp_path / "data") as terminal:
            terminal.wait_for("Кто он или она [account manager]:")
            terminal.press("\x03")
            terminal.wait_for("Прервано.")
            assert terminal.exit_code() == 130
        assert not (tmp_path / "mine").exists()
