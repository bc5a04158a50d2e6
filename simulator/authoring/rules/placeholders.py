"""SCN903: a place that was never filled in."""

import re
from typing import Final

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

PLACEHOLDER = warning(
    "SCN903",
    N_("“{value}” is shown as it stands here"),
    N_("Write what is meant; nothing is put in its place."),
)

_SIGNS: Final = ("{", "<", "[", "TODO", "FIXME", "TBD", "XXX", "orem ipsum")
"""Looked for first, since most scenarios have none of them."""
_EMPTY: Final = re.compile(
    r"\{\{?[^{}\n]{1,40}\}|<(?:имя|name|client|клиент|text|текст)[^<>\n]{0,30}>"
    r"|\[(?:имя|name|фамилия|client|клиент|сумма|дата|date|sum)\]"
    r"|\b(?:TODO|FIXME|TBD|XXX)\b|lorem ipsum",
    re.IGNORECASE,
)


def check(story: Story, report: Report) -> None:
    """Look for names in braces and for notes to oneself."""
    if not any(sign in story.all_words() for sign in _SIGNS):
        return
    for words in story.words():
        found = _EMPTY.search(words.text)
        if found is not None:
            place = spot(story.document, *words.path)
            report.add(PLACEHOLDER, place, value=found.group())
