"""The debrief as lines of text; also what `run --format text` writes."""

from collections.abc import Iterable
from fractions import Fraction
from gettext import NullTranslations

from simulator.plain.console import Console
from simulator.reports.formmodel import FormNote, ItemNote
from simulator.reports.formnotes import DASH
from simulator.reports.model import (
    Debrief,
    KeyClientNote,
    LevelNote,
    MoodNote,
    PrincipleNote,
    Stronger,
    TurnNote,
)
from simulator.reports.names import meter_word
from simulator.reports.numbers import decimal_sign, tenths, whole
from simulator.reports.phrases import Phrase


class DebriefWriter:
    """Writes one debrief."""

    def __init__(
        self, console: Console, texts: NullTranslations, language: str
    ) -> None:
        self.console, self.texts = console, texts
        self._comma = decimal_sign(language)

    def write(self, note: Debrief) -> None:
        """Write the whole debrief: turns, scores, levels, outcome, advice."""
        _ = self.texts.gettext
        self.console.heading(_("Debrief: {title}").format(title=note.title))
        for turn in note.turns:
            self._turn(turn)
        self._scores(note)
        self._principles(note.principles)
        if note.key_client is not None:
            self._key_client(note.key_client)
        self._outcome(note)
        self._last(note)

    def _say(self, text: str, indent: int = 0) -> None:
        self.console.say(text, indent)

    def _render(self, phrase: Phrase) -> str:
        return phrase.render(self.texts)

    def _turn(self, turn: TurnNote) -> None:
        _ = self.texts.gettext
        self._say(_("Turn {n}").format(n=turn.turn))
        self.turn(turn)

    def turn(self, turn: TurnNote) -> None:
        """Write what there is to tell of a turn: words, what they did, levels."""
        _ = self.texts.gettext
        if turn.form is not None:
            self._form(turn.form)
        else:
            self._say(_("You: {text}").format(text=turn.text), 2)
        if turn.taken_as:
            self._say(_("Taken as: {text}").format(text=turn.taken_as), 2)
        if turn.codes:
            did = "; ".join(self._render(code.name) for code in turn.codes)
            self._say(_("What it did: {what}").format(what=did), 2)
        for level in turn.levels:
            self._level(level)
        for mood in turn.moods:
            self._mood(mood)
        self._brought(turn)
        if turn.because:
            self._say(_("Why: {reason}").format(reason=turn.because), 2)
        if turn.stronger is not None:
            self._stronger(turn.stronger)
        self.console.gap()

    def _form(self, note: FormNote) -> None:
        """Write a form item by item: what was put there, what belongs there, why."""
        _ = self.texts.gettext
        percent = _("Right by {percent} %.").format(percent=whole(note.share * 100))
        self._say(f"{self._render(note.name)}: {percent}", 2)
        for part in note.parts:
            self._say(f"{self._render(part.name)}: {whole(part.share * 100)} %", 2)
            for item in part.items:
                self._item(item)
        if note.words:
            self._say(_("In your own words: {words}").format(words=note.words), 2)

    def _item(self, item: ItemNote) -> None:
        _ = self.texts.gettext
        given, wanted = self._render(item.given), self._render(item.wanted)
        line = f"{self._render(item.name)}: {self._render(item.reason)}"
        if given != DASH:
            line = f"{self._render(item.name)}: {given} — {self._render(item.reason)}"
        if item.share != 1 and wanted not in (DASH, given):
            line += _("; right: {what}").format(what=wanted)
        self._say(f"{line}.", 4)
        if item.because and item.share != 1:
            self._say(item.because, 6)

    def _brought(self, turn: TurnNote) -> None:
        _ = self.texts.gettext
        for fact in turn.learned:
            told = _("You brought: {line}") if fact.brought else _("Learned: {line}")
            self._say(told.format(line=fact.line), 2)
        if turn.circling:
            self._say(_("The same request again, with no new reason: a circle."), 2)
        elif turn.fruitless:
            self._say(_("This brought nothing new."), 2)

    def _level(self, note: LevelNote) -> None:
        _ = self.texts.gettext
        line = _("{id} {title}: {level} of 4.").format(
            id=note.principle, title=note.title, level=note.level
        )
        self._say(f"{line} {note.sentence}".strip(), 2)

    def _mood(self, note: MoodNote) -> None:
        _ = self.texts.gettext
        line = _("{person}: {meter} from {before} to {after}").format(
            person=note.person,
            meter=self._render(note.name).lower(),
            before=note.before,
            after=note.after,
        )
        word = self._render(meter_word(note.meter, note.after))
        self._say(f"{line} ({word})." if word else f"{line}.", 2)

    def _stronger(self, note: Stronger) -> None:
        _ = self.texts.gettext
        self._say(_("Stronger: {text}").format(text=note.text), 2)
        if note.because:
            self._say(_("Why: {reason}").format(reason=note.because), 4)

    def _outcome(self, note: Debrief) -> None:
        _ = self.texts.gettext
        if note.outcome is None:
            self.console.heading(_("The talk is not over yet."))
        else:
            title = _("Outcome: {title}").format(title=note.outcome.title)
            self.console.heading(title)
            self._say(note.outcome.text)

    def _scores(self, note: Debrief) -> None:
        _ = self.texts.gettext
        self.console.heading(_("Scores"))
        business = _("Business above ego: {score}")
        self._say(business.format(score=self._of_hundred(note.business)))
        rules = _("Key-client rules: {score}")
        score = note.key_client.score if note.key_client else None
        self._say(rules.format(score=self._of_hundred(score)))
        if note.capped is not None:
            self._say(self._render(note.capped))
        for flag in note.red_flags:
            self._say(
                _("Red flag at turn {n}: {what}. You said: {text}").format(
                    n=flag.turn, what=self._render(flag.code.name), text=flag.text
                )
            )
        if note.circling:
            turns = ", ".join(str(turn) for turn in note.circling)
            self._say(_("Going in circles at turns: {turns}").format(turns=turns))

    def _principles(self, principles: Iterable[PrincipleNote]) -> None:
        _ = self.texts.gettext
        self.console.heading(_("Principles, 0 to 4"))
        for one in principles:
            level = (
                _("not reached")
                if one.level is None
                else tenths(one.level, self._comma)
            )
            self._say(f"{one.principle} {one.title}: {level}")
            for cap in one.caps:
                self._say(self._render(cap), 2)

    def _key_client(self, note: KeyClientNote) -> None:
        _ = self.texts.gettext
        self.console.heading(_("Key-client rules, part by part"))
        for part in note.parts:
            points = (
                _("does not apply")
                if part.points is None
                else _("{points} of {most}").format(
                    points=tenths(part.points, self._comma), most=part.of
                )
            )
            title = self._render(part.title)
            self._say(f"{title}: {points}. {self._render(part.reason)}")
        self._say(
            _("By the rulebook: {low} to {high} points, {status}.").format(
                low=tenths(note.low, self._comma),
                high=tenths(note.high, self._comma),
                status=self._render(note.status),
            )
        )

    def _last(self, note: Debrief) -> None:
        _ = self.texts.gettext
        self.console.heading(_("Next time"))
        self._say(self._render(note.advice))
        if note.lesson:
            self.console.gap()
            self._say(note.lesson)
        self.console.gap()
        self._say(self._render(note.validity))
        self._say(self._render(note.versions))

    def _of_hundred(self, score: Fraction | None) -> str:
        _ = self.texts.gettext
        if score is None:
            return _("not reached")
        return _("{points} of 100").format(points=whole(score))
