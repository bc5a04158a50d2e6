"""A drill as a page: what is known and what is said; then what the reply was worth."""

from collections.abc import Iterable, Iterator
from datetime import date
from gettext import NullTranslations

from textual.content import Content

from simulator.engine.events import YOU
from simulator.engine.view import Spoken
from simulator.scenario.model import NOTE
from simulator.study import Posed, Summing, Told
from simulator.study.words import summed_up
from simulator.tui.widgets.paper import Para, blank, heading
from simulator.tui.widgets.turnpage import turn_body


def posed_page(posed: Posed, texts: NullTranslations) -> list[Para]:
    """Return the page of a drill before it is answered.

    What is said comes first: it is in sight however little room there is.
    """
    said = _lines(posed.view.spoken, texts)
    known = (Para(Content(text), 2) for text in posed.context)
    title = heading(texts.gettext("What you know"))
    return [heading(posed.title), blank(), *said, blank(), title, *known]


def told_page(posed: Posed, told: Told, texts: NullTranslations) -> list[Para]:
    """Return the page of a drill that was answered."""
    _ = texts.gettext
    paras = [heading(posed.title), blank(), *turn_body(told.note, texts)]
    sections = ((_("What lies beneath"), posed.beneath), (_("In the talk"), posed.then))
    for title, text in sections:
        if text:
            paras += [blank(), heading(title), Para(Content(text), 2)]
    return paras


def summing_page(
    summing: Summing, today: date, texts: NullTranslations, language: str
) -> list[Para]:
    """Return the page of a sitting that is over."""
    title = heading(texts.gettext("That is all for today"))
    lines = summed_up(summing, today, texts, language)
    return [title, *(para for line in lines for para in (blank(), Para(Content(line))))]


def _lines(spoken: Iterable[Spoken], texts: NullTranslations) -> Iterator[Para]:
    _ = texts.gettext
    for line in spoken:
        if line.who == NOTE:
            yield Para(Content.styled(line.text, "italic $muted"), 2)
            continue
        yours = line.who == YOU
        name = _("You") if yours else line.name
        style = "bold $you" if yours else "bold $other"
        words = Content.styled(line.text, "" if yours else "bold")
        yield Para(Content.assemble((f"{name}: ", style), words))
