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

_SIGNS: Final = (
    *("{", "<", "[", "%s", "%d", "%(", "%n", "___", " ??", "(?", "orem ipsum"),
    *("todo", "fixme", "tbd", "tbc", "xxx", "ххх", "туду"),
    *("доделать", "дописать", "уточнить", "переписать", "заглушка"),
)
"""Looked for first, in small letters, since most scenarios have none of them."""
_MEANT: Final = (
    "имя|фамилия|клиент|компания|название|сумма|дата|число|цифра|текст|ваш[еа]?"
    "|name|client|company|sum|amount|date|figure|text|your"
)
_TO_DO: Final = "уточнить|проверить|дописать|доделать|вставить|insert|check|add|ask"
_EMPTY: Final = re.compile(
    r"\{\{?[^{}\n]{1,40}\}"
    rf"|<(?:{_MEANT})\b[^<>\n]{{0,30}}>"
    rf"|\[(?:{_MEANT}|{_TO_DO})\b[^\[\]\n]{{0,40}}\]"
    rf"|\((?:{_TO_DO})\b[^()\n]{{0,40}}\)"
    r"|\b(?:TODO|FIXME|TBD|TBC|XXX|ХХХ|ТУДУ)\b|lorem ipsum"
    r"|(?-i:\b(?:ДОДЕЛАТЬ|ДОПИСАТЬ|УТОЧНИТЬ|ПЕРЕПИСАТЬ|ЗАГЛУШКА)\b)"
    r"|(?<![\d%])%[sd]\b|%\(\w+\)[sd]|(?-i:%[A-Z_]+%)"
    r"|_{3,}|(?<!\S)\?{2,}|\(\?+\)",
    re.IGNORECASE,
)


def check(story: Story, report: Report) -> None:
    """Look for names in braces, for gaps and for notes to oneself."""
    row = story.all_words().casefold()
    if not any(sign in row for sign in _SIGNS):
        return
    for words in story.words():
        found = _EMPTY.search(words.text)
        if found is not None:
            place = spot(story.document, *words.path)
            report.add(PLACEHOLDER, place, value=found.group())
