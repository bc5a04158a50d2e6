"""Tables on stdout: whole in a file, and no wider than a terminal where they can be."""

import pytest

from simulator.cli import output

HEAD = ("head", "mean", "sd", "quartiles")
ROWS = [("first", "18.0", "3.4", "12.7 / 18.2 / 41.1"), ("best", "89.8", "0.0", "-")]


@pytest.mark.parametrize(
    ("width", "columns"),
    [
        pytest.param(None, ["head", "mean", "sd", "quartiles"], id="no-terminal"),
        pytest.param(36, ["head", "mean", "sd", "quartiles"], id="as-wide-as-it-is"),
        pytest.param(35, ["head", "mean", "sd"], id="one-is-spared"),
        pytest.param(15, ["head", "mean"], id="both-are"),
        pytest.param(5, ["head", "mean"], id="no-others"),
    ],
)
def test_what_can_be_spared_is_left_out_of_a_table_that_is_too_wide(
    width: int | None,
    columns: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(output, "terminal_width", lambda: width)
    output.write_table(HEAD, ROWS, spare=("quartiles", "sd"))
    head, *lines = capsys.readouterr().out.splitlines()
    assert head.split() == columns
    assert [line.split()[0] for line in lines] == ["first", "best"]
