"""How the people in the room feel: a word, a bar, a number, what changed."""

from collections.abc import Sequence
from gettext import NullTranslations
from typing import Final

from textual.content import Content

from simulator.engine.view import Meter, PersonView
from simulator.reports.names import (
    WORSE_WHEN_UP,
    meter_in_short,
    meter_name,
    meter_word,
    worse,
)
from simulator.tui.widgets.settled import Text

FULL: Final = 10
"""The most that a meter can show."""
_COLOURS: Final = {True: "$bad", False: "$good", None: "$primary"}


class Mood(Text):
    """The meters of everybody in the room."""

    def __init__(self, id: str, *, stacked: bool) -> None:  # noqa: A002
        """Make the widget.

        Args:
            id: The widget's id.
            stacked: Draw each meter on two lines, under the person's name.
        """
        super().__init__(id=id)
        self._stacked = stacked

    def show(self, people: Sequence[PersonView], texts: NullTranslations) -> None:
        """Draw the meters of this moment."""
        draw = stacked if self._stacked else in_lines
        self.update(draw(people, texts))


MANY: Final = 2
"""With more people than this each gets no line of his own where room is short."""


def crowd(people: Sequence[PersonView], texts: NullTranslations) -> Content:
    """Draw everybody in one paragraph: names, meters, what changed."""
    parts = [
        Content.assemble(
            (person.name, "bold"),
            f" ({texts.gettext('decides')})" if person.decides else "",
            *(part for meter in person.meters for part in _short(meter, texts)),
        )
        for person in people
    ]
    return Content("  ·  ").join(parts)


def _short(meter: Meter, texts: NullTranslations) -> tuple[str | tuple[str, str], ...]:
    name = meter_in_short(meter.id, meter.name).render(texts)
    colour = _COLOURS[WORSE_WHEN_UP.get(meter.id)]
    return (
        (f" {name} ", "$muted"),
        (str(meter.value), f"bold {colour}"),
        *_change(meter),
    )


def in_lines(people: Sequence[PersonView], texts: NullTranslations) -> Content:
    """Draw a line for each meter, with names where several people have some."""
    if len(people) > MANY:
        return crowd(people, texts)
    people = [person for person in people if person.meters]
    names = [_name(meter, texts) for person in people for meter in person.meters]
    width = max((len(name) for name in names), default=0)
    lines: list[Content] = []
    for person in people:
        if len(people) > 1:
            lines.append(_person(person, texts))
        for meter in person.meters:
            name = _name(meter, texts).ljust(width)
            lines.append(Content.assemble((name, "$muted"), "  ", _line(meter, texts)))
    return Content("\n").join(lines)


def stacked(people: Sequence[PersonView], texts: NullTranslations) -> Content:
    """Draw two lines for each meter, under the name of whose it is."""
    blocks: list[Content] = []
    for person in people:
        blocks.append(_person(person, texts))
        blocks += [
            Content.assemble(
                (_name(meter, texts), "$muted"),
                (f"  {meter.value}", "bold"),
                *_change(meter),
                "\n",
                _dots(meter),
                f"  {_word(meter, texts)}",
            )
            for meter in person.meters
        ]
    return Content("\n\n").join(blocks)


def _person(person: PersonView, texts: NullTranslations) -> Content:
    parts = [Content.styled(person.name, "bold"), Content(person.role)]
    if person.decides:
        parts.append(Content.styled(texts.gettext("decides"), "$primary"))
    return Content(" · ").join(parts)


def _name(meter: Meter, texts: NullTranslations) -> str:
    return meter_name(meter.id, meter.name).render(texts)


def _word(meter: Meter, texts: NullTranslations) -> str:
    return meter_word(meter.id, meter.value).render(texts)


def _dots(meter: Meter) -> Content:
    return Content.assemble(
        ("●" * meter.value, _COLOURS[WORSE_WHEN_UP.get(meter.id)]),
        ("○" * (FULL - meter.value), "$muted"),
    )


def _line(meter: Meter, texts: NullTranslations) -> Content:
    word = _word(meter, texts)
    return Content.assemble(
        _dots(meter),
        (f" {meter.value:>2}", "bold"),
        f"  {word}" if word else "",
        *_change(meter),
    )


def _change(meter: Meter) -> tuple[str | tuple[str, str], ...]:
    if not meter.change:
        return ()
    harder = worse(meter.id, meter.value - meter.change, meter.value)
    arrow = "▲" if meter.change > 0 else "▼"
    return "  ", (f"{arrow}{abs(meter.change)}", f"bold {_COLOURS[harder]}")
