"""`whose-client sheet`: a scenario, or its translation, as a spreadsheet and back."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator import i18n
from simulator.cli.exits import Exit
from simulator.cli.output import format_option, tell, write, write_json
from simulator.cli.program import NAME, Page, Paged, PagedGroup, exits
from simulator.cli.replacing import force_option, stays
from simulator.cli.settings import Shell

if TYPE_CHECKING:
    from simulator.authoring.sheets import Imported


def command(shell: Shell) -> click.Command:
    """Make the group."""
    _ = shell.texts.gettext
    page = Page(
        text=_(
            "Edit a scenario, or its translation, as a spreadsheet.\n"
            "\n"
            "`sheet export` writes an XLSX with one row a line or reply, `sheet "
            "import` brings the changes back into the YAML and leaves all else as it "
            "was."
        ),
        examples=(
            f"{NAME} sheet export talk.yaml talk.xlsx",
            f"{NAME} sheet import talk.xlsx talk.yaml",
        ),
        exits=exits(shell, _("a cell is wrong, or a conflict; nothing was written")),
    )
    return PagedGroup("sheet", page, shell, [_export(shell), _import(shell)])


def _path(name: str, metavar: str) -> click.Argument:
    return click.Argument([name], type=click.Path(path_type=Path), metavar=metavar)


def _export(shell: Shell) -> click.Command:
    _ = shell.texts.gettext
    translation = click.Option(
        ["--translation"],
        type=click.Choice(i18n.LANGUAGES),
        help=_("Write the words beside those of the translation into this language."),
    )

    def run(scenario: Path, file: Path, translation: str | None, force: bool) -> int:
        from simulator.cli.sheets import export, workbook_at
        from simulator.sessions.filed import write_file

        workbook_at(file, scenario)
        if stays(file, force=force, shell=shell):
            return Exit.UNUSABLE
        write_file(file, export(scenario, translation, shell.texts.gettext))
        tell(_("Saved: {path}").format(path=file))
        return Exit.FINE

    page = Page(
        text=_(
            "Write a scenario as an XLSX workbook.\n"
            "\n"
            "One row a line or reply; the comments of the YAML become notes at cells. "
            "With --translation two columns: the words, and the words of the sibling "
            "file in that language, as far as there is one."
        ),
        examples=(
            f"{NAME} sheet export talk.yaml talk.xlsx",
            f"{NAME} sheet export --translation en talk.yaml talk-en.xlsx",
        ),
        exits=exits(shell),
    )
    params = [
        _path("scenario", _("SCENARIO")),
        _path("file", _("FILE.xlsx")),
        translation,
        force_option(shell),
    ]
    return Paged("export", page, shell, run, params)


def _import(shell: Shell) -> click.Command:
    _ = shell.texts.gettext
    output = click.Option(
        ["--output"],
        type=click.Path(path_type=Path),
        metavar=_("NEW.yaml"),
        help=_("Write here, and leave the scenario as it is."),
    )
    check_only = click.Option(
        ["--check-only"], is_flag=True, help=_("Tell what is wrong; write nothing.")
    )

    def run(
        file: Path,
        scenario: Path,
        output: Path | None,
        check_only: bool,
        force: bool,
        form: str,
    ) -> int:
        from simulator.cli.sheets import bring_back, not_over

        if output is not None:
            not_over(output, file)
        brought = bring_back(file, scenario, shell.texts)
        target = output or brought.target
        if stays(output, force=force, shell=shell):
            return Exit.UNUSABLE
        wrote = not check_only and brought.write(target)
        _tell(brought.imported, target if wrote else None, form, shell)
        return Exit.FINE if brought.imported.text is not None else Exit.FAILED

    page = Page(
        text=_(
            "Bring the changes of a workbook back into the YAML.\n"
            "\n"
            "Only what was changed in a cell is changed in the file: its order, its "
            "comments and its layout stay. What was changed in both places since the "
            "export is told cell by cell, and while anything is wrong nothing is "
            "written. A translation goes into the sibling file of SCENARIO."
        ),
        examples=(
            f"{NAME} sheet import talk.xlsx talk.yaml --check-only",
            f"{NAME} sheet import talk.xlsx talk.yaml --output new.yaml",
        ),
        exits=exits(shell, _("a cell is wrong, or a conflict; nothing was written")),
    )
    params = [
        _path("file", _("FILE.xlsx")),
        _path("scenario", _("SCENARIO")),
        output,
        check_only,
        force_option(shell),
        format_option(shell.texts),
    ]
    return Paged("import", page, shell, run, params)


def _tell(imported: "Imported", written: Path | None, form: str, shell: Shell) -> None:
    """Write what is wrong to stdout, and how much was changed."""
    from simulator.cli.sheets import as_json

    if form == "json":
        write_json(as_json(imported, written, shell.texts))
        return
    _ = shell.texts.gettext
    for problem in imported.problems:
        word = _("error") if problem.serious else _("note")
        write(f"{word}: {problem.sentence(shell.texts)}")
    counts = _("cells changed: {changed}, rows added: {added}, deleted: {deleted}.")
    if imported.text is not None:
        tell(
            counts.format(
                changed=imported.changed, added=imported.added, deleted=imported.deleted
            )
        )
    if imported.untranslated:
        left = _("still as in the original: {n}.")
        tell(left.format(n=imported.untranslated))
    if imported.moved:
        tell(_("rows moved: {moved}.").format(moved=imported.moved))
    if written is not None:
        tell(_("Saved: {path}").format(path=written))
    else:
        tell(_("Nothing was written."))
