"""The author's panel as a page: mistakes, what fired, the replies, how things stand."""

from collections.abc import Iterable, Iterator
from gettext import NullTranslations
from pathlib import PurePath
from typing import Final

from textual.content import Content

from simulator.plaintext import plain
from simulator.preview import (
    AuthorView,
    ConditionNote,
    Fault,
    MoveNote,
    PartNote,
    ReplyNote,
    Standing,
)
from simulator.reports.model import LevelNote
from simulator.reports.phrases import Phrase
from simulator.scenario.findings import Finding
from simulator.tui.widgets.marks import marked
from simulator.tui.widgets.paper import Para, blank, heading
from simulator.tui.widgets.sumpage import score
from simulator.tui.widgets.turnpage import levels

_STEP: Final = 2
_EXCERPT: Final = 60
"""Characters of a reply that are shown; the whole stands beside, where it is played."""


def fault_page(
    fault: Fault, texts: NullTranslations, *, played: bool = True
) -> list[Para]:
    """Tell why the file cannot be played as it is.

    Args:
        fault: What is wrong.
        texts: The language.
        played: True when its last good version is played meanwhile.
    """
    _ = texts.gettext
    title = Para(
        Content.styled(_("The file as it is now cannot be played"), "bold $bad")
    )
    told: Iterable[Para] = [Para(Content(plain(fault.error.sentence(_))))]
    if fault.findings:
        told = findings(fault.findings, texts)
    last = _("It begins once this is mended.")
    if played:
        last = _("What you play is its last good version, until this is mended.")
    return [title, *told, Para(Content.styled(last, "$muted"))]


def findings(found: Iterable[Finding], texts: NullTranslations) -> Iterator[Para]:
    """Tell findings: place and code, what is wrong, what to do."""
    for one in found:
        message, remedy = one.render(texts)
        where = f"{PurePath(one.file).name}: "
        if one.line is not None:
            where = f"{PurePath(one.file).name}:{one.line}:{one.column}: "
        head = Content.assemble(
            (where, "bold"), (f"{texts.gettext(str(one.severity))} {one.code} ", "$bad")
        )
        yield Para(Content.assemble(head, Content(message), "."))
        yield Para(Content.styled(remedy, "$muted"), _STEP)


def eyes_page(view: AuthorView, texts: NullTranslations) -> list[Para]:
    """Tell everything about a moment."""
    _ = texts.gettext
    sections: tuple[tuple[str, list[Para]], ...] = (
        (_("What fired"), list(_move(view.move, texts)) if view.move else []),
        (_("Replies"), [p for one in view.replies for p in _reply(one, texts)]),
        (_("Where the form leads"), list(_ways(view, texts))),
        (_("State"), list(_standing(view.standing, texts))),
        (_("Scores so far"), list(_scores(view, texts))),
    )
    pages = [[heading(title), *body] for title, body in sections if body]
    return [para for page in pages for para in (*page, blank())][:-1]


def _move(note: MoveNote, texts: NullTranslations) -> Iterator[Para]:
    _ = texts.gettext
    yield Para(Content.styled(note.why.render(texts), "bold"), _STEP)
    if note.condition is not None:
        yield _plain(_("because {condition}").format(condition=note.condition.written))
    yield _plain(f"{note.source} → {note.target}")
    words = [code.use for code in note.turn.codes]
    if any(use.span for use in words):
        yield Para(marked(note.turn.text, words), _STEP)
    for code in note.turn.codes:
        start, end = code.span or (0, 0)
        heard = f"  «{note.turn.text[start:end]}»" if code.span else ""
        yield Para(Content.assemble(code.written, (heard, "$muted")), _STEP)
    changes = [
        *(f"{m.meter} {m.before} → {m.after}" for m in note.moods),
        *(f"+ {fact.fact}" for fact in note.turn.learned),
        *(f"set {flag}" for flag in note.flags),
    ]
    if changes:
        yield _plain(" · ".join(changes))
    if note.turn.circling:
        yield _plain(_("The same request again, with no new reason: a circle."))
    elif note.turn.fruitless:
        yield _plain(_("It brought nothing new."))
    yield from levels(note.turn.levels, texts)


def _reply(note: ReplyNote, texts: NullTranslations) -> Iterator[Para]:
    _ = texts.gettext
    offered = note.number > 0
    head = Content.styled(f"{note.number}" if offered else "·", "bold $primary")
    text = note.text.split("\n")[0]
    short = text if len(text) <= _EXCERPT else text[: _EXCERPT - 1] + "…"
    ground = "" if offered else "$muted"
    name = Content.assemble((note.id, f"bold {ground}".strip()), " ", (short, "$muted"))
    yield Para(name, _STEP, head)
    if not offered:
        yield from _withheld(note, texts)
    elif note.condition is not None:
        yield _plain(_("because {condition}").format(condition=note.condition.written))
    led = f" ({note.by.render(texts)})" if note.by else ""
    does = " · ".join([", ".join(note.codes), *note.effects, f"→ {note.to}{led}"])
    yield Para(Content.styled(does, ground), _STEP)
    if note.levels:
        yield Para(Content.assemble(*_short(note.levels, ground)), _STEP)


def _withheld(note: ReplyNote, texts: NullTranslations) -> Iterator[Para]:
    """Say why a reply is not on offer."""
    _ = texts.gettext
    if note.spent:
        yield Para(Content.styled(_("said already, and only once"), "$bad"), _STEP)
    if note.condition is None or note.condition.holds:
        return
    yield Para(_condition(note.condition, texts), _STEP)


def _condition(note: ConditionNote, texts: NullTranslations) -> Content:
    """Write a condition that does not hold, with what keeps it from it."""
    _ = texts.gettext
    lacking = "; ".join(_part(part, texts) for part in note.lacking)
    told = Content.styled(_("not now: {parts}").format(parts=lacking), "$bad")
    if [part.written for part in note.lacking] == [note.written]:
        return told
    return Content.assemble((f"{note.written}  ", "$muted"), told)


def _part(part: PartNote, texts: NullTranslations) -> str:
    if not part.now:
        return part.written
    now = ", ".join(str(value) for value in part.now)
    return texts.gettext("{part} (it is {now})").format(part=part.written, now=now)


def _short(notes: Iterable[LevelNote], ground: str) -> Iterator[tuple[str, str]]:
    """Write levels in a few letters, those that the scene tests in bold."""
    for number, note in enumerate(notes):
        colour = "$bad" if note.violation and not ground else ground
        weight = "bold " if note.tested else ""
        yield (" · " if number else ""), ""
        yield f"{note.principle} {note.level}", f"{weight}{colour}".strip()


def _ways(view: AuthorView, texts: NullTranslations) -> Iterator[Para]:
    _ = texts.gettext
    for number, (condition, to) in enumerate(view.ways, 1):
        when = condition.written if condition else _("in every other case")
        yield Para(Content(f"{when} → {to}"), _STEP, Content(f"{number}"))


def _standing(now: Standing, texts: NullTranslations) -> Iterator[Para]:
    _ = texts.gettext
    visit = _("visit {n}").format(n=now.visits.get(now.scene, 1))
    rows: tuple[tuple[str, str], ...] = (
        (_("scene"), f"{now.scene} ({visit})"),
        (_("ending"), now.ending or ""),
        (_("meters"), " · ".join(_gauges(now))),
        (_("known"), ", ".join(_new(f, now) for f in now.known)),
        (_("not known"), ", ".join(now.unknown)),
        (_("flags"), ", ".join(_new(flag, now) for flag in now.flags)),
        (_("visits"), " · ".join(f"{s} {n}" for s, n in now.visits.items())),
        (_("codes said"), ", ".join(now.said)),
        (_("forms"), " · ".join(f"{s} {right} %" for s, right in now.forms.items())),
        (_("patience"), _patience(now, texts)),
    )
    for name, value in rows:
        if value:
            yield Para(Content.assemble((f"{name}: ", "$muted"), Content(value)), _STEP)


def _gauges(now: Standing) -> Iterator[str]:
    for one in now.gauges:
        arrow = "▲" if one.change > 0 else "▼"
        change = f" {arrow}{abs(one.change)}" if one.change else ""
        yield f"{one.name} {one.value}{change}"


def _new(name: str, now: Standing) -> str:
    return f"+{name}" if name in now.new else name


def _patience(now: Standing, texts: NullTranslations) -> str:
    _ = texts.gettext
    if now.patience is None:
        return _("endless; fruitless turns: {n}").format(n=now.fruitless)
    told = _("{n} of {all} fruitless turns")
    return told.format(n=now.fruitless, all=now.patience)


def _scores(view: AuthorView, texts: NullTranslations) -> Iterator[Para]:
    _ = texts.gettext
    for name, points in (
        (_("Business above ego"), view.business),
        (_("Key-client rules"), view.key_client),
    ):
        told = (f"{name}: ", "$muted"), (score(points), "bold")
        yield Para(Content.assemble(*told), _STEP)


def note_para(note: Phrase, texts: NullTranslations) -> Para:
    """Return what happened to the talk as a paragraph."""
    return Para(Content.styled(note.render(texts), "$good"))


def _plain(text: str) -> Para:
    return Para(Content(text), _STEP)
