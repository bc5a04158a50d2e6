"""The trainee's own words with what was heard in them marked."""

from collections.abc import Sequence
from gettext import NullTranslations
from typing import Final

from textual.content import Content

from scoring.codes import CodeUse
from simulator.reports.names import code_name, tone_of
from simulator.reports.readings import runs
from simulator.reports.tones import Tone

SIGNS: Final = {
    Tone.REASON: "+",
    Tone.REQUEST: "·",
    Tone.NEUTRAL: "·",
    Tone.HARM: "−",
    Tone.RED_FLAG: "‼",
}
"""Say without colour how an act bears on the talk."""
COLOURS: Final = {Tone.REASON: "$good", Tone.HARM: "$bad", Tone.RED_FLAG: "bold $bad"}


def marked(text: str, codes: Sequence[CodeUse], style: str = "") -> Content:
    """Return words with those that did something underlined.

    Args:
        text: The words as typed; data, never markup.
        codes: What they did; those without a span mark nothing.
        style: How all of them are written.
    """
    parts = [
        Content.styled(
            run.text, f"{style} underline {_colour(run.marks, codes)}".strip()
        )
        if run.marks
        else Content.styled(run.text, style)
        for run in runs(text, codes)
    ]
    return Content.assemble(*parts)


def told(codes: Sequence[CodeUse], texts: NullTranslations) -> Content:
    """Return one line that names what was heard."""
    if not codes:
        return Content.styled(texts.gettext("heard: nothing to the point"), "$muted")
    parts: list[Content | tuple[str, str]] = [(texts.gettext("heard:"), "$muted")]
    for use in codes:
        tone = tone_of(use.code)
        name = code_name(use.code, use.about).render(texts)
        sign = (f" {SIGNS[tone]} ", COLOURS.get(tone, "$muted"))
        parts += [sign, (name, "$muted")]
    return Content.assemble(*parts)


def _colour(marks: Sequence[int], codes: Sequence[CodeUse]) -> str:
    """Return the gravest colour of the acts that words belong to."""
    tones = {tone_of(codes[number - 1].code) for number in marks}
    for tone in (Tone.RED_FLAG, Tone.HARM, Tone.REASON):
        if tone in tones:
            return COLOURS[tone]
    return ""
