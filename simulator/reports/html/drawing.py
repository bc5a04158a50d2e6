"""Draw a page from a template: everything in it is escaped."""

from collections.abc import Mapping
from fractions import Fraction
from functools import cache, partial
from gettext import NullTranslations
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from scoring.codes import Code
from simulator import i18n
from simulator.engine import Meter
from simulator.plaintext import plain
from simulator.reports.formnames import handed_in
from simulator.reports.formnotes import DASH
from simulator.reports.names import code_name, meter_name, meter_word
from simulator.reports.numbers import decimal_sign, tenths, whole
from simulator.reports.phrases import Phrase
from simulator.reports.progresstext import standing

TEMPLATES: Final = Path(__file__).parent / "templates"
"""What all pages share, and the pages of reports."""


@cache
def texts(language: str) -> NullTranslations:
    """Return the catalogue of a language, read once."""
    return i18n.load(language)


def drawn(
    name: str,
    language: str,
    values: Mapping[str, object],
    folder: Path = TEMPLATES,
) -> str:
    """Return a page as text.

    Args:
        name: Of the template.
        language: Of the page's own words, and what its `lang` says.
        values: What the template shows.
        folder: Where the template lies; it can take in those that all share.
    """
    return _environment(language, folder).get_template(f"{name}.html").render(values)


@cache
def _environment(language: str, folder: Path) -> Environment:
    made = Environment(
        loader=FileSystemLoader([folder, TEMPLATES]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    catalogue = texts(language)
    made.filters["plain"] = plain
    made.globals.update(
        _=catalogue.gettext,
        ngettext=catalogue.ngettext,
        lang=language,
        render=partial(_rendered, catalogue),
        temper=partial(_temper, catalogue),
        code=partial(_code, catalogue),
        percent=partial(_percent, language),
        dash=DASH,
        handed_in=partial(handed_in, texts=catalogue),
        whole=whole,
        tenths=partial(tenths, comma=decimal_sign(language)),
        number=partial(_number, decimal_sign(language)),
        standing=partial(standing, texts=catalogue, language=language),
    )
    return made


def _rendered(catalogue: NullTranslations, phrase: Phrase) -> str:
    return phrase.render(catalogue)


def _code(catalogue: NullTranslations, code: Code) -> str:
    """Return what a behaviour code is called."""
    return code_name(code, ()).render(catalogue)


def _percent(language: str, share: Fraction) -> str:
    """Write a share, 0..1, in whole percents."""
    space = "\N{NO-BREAK SPACE}" if language == "ru" else ""
    return f"{whole(share * 100)}{space}%"


def _number(comma: str, value: float) -> str:
    """Write a number that is drawn, with one decimal at most."""
    return f"{value:.1f}".removesuffix(".0").replace(".", comma)


def _temper(catalogue: NullTranslations, meter: Meter) -> str:
    """Return a meter in words: its name, its value, and what that means."""
    name = meter_name(meter.id, meter.name).render(catalogue)
    word = meter_word(meter.id, meter.value).render(catalogue)
    return f"{name}: {meter.value}" + (f" ({word})" if word else "")
