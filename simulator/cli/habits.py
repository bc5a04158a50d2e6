"""What is remembered between two starts: the language and the theme of the game.

A file that is missing, broken or cannot be written is no reason to stop.
"""

import json
from contextlib import suppress
from pathlib import Path
from typing import Final

from simulator import i18n

KEYS: Final = ("language", "theme")


def recalled(file: Path) -> dict[str, str]:
    """Return what is remembered: some of `KEYS`, all of it usable."""
    try:
        body = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(body, dict):
        return {}
    found = {key: body[key] for key in KEYS if isinstance(body.get(key), str)}
    if found.get("language") not in i18n.LANGUAGES:
        found.pop("language", None)
    return found


def remember(file: Path, **habits: str) -> None:
    """Remember habits; those not named stay as they were."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        body = json.dumps({**recalled(file), **habits}, ensure_ascii=False)
        beside = file.with_name(f"{file.name}.part")
        beside.write_text(body, encoding="utf-8")
        beside.replace(file)
