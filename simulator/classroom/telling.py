"""What a person may be told of his talk, with numbers for whatever ids give away."""

from collections.abc import Sequence
from gettext import NullTranslations

from msgspec.structs import replace

from simulator import i18n
from simulator.classroom.room import Room
from simulator.classroom.roomwords import Bar, line_of, stand, together
from simulator.classroom.seats import Seat, with_asides
from simulator.classroom.sheets import numbered
from simulator.classroom.wire import Told
from simulator.engine import View
from simulator.forms import Sheet, in_hand
from simulator.reports.numbers import whole
from simulator.scenario.model import Reply
from simulator.sessions.attempt import Attempt


def told_of(
    room: Room, seat: Seat, talk: Attempt, meanable: Sequence[Reply], language: str
) -> Told:
    """Return where a talk stands.

    Args:
        room: The class.
        seat: Whose talk it is.
        talk: The talk.
        meanable: What his last answer could have meant.
        language: Of the rulebook's words on a worksheet, and of what is waited for.
    """
    page = talk.desk(language)
    stops = in_hand(talk.state, talk.rulebook).stops if page else ()
    where = together(room, seat)
    texts = i18n.load(language)
    return Told(
        name=seat.name,
        role=room.scenario.role,
        brief=room.scenario.brief,
        mode=room.held.mode,
        moves=seat.moves,
        closed=room.closed,
        view=_by_number(talk.view),
        spoken=with_asides(room.scenario, seat),
        meanable=tuple(one.text for one in meanable),
        sheet=_unnamed(page.sheet, seat) if page else None,
        stops=tuple(sorted(stops)),
        waiting=where.told.render(texts) if where and where.told else "",
        split=tuple(_bar(bar, texts) for bar in where.bars) if where else (),
        stand=stand(room, seat),
        line=line_of(room),
    )


def _bar(bar: Bar, texts: NullTranslations) -> str:
    """Return one answer of the room as a line: the words, how many, what they do."""
    words = bar.form.render(texts) if bar.form else f"«{bar.text}»"
    who = f" — {bar.who}" if bar.who else ""
    does = "; ".join(one.render(texts) for one in bar.does)
    counts = f"{bar.count} · {whole(bar.share * 100)} %"
    return f"{words}{who} · {counts}" + (f" · {does}" if does else "")


def _unnamed(sheet: Sheet, seat: Seat) -> Sheet:
    """Return a form without the author's names: it is that of one move."""
    return replace(numbered(sheet), scene=str(seat.moves))


def _by_number(view: View) -> View:
    offers = tuple(replace(one, reply=str(one.number)) for one in view.offers)
    return replace(view, offers=offers)
