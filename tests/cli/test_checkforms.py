"""`check` for other programs, by chosen codes; `explain`."""

import json
import sys
from pathlib import Path

import pytest

from tests.cli.shell import Shell


@pytest.fixture
def spoiled(shell: Shell) -> Shell:
    """A story with an error and, unless it is ignored, warnings."""
    text = shell.talk.read_text("utf-8")
    shell.talk.write_text(text.replace("to: circle\nstart", "to: kept\nstart"), "utf-8")
    for name in ("talk.en.yaml", "talk.playthroughs.yaml"):
        (shell.talk.parent / name).unlink()
    pack = shell.talk.with_name("pack.yaml")
    pack.write_text(pack.read_text("utf-8").replace("[ru, en]", "[ru]"), "utf-8")
    return shell


def test_github_gets_a_command_for_each_finding(spoiled: Shell) -> None:
    result = spoiled.type("check", str(spoiled.talk), "--format", "github")
    assert result.stdout == (
        f"::warning file={spoiled.talk},line=76,col=3,title=SCN802::nothing leads to "
        "the ending `circle`. Lead a reply there with `to: circle`, or delete the "
        "ending.\n"
    )


def test_github_commands_hold_whatever_a_file_is_called(spoiled: Shell) -> None:
    odd = spoiled.talk.with_name("a,b:100%.yaml")
    spoiled.talk.rename(odd)
    told = spoiled.type("check", str(odd), "--format", "github").stdout
    assert "a%2Cb%3A100%25.yaml,line=76" in told


def test_sarif_names_the_rule_the_place_and_the_words(spoiled: Shell) -> None:
    log = json.loads(
        spoiled.type("check", str(spoiled.talk), "--format", "sarif").stdout
    )
    [run] = log["runs"]
    [rule] = run["tool"]["driver"]["rules"]
    [result] = run["results"]
    assert (log["version"], rule["id"], result["ruleId"]) == ("2.1.0", *["SCN802"] * 2)
    assert rule["shortDescription"]["text"] == "nothing leads to the ending `…`"
    assert (result["ruleIndex"], result["level"]) == (0, "warning")
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == spoiled.talk.as_uri()
    assert place["region"] == {"startLine": 76, "startColumn": 3}


def test_without_findings_sarif_is_a_run_without_results(shell: Shell) -> None:
    log = json.loads(shell.type("check", str(shell.talk), "--format", "sarif").stdout)
    assert log["runs"][0]["results"] == []


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        (("--select", "SCN801"), []),
        (("--select", "scn80"), ["SCN802"]),
        (("--select", "SCN801,SCN802"), ["SCN802"]),
        (("--ignore", "SCN802"), []),
        (("--select", "SCN8", "--ignore", "SCN81", "--ignore", "SCN87"), ["SCN802"]),
    ],
)
def test_codes_are_chosen(
    spoiled: Shell, options: tuple[str, ...], codes: list[str]
) -> None:
    told = spoiled.type("check", str(spoiled.talk), "--format", "json", *options)
    assert [one["code"] for one in json.loads(told.stdout)] == codes


def test_a_code_that_does_not_exist_cannot_be_chosen(shell: Shell) -> None:
    result = shell.type("check", str(shell.talk), "--ignore", "E501")
    assert result.exit_code == 2
    assert "no code begins with E501" in result.stderr


def test_a_code_is_explained_with_its_page(shell: Shell) -> None:
    told = shell.type("explain", "scn815")
    assert told.exit_code == 0
    assert told.stdout.startswith(
        "SCN815, warning: nobody can learn the fact `…`.\nLet a reply `learn: […]`"
    )
    assert "```yaml talk.yaml" in told.stdout


def test_without_a_code_all_are_listed(shell: Shell) -> None:
    lines = shell.type("explain").stdout.splitlines()
    assert lines[0] == "SCN001 error: the file is larger than … MB"
    assert len(lines) > 150


def test_an_unknown_code_gets_the_nearest(shell: Shell) -> None:
    result = shell.type("explain", "SCN8611")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "There is no code SCN8611. Did you mean SCN861?\n"


def test_explanations_are_json_with_these_keys(shell: Shell, tmp_path: Path) -> None:
    [one] = json.loads(shell.type("explain", "SCN201", "--format", "json").stdout)
    assert one == {
        "code": "SCN201",
        "severity": "error",
        "message": "there is no scene or ending `…`",
        "remedy": "Did you mean `…`? `stay` keeps the talk in its scene.",
        "page": "",
    }


@pytest.mark.skipif(sys.platform != "linux", reason="names are text elsewhere")
@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_a_name_that_is_no_text_is_a_name(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    odd = shell.talk.with_name("caf\udce9.yaml")
    odd.write_text("oops: [", "utf-8")
    monkeypatch.chdir(odd.parent)
    for _ in range(2):  # the second time from what was kept
        result = shell.type("check", odd.name, "--format", form)
        assert result.exit_code == 1
        assert "SCN013" in result.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
def test_no_finding_can_be_made_up_by_the_name_of_a_file(shell: Shell) -> None:
    odd = shell.talk.with_name("a\nb.yaml:1:1: error SCN001: x.yaml")
    odd.write_text("oops: [", "utf-8")
    told = shell.type("check", str(odd)).stdout.splitlines()
    assert len(told) == 2
    assert all("a\ufffdb.yaml" in line for line in told)
