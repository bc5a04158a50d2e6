"""What a talk came to, as a page: the end, two scores, levels, one advice."""

from collections.abc import Iterable
from fractions import Fraction
from gettext import NullTranslations
from typing import Final

from textual.content import Content

from simulator.reports.model import Debrief, KeyClientNote, PrincipleNote
from simulator.reports.numbers import tenths, whole
from simulator.tui.widgets.figures import bar, large
from simulator.tui.widgets.paper import Para, blank, heading

MOST: Final = 100
LEVELS: Final = 4
_BAR: Final = 8
_STEP: Final = 2
_APART: Final = 6
"""Cells between the two large numbers."""


def sum_page(
    note: Debrief,
    texts: NullTranslations,
    comma: str = ".",
    more: Iterable[Para] = (),
) -> list[Para]:
    """Return the page.

    Args:
        note: What is told.
        texts: The words of the program.
        comma: The decimal sign of the reader's language.
        more: What else is told, before the small print.
    """
    _ = texts.gettext
    sections: tuple[tuple[str, list[Para]], ...] = (
        (_("How it ended"), list(_outcome(note, texts))),
        (_("Two scores, out of 100"), list(_scores(note, texts))),
        (_("Next time"), [Para(Content.styled(note.advice.render(texts), "bold"), 2)]),
        (
            _("Business above ego: eight principles"),
            list(_principles(note, texts, comma)),
        ),
        (_("Red flags"), list(_flags(note, texts))),
        (_("Circles"), list(_circles(note, texts))),
        (_("Key-client rules"), list(_key_client(note.key_client, texts, comma))),
        (_("What this talk teaches"), [_plain(note.lesson)] if note.lesson else []),
    )
    paras: list[Para] = []
    for title, body in sections:
        if body:
            paras += [heading(title), *body, blank()]
    small = (note.validity.render(texts), note.versions.render(texts))
    return [*paras, *more] + [Para(Content.styled(text, "$muted")) for text in small]


def score(value: Fraction | None) -> str:
    """Write a score, or a dash when there is none."""
    return "–" if value is None else str(whole(value))


def _outcome(note: Debrief, texts: NullTranslations) -> Iterable[Para]:
    if note.outcome is None:
        yield _plain(texts.gettext("The talk has not ended yet."))
        return
    mark, style = ("✓", "bold $good") if note.outcome.good else ("✗", "bold $bad")
    yield Para(Content.styled(note.outcome.title, style), 2, Content(mark))
    yield _plain(note.outcome.text)


def _scores(note: Debrief, texts: NullTranslations) -> Iterable[Para]:
    _ = texts.gettext
    key = note.key_client.score if note.key_client else None
    ours, theirs = score(note.business), score(key)
    left = _("Business above ego")
    width = max(len(left), 4 * len(ours)) + _APART
    pairs = zip(large(ours), large(theirs), strict=True)
    drawn = "\n".join(one.ljust(width) + other for one, other in pairs)
    yield blank()
    yield Para(Content.styled(drawn, "bold $primary"), _STEP, kept=True)
    names = f"{left} {ours}".ljust(width) + f"{_('Key-client rules')} {theirs}"
    yield Para(Content(names), _STEP)
    if note.capped is not None:
        yield _plain(note.capped.render(texts))


def _principles(note: Debrief, texts: NullTranslations, comma: str) -> Iterable[Para]:
    """Return the chart first, undisturbed, then what held levels down."""
    width = max(len(one.title) for one in note.principles)
    for one in note.principles:
        title = f"{one.principle} {one.title.ljust(width)}  "
        yield Para(Content.assemble(title, _level(one, texts, comma)), _STEP)
    held = [one for one in note.principles if one.caps]
    if held:
        yield blank()
    for one in held:
        for cap in one.caps:
            head = Content.styled(f"  {one.principle}", "bold")
            yield Para(Content.styled(cap.render(texts), "$muted"), _STEP + 3, head)


def _level(note: PrincipleNote, texts: NullTranslations, comma: str) -> Content:
    if note.level is None:
        return Content.styled(texts.gettext("not reached"), "$muted")
    drawn = bar(note.level, LEVELS, _BAR)
    return Content.assemble(
        (drawn, "$primary"), (f" {tenths(note.level, comma)}", "bold")
    )


def _flags(note: Debrief, texts: NullTranslations) -> Iterable[Para]:
    _ = texts.gettext
    for flag in note.red_flags:
        turn = _("Turn {n}").format(n=flag.turn)
        text = f"{turn}: {flag.code.name.render(texts)}. «{flag.text}»"
        yield Para(Content(text), _STEP, Content.styled("‼", "bold $bad"))


def _circles(note: Debrief, texts: NullTranslations) -> Iterable[Para]:
    if note.circling:
        turns = ", ".join(str(turn) for turn in note.circling)
        said = texts.ngettext(
            "The same request again with no new reason: turn {turns}.",
            "The same request again with no new reason: turns {turns}.",
            len(note.circling),
        )
        yield _plain(said.format(turns=turns))


def _key_client(
    note: KeyClientNote | None, texts: NullTranslations, comma: str
) -> Iterable[Para]:
    _ = texts.gettext
    if note is None:
        return
    for part in note.parts:
        points = "–" if part.points is None else tenths(part.points, comma)
        value = _("{points} of {most}").format(points=points, most=part.of)
        title = Content.styled(f"{part.title.render(texts)}  {value}", "bold")
        yield Para(title, _STEP)
        yield Para(Content(part.reason.render(texts)), 2 * _STEP)
    if note.missing:
        names = ", ".join(fact.name for fact in note.missing)
        yield _plain(_("Not learned: {names}.").format(names=names))
    yield _plain(
        _("By the rules, on what you knew: {low}–{high} points, {status}.").format(
            low=tenths(note.low, comma),
            high=tenths(note.high, comma),
            status=note.status.render(texts),
        )
    )


def _plain(text: str) -> Para:
    return Para(Content(text), _STEP)
