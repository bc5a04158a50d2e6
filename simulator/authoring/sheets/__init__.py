"""A scenario as a workbook, for trainers who would rather not write YAML.

`export` makes the workbook, `import_scenario` brings it back. Nothing is written
anew: the import changes the stretches of the text whose words were changed in a
cell, so everything else stays byte for byte.
"""

from collections.abc import Callable

from simulator.authoring.sheets.file import ScenarioFile, open_scenario
from simulator.authoring.sheets.given import Workbook
from simulator.authoring.sheets.hidden import Source
from simulator.authoring.sheets.importing import Imported, import_scenario
from simulator.authoring.sheets.problems import (
    NoScenarioError,
    NotOursError,
    NotSoundError,
    OtherScenarioError,
    Problem,
    SameLanguageError,
    SheetsError,
    TooBigWorkbookError,
)
from simulator.authoring.sheets.reading import read_workbook
from simulator.authoring.sheets.rows import tables
from simulator.authoring.sheets.translation import import_translation, translation
from simulator.authoring.sheets.writing import workbook

__all__ = [
    "Imported",
    "NoScenarioError",
    "NotOursError",
    "NotSoundError",
    "OtherScenarioError",
    "Problem",
    "SameLanguageError",
    "ScenarioFile",
    "SheetsError",
    "TooBigWorkbookError",
    "Workbook",
    "export",
    "export_translation",
    "import_scenario",
    "import_translation",
    "open_scenario",
    "read_workbook",
]


def export(file: ScenarioFile, gettext: Callable[[str], str]) -> bytes:
    """Return a scenario as a workbook, its headings in a language."""
    source = Source("scenario", file.scenario.id, file.text)
    return workbook(source, tables(file.root), file.root, gettext)


def export_translation(
    file: ScenarioFile,
    sibling: ScenarioFile | None,
    language: str,
    gettext: Callable[[str], str],
) -> bytes:
    """Return a workbook with the words of a scenario and those of its translation.

    Args:
        file: What is translated.
        sibling: The translation as far as there is one.
        language: The language that it is translated into.
        gettext: The language of headings and hints.

    Raises:
        SameLanguageError: It is in that language already.
    """
    if file.scenario.language == language:
        raise SameLanguageError(file.name, language)
    text = sibling.text if sibling else ""
    source = Source(language, file.scenario.id, text, file.text)
    rows = translation(file.root, sibling.root if sibling else None)
    return workbook(source, rows, file.root, gettext)
