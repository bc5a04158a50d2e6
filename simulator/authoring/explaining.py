"""What a code means: its words, and the page of docs/rules with an example."""

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Final

from msgspec import Struct

from simulator.authoring.codes import ALL
from simulator.scenario.findings import Param, Rule, Severity, Texts

_HERE: Final = Path(__file__).resolve().parent.parent
_PLACES: Final = (_HERE / "docs" / "rules", _HERE.parent / "docs" / "rules")
"""Where pages lie: in an installed package, in a checkout."""
_RUSSIAN: Final = "## По-русски"
_SHOWN: Final = re.compile(r"^\S+: (?:error|warning) SCN\d{3}: .*$", re.MULTILINE)
_FINDING: Final = re.compile(r"(?P<place>\S+): \w+ (?P<code>SCN\d{3}): (?P<words>.*)")
"""A finding as a page shows it, in English."""
_TITLE: Final = re.compile(r"\A# .*\n+")


class Explanation(Struct, frozen=True):
    """A code, explained in one language."""

    code: str
    severity: Severity
    message: str
    """What is found; `…` stands for what is named in the file."""
    remedy: str
    page: str
    """The rule's page without its heading, as Markdown; empty where there is none."""


def explain(code: str, texts: Texts, language: str) -> Explanation | None:
    """Explain a code; None when there is no such one.

    Args:
        code: In any case, such as `scn861`.
        texts: The catalogue of the language.
        language: `ru` or `en`: which part of the page is told.
    """
    rule = ALL.get(code.upper())
    if rule is None:
        return None
    return Explanation(
        code=rule.code,
        severity=rule.severity,
        message=blank(texts.gettext(rule.message)),
        remedy=blank(texts.gettext(rule.remedy)),
        page=_in_words_of(texts, page_of(rule, language)),
    )


def page_of(rule: Rule, language: str) -> str:
    """Return a rule's page in a language; the examples belong to both."""
    path = next((p for p in _pages(rule.code) if p.is_file()), None)
    if path is None:
        return ""
    text = _TITLE.sub("", path.read_text(encoding="utf-8"))
    english, _, russian = text.partition(_RUSSIAN)
    if language != "ru" or not russian:
        return english.strip()
    examples = "\n\n".join(re.findall(r"^```.*?^```", english, re.M | re.S))
    return f"{russian.strip()}\n\n{examples}"


def _in_words_of(texts: Texts, page: str) -> str:
    """Put the findings that a page shows into the language of its reader."""
    return _SHOWN.sub(lambda shown: told_in(texts, shown.group()), page)


def told_in(texts: Texts, line: str) -> str:
    """Translate a finding that was told in English; any other line stays as it is."""
    found = _FINDING.fullmatch(line)
    rule = ALL.get(found["code"]) if found else None
    if found is None or rule is None:
        return line
    for remedy in filter(None, (rule.remedy, rule.plain_remedy)):
        said = _pattern(f"{rule.message}. {remedy}").fullmatch(found["words"])
        if said is not None:
            message, cure = texts.gettext(rule.message), texts.gettext(remedy)
            severity = texts.gettext(str(rule.severity))
            values = {name: Param(words) for name, words in said.groupdict().items()}
            words = f"{message}. {cure}".format(**values)
            return f"{found['place']}: {severity} {rule.code}: {words}"
    return line


def _pattern(template: str) -> re.Pattern[str]:
    """Return what finds a template that was filled in, with its names as groups."""
    parts: list[str] = []
    named: set[str] = set()
    for words, name, _, _ in Formatter().parse(template):
        parts.append(re.escape(words))
        if name:
            parts.append(f"(?P={name})" if name in named else f"(?P<{name}>.*?)")
            named.add(name)
    return re.compile("".join(parts))


def _pages(code: str) -> Iterator[Path]:
    return (place / f"{code}.md" for place in _PLACES)


def blank(template: str) -> str:
    """Put `…` where a finding has names and numbers."""
    names = {name for _, name, _, _ in Formatter().parse(template) if name}
    return template.format(**dict.fromkeys(names, Param("…")))
