"""The client card: what is known of the client, from whom, and how sure."""

from collections.abc import Callable, Iterable
from gettext import NullTranslations

from textual.content import Content

from simulator.engine.events import EARLIER, YOU
from simulator.engine.view import CardEntry, View
from simulator.tui.widgets.settled import Text


class Card(Text):
    """The card, the latest facts first."""

    def show(self, view: View, texts: NullTranslations) -> None:
        """Draw the card of this moment."""
        self.update(draw(view, texts))


def draw(view: View, texts: NullTranslations) -> Content:
    """Return the card as text: what is missing, then the facts, the latest first."""
    _ = texts.gettext
    missing = Content.styled(_unknown(view.unknown, texts), "$muted")
    parts = [
        Content.assemble((view.client, "bold $primary"), "\n", missing),
        *(_entry(entry, _) for entry in reversed(view.card)),
    ]
    if not view.card:
        parts.append(Content(_("Nothing is known yet.")))
    return Content("\n\n").join(parts)


def _entry(entry: CardEntry, _: Callable[[str], str]) -> Content:
    notes = list(_notes(entry, _))
    new = (("● " + _("new") + "  ", "bold $good"),) if entry.new else ()
    return Content.assemble(
        *new,
        (entry.name, "bold"),
        "\n",
        Content(entry.line),
        ("\n" + " · ".join(notes) if notes else "", "$muted"),
    )


def _notes(entry: CardEntry, _: Callable[[str], str]) -> Iterable[str]:
    if entry.source:
        source = {YOU: _("you"), EARLIER: _("the talk before")}.get(
            entry.source, entry.source
        )
        yield _("from: {source}").format(source=source)
    if not entry.exact:
        yield _("not exact")


def _unknown(unknown: int, texts: NullTranslations) -> str:
    if not unknown:
        return texts.gettext("All that the decision needs is known.")
    return texts.ngettext(
        "The decision needs {n} more fact.",
        "The decision needs {n} more facts.",
        unknown,
    ).format(n=unknown)
