"""`whose-client export`: attempts for other systems."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource
from msgspec import Struct

from simulator.cli.classes.where import database_option, names_option
from simulator.cli.program import NAME, Page, Paged, PagedGroup, exits
from simulator.cli.settings import Settings, Shell, settings_of

if TYPE_CHECKING:
    from simulator.cli.xapi.sending import Wish

KEY = "WHOSE_CLIENT_LRS_KEY"
SECRET = "WHOSE_CLIENT_LRS_SECRET"


class Asked(Struct, frozen=True):
    """What stands on the command line."""

    to: str | None
    since: str | None
    key: str
    secret: str
    name: str | None
    again: bool
    code: str | None
    names: str
    database: str

    @property
    def called(self) -> str | None:
        """What the person wants to be called; None: nothing."""
        return (self.name or "").strip() or None


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

    def run(**asked: Any) -> int:
        return _run(Asked(**asked), shell)

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
            "shown nor stored. The profile is in docs/xapi-profile.md.\n"
            "\n"
            "--class tells the talks of a class in place of your own, by the names "
            "that people have there. Nothing of it is remembered: everything is sent "
            "each time, and a store that has it already changes nothing."
        ),
        examples=(
            f"{NAME} export xapi > talks.jsonl",
            f"{NAME} export xapi --to talks.json --since 2026-11-01",
            f"{NAME} export xapi --class k7m2x9qd --names alias --to class.jsonl",
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
        click.Option(
            ["--class", "code"],
            metavar=_("CODE"),
            help=_("The talks of this class, in place of your own."),
        ),
        names_option(shell),
        database_option(shell),
    ]


def _run(asked: Asked, shell: Shell) -> int:
    from simulator.cli.xapi.since import since_of

    _ = shell.texts.gettext
    settings = settings_of(click.get_current_context())
    since = since_of(asked.since)
    wish = _wish(asked, since, shell)
    if wish is None:
        _check_file(asked, shell)
    path = None if asked.to is None or wish is not None else Path(asked.to)
    if asked.code is not None:
        return _class(asked, wish, path, since, settings, shell)
    if wish is not None:
        from simulator.cli.xapi.sending import send

        return send(wish, settings, shell)
    from simulator.cli.xapi.filing import file_statements

    return file_statements(path, asked.called, since, settings, shell)


def _wish(asked: Asked, since: str, shell: Shell) -> "Wish | None":
    """Return what is to be sent to a record store; None where none is meant."""
    if asked.to is None or "://" not in asked.to:
        return None
    from simulator.cli.xapi.sending import Wish
    from simulator.lrs import address_of

    if bool(asked.key) != bool(asked.secret):
        raise click.UsageError(
            shell.texts.gettext("A key and a secret go together: give both.")
        )
    address = address_of(asked.to)
    return Wish(address, asked.key, asked.secret, asked.called, since, asked.again)


def _check_file(asked: Asked, shell: Shell) -> None:
    """Refuse what makes no sense for a file."""
    from simulator.cli.xapi.since import LAST

    if asked.to is not None and _typed("key", "secret"):
        from simulator.lrs import NO_ADDRESS, BadAddressError

        raise BadAddressError(NO_ADDRESS)
    if asked.since == LAST or asked.again:
        raise click.UsageError(
            shell.texts.gettext(
                "--since last and --again are for a record store; a file has it all."
            )
        )


def _class(
    asked: Asked,
    wish: "Wish | None",
    path: Path | None,
    since: str,
    settings: Settings,
    shell: Shell,
) -> int:
    """Tell the talks of a class."""
    from simulator.classroom.held import Names
    from simulator.cli.classes.where import logs_of
    from simulator.cli.xapi.classes import file_class, send_class, talks_of
    from simulator.cli.xapi.since import LAST

    _ = shell.texts.gettext
    if asked.called or asked.again or asked.since == LAST:
        raise click.UsageError(
            _("--name, --again and --since last are for talks of your own.")
        )
    logs = logs_of(asked.database, settings)
    talks = talks_of(logs, asked.code or "", Names(asked.names), since)
    if wish is None:
        return file_class(talks, path, shell)
    return send_class(talks, wish, shell)


def _typed(*names: str) -> bool:
    """Tell whether options stand on the command line, and not in the environment."""
    source = click.get_current_context().get_parameter_source
    return any(source(one) is ParameterSource.COMMANDLINE for one in names)
