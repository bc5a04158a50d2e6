"""What can be played: title, difficulty, minutes, how it went before."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from simulator.reports.names import difficulty_name
from simulator.reports.numbers import whole
from simulator.tui import wishes
from simulator.tui.screens.listpage import ListPage
from simulator.tui.widgets.choices import Choice, Choices

if TYPE_CHECKING:
    from simulator.packs import Entry
    from simulator.sessions.summary import Summary
    from simulator.sessions.usecases import Sessions
    from simulator.tui.game import Game


class Scenarios(ListPage):
    """The list of talks."""

    def __init__(self, game: "Game", sessions: "Sessions") -> None:
        super().__init__(game)
        self._sessions = sessions

    def title_text(self) -> str:
        """Return the title."""
        return self.game.texts.gettext("Which talk?")

    def about(self) -> str:
        """Explain this screen."""
        return self.game.texts.gettext(
            "Each line is a talk. Choose one to read what is known before it begins."
        )

    async def filled(self) -> None:
        """List the talks."""
        played = self._sessions.attempts()
        talks = self._sessions.library.scenarios(self.game.language)
        choices = self.query_one(Choices)
        choices.gap = 1
        choices.show([self._choice(talk, played) for talk in talks])
        choices.focus()

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Show what is known before the talk."""
        event.stop()
        self.post_message(wishes.ShowBrief(event.choice.id))

    def _choice(self, talk: "Entry", played: "Sequence[Summary]") -> Choice:
        mine = [one for one in played if one.scenario == talk.id and one.finished]
        details = [self._length(talk), *self._past(mine)]
        return Choice(talk.id, talk.title, "\n".join(details))

    def _length(self, talk: "Entry") -> str:
        texts = self.game.texts
        minutes = texts.ngettext("{n} minute", "{n} minutes", talk.minutes)
        level = difficulty_name(talk.difficulty).render(texts)
        return f"{level} · {minutes.format(n=talk.minutes)}"

    def _past(self, mine: "Sequence[Summary]") -> Iterable[str]:
        """Say how often it was played, and the best of both scores."""
        _, ngettext = self.game.texts.gettext, self.game.texts.ngettext
        if not mine:
            return
        times = ngettext("played {n} time", "played {n} times", len(mine))
        yield times.format(n=len(mine))
        ours = [one.business for one in mine if one.business is not None]
        theirs = [one.key_client for one in mine if one.key_client is not None]
        if ours and theirs:
            yield _(
                "best: business above ego {ours}, key-client rules {theirs}"
            ).format(ours=whole(max(ours)), theirs=whole(max(theirs)))
