"""One turn of the debrief as a page: words, what they did, levels, what then."""

from collections.abc import Iterable
from gettext import NullTranslations
from typing import Final

from textual.content import Content

from simulator.engine.events import YOU
from simulator.engine.view import Spoken
from simulator.reports.model import LevelNote, MoodNote, Stronger, TurnNote
from simulator.reports.tones import Tone
from simulator.scenario.model import NOTE
from simulator.tui.widgets.figures import bar
from simulator.tui.widgets.formpage import form_page
from simulator.tui.widgets.marks import COLOURS, SIGNS, marked
from simulator.tui.widgets.paper import Para, blank, heading

LEVELS: Final = 4
"""The highest level of a principle."""
_STEP: Final = 2


def turn_page(
    note: TurnNote, turns: int, key: str, texts: NullTranslations
) -> list[Para]:
    """Return the page of a turn.

    Args:
        note: The turn.
        turns: How many turns there are.
        key: The key that tries a turn again; empty where that cannot be.
        texts: Translates what is not the author's.
    """
    _ = texts.gettext
    of = _("Turn {n} of {all}").format(n=note.turn, all=turns)
    paras = [heading(of), blank(), *turn_body(note, texts)]
    if not key:
        return paras
    again = Content.assemble((key, "bold $primary"), " ", _("try this turn again"))
    return [*paras, blank(), Para(again)]


def turn_body(note: TurnNote, texts: NullTranslations) -> list[Para]:
    """Return what there is to tell of a turn: words, what they did, levels."""
    _ = texts.gettext
    paras = list(_talk(note, texts))
    if note.form is not None:
        paras += [blank(), *form_page(note.form, texts)]
    sections: tuple[tuple[str, list[Para]], ...] = (
        (_("Taken as"), [_plain(note.taken_as)] if note.taken_as else []),
        (_("What it did"), list(_did(note, texts))),
        (_("Levels"), list(levels(note.levels, texts))),
        (_("How they felt"), [_mood(mood, texts) for mood in note.moods]),
        (_("What you learned"), [_pair(f.name, f.line) for f in note.learned]),
        (_("Why"), [_plain(note.because)] if note.because else []),
        (_("Stronger would have been"), list(_stronger(note.stronger, texts))),
    )
    for title, body in sections:
        if body:
            paras += [blank(), heading(title), *body]
    return paras


def levels(notes: Iterable[LevelNote], texts: NullTranslations) -> Iterable[Para]:
    """Return levels, each with a bar, a number and the sentence it stands on."""
    _ = texts.gettext
    for note in notes:
        value = _("{level} of {most}").format(level=note.level, most=LEVELS)
        drawn = bar(note.level, LEVELS, LEVELS)
        yield Para(
            Content.assemble(
                f"{note.principle} {note.title}  ",
                (drawn, "$bad" if note.violation else "$primary"),
                (f" {value}", "bold"),
            ),
            _STEP,
        )
        if note.sentence:
            yield Para(Content.styled(note.sentence, "$muted"), 2 * _STEP)


def _talk(note: TurnNote, texts: NullTranslations) -> Iterable[Para]:
    _ = texts.gettext
    handed_in = note.form and note.form.name.render(texts)
    you = Spoken(YOU, _("You"), note.text if handed_in is None else f"[{handed_in}]")
    lines = [*note.heard, you, *note.answered]
    width = 2 + max(len(line.name) for line in lines)
    for line in lines:
        if line.who == NOTE:
            yield Para(Content.styled(line.text, "italic $muted"), width)
        else:
            style = "bold $you" if line.who == YOU else "bold $other"
            words = Content(line.text)
            if line is you:
                words = marked(line.text, [code.use for code in note.codes], "bold")
            yield Para(words, width, Content.styled(line.name, style))


def _did(note: TurnNote, texts: NullTranslations) -> Iterable[Para]:
    _ = texts.gettext
    for code in note.codes:
        text = code.name.render(texts)
        if code.tone is Tone.RED_FLAG:
            text = _("{what} (red flag)").format(what=text)
        mark = Content.styled(SIGNS[code.tone], COLOURS.get(code.tone, ""))
        yield Para(Content(text), _STEP, mark)
    if note.circling:
        yield _plain(_("The same request again, with no new reason: a circle."))
    elif note.fruitless:
        yield _plain(_("It brought nothing new."))


def _mood(note: MoodNote, texts: NullTranslations) -> Para:
    arrow = "▲" if note.after > note.before else "▼"
    colour = {True: "$bad", False: "$good", None: ""}[note.worse]
    change = f"{note.before} → {note.after}  "
    return Para(
        Content.assemble(
            f"{note.person}: {note.name.render(texts)} {change}",
            (f"{arrow}{abs(note.after - note.before)}", f"bold {colour}"),
        ),
        _STEP,
    )


def _stronger(note: Stronger | None, texts: NullTranslations) -> Iterable[Para]:
    if note is None:
        return
    yield Para(Content.styled(note.text, "bold"), _STEP)
    if note.because:
        yield _plain(note.because)
    yield from levels(note.levels, texts)


def _plain(text: str) -> Para:
    return Para(Content(text), _STEP)


def _pair(name: str, text: str) -> Para:
    return Para(Content.assemble((name, "bold"), ": ", Content(text)), _STEP)
