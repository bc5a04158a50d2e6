"""`whose-client explain`: what a code of `check` means."""

from typing import TYPE_CHECKING

import click

from simulator.cli.exits import Exit
from simulator.cli.output import format_option, tell, write, write_json
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Shell

if TYPE_CHECKING:
    from simulator.authoring.explaining import Explanation


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext
    codes = click.Argument(["codes"], nargs=-1, metavar=_("[CODES...]"))

    def run(codes: tuple[str, ...], form: str) -> int:
        from simulator.authoring.codes import ALL

        wanted = codes or tuple(ALL)
        return _run(wanted, short=not codes, form=form, shell=shell)

    page = Page(
        text=_(
            "Explain the codes of findings.\n"
            "\n"
            "CODES are such as SCN861. Without them every code is listed, with what "
            "it says. With one comes its page: why it matters, a bad example, the "
            "message, and how to mend it."
        ),
        examples=(f"{NAME} explain SCN861", f"{NAME} explain"),
        exits=exits(shell, _("there is no such code")),
    )
    return Paged("explain", page, shell, run, [codes, format_option(shell.texts)])


def _run(codes: tuple[str, ...], *, short: bool, form: str, shell: Shell) -> int:
    from simulator.authoring.explaining import explain

    told: list[Explanation] = []
    failed = False
    for code in codes:
        found = explain(code, shell.texts, shell.language)
        if found is None:
            failed = True
            _tell_unknown(code, shell)
        else:
            told.append(found)
    if form == "json":
        write_json([_as_json(one) for one in told])
    else:
        for number, one in enumerate(told):
            _write(one, short, number, shell)
    return Exit.FAILED if failed else Exit.FINE


def _tell_unknown(code: str, shell: Shell) -> None:
    from difflib import get_close_matches

    from simulator.authoring.codes import ALL

    _ = shell.texts.gettext
    told = _("There is no code {code}; without a code all are listed.")
    near = get_close_matches(code.upper(), ALL, n=1)
    if near:
        told = _("There is no code {code}. Did you mean {near}?")
    tell(told.format(code=code, near="".join(near)))


def _write(one: "Explanation", short: bool, number: int, shell: Shell) -> None:
    severity = shell.texts.gettext(str(one.severity))
    if short:
        write(f"{one.code} {severity}: {one.message}")
        return
    if number:
        write("")
    write(f"{one.code}, {severity}: {one.message}.")
    write(one.remedy)
    if one.page:
        write("")
        for line in one.page.splitlines():
            write(line)


def _as_json(one: "Explanation") -> dict[str, str]:
    return {
        "code": one.code,
        "severity": str(one.severity),
        "message": one.message,
        "remedy": one.remedy,
        "page": one.page,
    }
