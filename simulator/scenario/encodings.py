"""Files that are no text, and text that some program has read in a wrong encoding."""

import re
from typing import Final

_DOCUMENTS: Final = (
    b"PK\x03\x04",  # also .docx, .xlsx, .odt
    b"\xd0\xcf\x11\xe0",  # .doc, .xls
    b"%PDF",
    b"{\\rtf",
    b"\x1f\x8b",
    b"\x89PNG",
)
"""How files begin that are taken for text by their name only."""
_READ_AS: Final = ("cp1251", "cp1252")
_RUN: Final = re.compile("[^\x00-\x7f]+")
_SUSPECT: Final = re.compile(
    "[ÐÑÂÃâРСв](?=[^\x00-\x7fА-Яа-яёЁ»])(?<![^\x00-\x7f].)[^\x00-\x7f]*"
)
"""Begins as two bytes of one letter do, read as two letters."""
_MEANT: Final = re.compile("[\xa0-\xff\u0400-\u045f\u2010-\u203a\u2116]+")
"""Letters and signs of the languages that files are written in."""
_FEWEST: Final = 3
SIGNS: Final = re.compile("(?:â€|вЂ)[^\x00-\x7f]")
"""A quotation mark, a dash or dots, read in a wrong encoding: `donâ€™t`."""


def is_document(data: bytes) -> bool:
    """Tell whether a file is a document or an archive and no text."""
    return data.startswith(_DOCUMENTS)


def garbled(text: str) -> re.Match[str] | None:
    """Return the first word of a text that was read in a wrong encoding.

    None where most words beyond ASCII are as they should be.
    """
    if text.isascii():
        return None
    wrong = [one for one in _SUSPECT.finditer(text) if meant(one.group())]
    if len(wrong) < _FEWEST or len(wrong) * 2 < len(_RUN.findall(text)):
        return None
    return wrong[0]


def meant(run: str) -> str:
    """Return what letters were before they were misread; empty if they were not."""
    for encoding in _READ_AS:
        try:
            found = b"".join(_byte(one, encoding) for one in run).decode()
        except UnicodeError:
            continue
        if _MEANT.fullmatch(found):
            return found
    return ""


def _byte(character: str, encoding: str) -> bytes:
    """Return the byte that was read as a character."""
    code = ord(character)
    return bytes((code,)) if 0x80 <= code < 0xA0 else character.encode(encoding)
