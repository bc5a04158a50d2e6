"""What is asked of the whole program, before or after the command's name."""

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from gettext import NullTranslations
from pathlib import Path
from typing import Final

import click
from msgspec import Struct

from simulator import i18n
from simulator.cli.language import OPTION, Chosen

_KEY: Final = "simulator.cli.settings"


@dataclass(frozen=True, slots=True)
class Shell:
    """What a command runs in."""

    texts: NullTranslations
    chosen: Chosen
    held: list[ExitStack] = field(default_factory=list[ExitStack], compare=False)
    """What a command has made so much of that freeing it piece by piece would take a
    while: the program ends before, and the system takes all back at once."""

    @property
    def language(self) -> str:
        """The language of the command line: `ru` or `en`."""
        return self.chosen.language


class Settings(Struct, frozen=True):
    """The global options as they were given."""

    data: Path | None
    """The folder of `--data`; None leaves it to the environment."""
    plain: bool
    colour: bool
    """False after `--no-color`; the variable NO_COLOR is looked at elsewhere."""


def global_options(shell: Shell) -> list[click.Parameter]:
    """Make the options that the program and every command take."""
    _ = shell.texts.gettext
    return [
        _option(
            "--data",
            metavar=_("DIR"),
            type=click.Path(path_type=Path),
            help=_("Keep attempts and settings in this folder."),
        ),
        _option(
            OPTION,
            type=click.Choice(i18n.LANGUAGES),
            help=_("Speak this language; otherwise the system's is used."),
        ),
        _option("--plain", is_flag=True, help=_("Play as lines of text.")),
        _option("--no-color", is_flag=True, help=_("Use no colours.")),
    ]


def settings_of(context: click.Context) -> Settings:
    """Return the global options, wherever on the line they stood."""
    given: Mapping[str, object] = context.meta.get(_KEY, {})
    data = given.get("data")
    return Settings(
        data=data if isinstance(data, Path) else None,
        plain=bool(given.get("plain")),
        colour=not given.get("no_color"),
    )


def _option(name: str, **attributes: object) -> click.Option:
    return click.Option([name], expose_value=False, callback=_keep, **attributes)  # type: ignore[arg-type]  # checked by click


def _keep(context: click.Context, parameter: click.Parameter, value: object) -> None:
    """Remember an option; the one given last wins, one not given changes nothing."""
    if value:
        context.meta.setdefault(_KEY, {})[parameter.name] = value
