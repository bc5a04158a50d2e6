"""The head of the trainer's board: what is played, the way in, how it stands."""

from collections.abc import Iterator
from gettext import NullTranslations

from textual.content import Content

from simulator.plaintext import plain
from simulator.tui.seen import Course, Seen, Way


def board_head(
    seen: Seen, way: Way, texts: NullTranslations, notes: list[str]
) -> Content:
    """Return the head.

    Args:
        seen: The class.
        way: How people come in.
        texts: The words of the program.
        notes: What else is to be said, each on a line of its own.
    """
    _ = texts.gettext
    code = _("Code: {code}").format(code=way.code)
    course = seen["course"]
    told = _at_own_pace(seen, texts) if course is None else _room(seen, course, texts)
    lines = [
        Content.styled(plain(seen["title"]), "bold"),
        Content(f"{way.address}   {code}"),
        Content(" · ".join(told)),
    ]
    if way.exposed:
        said = _("Without TLS others on this network can read along.")
        lines.append(Content.styled(said, "$warning"))
    if seen["closed"]:
        lines.append(Content.styled(_("The class is over."), "bold"))
    lines += [Content.styled(plain(note), "bold $warning") for note in notes]
    return Content("\n").join(lines)


def _at_own_pace(seen: Seen, texts: NullTranslations) -> Iterator[str]:
    _, people = texts.gettext, seen["people"]
    count, done = len(people), sum(one["ending"] is not None for one in people)
    known = texts.ngettext("{n} person", "{n} people", count).format(n=count)
    yield _("{known} · {done} have finished · {rate} answers a minute").format(
        known=known, done=done, rate=seen["per_minute"]
    )
    yield from _besides(seen, texts)


def _room(seen: Seen, course: Course, texts: NullTranslations) -> Iterator[str]:
    _ = texts.gettext
    yield _("turn {n}").format(n=course["turn"] + (not course["over"]))
    if course["over"]:
        yield _("the talk is over")
    elif course["paused"]:
        yield _("paused")
    else:
        yield _("the vote is open") if course["open"] else _("the vote is closed")
    if not course["over"]:
        yield _("{n} of {all} have answered").format(
            n=course["answered"], all=len(seen["people"])
        )
    if course["left"] is not None:
        minutes, seconds = divmod(round(course["left"]), 60)
        yield _("{time} left").format(time=f"{minutes}:{seconds:02}")
    yield from _besides(seen, texts)


def _besides(seen: Seen, texts: NullTranslations) -> Iterator[str]:
    _ = texts.gettext
    hands = sum(one["hand"] for one in seen["people"])
    if hands:
        yield texts.ngettext("{n} hand up", "{n} hands up", hands).format(n=hands)
    if seen["named"]:
        yield _("with names")
    if seen["shown"]:
        yield _("the debrief is shown")
