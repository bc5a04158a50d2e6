"""Bring the message catalogues up to date: `make messages`.

Extracts what is marked for translation, keeps the translations there are, drops
what is no longer said, and compiles. With `--check` nothing is written and the
exit code tells whether anything would have to be.
"""

import io
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from string import Formatter
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

Identifier = str | tuple[str, ...]
"""A message as the code says it; where it counts, in the singular and the plural."""

ROOT: Final = Path(__file__).resolve().parent.parent
SOURCE: Final = ROOT / "simulator"
LOCALE: Final = SOURCE / "locale"
DOMAIN: Final = "whose-client"
TEMPLATE: Final = LOCALE / f"{DOMAIN}.pot"
LANGUAGES: Final = ("ru", "en")
KEYWORDS: Final[dict[str, tuple[int, ...] | None]] = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "N_": None,
    "NN_": (1, 2),
}
METHODS: Final = [("**.py", "python"), ("**/templates/**.html", "jinja2")]
FIXED: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""The date in every header: a catalogue changes only when its words do."""


def main(arguments: list[str]) -> int:
    """Update the catalogues, or check them.

    Returns:
        The exit code: 0 when all is well, 1 when `--check` found something.
    """
    if "--check" in arguments:
        complaints = list(check())
        sys.stderr.write("".join(f"{complaint}\n" for complaint in complaints))
        return 1 if complaints else 0
    messages = extracted()
    TEMPLATE.write_bytes(as_po(template(messages)))
    for language in LANGUAGES:
        catalog = updated(language, messages)
        place(language, "po").parent.mkdir(parents=True, exist_ok=True)
        place(language, "po").write_bytes(as_po(catalog))
        place(language, "mo").write_bytes(as_mo(catalog))
        missing = sum(not translated(message) for message in said(catalog))
        sys.stderr.write(f"{language}: {missing} to translate\n")
    return 0


def check() -> Iterator[str]:
    """Tell all that is wrong with the catalogues."""
    messages = extracted()
    if not TEMPLATE.exists() or TEMPLATE.read_bytes() != as_po(template(messages)):
        yield "the template is not up to date; run `make messages`"
    for language in LANGUAGES:
        catalog = updated(language, messages)
        if not place(language, "po").exists():
            yield f"{language}: there is no catalogue; run `make messages`"
            continue
        if place(language, "po").read_bytes() != as_po(catalog):
            yield f"{language}: the catalogue is not up to date; run `make messages`"
            yield from (f"{language}: {one}" for one in strays(language, catalog))
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
    for text in texts(message.string):
        if not fits(text, message.id):
            yield f"other placeholders: {text!r} for {message.id!r}"
    if message.fuzzy:
        yield f"marked as fuzzy: {message.id!r}"


def updated(language: str, messages: Iterable[Identifier]) -> Catalog:
    """Return the catalogue of a language as it ought to be with these messages."""
    kept = stored(language)
    fresh = empty(language)
    for identifier in messages:
        old = kept.get(key(identifier))
        if old is None or not same_forms(identifier, old.id):
            fresh.add(identifier)
            continue
        marks = old.flags & {"fuzzy"}
        fresh.add(identifier, old.string, flags=marks, user_comments=old.user_comments)
    return fresh


def template(messages: Iterable[Identifier]) -> Catalog:
    """Return what there is to say, for whoever begins another language."""
    catalog = empty(None)
    for identifier in messages:
        catalog.add(identifier)
    return catalog


def stored(language: str) -> Catalog:
    """Return the catalogue of a language as it lies there; one not there is empty."""
    path = place(language, "po")
    if not path.exists():
        return Catalog(language)
    return read_po(io.BytesIO(path.read_bytes()), locale=language)


def empty(language: str | None) -> Catalog:
    """Return a catalogue with a header alone, for a language or for all."""
    catalog = Catalog(
        language,
        domain=DOMAIN,
        project=DOMAIN,
        version="1",
        creation_date=FIXED,
        revision_date=FIXED,
        last_translator="whose-client <->",
        language_team=language or "-",
        msgid_bugs_address="-",
        fuzzy=False,
    )
    catalog.header_comment = f"# Messages of {DOMAIN}: {language or 'the template'}."
    return catalog


def strays(language: str, catalog: Catalog) -> Iterator[str]:
    """Name the messages that a stored catalogue lacks, or has for nothing."""
    kept = stored(language)
    there = {key(one.id) for one in said(kept)}
    wanted = {key(one.id) for one in said(catalog)}
    yield from (f"missing: {one!r}" for one in sorted(wanted - there))
    for one in sorted((there - wanted) | set(kept.obsolete)):
        yield f"no longer said: {one!r}"


def extracted() -> list[Identifier]:
    """Return what the code says, each message once, in the order of the alphabet."""
    found = {
        identifier
        for _, _, identifier, _, _ in extract_from_dir(
            str(SOURCE), METHODS, keywords=KEYWORDS
        )
    }
    return sorted(found, key=key)


def key(identifier: object) -> str:
    """Return what a message is looked up by: of several forms, the first."""
    return texts(identifier)[0]


def same_forms(one: object, other: object) -> bool:
    """Tell whether two messages are alike in having plural forms or none."""
    return isinstance(one, str) == isinstance(other, str)


def place(language: str, suffix: str) -> Path:
    """Return where a catalogue lies."""
    return LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.{suffix}"


def as_po(catalog: Catalog) -> bytes:
    """Write a catalogue so that a change shows only where words changed."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=88, no_location=True, sort_output=True)
    return buffer.getvalue()


def as_mo(catalog: Catalog) -> bytes:
    """Compile a catalogue as it reads once written, which a new one does not yet."""
    buffer = io.BytesIO()
    write_mo(buffer, read_po(io.BytesIO(as_po(catalog)), locale=catalog.locale))
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


def fits(text: str, identifier: object) -> bool:
    """Tell whether a translation can be filled in wherever its message can.

    It may name what some form of the message names, and must name what all do.
    """
    try:
        forms = [placeholders(form) for form in texts(identifier)]
        names = placeholders(text)
    except ValueError:  # a brace too many or too few
        return False
    return set.intersection(*forms) <= names <= set.union(*forms)


def placeholders(text: str) -> set[str]:
    """Return the names in braces, without what follows a `!` or a `:`.

    Raises:
        ValueError: The braces do not pair.
    """
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
