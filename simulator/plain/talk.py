"""One talk in lines of text, from where it stands to the debrief."""

from collections.abc import Callable, Sequence
from functools import partial
from gettext import NullTranslations
from pathlib import Path
from typing import TypeVar

from simulator.engine import Answer, Choose, Mode, Offer, View
from simulator.errors import SimulatorError
from simulator.plain import scene
from simulator.plain.commands import COMMAND, Typed, Verb, understand
from simulator.plain.debrief import DebriefWriter
from simulator.plain.form import FormSheet
from simulator.plain.table import Leave, Table
from simulator.reports.debrief import debrief
from simulator.reports.record import record
from simulator.reports.recordfiles import WORD, record_bytes, record_name
from simulator.reports.recordtext import record_blocks
from simulator.reports.retest import before_after
from simulator.reports.retesttext import RetestTeller
from simulator.sessions.attempt import Attempt
from simulator.sessions.errors import SessionError
from simulator.sessions.filed import write_file
from simulator.sessions.pairs import pair_of, partner_of
from simulator.sessions.retests import retest_of, sittings
from simulator.sessions.talk import Talk as HeldTalk
from simulator.sessions.talk import Wording
from simulator.store import StoreError

Found = TypeVar("Found")


class Talk:
    """A talk as it is being held."""

    def __init__(self, table: Table, talk: HeldTalk) -> None:
        self.table, self.console, self.talk = table, table.console, talk
        self.form: FormSheet | None = None
        """The form of the scene, while it is being filled in."""

    @property
    def attempt(self) -> Attempt:
        """The talk where it is held here; asked for nothing else where it is not."""
        own = self.talk.own
        assert own is not None, "another machine holds this talk"
        return own

    def run(self) -> str:
        """Hold the talk until it ends and has been looked back on.

        Returns:
            The scenario that the person wants to play next.

        Raises:
            Leave: The person leaves the talk; it is kept.
        """
        self._show(self.talk.view, whole=True)
        while True:
            while self.talk.view.ending is None:
                self._listen()
            self._debrief()
            wanted = self._after()
            if wanted:
                return wanted

    def _show(self, view: View, *, whole: bool = False) -> None:
        """Say what was said and what changed, then offer the replies."""
        writer = scene.SceneWriter(self.console, self.table.texts)
        writer.spoken(view)
        writer.moods(view, whole=whole)
        writer.news(view)
        self.console.gap()
        if view.ending is not None:
            writer.ending(view.ending)
        elif view.form is not None:
            self._begin_form()
        elif self._chooses:
            self.table.offer([_offer(offer, self.table.texts) for offer in view.offers])

    @property
    def _chooses(self) -> bool:
        return self.talk.mode is Mode.CHOOSE

    def _listen(self) -> None:
        """Read a line: a command or a number, or else the trainee's own words."""
        line = self.console.ask()
        if self.form is not None and self.talk.view.form is not None:
            self._fill(self.form, line)
        elif self._chooses:
            self._take(understand(line))
        elif not line or line.startswith(COMMAND):
            self._take(understand(line.removeprefix(COMMAND)))
        else:
            self._speak(line)

    def _begin_form(self) -> None:
        """Lay the form of the scene before the trainee."""
        found = self.talk.desk(self.table.language)
        self.form = FormSheet(self.table, self.talk, found) if found else None
        if self.form is not None:
            self.form.show()

    def _fill(self, form: FormSheet, line: str) -> None:
        """Take a line as a command, or as something to put into the form."""
        typed = understand(line)
        if typed.verb is Verb.AGAIN:
            form.show()
        elif typed.verb in (Verb.UNKNOWN, Verb.PICK, Verb.HELP):
            answer = form.take(line)
            if answer is not None:
                self._give(answer)
        else:
            self._take(typed)

    def _take(self, typed: Typed) -> None:
        """Do what a line asks for."""
        view = self.talk.view
        match typed.verb:
            case Verb.PICK:
                if self.table.within(typed.number, len(view.offers)):
                    self._give(Choose(view.offers[(typed.number or 1) - 1].reply))
            case Verb.AGAIN:
                self._show(view, whole=True)
            case Verb.REWIND:
                self._rewind(typed.number)
            case Verb.MEANT:
                self._correct()
            case Verb.QUIT:
                self._leave()
            case other:
                self._tell(other, view)

    def _tell(self, verb: Verb, view: View) -> None:
        """Tell what was asked about; the talk stays as it is."""
        writer = scene.SceneWriter(self.console, self.table.texts)
        if verb is Verb.CARD:
            writer.card(view)
        elif verb is Verb.MOOD:
            writer.moods(view, whole=True)
        else:
            self._help(writer, view)

    def _help(self, writer: scene.SceneWriter, view: View) -> None:
        writer.help(len(view.offers), own_words=not self._chooses)

    def sure(self, work: Callable[[], Found]) -> Found:
        """Return what some work comes to; here at once."""
        return work()

    def _speak(self, text: str) -> None:
        """Hear own words; where they are not clear, ask what was meant."""
        _ = self.table.texts.gettext
        if self.talk.own is not None and not self.talk.own.ears.ready:
            self.console.say(_("The reader is loading…"))
        try:
            hearing = self.sure(partial(self.talk.hear, text))
        except SimulatorError as error:
            self.table.say_error(error)
            return
        if not hearing.doubt:
            self._give(hearing.answer())
            return
        self.console.say(_("Did you mean:"))
        self._give(hearing.meant(self._which(hearing.doubt)))

    def _which(self, replies: Sequence[Wording]) -> str | None:
        """Have one of several replies chosen; None for none of them."""
        _ = self.table.texts.gettext
        neither = _("None of these: take my words as they are")
        chosen = self.table.choose([*(reply.text for reply in replies), neither])
        return replies[chosen - 1].id if chosen <= len(replies) else None

    def _correct(self) -> None:
        """Play the last answer again as what the trainee says he meant."""
        _ = self.table.texts.gettext
        try:
            meanable = self.talk.meanable
            if meanable:
                self.console.say(_("What did you mean?"))
            meant = self._which(meanable) if meanable else None
            view = self.sure(partial(self.talk.correct, meant))
        except SimulatorError as error:
            self.table.say_error(error)
        else:
            self._show(view)

    def _give(self, answer: Answer) -> None:
        """Give an answer; where it cannot be kept, let the person decide."""
        while True:
            self.table.answered = True
            try:
                self._show(self.talk.answer(answer))
            except StoreError as error:
                self.table.say_error(error)
                self._not_kept()
            else:
                return

    def _not_kept(self) -> None:
        """Offer ways on after an answer that could not be kept.

        Returns when the person wants to try again.
        """
        _ = self.table.texts.gettext
        self.console.say(_("Nothing you answered is lost while this program runs."))
        self.console.gap()
        options = [_("Try again"), _("Save the talk to a file"), _("Leave the talk")]
        while True:
            chosen = self.table.choose(options)
            if chosen == 1:
                return
            if chosen == len(options):
                raise Leave
            self._save_elsewhere()

    def _save_elsewhere(self) -> None:
        _ = self.table.texts.gettext
        usual = Path.home() / f"whose-client-{self.attempt.id}.json"
        self.console.say(_("Where to? An empty line means {file}").format(file=usual))
        path = Path(self.console.ask() or usual).expanduser()
        try:
            self.attempt.save_elsewhere(path)
        except SessionError as error:
            self.table.say_error(error)
        else:
            self.console.say(_("Saved: {path}").format(path=path))
            self.console.say(
                _("Go on with it later: whose-client play {path}").format(path=path)
            )

    def _rewind(self, turn: int | None) -> None:
        """Go back to before a turn; without a number, ask for one."""
        _ = self.table.texts.gettext
        said = scene.said_by_you(self.attempt, self.table.texts)
        if not said:
            self.console.say(_("There is nothing to go back to yet."))
            return
        if turn is None:
            self.console.say(_("Which turn do you want to try again?"))
            turn = self.table.choose(said)
        if self.table.within(turn, len(said)):
            try:
                sessions = self.table.sessions
                self.talk = sessions.try_again(self.attempt, turn - 1)
                self._show(self.talk.view, whole=True)
            except (SessionError, StoreError) as error:
                self.table.say_error(error)

    def _leave(self) -> None:
        _ = self.table.texts.gettext
        if self.table.keeps:
            self.console.say(
                _("You leave the talk. It is kept, and goes on at this line next time.")
            )
        raise Leave

    def _save_record(self) -> None:
        """Write the record of the meeting to a file of the person's choice."""
        _, attempt = self.table.texts.gettext, self.attempt
        note = record(attempt.scenario, attempt.events, attempt.rulebook, attempt.today)
        if note is None:
            return
        name = record_name(attempt.scenario.id, attempt.today, self.table.texts)
        usual = Path.home() / f"{name}{WORD}"
        self.console.say(_("Where to? An empty line means {file}").format(file=usual))
        path = Path(self.console.ask() or usual).expanduser()
        blocks = record_blocks(note, self.table.texts, self.table.language)
        try:
            write_file(path, record_bytes(blocks, path, self.table.language))
        except SessionError as error:
            self.table.say_error(error)
        else:
            self.console.say(_("Saved: {path}").format(path=path))

    def _debrief(self) -> None:
        attempt, table = self.attempt, self.table
        note = debrief(
            attempt.scenario,
            attempt.events,
            attempt.scorecard(),
            attempt.rubric,
            attempt.rulebook,
            table.language,
        )
        DebriefWriter(self.console, table.texts, table.language).write(note)
        if attempt.mode is Mode.EXAM:
            self._look_back()

    def _look_back(self) -> None:
        """Tell what an exam shows that was held again after a week."""
        table = self.table
        retest = retest_of(sittings(table.sessions), self.attempt.id)
        now = before_after(table.sessions, retest, table.language) if retest else None
        if now is not None:
            self.console.heading(table.texts.gettext("Before and after"))
            for line in RetestTeller(table.texts, table.language).lines(now):
                self.console.say(line)

    def _after(self) -> str:
        """Offer what can be done after a talk.

        Returns:
            The scenario to play next; empty when this one goes on from a turn.
        """
        _ = self.table.texts.gettext
        sequel = self.table.sessions.sequel(self.attempt)
        ways: dict[str, Callable[[], str | None]] = {}
        if sequel is not None:
            ways[_("Play on: {title}").format(title=sequel.title)] = lambda: sequel.id
        if self.attempt.decided:
            ways[_("Save the record of the meeting")] = self._save_record
        ways[_("Try a turn again")] = self._again
        ways[_("Play again")] = lambda: self.attempt.loaded.source
        ways[_("First screen")] = self._home
        ways[_("Play the other branch from a turn; this talk stays")] = self._branch
        if self.attempt.header.origin:
            told = _("Side by side with the talk that it branched off from")
            ways[told] = self._compare
        elif partner_of(self.table.sessions, self.attempt):
            ways[_("Side by side with the sitting before this one")] = self._compare
        self.console.gap()
        wanted = list(ways.values())[self.table.choose(list(ways)) - 1]()
        return self._after() if wanted is None else wanted

    def _again(self) -> str:
        self._rewind(None)
        return ""

    def _branch(self) -> str | None:
        """Play a turn otherwise in a talk of its own."""
        _ = self.table.texts.gettext
        self.console.say(_("Which turn do you want to play otherwise?"))
        turn = self.table.choose(scene.said_by_you(self.attempt, self.table.texts))
        try:
            self.talk = self.table.sessions.fork(self.attempt, turn - 1)
        except (SessionError, StoreError) as error:
            self.table.say_error(error)
            return None
        self._show(self.talk.view, whole=True)
        return ""

    def _compare(self) -> None:
        """Tell this talk and the one that it branched off from, turn by turn."""
        from simulator.plain.comparison import ComparisonWriter
        from simulator.reports.comparison import comparison, still_reachable

        table = self.table
        self.console.say(table.texts.gettext("This takes a moment."))
        self.console.flush()
        try:
            pair = pair_of(table.sessions, self.attempt.id)
            now, found = comparison(pair, table.language), still_reachable(pair)
        except (SessionError, StoreError) as error:
            table.say_error(error)
        else:
            writer = ComparisonWriter(self.console, table.texts, table.language)
            writer.write(now, found)

    def _home(self) -> str:
        raise Leave


def _offer(offer: Offer, texts: NullTranslations) -> str:
    """Return a reply; where it matters, with the person addressed."""
    if not offer.to_whom:
        return offer.text
    return f"{offer.text} ({texts.gettext('to: {name}').format(name=offer.to_whom)})"
