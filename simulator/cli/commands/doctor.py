"""`whose-client doctor`: what is where, and whether it works."""

import click

from simulator.cli.exits import Exit
from simulator.cli.output import format_option, write, write_json
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Shell, settings_of
from simulator.messages import N_

_SECTIONS = {
    "versions": N_("Versions"),
    "data": N_("Data folder"),
    "store": N_("Store of attempts"),
    "packs": N_("Packs"),
    "language": N_("Language"),
    "terminal": N_("Terminal"),
    "weights": N_("Weights for reading free text"),
}
_NAMES = {
    "pyyaml_c_parser": N_("PyYAML has its C parser"),
    "folder": N_("folder"),
    "exists": N_("is there"),
    "file": N_("file"),
    "ok": N_("works"),
    "attempts": N_("attempts"),
    "trouble": N_("trouble"),
    "version": N_("version"),
    "path": N_("path"),
    "files": N_("files"),
    "errors": N_("errors"),
    "warnings": N_("warnings"),
    "language": N_("language"),
    "why": N_("chosen by"),
    "system": N_("the system"),
    "columns": N_("columns"),
    "lines": N_("lines"),
    "input_is_terminal": N_("input is a terminal"),
    "output_is_terminal": N_("output is a terminal"),
    "encoding": N_("encoding"),
    "reader": N_("reader"),
    "tuned": N_("the tuned network"),
    "lexical": N_("words and letters only, the reader of last resort"),
    "megabytes": N_("megabytes"),
}
_WORDS = {"system", "tuned", "lexical"}
"""Values that are told in words."""


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext

    def doctor(form: str) -> int:
        from simulator.cli.doctoring import examine, healthy

        facts = examine(settings_of(click.get_current_context()), shell)
        if form == "json":
            write_json(facts)
        else:
            for section, found in facts.items():
                _write(section, found, shell)
        return Exit.FINE if healthy(facts) else Exit.FAILED

    page = Page(
        text=_(
            "Tell what is where, and whether it works.\n"
            "\n"
            "Versions, the data folder, the store, the packs, the language, the "
            "terminal and the reader of own words: what to send along when something "
            "goes wrong. Changes nothing."
        ),
        examples=(f"{NAME} doctor", f"{NAME} doctor --format json"),
        exits=exits(shell, _("the store or a pack is broken"), store=True),
    )
    return Paged("doctor", page, shell, doctor, [format_option(shell.texts)])


def _write(section: str, found: object, shell: Shell) -> None:
    _ = shell.texts.gettext
    title = _(_SECTIONS[section])
    if found is None:
        write(_("{title}: none yet").format(title=title))
        return
    write(f"{title}:")
    for one in found if isinstance(found, list) else [found]:
        for name, value in one.items() if isinstance(one, dict) else ():
            write(f"  {_named(name, shell)}: {_value(value, shell)}")


def _named(name: str, shell: Shell) -> str:
    return shell.texts.gettext(_NAMES[name]) if name in _NAMES else name


def _value(value: object, shell: Shell) -> str:
    _ = shell.texts.gettext
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if value is None:
        return "-"
    return _named(str(value), shell) if value in _WORDS else str(value)
