"""The talk of a room on its trainer's board: the line, how the room split, who waits.

Everything can be read without colour: bars have their numbers beside them.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from gettext import NullTranslations
from typing import Final

from msgspec import Struct
from textual.content import Content

from scoring.codes import Code
from scoring.principles import HIGHEST_LEVEL
from simulator.engine import YOU
from simulator.plaintext import plain
from simulator.reports.names import code_name
from simulator.reports.numbers import tenths
from simulator.tui.seen import Course, Level, Option, Seen
from simulator.tui.widgets.figures import bar
from simulator.tui.widgets.peoplelines import points
from simulator.tui.widgets.rows import Listed

MOST_NAMES: Final = 12
"""Of people who are waited for; the rest are counted."""
_MOST_WORDS: Final = 4
"""Lines of one answer."""
_WIDE: Final = 66
"""Columns from which on bars are long and a principle takes one line."""
_TITLE: Final = 29


class Words(Struct, frozen=True):
    """In which words numbers are told."""

    texts: NullTranslations
    comma: str


def room_lines(seen: Seen, words: Words, width: int, *, whole: bool) -> Listed:
    """Return the talk of a room as lines of which the answers can be chosen.

    Args:
        seen: The class.
        words: The words of the program.
        width: Columns.
        whole: Whether principles and people stand under the answers.
    """
    course = seen["course"]
    if course is None:
        return Listed((), lambda _: Content())
    found: list[tuple[str, Content]] = [("", one) for one in _said(course, width)]
    found += [("", Content()), *_answers(seen, course, words, width)]
    if whole:
        found += [("", one) for one in side_lines(seen, words, width)]
    owners, lines = [owner for owner, _ in found], [line for _, line in found]
    return Listed(owners, lambda index: lines[index])


def side_lines(seen: Seen, words: Words, width: int) -> list[Content]:
    """Return how principles were served, whose hands are up, and who is waited for."""
    _, course = words.texts.gettext, seen["course"]
    if course is None:
        return []
    lines: list[Content] = []
    hands = [one["name"] for one in seen["people"] if one["hand"]]
    if hands:
        lines += _people(_("Hands up"), hands, words, width)
    if course["principles"]:
        lines += Content.styled(_("Principles, 0 to 4"), "bold").wrap(width)
        for one in course["principles"]:
            lines += _level(one, words, width)
        lines += [
            Content.styled(line.plain, "$muted")
            for line in Content(
                _("The mean, how many stand at each level, and how many said nothing.")
            ).wrap(width)
        ]
        lines.append(Content())
    silent = [one["name"] for one in seen["people"] if not one["answered"]]
    if silent and not course["over"]:
        lines += _people(_("Have not answered"), silent, words, width)
    return lines


def _said(course: Course, width: int) -> Iterator[Content]:
    for line in course["lines"]:
        text = " ".join(plain(line["text"]).split())
        if line["who"] == YOU:
            shown = Content.styled(f"— {text}", "$muted")
        elif line["name"]:
            named = (f"{plain(line['name'])}: ", "bold $other")
            shown = Content.assemble(named, text)
        else:
            shown = Content.styled(text, "italic $muted")
        yield from shown.wrap(width)


def _answers(
    seen: Seen, course: Course, words: Words, width: int
) -> Iterator[tuple[str, Content]]:
    if not course["options"] and not course["over"]:
        said = words.texts.gettext("Nobody has answered yet.")
        yield "", Content.styled(said, "$muted")
        yield "", Content()
    names = {one["person"]: one["name"] for one in seen["people"]}
    for one in course["options"]:
        who = names.get(one["person"], "") if seen["named"] else ""
        for line in _option(one, who, words, width):
            yield one["person"], line
        yield "", Content()


def _option(one: Option, who: str, words: Words, width: int) -> Iterator[Content]:
    _ = words.texts.gettext
    told = _("{count} · {share} % · score {points}").format(
        count=one["count"],
        share=round(one["share"] * 100),
        points=points(one["worth"]),
    )
    share = Fraction(one["share"]).limit_denominator(10_000)
    drawn = bar(share, 1, 24 if width >= _WIDE else 10)
    if one["share"] >= 1:
        drawn = drawn.replace("░", "█")
    yield Content.assemble((drawn, "$primary"), f" {told}")
    text = " ".join(plain(one["text"]).split()) or _("a form that was filled in")
    lines = Content(text).wrap(width)
    if len(lines) > _MOST_WORDS:
        lines = [*lines[: _MOST_WORDS - 1], Content(f"{lines[_MOST_WORDS - 1].plain}…")]
    yield from lines
    does = _does(one["codes"], words.texts)
    if who:
        does = f"{plain(who)}: {does}" if does else plain(who)
    for line in Content(does).wrap(width) if does else ():
        yield line.stylize("$muted")


def _does(codes: Iterable[str], texts: NullTranslations) -> str:
    """Name what words do; a code of a later version keeps its id."""
    known = set(Code)
    named = [
        code_name(Code(code), ()).render(texts) if code in known else plain(code)
        for code in codes
        if code != Code.NONE
    ]
    return ", ".join(named)


def _level(one: Level, words: Words, width: int) -> list[Content]:
    mean = Fraction(one["mean"]).limit_denominator(10_000)
    drawn = bar(mean, HIGHEST_LEVEL, 8) if mean < HIGHEST_LEVEL else "█" * 8
    counts = " ".join(f"{count:>2}" for count in one["counts"])
    figures = Content.assemble(
        (drawn, "$primary"),
        f" {tenths(mean, words.comma):>3}",
        (f"  {counts}  ({one['silent']})", "$muted"),
    )
    title = plain(one["title"])
    if width < _WIDE:
        return [*Content(title).wrap(width), figures]
    short = title if len(title) <= _TITLE else f"{title[: _TITLE - 1]}…"
    return [Content.assemble(f"{short:<{_TITLE}} ", figures)]


def _people(title: str, names: list[str], words: Words, width: int) -> list[Content]:
    shown = ", ".join(plain(name) for name in names[:MOST_NAMES])
    if len(names) > MOST_NAMES:
        more = words.texts.gettext("{names} and {n} more")
        shown = more.format(names=shown, n=len(names) - MOST_NAMES)
    said = Content.assemble((f"{title} ({len(names)}): ", "bold"), shown)
    return [*said.wrap(width), Content()]
