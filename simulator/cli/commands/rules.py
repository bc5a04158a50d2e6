"""`whose-client rules`: is this client key? One client, or a company's whole base."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.exits import Exit
from simulator.cli.output import format_option, tell, write, write_json
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Settings, Shell, settings_of

if TYPE_CHECKING:
    from scoring.formulas import Amount
    from scoring.rulebook import Quantity, Rulebook
    from simulator.scenario.clients import ClientFile
    from simulator.scenario.findings import Finding


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext
    params = [
        click.Argument(["rulebook"], metavar=_("RULES")),
        click.Argument(
            ["client"],
            required=False,
            type=click.Path(path_type=Path),
            metavar=_("[CLIENT]"),
        ),
        click.Option(["--explain"], is_flag=True, help=_("Show the arithmetic.")),
        click.Option(
            ["--set", "company"],
            multiple=True,
            metavar=_("NAME=VALUE"),
            help=_("A quantity of the whole company: company-sales=400000000."),
        ),
        click.Option(
            ["--output"],
            type=click.Path(path_type=Path),
            metavar=_("FILE"),
            help=_("Write the clients to a CSV or XLSX table."),
        ),
        click.Option(
            ["--template"],
            is_flag=True,
            help=_("Write an empty file for one client to stdout."),
        ),
        format_option(shell.texts),
    ]

    def run(
        rulebook: str,
        client: Path | None,
        explain: bool,
        company: tuple[str, ...],
        output: Path | None,
        template: bool,
        form: str,
    ) -> int:
        settings = settings_of(click.get_current_context())
        wish = _Wish(client, explain, company, output, form, template)
        return _run(rulebook, wish, settings, shell)

    page = Page(
        text=_(
            "Tell which clients are key, by your rules.\n"
            "\n"
            "RULES is the id of a rulebook or the path of one. CLIENT is a YAML file "
            "of one client, or a CSV or XLSX table of many: its first row names the "
            "columns. Without CLIENT the rulebook is checked and shown. A bad row is "
            "reported by its number and skipped. Nothing is changed."
        ),
        examples=(
            f"{NAME} rules key-clients --template > client.yaml",
            f"{NAME} rules key-clients client.yaml --explain",
            f"{NAME} rules key-clients base.xlsx --set company-sales=400000000 "
            "--output keys.xlsx",
        ),
        exits=exits(shell, _("a row or a file has mistakes")),
    )
    return Paged("rules", page, shell, run, params)


class _Wish:
    """What the command line asks for."""

    def __init__(
        self,
        client: Path | None,
        explain: bool,
        company: tuple[str, ...],
        output: Path | None,
        form: str,
        template: bool,
    ) -> None:
        self.client, self.explain, self.company = client, explain, company
        self.output, self.form, self.template = output, form, template


def _run(name: str, wish: _Wish, settings: Settings, shell: Shell) -> int:
    from simulator.cli.opening import library
    from simulator.packs import BrokenFileError
    from simulator.tables import is_table

    try:
        rulebook = library(settings).rulebook(name)
    except BrokenFileError as error:
        _tell(error.findings, shell)
        return Exit.FAILED
    company = _company(wish.company, rulebook, shell)
    if wish.client is None:
        (_blank if wish.template else _show)(rulebook, shell)
        return Exit.FINE
    if is_table(wish.client):
        from simulator.cli.base import run_table

        if wish.explain:
            tell(shell.texts.gettext("--explain tells of one client, not of a table."))
        return run_table(rulebook, wish.client, company, wish.output, wish.form, shell)
    return _one(rulebook, wish, company, shell)


def _company(
    given: Iterable[str], rulebook: "Rulebook", shell: Shell
) -> "dict[str, Amount]":
    """Read `company-sales=400000000` and the like.

    Raises:
        BadParameter: There is no such quantity, or the value is no number.
    """
    from simulator.tables.columns import BadRowError, value_of_cell

    found: dict[str, Amount] = {}
    _ = shell.texts.gettext
    for words in given:
        name, _sign, value = words.partition("=")
        quantity = _named(name, rulebook)
        try:
            amount = value_of_cell(value, quantity) if quantity else None
        except BadRowError:
            amount = None
        if amount is None:
            told = _("“{words}” is not a quantity of the rules with a value.")
            raise click.BadParameter(told.format(words=words))
        found[quantity.id if quantity else name] = amount
    return found


def _named(words: str, rulebook: "Rulebook") -> "Quantity | None":
    """Return a quantity by its id, or by its name in any language."""
    wanted = words.strip().casefold()
    return next(
        (
            one
            for one in rulebook.quantities
            if wanted in {one.id, *(name.casefold() for name in one.name.values())}
        ),
        None,
    )


def _one(
    rulebook: "Rulebook", wish: _Wish, company: "dict[str, Amount]", shell: Shell
) -> int:
    """Tell of one client."""
    from dataclasses import replace

    from scoring.evaluate import evaluate
    from simulator.packs import read_file
    from simulator.reports.clientjson import client_json
    from simulator.reports.clienttext import ClientTeller
    from simulator.scenario.clients import parse_client

    path = wish.client or Path()
    parsed = parse_client(read_file(path), str(path), rulebook)
    _tell(parsed.findings, shell)
    client = parsed.client
    if client is None:
        return Exit.FAILED
    facts = client.facts
    facts = replace(facts, amounts={**company, **facts.amounts})
    found = evaluate(rulebook, facts)
    if wish.form == "json":
        write_json(client_json(client.name, found, rulebook) | _sources(client))
        return Exit.FINE
    teller = ClientTeller(rulebook, shell.texts, shell.language)
    write(client.name)
    lines = teller.explained(found) if wish.explain else teller.lines(found)
    for line in lines:
        write(line)
    for line in teller.sources(client):
        write(line)
    return Exit.FINE


def _sources(client: "ClientFile") -> dict[str, object]:
    return {
        "sources": {
            name: {"source": one.source, "date": one.date}
            for name, one in client.sources.items()
            if one.source or one.date
        }
    }


def _show(rulebook: "Rulebook", shell: Shell) -> None:
    """Show a rulebook: its criteria with their weights and bounds."""
    from simulator.reports.clienttext import ClientTeller
    from simulator.reports.formhelp import scale

    language = shell.language
    teller = ClientTeller(rulebook, shell.texts, language)
    write(f"{rulebook.title[language]} {rulebook.version}")
    for criterion in rulebook.criteria:
        write(f"{teller.number(criterion.weight):>5}  {criterion.name[language]}")
        for line in scale(criterion, shell.texts, language):
            write(f"       {line}")
    write("")
    write(shell.texts.gettext("What can be told of a client, by id or by name:"))
    for quantity in rulebook.quantities:
        unit = quantity.unit.get(language, "")
        write(f"  {quantity.id:<20} {quantity.name[language]}, {unit}".rstrip(", "))


def _blank(rulebook: "Rulebook", shell: Shell) -> None:
    """Write a file for one client, with nothing filled in yet."""
    from simulator.reports.clientblank import blank_client

    for line in blank_client(rulebook, shell.texts, shell.language):
        write(line)


def _tell(findings: "Iterable[Finding]", shell: Shell) -> None:
    from simulator.cli.findings import as_lines

    for line in as_lines(findings, shell.texts):
        tell(line)
