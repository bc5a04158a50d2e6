"""Where to go on: a scene, and a state typed as conditions have it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.suggester import Suggester
from textual.widget import Widget
from textual.widgets import Input

from simulator.preview import completions, jump, written_place
from simulator.tui.screens.sheet import Sheet
from simulator.tui.widgets.composer import Composer
from simulator.tui.widgets.field import Field
from simulator.tui.widgets.settled import Text

if TYPE_CHECKING:
    from simulator.preview import Room
    from simulator.scenario.model import Scenario
    from simulator.tui.game import Game

_SHOWN: Final = 12
"""How many ways on are shown under what is typed."""


class JumpSheet(Sheet[bool]):
    """The box; gives back True when the talk was put down somewhere else."""

    def __init__(self, game: "Game", room: "Room") -> None:
        super().__init__(game)
        self.room = room

    @property
    def story(self) -> "Scenario":
        """The scenario as it is now: it may be read again while the box is open."""
        assert self.room.attempt is not None, "there is nothing to jump in"
        return self.room.attempt.scenario

    def title_text(self) -> str:
        """Return the title."""
        return self.game.texts.gettext("Jump to a scene")

    def body(self) -> Iterable[Widget]:
        """Make the two boxes to type in, and what helps with them."""
        _ = self.game.texts.gettext
        assert self.room.attempt is not None, "there is nothing to jump in"
        state = self.room.attempt.state
        yield Text(Content.styled(_("Scene"), "bold"))
        yield SceneField(state.scene, self)
        yield Text(Content.styled(_("State; empty: as at the beginning"), "bold"))
        yield StateBox(written_place(state), self)
        yield Text(id="jump-help")

    def foot(self) -> Iterable[Widget]:
        """Say which keys do what."""
        _ = self.game.texts.gettext
        keys = _("Enter: jump · Tab: the other box · →: complete · Esc: close")
        yield Text(Content.styled(keys, "$muted"))

    def on_mount(self) -> None:
        """Begin with the scene."""
        self.query_one(SceneField).focus()
        self._help()

    def on_input_changed(self) -> None:
        """Show how it can go on."""
        self._help()

    def on_text_area_changed(self) -> None:
        """Show how it can go on."""
        self._help()

    def on_descendant_focus(self) -> None:
        """Help with the box that the keys go to."""
        self._help()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go there."""
        event.stop()
        self._jump()

    def on_composer_sent(self, event: Composer.Sent) -> None:
        """Go there."""
        event.stop()
        self._jump()

    def on_composer_rested(self, event: Composer.Rested) -> None:
        """Keep nothing: what is typed here is no answer."""
        event.stop()

    def _jump(self) -> None:
        """Go there; or say what is wrong with it."""
        scene, state = self.query_one(SceneField).value, self.query_one(StateBox).text
        found = jump(self.story, scene, state)
        if found.mistakes:
            told = "\n".join(one.render(self.game.texts) for one in found.mistakes)
            self.query_one("#jump-help", Text).update(Content.styled(told, "$bad"))
            return
        self.room.jump(found.placed)
        self.dismiss(True)

    def _help(self) -> None:
        """Show what the box under the keys can become."""
        scene, state = self.query_one(SceneField), self.query_one(StateBox)
        ways = scenes(self.story, scene.value)
        if state.has_focus:
            ways = completions(self.story, state.text)
        more = " …" if len(ways) > _SHOWN else ""
        told = Content.styled("  ".join(ways[:_SHOWN]) + more, "$muted")
        self.query_one("#jump-help", Text).update(told)


class SceneField(Field):
    """The line for the scene."""

    def __init__(self, value: str, sheet: JumpSheet) -> None:
        super().__init__(value)
        self.suggester = _Scenes(sheet)


class StateBox(Composer):
    """The box for the state; → completes the word before the cursor."""

    def __init__(self, value: str, sheet: JumpSheet) -> None:
        self._sheet = sheet
        super().__init__("resistance=3 fact=share flag=promised", value)

    def update_suggestion(self) -> None:
        """Suggest how the last word can go on, once it is begun."""
        text = self.text
        begun = text[-1:].strip() and self.cursor_location == self.document.end
        ways = completions(self._sheet.story, text) if begun else ()
        self.suggestion = ways[0].removeprefix(text.split()[-1]) if ways else ""


class _Scenes(Suggester):
    """Suggests the scenes that begin as typed."""

    def __init__(self, sheet: JumpSheet) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._sheet = sheet

    async def get_suggestion(self, value: str) -> str | None:
        """Return the first scene that begins so."""
        return next(iter(scenes(self._sheet.story, value)), None)


def scenes(story: "Scenario", begun: str) -> tuple[str, ...]:
    """Return the scenes that begin so; all of them where one is named in full."""
    if begun in story.scenes:
        return tuple(story.scenes)
    return tuple(scene for scene in story.scenes if scene.startswith(begun))
