"""`whose-client graph`: a scenario as a picture, or to walk in the terminal."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from simulator.cli.exits import Exit
from simulator.cli.output import tell
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.replacing import force_option, stays
from simulator.cli.settings import Settings, Shell, settings_of

if TYPE_CHECKING:
    from simulator.graph import Graph, Passing

TERMINAL: Final = "terminal"
FORMS: Final = ("mermaid", "dot", "svg", TERMINAL)
_BY_SUFFIX: Final = {
    ".svg": "svg",
    ".dot": "dot",
    ".gv": "dot",
    ".mmd": "mermaid",
    ".md": "mermaid",
}
_MOST_PLAYS: Final = 100_000


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext
    params = [
        click.Argument(["scenario"], metavar=_("SCENARIO")),
        click.Option(
            ["--as", "form"],
            type=click.Choice(FORMS),
            help=_("What to make; on a terminal a graph to walk, else Mermaid."),
        ),
        click.Option(
            ["--output"],
            type=click.Path(path_type=Path),
            metavar=_("FILE"),
            help=_("Where to write: .svg, .dot or .gv, .mmd or .md for Mermaid."),
        ),
        click.Option(
            ["--against"],
            metavar=_("OLD"),
            help=_("Show what changed since this version."),
        ),
        click.Option(
            ["--labels"],
            type=click.Choice(("id", "text")),
            default="id",
            show_default=True,
            help=_("What stands on the arrows: ids of replies, or their words."),
        ),
        click.Option(
            ["--plays"],
            type=click.IntRange(0, _MOST_PLAYS),
            metavar="N",
            default=300,
            show_default=True,
            help=_(
                "Talks of simulated heads that colour the scenes; 0 leaves them white."
            ),
        ),
        force_option(shell),
    ]

    def graph(
        scenario: str,
        form: str | None,
        output: Path | None,
        against: str | None,
        labels: str,
        plays: int,
        force: bool,
    ) -> int:
        settings = settings_of(click.get_current_context())
        chosen = _chosen(form, output, settings, shell)
        if stays(output, force=force, shell=shell):
            return Exit.UNUSABLE
        drawn = _drawn(scenario, against, plays, settings, shell)
        if drawn is None:
            return Exit.UNUSABLE
        if chosen == TERMINAL:
            return _walk(*drawn, settings, shell)
        return _write(_picture(*drawn, chosen, labels, shell), output, shell)

    page = Page(
        text=_(
            "Draw a scenario as a graph: scenes, and what leads from one to another.\n"
            "\n"
            "SCENARIO and OLD are ids or paths of files; OLD may also be "
            "git:REVISION:PATH. The more talks of simulated heads pass a scene, the "
            "darker and thicker it is. SVG needs graphviz. The scenario is never "
            "changed."
        ),
        examples=(
            f"{NAME} graph client-x",
            f"{NAME} graph talk.yaml --as mermaid > talk.mmd",
            f"{NAME} graph talk.yaml --against git:HEAD:talk.yaml --output talk.svg",
        ),
        exits=exits(shell),
    )
    return Paged("graph", page, shell, graph, params)


def _chosen(
    form: str | None, output: Path | None, settings: Settings, shell: Shell
) -> str:
    """Return what to make.

    Raises:
        UsageError: A graph to walk is asked for where there is no terminal, or a file
            of which nobody knows what it is to be.
    """
    from simulator.cli.game import wants_lines

    _ = shell.texts.gettext
    lines = wants_lines(settings, os.environ, sys.stdin, sys.stdout)
    if form == TERMINAL and (lines or output is not None):
        told = _("--as terminal needs a terminal, and no --output and no --plain.")
        raise click.UsageError(told)
    if form is not None:
        return form
    if output is not None:
        return _by_suffix(output, shell)
    return "mermaid" if lines else TERMINAL


def _by_suffix(output: Path, shell: Shell) -> str:
    """Return what the end of a file's name asks for.

    Raises:
        UsageError: It is the end of something that is not made.
    """
    made = _BY_SUFFIX.get(output.suffix.lower())
    if made is None:
        told = shell.texts.gettext(
            "{path}: what is that to be? Let it end in {suffixes}, or say it with --as."
        )
        suffixes = ", ".join(_BY_SUFFIX)
        raise click.UsageError(told.format(path=output, suffixes=suffixes))
    return made


def _drawn(
    scenario: str, against: str | None, plays: int, settings: Settings, shell: Shell
) -> "tuple[Graph, Passing | None] | None":
    """Return the graph and how often talks pass; None when a version is broken."""
    from simulator.authoring.rehearsal import Task, passing
    from simulator.cli.versions import load_version
    from simulator.graph import compared, graph_of

    new = load_version(scenario, settings, shell)
    old = load_version(against, settings, shell) if against else None
    if new is None or (against and old is None):
        return None
    graph = compared(old.scenario, new.scenario) if old else graph_of(new.scenario)
    if not plays:
        return graph, None
    return graph, passing(Task(new.scenario, new.rubric, new.rulebook, plays))


def _picture(
    graph: "Graph", passing: "Passing | None", form: str, labels: str, shell: Shell
) -> bytes:
    """Return the graph in the form that was chosen."""
    from simulator.authoring.graphing import to_dot, to_mermaid
    from simulator.cli.graphviz import svg
    from simulator.graph import Labels, Look

    look = Look(shell.texts, Labels(labels), passing)
    if form == "mermaid":
        text = to_mermaid(graph, look)
        _warn(graph, text, shell)
        return text.encode()
    text = to_dot(graph, look)
    return svg(text) if form == "svg" else text.encode()


def _warn(graph: "Graph", text: str, shell: Shell) -> None:
    """Say when Mermaid will refuse to draw with its settings as they come."""
    from simulator.authoring.graphing import MOST_ARROWS, MOST_CHARACTERS

    if len(graph.edges) > MOST_ARROWS or len(text) > MOST_CHARACTERS:
        told = shell.texts.gettext(
            "Mermaid draws {arrows} arrows and {characters} characters at most; raise "
            "maxEdges and maxTextSize where you draw, or take --as svg."
        )
        tell(told.format(arrows=MOST_ARROWS, characters=MOST_CHARACTERS))


def _write(data: bytes, output: Path | None, shell: Shell) -> int:
    from simulator.sessions.filed import write_file

    if output is None:
        click.echo(data, nl=False)
    else:
        write_file(output, data)
        tell(shell.texts.gettext("Saved: {path}").format(path=output))
    return Exit.FINE


def _walk(
    graph: "Graph", passing: "Passing | None", settings: Settings, shell: Shell
) -> int:
    """Let the person walk the graph."""
    from simulator import i18n, places
    from simulator.cli.habits import recalled

    if not settings.colour:
        os.environ["NO_COLOR"] = "1"

    from simulator.tui.game import Habits
    from simulator.tui.graphapp import run_graph

    habits = recalled(places.habits_file(places.data_dir(settings.data)))
    habits["language"] = shell.language
    return run_graph(graph, passing, i18n.load, Habits(**habits))
