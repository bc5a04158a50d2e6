"""`whose-client drill`: what is due today, without a screen."""

from tests.cli.shell import Shell


def test_drills_are_practised_from_the_command_line(shell: Shell) -> None:
    done = shell.type("drill", "--minutes", "1", lines="1\n\n\n")
    assert done.exit_code == 0
    assert done.stdout.startswith("Today\n\nDrill 1 of 1: ")
    assert "1 drill done: " in done.stdout
    again = shell.type("drill", "--new", "0", lines="\n")
    assert "Nothing was done; nothing more is asked for today." in again.stdout, (
        "nothing is due on the same day"
    )


def test_the_first_screen_leads_there(shell: Shell) -> None:
    done = shell.type(lines="2\nq\nq\n")
    assert "2. Today: drills, a minute each" in done.stdout
    assert "Drill 1 of 3: " in done.stdout


def test_minutes_must_be_some(shell: Shell) -> None:
    assert shell.type("drill", "--minutes", "0").exit_code == 2
