"""What stands round a drill: the place and the seconds, and what can be chosen."""

from collections.abc import Sequence
from gettext import NullTranslations
from typing import Final

from textual.content import Content

from simulator.sessions.talk import Wording
from simulator.study import Grade, Sitting
from simulator.study.words import grade_name
from simulator.tui.widgets.choices import Choice

MINUTE: Final = 60
"""Seconds that a drill is meant to take. They are shown, and cost nothing."""
AS_THEY_ARE: Final = ""
"""What is chosen for "neither": no reply has this id."""
HOME: Final = "home"


def drill_heading(sitting: Sitting, seconds: int, texts: NullTranslations) -> Content:
    """Return where the sitting stands, with what is left of the minute.

    Args:
        sitting: What is shown.
        seconds: How long the drill has been looked at.
        texts: Translates.
    """
    _ = texts.gettext
    parts = [Content.styled(_("Today"), "bold")]
    if sitting.posed is not None:
        place = _("drill {n} of {all}").format(n=sitting.place, all=sitting.length)
        parts.append(Content.styled(place, "$muted"))
    if sitting.posed is not None and sitting.told is None:
        left = MINUTE - seconds
        clock = f"{left // 60}:{left % 60:02}"
        over = _("the minute is over, there is no hurry")
        parts.append(Content.styled(clock if left > 0 else over, "$muted"))
    return Content("  ·  ").join(parts)


def drill_question(
    sitting: Sitting, texts: NullTranslations, *, doubt: bool
) -> Content:
    """Return what is asked above the rows; nothing where they speak for themselves."""
    _ = texts.gettext
    if sitting.told is not None:
        asked = _("Level {level} of 4. Enter goes on; a digit grades otherwise:")
        return Content.styled(asked.format(level=sitting.told.level), "bold")
    return Content.styled(_("Did you mean:") if doubt else "", "bold")


def drill_choices(
    sitting: Sitting, doubt: Sequence[Wording], texts: NullTranslations
) -> list[Choice]:
    """Return what can be chosen: replies, what was meant, grades, or the way out.

    Args:
        sitting: What is shown.
        doubt: The replies that own words could have meant; none: they were clear.
        texts: Translates.
    """
    _ = texts.gettext
    if sitting.posed is None:
        return [Choice(HOME, _("To the first screen"))]
    if sitting.told is not None:
        return [Choice(str(int(one)), grade_name(one, _)) for one in Grade]
    if doubt:
        neither = _("Neither: take my words as they are")
        asked = [Choice(reply.id, reply.text) for reply in doubt]
        return [*asked, Choice(AS_THEY_ARE, neither)]
    return [Choice(offer.reply, offer.text) for offer in sitting.posed.view.offers]
