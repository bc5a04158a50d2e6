"""What differs between two versions, in the author's words."""

from collections.abc import Iterable, Iterator, Sequence
from gettext import NullTranslations
from typing import Final

from simulator.authoring.differing import (
    Bounds,
    Detail,
    Difference,
    How,
    Part,
    Played,
    Report,
)
from simulator.graph.words import shortened
from simulator.messages import N_
from simulator.reports.numbers import points_between

_PARTS: Final = {
    Part.SCENARIO: N_("The scenario"),
    Part.PERSON: N_("People"),
    Part.FACT: N_("Facts"),
    Part.SCENE: N_("Scenes"),
    Part.REPLY: N_("Replies"),
    Part.REACTION: N_("Reactions"),
    Part.MOVE: N_("What follows a form"),
    Part.PATIENCE: N_("Patience"),
    Part.ENDING: N_("Endings"),
}
_LINES: Final = {
    How.ADDED: N_("+ {id}: added"),
    How.REMOVED: N_("− {id}: removed"),
    How.RENAMED: N_("~ {id}: renamed, it was {was}"),
    How.MOVED: N_("~ {id}: moved, it was {was}"),
    How.CHANGED: "~ {id}",
}
_LEVEL: Final = "level."
_SPEAKERS: Final = ".speakers"
_ORDER: Final = "replies.order"
_MOST: Final = 70
"""Characters of a value that are shown."""
_BEFORE: Final = 20
"""Characters before the first difference that are shown."""


class DiffTeller:
    """Puts a report in words, line by line."""

    def __init__(self, texts: NullTranslations, language: str) -> None:
        self._texts, self._language = texts, language
        self._ = texts.gettext

    def lines(self, report: Report) -> Iterator[str]:
        """Yield the whole report."""
        yield from self._differences(report.differences)
        yield from self._languages(report)
        if report.same:
            yield self._("Nothing differs.")
        yield from self._endings(report)
        yield from self._plays(report)
        yield from self._attempts(report.attempts)

    def _differences(self, differences: Sequence[Difference]) -> Iterator[str]:
        for part, title in _PARTS.items():
            found = [one for one in differences if one.part is part]
            if found:
                yield self._(title)
            for one in found:
                yield from self._difference(one)

    def _difference(self, one: Difference) -> Iterator[str]:
        """Yield a part and what differs about it; what has no id has no line."""
        inside = "  "
        if one.id or one.how is not How.CHANGED:
            told = self._(_LINES[one.how]).format(id=one.id, was=one.was)
            yield f"  {told}"
            inside = "      "
        for detail in one.details:
            for line in self._detail(detail):
                yield f"{inside}{line}"

    def _detail(self, detail: Detail) -> Iterator[str]:
        name = self._aspect(detail.aspect)
        if "\n" in detail.old or "\n" in detail.new:
            yield f"{name}:"
            yield from _listed(detail.old.split("\n"), detail.new.split("\n"))
            return
        old, new = detail.old, detail.new
        if detail.words:
            old, new = _window(old, new)
        yield f"{name}: {shortened(old, _MOST) or '—'} → {shortened(new, _MOST) or '—'}"

    def _aspect(self, name: str) -> str:
        if name.startswith(_LEVEL):
            told = self._("level of {principle}")
            return told.format(principle=name.removeprefix(_LEVEL))
        if name.endswith(_SPEAKERS):
            told = self._("{key}, who speaks and when")
            return told.format(key=name.removesuffix(_SPEAKERS))
        return self._("order of the replies") if name == _ORDER else name

    def _languages(self, report: Report) -> Iterator[str]:
        old, new = report.languages
        if old != new:
            told = self._texts.ngettext(
                "Two languages, {old} and {new}: of {n} part only the words differ.",
                "Two languages, {old} and {new}: of {n} parts only the words differ.",
                report.only_words,
            )
            yield told.format(old=old, new=new, n=report.only_words)

    def _endings(self, report: Report) -> Iterator[str]:
        for ending in report.cut_off:
            told = self._("The ending {id} is out of reach: no `to:` leads there now.")
            yield told.format(id=ending)
        for ending, talks in report.not_come_to.items():
            if ending not in report.cut_off:
                told = self._(
                    "The ending {id} is no longer come to: the old version came there "
                    "in {talks} of {n} random talks, the new one in none."
                )
                yield told.format(id=ending, talks=talks, n=report.walks)

    def _plays(self, report: Report) -> Iterator[str]:
        plays = report.plays
        if not plays.talks:
            return
        told = self._texts.ngettext(
            "Of {n} talk (play-throughs, and {walks} random ones in each version) "
            "{both} fits both versions.",
            "Of {n} talks (play-throughs, and {walks} random ones in each version) "
            "{both} fit both versions.",
            plays.talks,
        )
        yield told.format(n=plays.talks, walks=report.walks, both=plays.both)
        if plays.both:
            yield self._bounds(
                self._("Business above ego, over these: {old} → {new} points."),
                plays.old.business,
                plays.new.business,
            )
            yield self._bounds(
                self._("Key-client rules, over these: {old} → {new} points."),
                plays.old.key_client,
                plays.new.key_client,
            )

    def _bounds(self, told: str, old: Bounds | None, new: Bounds | None) -> str:
        return told.format(old=self._points(old), new=self._points(new))

    def _points(self, bounds: Bounds | None) -> str:
        if bounds is None:
            return "—"
        return points_between(bounds.lowest, bounds.highest, self._language)

    def _attempts(self, kept: Played | None) -> Iterator[str]:
        if kept is None:
            return
        if not kept.talks:
            yield self._("No attempt at this scenario is kept here.")
            return
        told = self._texts.ngettext(
            "{rescored} of {n} stored attempt would score differently, {otherwise} "
            "would end otherwise; {lost} no longer fits.",
            "{rescored} of {n} stored attempts would score differently, {otherwise} "
            "would end otherwise; {lost} no longer fit.",
            kept.talks,
        )
        yield told.format(
            rescored=kept.rescored,
            n=kept.talks,
            otherwise=kept.ending_otherwise,
            lost=kept.only_old,
        )
        others = kept.only_new + kept.neither
        if others:
            told = self._texts.ngettext(
                "{n} was played on yet another version and does not fit the old one.",
                "{n} were played on yet another version and do not fit the old one.",
                others,
            )
            yield told.format(n=others)


def _listed(old: Sequence[str], new: Sequence[str]) -> Iterable[str]:
    """Return the lines that came and went; where none did, their order changed."""
    gone = [f"  − {shortened(one, _MOST)}" for one in old if one and one not in new]
    come = [f"  + {shortened(one, _MOST)}" for one in new if one and one not in old]
    return [*gone, *come] or ["  ↕"]


def _window(old: str, new: str) -> tuple[str, str]:
    """Cut off what long words begin with alike, so that the difference is seen."""
    pairs = enumerate(zip(old, new, strict=False))
    alike = next((at for at, (was, now) in pairs if was != now), 0)
    if alike <= _BEFORE:
        return old, new
    start = old.rfind(" ", 0, alike - _BEFORE) + 1
    return (f"…{old[start:]}", f"…{new[start:]}") if start else (old, new)
