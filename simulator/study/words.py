"""What practice is called on any screen: English templates, as everywhere."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from gettext import NullTranslations
from typing import Final

from simulator.messages import N_
from simulator.reports.dates import day
from simulator.study.grades import Grade
from simulator.study.sitting import Summing

GRADES: Final[Mapping[Grade, str]] = {
    Grade.AGAIN: N_("again"),
    Grade.HARD: N_("with effort"),
    Grade.GOOD: N_("well"),
    Grade.EASY: N_("with ease"),
}
"""What a grade is called."""


def grade_name(grade: Grade, gettext: Callable[[str], str]) -> str:
    """Return what a grade is called."""
    return gettext(GRADES[grade])


def summed_up(
    summing: Summing, today: date, texts: NullTranslations, language: str
) -> Iterator[str]:
    """Yield what a sitting came to and what comes next, a sentence each."""
    _, ngettext = texts.gettext, texts.ngettext
    done = sum(summing.grades.values())
    grades = ", ".join(
        f"{grade_name(grade, _)} {count}"
        for grade, count in sorted(summing.grades.items())
    )
    told = ngettext("{n} drill done: {grades}.", "{n} drills done: {grades}.", done)
    nothing = _("Nothing was done; nothing more is asked for today.")
    yield told.format(n=done, grades=grades) if done else nothing
    if summing.waiting:
        waits = ngettext(
            "{n} more is due and can wait for another day.",
            "{n} more are due and can wait for another day.",
            summing.waiting,
        )
        yield waits.format(n=summing.waiting)
    elif summing.next_day is not None and summing.next_day > today:
        when = day(summing.next_day, language)
        yield _("The next is due on {day}.").format(day=when)
