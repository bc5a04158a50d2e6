"""Bring the message catalogues up to date: `make messages`.

Extracts what is marked for translation, keeps the translations there are, drops
what is no longer said, and compiles. With `--check` nothing is written and the
exit code tells whether anything would have to be.
"""

import io
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT: Final = Path(__file__).resolve().parent.parent
SOURCE: Final = ROOT / "simulator"
LOCALE: Final = SOURCE / "locale"
DOMAIN: Final = "whose-client"
LANGUAGES: Final = ("ru", "en")
KEYWORDS: Final[dict[str, tuple[int, ...] | None]] = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "N_": None,
    "NN_": (1, 2),
}
FIXED: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""The date in every header: a catalogue changes only when its words do."""
_PLACEHOLDER: Final = re.compile(r"\{[a-z_]*\}")


def main(arguments: list[str]) -> int:
    """Update the catalogues, or check them.

    Returns:
        The exit code: 0 when all is well, 1 when `--check` found something.
    """
    if "--check" in arguments:
        complaints = list(check())
        sys.stderr.write("".join(f"{complaint}\n" for complaint in complaints))
        return 1 if complaints else 0
    for language in LANGUAGES:
        catalog = updated(language)
        place(language, "po").parent.mkdir(parents=True, exist_ok=True)
        place(language, "po").write_bytes(as_po(catalog))
        place(language, "mo").write_bytes(as_mo(catalog))
        missing = sum(not translated(message) for message in said(catalog))
        sys.stderr.write(f"{language}: {missing} to translate\n")
    return 0


def check() -> Iterator[str]:
    """Tell all that is wrong with the catalogues."""
    for language in LANGUAGES:
        catalog = updated(language)
        if not place(language, "po").exists():
            yield f"{language}: there is no catalogue; run `make messages`"
            continue
        if place(language, "po").read_bytes() != as_po(catalog):
            yield f"{language}: the catalogue is not up to date; run `make messages`"
        if place(language, "mo").read_bytes() != as_mo(catalog):
            yield f"{language}: the compiled catalogue differs; run `make messages`"
        for message in said(catalog):
            yield from (f"{language}: {fault}" for fault in faults(message, language))


def faults(message: Message, language: str) -> Iterator[str]:
    """Tell what is wrong with one translation."""
    if not translated(message):
        if language != "en":
            yield f"not translated: {message.id!r}"
        return
    wanted = placeholders(message.id)
    for text in texts(message.string):
        if placeholders(text) - wanted or not named(text) >= named_always(message.id):
            yield f"other placeholders: {text!r} for {message.id!r}"
    if message.fuzzy:
        yield f"marked as fuzzy: {message.id!r}"


def updated(language: str) -> Catalog:
    """Return the catalogue of a language as it ought to be."""
    path = place(language, "po")
    kept = Catalog(language)
    if path.exists():
        kept = read_po(io.BytesIO(path.read_bytes()), locale=language)
    fresh = Catalog(
        language,
        domain=DOMAIN,
        project=DOMAIN,
        version="1",
        creation_date=FIXED,
        revision_date=FIXED,
        last_translator="whose-client <->",
        language_team=language,
        msgid_bugs_address="-",
        fuzzy=False,
    )
    fresh.header_comment = f"# Messages of {DOMAIN}: {language}."
    for identifier in extracted():
        old = kept.get(identifier if isinstance(identifier, str) else identifier[0])
        fresh.add(identifier, old.string if old else None)
    return fresh


def extracted() -> list[str | tuple[str, ...]]:
    """Return what the code says, each message once, in the order of the alphabet."""
    found = {
        identifier
        for _, _, identifier, _, _ in extract_from_dir(
            str(SOURCE), [("**.py", "python")], keywords=KEYWORDS
        )
    }
    return sorted(found, key=lambda one: one if isinstance(one, str) else one[0])


def place(language: str, suffix: str) -> Path:
    """Return where a catalogue lies."""
    return LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.{suffix}"


def as_po(catalog: Catalog) -> bytes:
    """Write a catalogue so that a change shows only where words changed."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=88, no_location=True, sort_output=True)
    return buffer.getvalue()


def as_mo(catalog: Catalog) -> bytes:
    """Compile a catalogue."""
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def said(catalog: Catalog) -> list[Message]:
    """Return the messages of a catalogue, without its header."""
    return [message for message in catalog if message.id]


def translated(message: Message) -> bool:
    """Tell whether every form of a message is translated."""
    return bool(message.string) and all(texts(message.string))


def texts(value: object) -> list[str]:
    """Return all forms of a message or of its translation."""
    return (
        [str(one) for one in value] if isinstance(value, tuple | list) else [str(value)]
    )


def placeholders(value: object) -> set[str]:
    """Return the names in braces of all forms."""
    return {name for text in texts(value) for name in _PLACEHOLDER.findall(text)}


def named(text: str) -> set[str]:
    """Return the names in braces of one text."""
    return set(_PLACEHOLDER.findall(text))


def named_always(value: object) -> set[str]:
    """Return the names that no form may leave out."""
    return set.intersection(*(named(text) for text in texts(value)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
