"""A form in the debrief: what was put there beside what belongs there, with reasons."""

from collections.abc import Iterable
from gettext import NullTranslations
from typing import Final

from textual.content import Content

from scoring.forms.model import Part
from simulator.reports.formmodel import FormNote, FormPartNote, ItemNote
from simulator.reports.formnotes import DASH
from simulator.reports.numbers import whole
from simulator.tui.widgets.paper import Para, blank, heading

RIGHT, PARTLY, WRONG = "✓", "~", "✗"
"""How right an item is, told by shape and not by colour alone."""
_COLOURS: Final = {RIGHT: "$good", PARTLY: "$warning", WRONG: "$bad"}
_STEP: Final = 2


def form_page(note: FormNote, texts: NullTranslations) -> list[Para]:
    """Return the parts of a form, item by item."""
    _ = texts.gettext
    percent = _("Right by {percent} %.").format(percent=whole(note.share * 100))
    paras = [Para(Content.styled(f"{note.name.render(texts)}: {percent}", "bold"))]
    for part in note.parts:
        draw = _table if part.part is Part.LEVELS else _list
        percent = f"{whole(part.share * 100)} %"
        title = heading(f"{part.name.render(texts)}  {percent}")
        paras += [blank(), title, *draw(part, texts)]
    if note.words:
        paras += [blank(), heading(_("In your own words")), _text(note.words)]
    return paras


def sign(item: ItemNote) -> str:
    """Return the sign of an item."""
    return RIGHT if item.share == 1 else PARTLY if item.share else WRONG


def _list(part: FormPartNote, texts: NullTranslations) -> Iterable[Para]:
    for item in part.items:
        yield from _item(item, texts)


def _table(part: FormPartNote, texts: NullTranslations) -> Iterable[Para]:
    """Draw levels: what was put there beside what is right, and why."""
    _ = texts.gettext
    yours, right = _("yours"), _("right")
    first = max(len(item.name.render(texts)) for item in part.items)
    second = max(len(yours), *(len(item.given.render(texts)) for item in part.items))
    head = f"{'':{first}}  {yours:{second}}  {right}"
    yield Para(Content.styled(head, "$muted"), _STEP)
    for item in part.items:
        mark, name = sign(item), item.name.render(texts)
        told = Content.assemble(
            (f"{name:{first}}  ", "bold"),
            f"{item.given.render(texts):{second}}  ",
            (item.wanted.render(texts), "" if mark == RIGHT else "bold"),
        )
        yield Para(told, _STEP, Content.styled(mark, _COLOURS[mark]))
        why = "" if mark == RIGHT else item.reason.render(texts)
        reason = ". ".join(filter(None, (_sentence(why), item.because)))
        if reason:
            yield Para(Content.styled(reason, "$muted"), 2 * _STEP)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _item(item: ItemNote, texts: NullTranslations) -> Iterable[Para]:
    mark = sign(item)
    line = [(item.name.render(texts), "bold"), *_values(item, texts)]
    yield Para(Content.assemble(*line), _STEP, Content.styled(mark, _COLOURS[mark]))
    if item.because and mark != RIGHT:
        yield Para(Content.styled(item.because, "$muted"), 2 * _STEP)


def _values(item: ItemNote, texts: NullTranslations) -> Iterable[str | tuple[str, str]]:
    """Yield what was put there, what belongs there, and why they differ."""
    _ = texts.gettext
    given, wanted = item.given.render(texts), item.wanted.render(texts)
    yield f": {given}" if given != DASH else ""
    if item.share == 1:
        return
    yield f" — {item.reason.render(texts)}"
    if wanted not in (DASH, given):
        yield _("; right: {what}").format(what=wanted), "bold"


def _text(text: str) -> Para:
    return Para(Content(text), _STEP)
