"""What differs between two sittings, in the words of a language."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from gettext import NullTranslations
from typing import Final

from msgspec import Struct

from scoring.difference import Difference, Differences, Verdict
from scoring.principles import HIGHEST_LEVEL, Principle
from simulator.engine import Mode
from simulator.messages import N_
from simulator.reports.dates import day
from simulator.reports.names import mode_name
from simulator.reports.numbers import apart, figure, signed
from simulator.reports.retest import BeforeAfter

MOST: Final = 100
_SAYS: Final[Mapping[Verdict, str]] = {
    Verdict.HIGHER: N_("higher, and by more than noise"),
    Verdict.LOWER: N_("lower, and by more than noise"),
    Verdict.WITHIN_NOISE: N_("within noise, no progress is claimed and none denied"),
}
_SHORTLY: Final[Mapping[Verdict, str]] = {
    **_SAYS,
    Verdict.WITHIN_NOISE: N_("within noise"),
}


class RetestTeller(Struct, frozen=True):
    """Tells differences in one language."""

    texts: NullTranslations
    language: str

    def lines(self, now: BeforeAfter) -> Iterator[str]:
        """Tell a retest as a whole, a sentence a line."""
        _ = self.texts.gettext
        before, after = now.retest.before, now.retest.after
        yield _("{title}: {mode} on {day}, then an exam on {later}.").format(
            title=now.title,
            mode=mode_name(before.mode).render(self.texts),
            day=day(before.on, self.language),
            later=day(after.on, self.language),
        )
        if before.mode == Mode.CHOOSE:
            yield self.other_task()
        yield from self.differences(now.found, now.titles)

    def differences(
        self, found: Differences, titles: Mapping[Principle, str]
    ) -> Iterator[str]:
        """Tell both scores and every principle, then how far to trust that."""
        _ = self.texts.gettext
        for title, one in (
            (_("Business above ego"), found.business),
            (_("Key-client rules"), found.key_client),
        ):
            if one is not None:
                yield self._told(title, one, _SAYS, of=MOST)
        few: list[str] = []
        for principle, level in found.principles.items():
            if level.margin is None:
                told = apart(level.before, level.after, 1, self.language)
                few.append(f"{principle}: {told}")
                continue
            title = f"{principle} {titles.get(principle, '')}".rstrip()
            yield self._told(title, level, _SHORTLY, of=HIGHEST_LEVEL)
        if few:
            levels = ", ".join(few)
            yield _("Too few scenes to tell anything: {levels}.").format(levels=levels)
        yield self.method()

    def other_task(self) -> str:
        """Say what it means that replies were chosen before."""
        return self.texts.gettext(
            "Before, replies were chosen; after, you used your own words. These are "
            "different tasks: a good reply is easier to recognise than to find, and "
            "own words are sometimes misheard. So a fall says little, and a rise is "
            "worth more than its number."
        )

    def method(self) -> str:
        """Say what the interval is, and what is not in it."""
        return self.texts.gettext(
            "The interval says how far the difference may come from chance, from one "
            "scene to the next and in how own words are read (95 %). That you knew the "
            "scenario already is not in it."
        )

    def _told(
        self, title: str, one: Difference, says: Mapping[Verdict, str], *, of: int
    ) -> str:
        _ = self.texts.gettext
        digits = 0 if of == MOST else 1
        values = {
            "title": title,
            "before": figure(one.before, digits, self.language),
            "after": figure(one.after, digits, self.language),
            "difference": apart(one.before, one.after, digits, self.language),
        }
        if one.margin is None:
            return _(
                "{title}: {before}, then {after}; difference {difference}: too few "
                "scenes to tell anything."
            ).format(**values)
        low, high = one.value - one.margin, one.value + one.margin
        return _(
            "{title}: {before}, then {after}; difference {difference}, between {low} "
            "and {high}: {verdict}."
        ).format(
            **values,
            low=signed(max(low, Fraction(-of)), digits, self.language),
            high=signed(min(high, Fraction(of)), digits, self.language),
            verdict=_(says[one.verdict]),
        )
