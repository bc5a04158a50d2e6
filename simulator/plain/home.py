"""The first screen of the plain game, and what leads from it to a talk."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from simulator.engine import Mode
from simulator.errors import SimulatorError
from simulator.plain.table import Leave, Table
from simulator.plain.talk import Talk
from simulator.reports.before import brought
from simulator.reports.names import difficulty_name
from simulator.reports.pasttext import past_line
from simulator.sessions.attempt import Attempt
from simulator.sessions.retests import due, sittings
from simulator.sessions.summary import Summary

if TYPE_CHECKING:
    from simulator.reports.progressof import Offer
    from simulator.study import Wish

Entry = tuple[str, Callable[[], None]]
"""A line of the menu, and what it leads to."""


class Home:
    """A menu that comes back after every talk."""

    def __init__(self, table: Table) -> None:
        self.table, self.console = table, table.console

    def run(self) -> None:
        """Offer the menu until the person leaves."""
        with suppress(Leave):
            while not self.table.leaving:
                entries = self._entries()
                self.console.heading(self.table.texts.gettext("Whose client?"))
                chosen = self.table.choose([label for label, _ in entries])
                self._go(entries[chosen - 1][1])

    def begin(self, scenario: str, mode: str | None = None) -> None:
        """Show what is known before a talk, then begin it; says what goes wrong.

        Args:
            scenario: An id or the path of a file.
            mode: How to answer; None asks.
        """
        self._go(lambda: self._brief(scenario, mode))

    def drill(self, wish: "Wish | None" = None) -> None:
        """Practise what is due today; says what goes wrong."""
        from simulator.plain.drills import DrillTable

        self._go(lambda: DrillTable(self.table).run(wish))

    def _go(self, way: Callable[[], None]) -> None:
        """Go somewhere and come back, whatever happens there."""
        try:
            way()
        except Leave:
            return
        except SimulatorError as error:
            self.table.say_error(error)

    def _entries(self) -> list[Entry]:
        """Return what can be done, in the order in which the first screen has it."""
        _, past = self.table.texts.gettext, self.table.sessions.past()
        entries: list[Entry] = [(_("Play"), self._choose_scenario), *self._study()]
        latest = next((one for one in past if not one.finished), None)
        if latest is not None:
            label = self._continue_label(latest)
            entries.insert(0, (label, lambda: self._resume(latest)))
        if past:
            entries.append((_("My talks"), lambda: self._choose_past(past)))
            entries.append((_("My progress"), self._progress))
        return [
            *entries,
            (_("How it works"), self._explain),
            (_("По-русски"), self.table.next_language),
            (_("Quit"), self._quit),
        ]

    def _study(self) -> Iterator[Entry]:
        """Yield what is worth practising: drills, and an exam after a week."""
        from simulator.study import Practice

        _ = self.table.texts.gettext
        if Practice(self.table.sessions).offers_any():
            yield _("Today: drills, a minute each"), self.drill
        offer = self._offer()
        if offer is not None:
            label = _("Before and after: {title}, again as an exam")
            begin = partial(self._brief, offer.scenario, Mode.EXAM)
            yield label.format(title=offer.title), begin

    def _offer(self) -> "Offer | None":
        """Return what is worth playing again as an exam; most often nothing."""
        sessions = self.table.sessions
        held = sittings(sessions)
        if due(held, sessions.today) is None:
            return None
        from simulator.reports.progressof import offered

        language = self.table.language
        return offered(sessions.library, held, language, sessions.today)

    def _quit(self) -> None:
        self.table.leaving = True

    def _continue_label(self, one: Summary) -> str:
        ngettext = self.table.texts.ngettext
        _ = self.table.texts.gettext
        turns = ngettext("{n} turn played", "{n} turns played", one.turns)
        return _("Continue: {title}, {turns}").format(
            title=one.title, turns=turns.format(n=one.turns)
        )

    def _resume(self, one: Summary) -> None:
        self._talk(self.table.sessions.resume(one.id))

    def _choose_past(self, past: Sequence[Summary]) -> None:
        table = self.table
        self.console.heading(table.texts.gettext("My talks"))
        lines = [past_line(one, table.texts, table.language) for one in past]
        named = zip(past, lines, strict=True)
        chosen = table.choose([f"{one.title}: {line}" for one, line in named])
        self._resume(past[chosen - 1])

    def _progress(self) -> None:
        """Say what the talks show over time, and offer what comes next."""
        from simulator.reports.progressof import progress_of
        from simulator.reports.progresstext import all_lines

        table, _ = self.table, self.table.texts.gettext
        today = table.sessions.now().astimezone().date()
        told = progress_of(table.sessions, table.language, today)
        self.console.heading(_("My progress"))
        for line in all_lines(told, table.texts, table.language, drawn=False):
            self.console.say(line) if line else self.console.gap()
        self.console.gap()
        following = told.progress.next
        ways = [_("Play what comes next")] if following else []
        chosen = table.choose([*ways, _("Back")])
        if following and chosen == 1:
            self._brief(following.scenario.id)

    def _choose_scenario(self) -> None:
        _ = self.table.texts.gettext
        entries = self.table.sessions.library.scenarios(self.table.language)
        self.console.heading(_("Choose a talk"))
        chosen = self.table.choose(
            [
                _("{title}: {difficulty}, about {n} min").format(
                    title=one.title,
                    difficulty=difficulty_name(one.difficulty).render(self.table.texts),
                    n=one.minutes,
                )
                for one in entries
            ]
        )
        self._brief(entries[chosen - 1].id)

    def _brief(self, scenario: str, mode: str | None = None) -> None:
        _ = self.table.texts.gettext
        sessions = self.table.sessions
        story = sessions.library.load(scenario, self.table.language).scenario
        self.console.heading(story.title)
        self.console.say(_("Your role: {role}").format(role=story.role))
        self.console.say(story.brief)
        if story.continues is not None:
            told = brought(sessions.earlier(story), story, self.table.language)
            self.console.say(told.render(self.table.texts))
        self.console.gap()
        ways = {mode: _("Begin the talk")} if mode else self._ways()
        chosen = self.table.choose([*ways.values(), _("Back")])
        if chosen <= len(ways):
            way = list(ways)[chosen - 1]
            self._talk(sessions.start(scenario, self.table.language, mode=way))

    def _ways(self) -> dict[str, str]:
        _ = self.table.texts.gettext
        return {
            Mode.CHOOSE: _("Choose among replies"),
            Mode.SPEAK: _("Speak: type your own words, see how they are heard"),
            Mode.EXAM: _("Exam: own words, one go, no hints until the end"),
        }

    def _talk(self, attempt: Attempt) -> None:
        self._brief(Talk(self.table, attempt).run())

    def _explain(self) -> None:
        _ = self.table.texts.gettext
        self.console.heading(_("How it works"))
        for text in (
            _(
                "A manager holds a client and will not give him up. Read what he says "
                "and choose your reply by its number. The order of the replies tells "
                "you nothing."
            ),
            _(
                "He has a temper: what you say changes it, and what he says next. "
                "Press him, and the facts dry up. Ask the same again and again, and "
                "the talk ends by itself."
            ),
            _(
                "Only the facts that you get or bring count. At the end you hear what "
                "your words did, and get two scores with their reasons."
            ),
            _("In a talk, ? tells what else you can type."),
        ):
            self.console.say(text)
