"""The drills of today in lines of text."""

from collections.abc import Callable
from functools import partial
from typing import Final

from simulator.engine import YOU, Answer, Choose, EngineError, Mode
from simulator.errors import SimulatorError
from simulator.plain.commands import COMMAND, Verb, understand
from simulator.plain.debrief import DebriefWriter
from simulator.plain.table import Leave, Table
from simulator.sessions.hearing import Hearing
from simulator.study import Grade, Posed, Practice, Sitting, Told, Wish
from simulator.study.words import grade_name, summed_up

_UNDO: Final = frozenset(["u", "г", "undo", "отменить"])
_SWITCH: Final = frozenset(["s", "ы", "switch"])


class DrillTable:
    """One sitting: drill after drill until all are done."""

    def __init__(self, table: Table) -> None:
        self.table, self.console = table, table.console

    def run(self, wish: Wish | None = None) -> None:
        """Practise what is due.

        Raises:
            Leave: The person leaves; what was answered is kept.
            SimulatorError: There is nothing to practise, or it cannot be read.
        """
        practice = Practice(self.table.sessions)
        self.sitting = Sitting(practice, self.table.language, wish or Wish())
        self.console.heading(self.table.texts.gettext("Today"))
        while True:
            while self.sitting.posed is not None:
                self._one(self.sitting.posed)
            self._sum_up()
            if not self._goes_back():
                return

    def _one(self, posed: Posed) -> None:
        """Pose a drill, and hear what is typed until it is done or another is posed."""
        self._show(posed)
        while self.sitting.posed is not None and self.sitting.told is None:
            here = self.sitting.posed
            self._listen(here)
            if self.sitting.posed is not here and self.sitting.posed is not None:
                self._show(self.sitting.posed)
        if self.sitting.posed is not None and self.sitting.told is not None:
            self._tell(self.sitting.posed, self.sitting.told)
            self._grade()

    def _show(self, posed: Posed) -> None:
        """Say what is known and what is said, then offer the replies."""
        _ = self.table.texts.gettext
        sitting = self.sitting
        place = _("Drill {n} of {all}: {title}")
        told = place.format(n=sitting.place, all=sitting.length, title=posed.title)
        self.console.heading(told)
        for text in posed.context:
            self.console.say(text)
        self.console.gap()
        for line in posed.view.spoken:
            name = _("You") if line.who == YOU else line.name
            said = f"{name}: {line.text}" if name else f"({line.text})"
            self.console.say(said)
        self.console.gap()
        if self._chooses:
            self.table.offer([offer.text for offer in posed.view.offers])
        else:
            self.console.say(_("Say it in your own words; /? tells what else works."))

    @property
    def _chooses(self) -> bool:
        return self.sitting.mode is Mode.CHOOSE

    def _listen(self, posed: Posed) -> None:
        """Read a line: a command or a number, or else the trainee's own words."""
        line = self.console.ask()
        if not self._chooses and line and not line.startswith(COMMAND):
            self._speak(posed, line)
            return
        word = line.removeprefix(COMMAND).casefold()
        typed = understand(word)
        if word in _UNDO:
            self._sure(self.sitting.undo)
        elif word in _SWITCH:
            self.sitting.switch()
        elif typed.verb is Verb.QUIT:
            raise Leave
        elif typed.verb is Verb.PICK and self._chooses:
            self._pick(posed, typed.number)
        elif typed.verb is Verb.AGAIN:
            self._show(posed)
        else:
            self._help(len(posed.view.offers))

    def _pick(self, posed: Posed, number: int | None) -> None:
        offers = posed.view.offers
        if number is not None and self.table.within(number, len(offers)):
            self._give(Choose(offers[number - 1].reply))

    def _speak(self, posed: Posed, text: str) -> None:
        """Hear own words; where they are not clear, ask what was meant."""
        _ = self.table.texts.gettext
        if not posed.ears.ready:
            self.console.say(_("The reader is loading…"))
        try:
            hearing = posed.hear(text)
        except SimulatorError as error:
            self.table.say_error(error)
            return
        self._give(self._meant(hearing) if hearing.doubt else hearing.answer())

    def _meant(self, hearing: Hearing) -> Answer:
        _ = self.table.texts.gettext
        self.console.say(_("Did you mean:"))
        neither = _("None of these: take my words as they are")
        chosen = self.table.choose([*(one.text for one in hearing.doubt), neither])
        clear = chosen <= len(hearing.doubt)
        return hearing.meant(hearing.doubt[chosen - 1].id if clear else None)

    def _give(self, answer: Answer) -> None:
        """Answer; what cannot be kept is told, and can be answered again."""
        try:
            self.sitting.answer(answer)
            self.table.answered = True
        except EngineError:
            return
        except SimulatorError as error:
            self.table.say_error(error)

    def _tell(self, posed: Posed, told: Told) -> None:
        """Say what the reply was worth, and why."""
        _ = self.table.texts.gettext
        self.console.gap()
        writer = DebriefWriter(self.console, self.table.texts, self.table.language)
        writer.turn(told.note)
        if posed.beneath:
            said = _("What lies beneath: {text}").format(text=posed.beneath)
            self.console.say(said)
        if posed.then:
            self.console.say(_("In the talk you said: {text}").format(text=posed.then))
        grade = grade_name(told.grade, _)
        line = _("Level {level} of 4: {grade}.")
        self.console.say(line.format(level=told.level, grade=grade))

    def _grade(self) -> None:
        """Let the grade be overruled, or the drill be taken back, then go on."""
        _ = self.table.texts.gettext
        names = ", ".join(f"{int(one)} {grade_name(one, _)}" for one in Grade)
        asked = _("Enter: next. Another grade: {grades}. u: take it back. q: leave.")
        self.console.say(asked.format(grades=names))
        while True:
            word = self.console.ask().removeprefix(COMMAND).casefold()
            typed = understand(word)
            if word in _UNDO and self._sure(self.sitting.undo):
                return
            if typed.verb is Verb.QUIT:
                raise Leave
            number = typed.number or 0
            if typed.verb is Verb.PICK and self.table.within(number, len(Grade)):
                if self._sure(partial(self.sitting.overrule, Grade(number))):
                    break
            elif typed.verb is Verb.AGAIN:
                break
            elif typed.verb is not Verb.PICK and word not in _UNDO:
                self.console.say(asked.format(grades=names))
        self.sitting.go_on()

    def _sure(self, work: Callable[[], None]) -> bool:
        """Do something; say what goes wrong, and whether all went well."""
        try:
            work()
        except SimulatorError as error:
            self.table.say_error(error)
            return False
        return True

    def _sum_up(self) -> None:
        _ = self.table.texts.gettext
        today = self.sitting.practice.now.date()
        self.console.heading(_("That is all for today"))
        texts, language = self.table.texts, self.table.language
        for line in summed_up(self.sitting.summing(), today, texts, language):
            self.console.say(line)

    def _goes_back(self) -> bool:
        """Tell whether the last drill is taken back; anything else leaves."""
        _ = self.table.texts.gettext
        if not self.sitting.summing().grades:
            return False
        self.console.say(_("Enter: leave. u: take the last one back."))
        word = self.console.ask().removeprefix(COMMAND).casefold()
        return word in _UNDO and self._sure(self.sitting.undo)

    def _help(self, offers: int) -> None:
        _ = self.table.texts.gettext
        stroke = "" if self._chooses else COMMAND
        if self._chooses:
            told = _("A number from 1 to {n}: say that reply.").format(n=offers)
            self.console.say(told)
        for text in (
            _("{stroke}u: take the last drill back."),
            _("{stroke}s: choose a reply, or speak in own words."),
            _("{stroke}q: leave; what you answered is kept."),
        ):
            self.console.say(text.format(stroke=stroke))
