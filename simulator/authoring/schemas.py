"""Where the shipped JSON Schemas lie, for editors that check a file as it is typed."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from simulator.scenario.kinds import Kind

FOLDER: Final = Path(__file__).parent.parent / "schemas"
LANGUAGES: Final[Mapping[str, str]] = {"ru": "", "en": ".en"}
"""Language of the hover texts → what the name of the file has of it."""
KINDS: Final = tuple(kind for kind in Kind if kind is not Kind.UNKNOWN)
"""The kinds of file that have a schema."""


def path_of(kind: Kind, language: str) -> Path:
    """Return where a schema lies: `scenario.schema.json`, `scenario.schema.en.json`."""
    return FOLDER / f"{kind}.schema{LANGUAGES[language]}.json"
