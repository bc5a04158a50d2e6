"""Progress in the words of a language: said once for the terminal and for pages."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from gettext import NullTranslations
from typing import Final

from simulator.messages import N_
from simulator.reports.dates import day
from simulator.reports.names import difficulty_name
from simulator.reports.numbers import decimal_sign, tenths, whole
from simulator.reports.progress import Best, Progress, Trend
from simulator.reports.progressof import Told
from simulator.reports.retesttext import RetestTeller

VALIDITY: Final = N_(
    "These scores have not been checked against human raters: take them as a mirror, "
    "not as a certificate."
)
SCALE: Final = 21
"""Cells of a scale from 0 to 4: five for each level, and one to end on."""


def all_lines(
    told: Told, texts: NullTranslations, language: str, *, drawn: bool, way: str = ""
) -> Iterator[str]:
    """Yield everything that progress tells, a line each; an empty one parts two things.

    Args:
        told: What to tell.
        texts: The catalogue of a language.
        language: That language.
        drawn: Whether principles are drawn on a scale, too, which is nothing to listen
            to.
        way: How to begin the exam that is offered, if any: a command.
    """
    _, now = texts.gettext, told.progress
    yield from past_lines(now, texts, language)
    yield from next_lines(told, texts, language)
    offer = [*offer_lines(told, texts, language), *([way] if way else ())]
    yield from _section(offer)
    if not now.talks:
        return
    yield from _section([*retest_lines(told, texts, language)], _("Before and after"))
    yield ""
    yield _("Principles, 0 to 4")
    for one in now.trends:
        title = f"{one.principle} {told.titles.get(one.principle, '')}".rstrip()
        line = f"{title}: {standing(one, texts, language)}"
        yield f"{scale(one)}  {line}" if drawn else line
    yield ""
    yield from notes_lines(now, texts)
    yield _(VALIDITY)


def _section(lines: Sequence[str], title: str = "") -> Iterator[str]:
    """Yield lines after an empty one, under a title; nothing where there are none."""
    if lines:
        yield from ("", *((title,) if title else ()), *lines)


def past_lines(now: Progress, texts: NullTranslations, language: str) -> Iterator[str]:
    """Yield what is said of the talks that were played, a sentence a line."""
    yield time_line(now, texts)
    yield from days_lines(now, texts, language)
    yield from best_lines(now, texts, language)


def time_line(now: Progress, texts: NullTranslations) -> str:
    """Say how many talks there were and how long they took."""
    _, ngettext = texts.gettext, texts.ngettext
    parts = [ngettext("{n} talk finished", "{n} talks finished", now.finished)]
    parts = [parts[0].format(n=now.finished)]
    if now.left:
        left = ngettext(
            "{n} left before its end", "{n} left before their end", now.left
        )
        parts.append(left.format(n=now.left))
    hours, minutes = divmod(now.seconds // 60, 60)
    if hours:
        parts.append(_("{h} h {m} min in all").format(h=hours, m=minutes))
    elif minutes:
        parts.append(_("{m} min in all").format(m=minutes))
    return ", ".join(parts) + "."


def days_lines(now: Progress, texts: NullTranslations, language: str) -> Iterator[str]:
    """Say on how many days in a row was played; a row that broke is not mourned."""
    _, ngettext, days = texts.gettext, texts.ngettext, now.days
    if days.row > 1:
        row = ngettext(
            "Played {n} day in a row.", "Played {n} days in a row.", days.row
        )
        yield row.format(n=days.row)
    elif days.last is not None:
        yield _("Last played: {day}.").format(day=day(days.last, language))
    if days.longest > max(days.row, 2):
        longest = ngettext(
            "The longest row: {n} day.", "The longest row: {n} days.", days.longest
        )
        yield longest.format(n=days.longest)


def best_lines(now: Progress, texts: NullTranslations, language: str) -> Iterator[str]:
    """Say which talks were the best by each score."""
    _ = texts.gettext
    for best, template in (
        (
            now.business,
            _("Personal best, business above ego: {points} ({title}, {day})."),
        ),
        (
            now.key_client,
            _("Personal best, key-client rules: {points} ({title}, {day})."),
        ),
    ):
        if best is not None:
            yield _best(best, template, language)


def next_lines(told: Told, texts: NullTranslations, language: str) -> Iterator[str]:
    """Say which scenario comes next, then why."""
    _, ngettext, one = texts.gettext, texts.ngettext, told.progress.next
    if one is None:
        return
    level = difficulty_name(one.scenario.difficulty).render(texts)
    yield _("Next: {title} ({difficulty}, {n} min).").format(
        title=one.scenario.title, difficulty=level, n=one.scenario.minutes
    )
    if one.principle is not None:
        title = told.titles.get(one.principle, "")
        if one.level is None:
            yield _("It tests {id} {title}, to which no talk has come yet.").format(
                id=one.principle, title=title
            )
        else:
            yield _("It tests {id} {title}, which stands at {level} of 4.").format(
                id=one.principle,
                title=title,
                level=tenths(one.level, decimal_sign(language)),
            )
    if one.played:
        played = ngettext("Played {n} time.", "Played {n} times.", one.played)
        yield played.format(n=one.played)
    else:
        yield _("Not played yet.")
    if one.usual is not None:
        yield _("The last first scores are {points} on average.").format(
            points=whole(one.usual)
        )


def offer_lines(told: Told, texts: NullTranslations, language: str) -> Iterator[str]:
    """Say what is worth playing again as an exam; nothing where nothing is."""
    _, one = texts.gettext, told.offer
    if one is not None:
        yield _("Before and after: {title}, finished on {day}.").format(
            title=one.title, day=day(one.on, language)
        )
        yield _("Play it again as an exam, and see what has changed since.")


def retest_lines(told: Told, texts: NullTranslations, language: str) -> Iterator[str]:
    """Say what the exam last held again shows; nothing where there is none."""
    if told.before_after is not None:
        yield from RetestTeller(texts, language).lines(told.before_after)


def notes_lines(now: Progress, texts: NullTranslations) -> Iterator[str]:
    """Say what is missing in the levels, and how far to trust them."""
    _, ngettext = texts.gettext, texts.ngettext
    if now.finished > len(now.talks):
        yield _("Levels and charts are of the last {n} talks.").format(n=len(now.talks))
    if now.unseen:
        unseen = ngettext(
            "The levels of {n} talk are not worked out yet: some are added each time.",
            "The levels of {n} talks are not worked out yet: some are added each time.",
            now.unseen,
        )
        yield unseen.format(n=now.unseen)
    if len(now.rubrics) > 1:
        yield _("The levels stand on several versions of the rubric: {names}.").format(
            names=", ".join(now.rubrics)
        )


def standing(trend: Trend, texts: NullTranslations, language: str) -> str:
    """Say where a principle stands, how far it swings and how it moved."""
    _, comma = texts.gettext, decimal_sign(language)
    if trend.now is None or trend.spread is None:
        return _("not reached")
    told = tenths(trend.now, comma)
    low, high = (tenths(one, comma) for one in trend.spread)
    if low != high:
        told += " " + _("({low}–{high})").format(low=low, high=high)
    if trend.before is not None:
        told += ", " + _("before {level}").format(level=tenths(trend.before, comma))
    return told


def scale(trend: Trend) -> str:
    """Draw where a principle stands from 0 to 4: the level, the spread, the rest."""
    if trend.now is None or trend.spread is None:
        return "·" * SCALE
    low, high = (_cell(one) for one in trend.spread)
    cells = ["─" if low <= n <= high else "·" for n in range(SCALE)]
    cells[_cell(trend.now)] = "●"
    return "".join(cells)


def _cell(level: Fraction) -> int:
    return whole(level * (SCALE - 1) / 4)


def _best(best: Best, template: str, language: str) -> str:
    return template.format(
        points=best.points, title=best.talk.title, day=day(best.talk.on, language)
    )
