"""SCN904: markup that is shown as it was typed."""

import re
from typing import Final

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

MARKUP = warning(
    "SCN904",
    N_("“{value}” is shown as it was typed: text has no markup here"),
    N_("Leave it out."),
)

_SIGNS: Final = ("*", "_", "~", "`", "](", "#", "<", "&", "\\n", "[b", "[i", "[/")
"""Looked for first, since most scenarios have none of them."""
_MARKS: Final = re.compile(
    r"\*\*\S|(?<![\w*])\*[^\s*](?:[^*\n]*[^\s*])?\*(?![\w*])"
    r"|(?<![^\W_])__?[^\W_](?:[^_\n]*[^\s_])?__?(?![^\W_])"
    r"|~~\S|(?<!\w)`[^`\n]+`(?!\w)|\[[^\[\]\n]+\]\(|^#{1,6} \S"
    r"|</?(?:b|i|u|em|strong|br|p|span)\s*/?>"
    r"|&(?:nbsp|amp|lt|gt|quot|laquo|raquo|[mn]dash|#\d+);|\\n"
    r"|\[/?(?:b|i|bold|italic)\]",
    re.MULTILINE,
)


def check(story: Story, report: Report) -> None:
    """Look for marks of Markdown, of HTML and of line breaks."""
    if not any(sign in story.all_words() for sign in _SIGNS):
        return
    for words in story.words():
        found = _MARKS.search(words.text)
        if found is not None:
            place = spot(story.document, *words.path)
            report.add(MARKUP, place, value=found.group())
