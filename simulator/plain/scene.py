"""What a talk looks like in words: lines, tempers, the client card."""

from collections.abc import Sequence
from gettext import NullTranslations

from scoring.codes import CodeUse
from simulator.engine import (
    EARLIER,
    YOU,
    EndingView,
    Meter,
    PersonView,
    Spoken,
    View,
)
from simulator.plain.console import Console
from simulator.reports.formnames import handed_in
from simulator.reports.names import code_name, meter_name, meter_word
from simulator.reports.readings import marked
from simulator.sessions.attempt import Attempt


def said_by_you(attempt: Attempt, texts: NullTranslations) -> list[str]:
    """Return the trainee's words, turn by turn; of a form what was handed in."""
    return [
        line.text if line.form is None else handed_in(line, texts)
        for line in attempt.spoken
        if line.who == YOU
    ]


class SceneWriter:
    """Writes what may be shown at one moment of a talk."""

    def __init__(self, console: Console, texts: NullTranslations) -> None:
        self.console, self.texts = console, texts

    def spoken(self, view: View) -> None:
        """Write what was said since the last answer."""
        self.console.gap()
        for line in view.spoken:
            self.console.say(self._line(line))
            if line.heard is not None:
                self._heard(line.text, line.heard)

    def moods(self, view: View, *, whole: bool) -> None:
        """Write tempers: all of them, or only those that have just changed."""
        for person in view.people:
            meters = [m for m in person.meters if whole or m.change]
            if meters:
                self.console.say(self._temper(person, meters))

    def news(self, view: View) -> None:
        """Write the facts that the last answer brought."""
        _ = self.texts.gettext
        for entry in view.card:
            if entry.new:
                self.console.say(_("New on the card: {line}").format(line=entry.line))

    def card(self, view: View) -> None:
        """Write the client card."""
        _, ngettext = self.texts.gettext, self.texts.ngettext
        self.console.heading(_("Client card: {client}").format(client=view.client))
        if not view.card:
            self.console.say(_("Nothing is known yet."))
        for entry in view.card:
            source = {YOU: _("you"), EARLIER: _("the talk before")}.get(
                entry.source, entry.source
            )
            told = [f"{entry.name}: {entry.line}"]
            if not entry.exact:
                told.append(_("(roughly)"))
            if source:
                told.append(_("Source: {source}.").format(source=source))
            self.console.item("-", " ".join(told))
        if view.unknown:
            missing = ngettext(
                "{n} fact that the decision needs is still unknown.",
                "{n} facts that the decision needs are still unknown.",
                view.unknown,
            )
            self.console.say(missing.format(n=view.unknown))
        self.console.gap()

    def ending(self, ending: EndingView) -> None:
        """Write how the talk ended, and what became of everybody."""
        _ = self.texts.gettext
        self.console.say(_("The talk is over: {title}").format(title=ending.title))
        self.console.say(ending.text)

    def help(
        self, offers: int, *, own_words: bool = False, goes_back: bool = True
    ) -> None:
        """Write what can be typed; `goes_back` where turns can be tried again."""
        _ = self.texts.gettext
        if own_words:
            self._help_speaking(goes_back=goes_back)
            return
        back = _("r: go back to a turn and try it again; r 2 goes straight to turn 2.")
        for text in (
            _("A number from 1 to {n}: say that reply.").format(n=offers),
            _("Empty line: hear the last lines and the replies again."),
            _("c: the client card."),
            _("m: how the others feel."),
            *((back,) if goes_back else ()),
            _("q: leave; the talk is kept."),
            _("All of these work in the Russian keyboard layout too."),
        ):
            self.console.say(text)

    def _help_speaking(self, *, goes_back: bool) -> None:
        _ = self.texts.gettext
        back = _("/r: go back to a turn and try it again; not in an exam.")
        for text in (
            _("Type what you would say and press Enter."),
            _("Empty line: hear the last lines again."),
            _("/c: the client card."),
            _("/m: how the others feel."),
            _("/f: I meant something else."),
            *((back,) if goes_back else ()),
            _("/q: leave; the talk is kept."),
            _("All of these work in the Russian keyboard layout too."),
        ):
            self.console.say(text)

    def _heard(self, text: str, codes: Sequence[CodeUse]) -> None:
        """Write what was heard in own words, the words in brackets."""
        _ = self.texts.gettext
        if not codes:
            self.console.say(_("heard: nothing to the point"), 2)
            return
        self.console.say(marked(text, codes), 2)
        for number, use in enumerate(codes, 1):
            name = code_name(use.code, use.about).render(self.texts)
            self.console.say(f"{number} {name}", 2)

    def _line(self, line: Spoken) -> str:
        _ = self.texts.gettext
        if line.form is not None:
            name = handed_in(line, self.texts)
            return _("You handed in: {form}").format(form=name)
        if line.who == YOU:
            return _("You: {text}").format(text=line.text)
        return f"{line.name}: {line.text}" if line.name else f"({line.text})"

    def _temper(self, person: PersonView, meters: list[Meter]) -> str:
        told = "; ".join(self._meter(meter) for meter in meters)
        return f"{person.name}: {told}."

    def _meter(self, meter: Meter) -> str:
        _ = self.texts.gettext
        told = _("{meter} {value} of 10").format(
            meter=meter_name(meter.id, meter.name).render(self.texts).lower(),
            value=meter.value,
        )
        word = meter_word(meter.id, meter.value).render(self.texts)
        if word:
            told = f"{told}, {word}"
        if meter.change > 0:
            return _("{told} (up by {n})").format(told=told, n=meter.change)
        if meter.change < 0:
            return _("{told} (down by {n})").format(told=told, n=-meter.change)
        return told
