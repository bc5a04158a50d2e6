"""Bring the shipped JSON Schemas up to date: `python -m tools.schemas`.

With `--check` nothing is written, and the exit code tells whether anything would
have to be.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from simulator.authoring.schemas import FOLDER, path_of
from simulator.scenario.jsonschema import ROOTS, json_schema
from tools.schemas.words import LANGUAGES, words


def main(arguments: list[str]) -> int:
    """Write the schemas, or check them.

    Returns:
        The exit code: 0 when all is well, 1 when `--check` found one out of date.
    """
    if "--check" in arguments:
        stale = list(out_of_date())
        sys.stderr.write("".join(f"{path.name} is out of date\n" for path in stale))
        return 1 if stale else 0
    FOLDER.mkdir(exist_ok=True)
    for path, text in schemas().items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return 0


def out_of_date() -> Iterator[Path]:
    """Yield the files that differ from what the model says, lack or are too many."""
    wanted = schemas()
    for path in sorted({*wanted, *FOLDER.glob("*")}):
        text = path.read_text(encoding="utf-8") if path.exists() else None
        if text is None or text != wanted.get(path):
            yield path


def schemas() -> dict[Path, str]:
    """Return every schema as it ought to be, with the place where it lies."""
    spoken = {language: words(language) for language in LANGUAGES}
    return {
        path_of(kind, language): as_text(json_schema(kind, said))
        for language, said in spoken.items()
        for kind in ROOTS
    }


def as_text(schema: dict[str, object]) -> str:
    """Write a schema so that a change shows only where something changed."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
