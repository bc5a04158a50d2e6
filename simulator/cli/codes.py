"""Which findings are told: `--select` and `--ignore`, the same for all commands."""

from gettext import NullTranslations
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from simulator.authoring import Selection


def code_options(texts: NullTranslations) -> list[click.Parameter]:
    """Make the options, called `select` and `ignore`."""
    _ = texts.gettext
    return [
        click.Option(
            ["--select"],
            multiple=True,
            metavar=_("CODES"),
            help=_("Only these codes, or their beginnings: SCN86,SCN871."),
        ),
        click.Option(
            ["--ignore"],
            multiple=True,
            metavar=_("CODES"),
            help=_("Not these codes."),
        ),
    ]


def selection_of(
    select: tuple[str, ...], ignore: tuple[str, ...], texts: NullTranslations
) -> "Selection":
    """Read the codes of the command line.

    Raises:
        BadParameter: One of them is the beginning of no code.
    """
    from simulator.authoring import Selection

    given = [_codes(select), _codes(ignore)]
    for code in (*given[0], *given[1]):
        if not _begins_one(code):
            told = texts.gettext("no code begins with {code}")
            raise click.BadParameter(told.format(code=code))
    return Selection(*given)


def _begins_one(code: str) -> bool:
    from simulator.authoring.codes import ALL

    return any(known.startswith(code) for known in ALL)


def _codes(given: tuple[str, ...]) -> tuple[str, ...]:
    parts = (part.strip().upper() for one in given for part in one.split(","))
    return tuple(part for part in parts if part)
