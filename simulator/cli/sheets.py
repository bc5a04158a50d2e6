"""What `whose-client sheet` reads and writes."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from gettext import NullTranslations
from pathlib import Path
from typing import Final

from msgspec import Struct

from simulator import i18n
from simulator.authoring import sheets
from simulator.authoring.sheets import Imported, ScenarioFile
from simulator.errors import SimulatorError
from simulator.messages import N_
from simulator.packs import UnreadableFileError, read_file
from simulator.scenario.peek import peek
from simulator.sessions.filed import write_file
from simulator.tables.errors import UnreadableTableError

_MOST: Final = 64 * 1024 * 1024
"""Bytes that a workbook may have."""


class ChangedMeanwhileError(SimulatorError):
    """The file was written by somebody else while it was worked on."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            N_("{path} was changed meanwhile. Nothing was written; import again."),
            path=path,
        )


class NotAnXlsxError(SimulatorError):
    """A workbook would be written under the name of something else."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            N_("{path}: a workbook is an XLSX file. Let its name end in .xlsx."),
            path=path,
        )


class SameFileError(SimulatorError):
    """What is read would be written over."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            N_("{path} is what is read here. Write to another file."), path=path
        )


class TranslationNamedError(SimulatorError):
    """The translation was named in place of what was translated."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            N_(
                "{path} is the translation. Name the scenario that was translated; the "
                "translation beside it is found by itself."
            ),
            path=path,
        )


def export(
    scenario: Path, language: str | None, gettext: Callable[[str], str]
) -> bytes:
    """Return a scenario, or its translation, as a workbook.

    Raises:
        SimulatorError: It cannot be read, or has mistakes.
    """
    file = sheets.open_scenario(read_file(scenario), str(scenario))
    if language is None:
        return sheets.export(file, gettext)
    sibling = _opened(_sibling(scenario, file, language))
    return sheets.export_translation(file, sibling, language, gettext)


def not_over(output: Path, read: Path) -> None:
    """See to it that what is read is not written over.

    Raises:
        SameFileError: It would be.
    """
    with suppress(OSError):
        if output.samefile(read):
            raise SameFileError(output)


def workbook_at(path: Path, scenario: Path) -> None:
    """See to it that a workbook can be written there.

    Raises:
        NotAnXlsxError: It would not look like one.
        SameFileError: The scenario is there.
    """
    if path.suffix.lower() != ".xlsx":
        raise NotAnXlsxError(path)
    not_over(path, scenario)


class Brought(Struct, frozen=True):
    """A workbook brought back, not yet written."""

    imported: Imported
    target: Path
    """The file that it changes."""
    _before: bytes | None
    """The target's bytes when it was read; None when it was not there."""
    _file: ScenarioFile

    def write(self, path: Path) -> bool:
        """Write the new text; False when there is none, or nothing new in it.

        Raises:
            ChangedMeanwhileError: The target is no longer what was read.
            NotWrittenError: The system refuses.
        """
        if self.imported.text is None:
            return False
        if path == self.target and _bytes(path) != self._before:
            raise ChangedMeanwhileError(path)
        data = self._file.data(self.imported.text)
        if data == self._before and path == self.target:
            return False
        write_file(path, data)
        return True


def bring_back(workbook: Path, scenario: Path, texts: NullTranslations) -> Brought:
    """Hold a workbook against a scenario, or against its translation.

    Raises:
        SimulatorError: One of them cannot be read, or is not what it should be.
    """
    catalogues = [texts, *map(i18n.load, i18n.LANGUAGES)]
    book = sheets.read_workbook(
        _workbook(workbook), str(workbook), [one.gettext for one in catalogues]
    )
    data = read_file(scenario)
    file = sheets.open_scenario(data, str(scenario))
    if book.kind == "scenario":
        return Brought(sheets.import_scenario(book, file), scenario, data, file)
    if file.scenario.language == book.kind:
        raise TranslationNamedError(scenario)
    target = _sibling(scenario, file, book.kind)
    before = _bytes(target)
    sibling = None if before is None else sheets.open_scenario(before, str(target))
    imported = sheets.import_translation(book, file, sibling)
    return Brought(imported, target, before, sibling or file)


def as_json(
    imported: Imported, written: Path | None, texts: NullTranslations
) -> Mapping[str, object]:
    """Return what became of an import as JSON; its keys are a contract."""
    return {
        "sound": imported.text is not None,
        "written": None if written is None else str(written),
        "changed": imported.changed,
        "added": imported.added,
        "deleted": imported.deleted,
        "untranslated": imported.untranslated,
        "moved": imported.moved,
        "problems": [
            {
                "sheet": problem.sheet or None,
                "cell": problem.cell or None,
                "severity": "error" if problem.serious else "note",
                "message": problem.sentence(texts),
            }
            for problem in imported.problems
        ],
    }


def _sibling(scenario: Path, file: ScenarioFile, language: str) -> Path:
    """Return where the translation stands, or is to stand."""
    own = f".{file.scenario.language}"
    stem = scenario.stem.removesuffix(own)
    usual = scenario.with_name(f"{stem}.{language}{scenario.suffix}")
    bare = scenario.with_name(f"{stem}{scenario.suffix}")
    if usual.exists() or bare == scenario:
        return usual
    head = peek(_bytes(bare) or b"")
    fits = head is not None and head.language == language
    return bare if fits else usual


def _opened(path: Path) -> ScenarioFile | None:
    data = _bytes(path)
    return None if data is None else sheets.open_scenario(data, str(path))


def _bytes(path: Path) -> bytes | None:
    return read_file(path) if path.exists() else None


def _workbook(path: Path) -> bytes:
    """Return the bytes of a workbook.

    Raises:
        UnreadableTableError: It is missing, or no file, or may not be read.
        TooBigWorkbookError: It is larger than any scenario's.
    """
    try:
        if not path.is_file():
            why = (
                N_("it is not a file") if path.exists() else N_("there is no such file")
            )
            raise UnreadableFileError(path, why)
        if path.stat().st_size > _MOST:
            raise sheets.TooBigWorkbookError(str(path), _MOST >> 20)
        return path.read_bytes()
    except OSError as error:
        raise UnreadableTableError(path, error.strerror or str(error)) from error
