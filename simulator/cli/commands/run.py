"""`whose-client run`: a talk from a file of answers, without screen or store."""

import sys
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from simulator.cli.exits import Exit
from simulator.cli.output import format_option, tell, write_json
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Settings, Shell, settings_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.authoring import Played
    from simulator.packs import Loaded
    from simulator.reports.model import Debrief
    from simulator.scenario.findings import Finding
    from simulator.scenario.plays import PlannedAnswer

_BIGGEST_SEED: Final = 999_999_999


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext
    params = [
        click.Argument(["scenario"], metavar=_("SCENARIO")),
        click.Option(
            ["--answers"],
            required=True,
            type=click.Path(path_type=Path),
            metavar=_("FILE"),
            help=_("A YAML list of answers: {id: …} or {say: …}; - reads stdin."),
        ),
        click.Option(
            ["--seed"],
            type=click.IntRange(0, _BIGGEST_SEED),
            metavar="N",
            default=1,
            show_default=True,
            help=_("Fixes the order of the replies."),
        ),
        format_option(shell.texts),
    ]

    def run(scenario: str, answers: Path, seed: int, form: str) -> int:
        settings = settings_of(click.get_current_context())
        return _run(scenario, answers, seed, form, settings, shell)

    page = Page(
        text=_(
            "Play a file of answers and write what it came to.\n"
            "\n"
            "SCENARIO is an id or the path of a file. The same answers and seed always "
            "give the same result. Nothing is kept."
        ),
        examples=(
            f"{NAME} run client-x --answers my.yaml",
            f"{NAME} run client-x --answers my.yaml --format json",
        ),
        exits=exits(shell, _("an answer does not fit the talk")),
    )
    return Paged("run", page, shell, run, params)


def _run(
    scenario: str,
    answers: Path,
    seed: int,
    form: str,
    settings: Settings,
    shell: Shell,
) -> int:
    from simulator.authoring import play
    from simulator.cli.opening import library
    from simulator.packs import BrokenFileError
    from simulator.scenario.findings import Report

    try:
        loaded = library(settings).load(scenario, shell.language)
    except BrokenFileError as error:
        _tell(error.findings, shell.texts)
        return Exit.UNUSABLE
    planned = _read(answers, shell.texts)
    if planned is None:
        return Exit.UNUSABLE
    report = Report(str(answers))
    played = play(loaded.scenario, seed, planned, report, rulebook=loaded.rulebook)
    _tell(report.sorted(), shell.texts)
    _write(played, loaded, seed, form, shell)
    return Exit.FINE if played.whole else Exit.FAILED


def _read(path: Path, texts: NullTranslations) -> "tuple[PlannedAnswer, ...] | None":
    """Read the answers; None, with the reasons told, when there are mistakes."""
    from simulator.packs import LIMIT, read_file
    from simulator.scenario.plays import parse_answers

    from_stdin = str(path) == "-"
    data = sys.stdin.buffer.read(LIMIT + 1) if from_stdin else read_file(path)
    parsed = parse_answers(data, str(path))
    _tell(parsed.findings, texts)
    return parsed.answers


def _tell(findings: "Iterable[Finding]", texts: NullTranslations) -> None:
    from simulator.cli.findings import as_lines

    for line in as_lines(findings, texts):
        tell(line)


def _write(
    played: "Played", loaded: "Loaded", seed: int, form: str, shell: Shell
) -> None:
    note = _debrief(played, loaded, shell.language)
    if form == "json":
        from simulator.reports.jsonform import FORMAT, to_json

        head: dict[str, object] = {
            "format": FORMAT,
            "scenario": loaded.scenario.id,
            "language": loaded.scenario.language,
            "seed": seed,
        }
        write_json(head | to_json(note, shell.texts))
    else:
        from simulator.plain.console import Console
        from simulator.plain.debrief import DebriefWriter

        console = Console(sys.stdin, sys.stdout)
        DebriefWriter(console, shell.texts, shell.language).write(note)


def _debrief(played: "Played", loaded: "Loaded", language: str) -> "Debrief":
    from scoring.scorecard import score
    from simulator.engine import talk_of
    from simulator.reports.debrief import debrief

    talk = talk_of(loaded.scenario, played.events)
    card = score(talk, loaded.rubric, loaded.rulebook)
    return debrief(
        loaded.scenario,
        played.events,
        card,
        loaded.rubric,
        loaded.rulebook,
        language,
    )
