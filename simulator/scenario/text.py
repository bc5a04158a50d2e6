"""Bytes of a file → text that is safe to read, or why it can't be read.

What cannot stand in a file is reported and replaced by U+FFFD, a character for a
character, so that every other finding keeps its place.
"""

import re
import unicodedata
from typing import Final

from simulator.plaintext import name_of
from simulator.scenario.codes import broken
from simulator.scenario.encodings import SIGNS, garbled, is_document, meant
from simulator.scenario.findings import Report, Spot

MOST_MEGABYTES: Final = 2
_BYTE_ORDER_MARK: Final = "\ufeff"
_REPLACEMENT: Final = "\ufffd"
_UNUSUAL_BREAKS: Final = "\x85\u2028\u2029"
_HEAD: Final = 400
"""Bytes by which UTF-16 is told; without a mark, half of them are mostly zeros."""
_FEW: Final = 4
"""A file with fewer letters in Windows-1251 than this is not taken for one."""

# What `simulator.plaintext` calls unsafe, but for the carriage return, which ends
# lines here; with the two non-characters that YAML refuses.
_FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\u2028\u2029\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
_ODD_SPACE: Final = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_ODD_INDENT: Final = re.compile(
    f"^(?P<indent>[ \\t]*(?:- *)*{_ODD_SPACE.pattern}(?:[ -]|{_ODD_SPACE.pattern})*)"
    "(?=[\\w\"'-]+:(?:\\s|$)|- )"
    f"|^[ \\t]*(?:- +)*[A-Za-z_][\\w-]*:{_ODD_SPACE.pattern}+",
    re.MULTILINE,
)
"""An odd space before a key or a dash, or right after a key: it makes structure."""
_LEADING: Final = re.compile(f"^(?:[ \\t]|{_ODD_SPACE.pattern})+", re.MULTILINE)
_QUOTES: Final = {"«": "»", "“": "”", "„": "“", '"': '"', "'": "'", "‘": "’"}
_LINE_BREAK: Final = re.compile("\r\n|\r|\n")


def decode(data: bytes, report: Report) -> str | None:
    """Return the text of a file, or None when it has none; tells why."""
    text = _decoded(data, report)
    if text is None:
        return None
    wrong = garbled(text)
    if wrong is not None:
        report.add(broken.GARBLED, _spot(text, wrong.start()), value=wrong.group())
        return None
    _watch_signs(text, report)
    if text.replace("\n", "").isprintable():  # then it has none of these, either
        return text
    if _FORBIDDEN.search(text):
        text = _cleaned(text, report)
    if _ODD_SPACE.search(text):
        text = _respaced(text, report)
    return text


def _decoded(data: bytes, report: Report) -> str | None:
    """Return the characters of a file as they are; None, with a finding, if none."""
    if len(data) > MOST_MEGABYTES * 1024 * 1024:
        report.add(broken.TOO_LARGE, None, most=MOST_MEGABYTES)
    elif is_document(data):
        report.add(broken.NOT_TEXT, None)
    elif _looks_utf16(data):
        report.add(broken.LOOKS_UTF16, Spot(1, 1))
    else:
        try:
            return data.decode().removeprefix(_BYTE_ORDER_MARK)
        except UnicodeDecodeError as error:
            _explain(data, error.start, report)
    return None


def _watch_signs(text: str, report: Report) -> None:
    """Warn of a quotation mark or a dash that was read in a wrong encoding, once."""
    found = [one.group() for one in SIGNS.finditer(text)]
    for sign in dict.fromkeys(filter(meant, found)):
        params = {"value": sign, "better": meant(sign), "n": found.count(sign)}
        report.add(broken.GARBLED_SIGN, _spot(text, text.index(sign)), **params)


def _spot(text: str, position: int) -> Spot:
    before = lines_of(text[:position])
    return Spot(len(before), len(before[-1]) + 1)


def _respaced(text: str, report: Report) -> str:
    """Put ordinary spaces where odd ones make the structure, and tell it once."""
    found = _ODD_INDENT.search(text)
    first = _ODD_SPACE.search(text, found.start()) if found else None
    if first is None:
        return text
    place = _spot(text, first.start())
    n = sum(1 for _ in _ODD_INDENT.finditer(text))
    report.add(broken.ODD_SPACES, place, character=name_of(first.group()), n=n)
    text = _ODD_INDENT.sub(_with_spaces, text)
    return _LEADING.sub(_with_spaces, text)


def _with_spaces(found: re.Match[str]) -> str:
    return _ODD_SPACE.sub(" ", found.group())


def lines_of(text: str) -> list[str]:
    """Split into lines as YAML does."""
    return _LINE_BREAK.split(text) if "\r" in text else text.split("\n")


def unquoted(words: str) -> str:
    """Return words without the quotation mark that they begin with, and its pair.

    A message puts marks of its own round them.
    """
    closing = _QUOTES.get(words[:1])
    return words if closing is None else words[1:].removesuffix(closing)


def is_normal(text: str) -> bool:
    """Tell whether each letter is written in the one usual way (NFC)."""
    return unicodedata.is_normalized("NFC", text)


def normal(text: str) -> str:
    """Write each letter in the one usual way (NFC)."""
    return unicodedata.normalize("NFC", text)


def _explain(data: bytes, position: int, report: Report) -> None:
    """Say what the file is instead of UTF-8, as far as one can tell."""
    before = data[:position].decode().removeprefix(_BYTE_ORDER_MARK)
    rule = broken.LOOKS_CP1251 if _looks_cp1251(data) else broken.NOT_UTF8
    report.add(rule, _spot(before, len(before)), byte=f"0x{data[position]:02X}")


def _looks_utf16(data: bytes) -> bool:
    head = data[:_HEAD]
    return head.startswith((b"\xff\xfe", b"\xfe\xff")) or head.count(0) > len(head) / 5


def _looks_cp1251(data: bytes) -> bool:
    """Tell whether most high bytes would be Russian letters in Windows-1251."""
    high = [byte for byte in data[:100_000] if byte >= 0x80]
    letters = sum(byte >= 0xC0 or byte in b"\xa8\xb8" for byte in high)
    return letters >= _FEW and letters > len(high) * 0.8


def _cleaned(text: str, report: Report) -> str:
    """Report and replace every character that cannot stand in a file."""
    line, start = 1, 0
    for found in _FORBIDDEN.finditer(text):
        if report.full:
            break
        for ended in _LINE_BREAK.finditer(text, start, found.start()):
            line, start = line + 1, ended.end()
        character = found.group()
        unusual = character in _UNUSUAL_BREAKS
        rule = broken.LINE_SEPARATOR if unusual else broken.CONTROL_CHARACTER
        place = Spot(line, found.start() - start + 1)
        report.add(rule, place, character=name_of(character))
    return _FORBIDDEN.sub(_REPLACEMENT, text)
