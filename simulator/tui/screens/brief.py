"""What is known before a talk: who you are, whom you meet, the client."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from simulator.engine.answers import Mode
from simulator.messages import N_
from simulator.reports.before import brought
from simulator.scenario.model import Difficulty
from simulator.tui import wishes
from simulator.tui.acts import Act
from simulator.tui.keys import both
from simulator.tui.screens.page import Page
from simulator.tui.widgets.choices import Choice, Choices
from simulator.tui.widgets.paper import Paper, Para, blank, heading

if TYPE_CHECKING:
    from simulator.scenario.model import Person, Scenario
    from simulator.sessions.usecases import Sessions
    from simulator.tui.game import Game

_STEP = 2
_LENGTHS: Final[Mapping[Difficulty, str]] = {
    Difficulty.EASY: N_("{minutes} · easy"),
    Difficulty.MEDIUM: N_("{minutes} · of medium difficulty"),
    Difficulty.HARD: N_("{minutes} · hard"),
}


class Brief(Page):
    """One page to read, one thing to do: begin."""

    CSS_PATH = "../styles/plainpage.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(both("q"), "back", show=False),
        Binding("escape", "back", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
    ]

    def __init__(
        self,
        game: "Game",
        sessions: "Sessions",
        wanted: str,
        mode: str = Mode.CHOOSE,
    ) -> None:
        """Make the page.

        Args:
            game: What screens share.
            sessions: Where the scenario comes from.
            wanted: Its id, or the path of a file.
            mode: The way of answering that is highlighted.

        Raises:
            PackError: There is no such scenario, or it has mistakes.
        """
        super().__init__(game)
        self.wanted = wanted
        self._sessions = sessions
        self._mode = Mode(mode)
        self.scenario = self._load()

    def acts(self) -> tuple[Act, ...]:
        """Return what can be done here."""
        _ = self.game.texts.gettext
        return (
            Act("screen.begin", "Enter", _("begin")),
            Act("", "↑↓", _("how to answer")),
            Act("screen.page(1)", "PgDn", _("read on")),
            self.help_act(),
            Act("screen.back", self.key("q"), _("back")),
            *self.common_acts(),
        )

    def about(self) -> str:
        """Explain this screen."""
        return self.game.texts.gettext(
            "This is what you know before the talk. Read it, choose how to answer with "
            "the arrows or a digit, and press Enter to begin."
        )

    def parts(self) -> Iterable[Widget]:
        """Make the widgets."""
        title = Content.styled(self.scenario.title, "bold $primary")
        with Vertical(id="page"):
            yield Static(title, id="page-title")
            with VerticalScroll(id="page-scroll", can_focus=False):
                yield Paper(self._paras())
            yield Choices(self._ways(), at=list(Mode).index(self._mode))

    async def filled(self) -> None:
        """Let Enter begin."""
        self.query_one(Choices).focus()

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Begin."""
        event.stop()
        self._mode = Mode(event.choice.id)
        self.action_begin()

    def action_begin(self) -> None:
        """Begin the talk."""
        self.post_message(wishes.Begin(self.wanted, self._mode))

    def action_back(self) -> None:
        """Go back to where this was opened."""
        self.post_message(wishes.GoUp())

    def action_page(self, by: int) -> None:
        """Scroll by a page."""
        scroll = self.query_one("#page-scroll")
        if by < 0:
            scroll.scroll_page_up(animate=False)
        else:
            scroll.scroll_page_down(animate=False)

    async def rebuild(self) -> None:
        """Tell of the talk in the language of now, where it has been written in it."""
        self.scenario = self._load()
        await super().rebuild()

    def _load(self) -> "Scenario":
        return self._sessions.library.load(self.wanted, self.game.language).scenario

    def _ways(self) -> list[Choice]:
        _ = self.game.texts.gettext
        return [
            Choice(Mode.CHOOSE, _("Choose among replies")),
            Choice(Mode.SPEAK, _("Speak: type your own words, see how they are heard")),
            Choice(Mode.EXAM, _("Exam: own words, one go, no hints until the end")),
        ]

    def _paras(self) -> list[Para]:
        _, story = self.game.texts.gettext, self.scenario
        paras = [
            Para(Content(story.brief.strip())),
            blank(),
            _named(_("You are"), story.role),
        ]
        for person in people(story):
            paras.append(_named(_("You meet"), f"{person.name}, {person.role}"))
        paras += [_named(_("It takes"), self._length()), blank()]
        if story.continues is not None:
            earlier = self._sessions.earlier(story)
            told = brought(earlier, story, self.game.language)
            paras += [Para(Content(told.render(self.game.texts))), blank()]
        known = [fact for fact in story.client.facts.values() if fact.known]
        if known:
            paras.append(
                heading(_("Known of {client}").format(client=story.client.name))
            )
        for fact in known:
            source = f" ({fact.source})" if fact.source else ""
            text = Content.assemble(
                (fact.name, "bold"), ": ", Content(fact.line), (source, "$muted")
            )
            paras.append(Para(text, _STEP, Content("·")))
        return paras

    def _length(self) -> str:
        texts, story = self.game.texts, self.scenario
        minutes = texts.ngettext("{n} minute", "{n} minutes", story.minutes)
        length = texts.gettext(_LENGTHS[story.difficulty])
        return length.format(minutes=minutes.format(n=story.minutes))


def _named(name: str, text: str) -> Para:
    return Para(Content(text), 16, Content.styled(name, "$muted"))


def people(story: "Scenario") -> "list[Person]":
    """Return whom the trainee meets: those with a temper, the room itself left out."""
    fairness = story.meeting.fairness if story.meeting else None
    room = fairness.person if fairness else ""
    return [one for one in story.cast.values() if one.mood and one.id != room]
