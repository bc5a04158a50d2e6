"""`whose-client export`: attempts for other systems."""

from pathlib import Path

import click
from click.core import ParameterSource

from simulator.cli.program import NAME, Page, Paged, PagedGroup, exits
from simulator.cli.settings import Shell, settings_of

KEY = "WHOSE_CLIENT_LRS_KEY"
SECRET = "WHOSE_CLIENT_LRS_SECRET"


def command(shell: Shell) -> click.Command:
    """Make the group."""
    _ = shell.texts.gettext
    page = Page(
        text=_(
            "Hand over attempts to other systems.\n"
            "\n"
            "`export xapi` tells them as xAPI statements, to a file or to a learning "
            "record store. Attempts are only read, and nothing goes anywhere else."
        ),
        examples=(
            f"{NAME} export xapi --to talks.jsonl",
            f"{NAME} export xapi --to https://lrs.example.org/xapi --key k",
        ),
        exits=exits(shell, _("something could not be read or was refused"), store=True),
    )
    return PagedGroup("export", page, shell, [_xapi(shell)])


def _xapi(shell: Shell) -> click.Command:
    _ = shell.texts.gettext

    def run(
        to: str | None,
        since: str | None,
        key: str,
        secret: str,
        name: str | None,
        again: bool,
    ) -> int:
        return _run(to, since, key, secret, name, again, shell)

    page = Page(
        text=_(
            "Tell attempts as xAPI statements.\n"
            "\n"
            "Without --to they go to stdout, a statement a line. A record store is "
            "sent what it has not taken yet; each statement has an id of its own, so "
            "that sending twice does no harm, and what was interrupted goes on next "
            "time.\n"
            "\n"
            "The statements hold every word that was said in a talk. Who said them is "
            "a random number, and a name only with --name. The secret is neither "
            "shown nor stored. The profile is in docs/xapi-profile.md."
        ),
        examples=(
            f"{NAME} export xapi > talks.jsonl",
            f"{NAME} export xapi --to talks.json --since 2026-11-01",
            f"{SECRET}=… {NAME} export xapi --to https://lrs.example.org/xapi --key k",
        ),
        exits=exits(shell, _("something could not be read or was refused"), store=True),
    )
    return Paged("xapi", page, shell, run, _params(shell))


def _params(shell: Shell) -> list[click.Parameter]:
    _ = shell.texts.gettext
    return [
        click.Option(
            ["--to"],
            metavar=_("FILE|URL"),
            help=_("Where to: a file, .json for one list, or a record store."),
        ),
        click.Option(
            ["--since"],
            metavar=_("TIME"),
            help=_(
                "Only attempts played since a date or an ISO time; last: what the "
                "store has not taken, which is usual."
            ),
        ),
        click.Option(
            ["--key"],
            envvar=KEY,
            default="",
            help=_("The key of the record store, or {variable}.").format(variable=KEY),
        ),
        click.Option(
            ["--secret"],
            envvar=SECRET,
            default="",
            help=_("Its secret; better by the variable {variable}.").format(
                variable=SECRET
            ),
        ),
        click.Option(["--name"], metavar=_("NAME"), help=_("Say that it was you.")),
        click.Option(
            ["--again"],
            is_flag=True,
            help=_("Send what the store has taken before, too."),
        ),
    ]


def _run(
    to: str | None,
    since: str | None,
    key: str,
    secret: str,
    name: str | None,
    again: bool,
    shell: Shell,
) -> int:
    from simulator.cli.xapi.since import LAST, since_of

    _ = shell.texts.gettext
    settings = settings_of(click.get_current_context())
    called = (name or "").strip() or None
    moment = since_of(since)
    if to is not None and "://" in to:
        from simulator.cli.xapi.sending import Wish, send
        from simulator.lrs import address_of

        if bool(key) != bool(secret):
            raise click.UsageError(_("A key and a secret go together: give both."))
        wish = Wish(address_of(to), key, secret, called, moment, again)
        return send(wish, settings, shell)
    from simulator.cli.xapi.filing import file_statements

    if to is not None and _typed("key", "secret"):
        from simulator.lrs import NO_ADDRESS, BadAddressError

        raise BadAddressError(NO_ADDRESS)
    if since == LAST or again:
        raise click.UsageError(
            _("--since last and --again are for a record store; a file has it all.")
        )
    path = None if to is None else Path(to)
    return file_statements(path, called, moment, settings, shell)


def _typed(*names: str) -> bool:
    """Tell whether options stand on the command line, and not in the environment."""
    source = click.get_current_context().get_parameter_source
    return any(source(one) is ParameterSource.COMMANDLINE for one in names)
