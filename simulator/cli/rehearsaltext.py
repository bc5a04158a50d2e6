"""A rehearsal in words: tables on stdout, for `rehearse` and `items`."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Final

from simulator.authoring.rehearsal import ItemFigures, Rehearsal
from simulator.authoring.rehearsal.circles import Circle
from simulator.authoring.rehearsal.examples import Example
from simulator.authoring.rehearsal.measures import Distribution
from simulator.authoring.rehearsal.rehearse import HeadResult
from simulator.authoring.rehearsal.stored import ReplyFigures
from simulator.cli.coveredtext import covered_lines
from simulator.cli.headnames import head_name, head_with_id
from simulator.cli.output import tell, write, write_table
from simulator.cli.settings import Shell
from simulator.engine import YOU
from simulator.reach.extremes import Extreme
from simulator.reports.numbers import decimal_sign
from simulator.scenario.model import NOTE

_NOTHING: Final = "-"


def write_rehearsal(found: Rehearsal, shell: Shell) -> None:
    """Write the figures of a rehearsal, its examples left out."""
    _, ngettext = shell.texts.gettext, shell.texts.ngettext
    talks = sum(one.talks for one in found.heads)
    told = ngettext("{n} talk, seed {seed}.", "{n} talks, seed {seed}.", talks)
    tell(told.format(n=talks, seed=found.task.seed))
    _section(_("Business above ego, by head"))
    _write_heads(found.heads, shell)
    _section(_("How talks ended"))
    _write_endings(found.heads, shell)
    _section(_("The best head beside the others"))
    _write_separation(found, shell)
    _section(_("What can be reached"))
    write(_reach(_("Business above ego"), found.extremes.business, shell))
    write(_reach(_("Key-client rules"), found.extremes.key_client, shell))
    _section(_("What talks came to"))
    for line in covered_lines(found.covered, found.task.rubric, shell):
        write(line)
    if found.circles:
        _section(_("Where talks went round"))
        for circle in found.circles:
            write(_circle(circle, shell))
    _section(_("Scene by scene, principle by principle"))
    write_items(found.items, shell)
    write("")


def write_items(found: Iterable[ItemFigures], shell: Shell) -> None:
    """Write the figures of items as a table."""
    _ = shell.texts.gettext
    write_table(
        (
            _("scene"),
            _("principle"),
            _("talks"),
            _("frequency"),
            _("difficulty"),
            _("discrimination"),
        ),
        [
            (
                one.scene,
                str(one.principle),
                str(one.talks),
                *_figures(one, shell),
            )
            for one in found
        ],
    )


def write_replies(found: Iterable[ReplyFigures], shell: Shell) -> None:
    """Write how often replies were given as a table."""
    _ = shell.texts.gettext
    write_table(
        (_("scene"), _("reply"), _("talks"), _("frequency")),
        [
            (one.scene, one.reply, str(one.talks), _number(one.frequency, 2, shell))
            for one in found
        ],
    )


def write_examples(found: Rehearsal, shell: Shell) -> None:
    """Write the talks that show what is wrong, each with its play-through."""
    for one in found.examples:
        _section(one.name)
        for line in _spoken(one, shell):
            write(line)
        write("")
        write(one.playthrough.rstrip("\n"))


def _section(title: str) -> None:
    write("")
    write(title)


def _figures(one: ItemFigures, shell: Shell) -> Sequence[str]:
    if not one.enough:
        return (shell.texts.gettext("not enough data"), _NOTHING, _NOTHING)
    figures = (one.frequency, one.difficulty, one.discrimination)
    return [_number(figure, 2, shell) for figure in figures]


def _write_heads(heads: Iterable[HeadResult], shell: Shell) -> None:
    _ = shell.texts.gettext
    write_table(
        (
            _("head"),
            _("talks"),
            _("turns"),
            _("mean"),
            _("sd"),
            _("lowest"),
            _("quartiles"),
            _("highest"),
            _("key clients"),
        ),
        [
            (
                head_with_id(one.head, shell),
                str(one.talks),
                _number(one.turns, 1, shell),
                *_distribution(one.business, shell),
                _number(one.key_client.mean if one.key_client else None, 1, shell),
            )
            for one in heads
        ],
        spare=(_("quartiles"), _("sd")),
    )


def _distribution(one: Distribution | None, shell: Shell) -> Sequence[str]:
    if one is None:
        return (_NOTHING,) * 5
    quartiles = (one.lower_quartile, one.median, one.upper_quartile)
    return (
        _number(one.mean, 1, shell),
        _number(one.sd, 1, shell),
        _number(one.lowest, 1, shell),
        " / ".join(_number(quartile, 1, shell) for quartile in quartiles),
        _number(one.highest, 1, shell),
    )


def _write_endings(heads: Iterable[HeadResult], shell: Shell) -> None:
    _ = shell.texts.gettext
    none = _("no ending: {why}")
    rows: list[tuple[str, str]] = []
    for one in heads:
        named = {**one.endings, **{none.format(why=s): n for s, n in one.stops.items()}}
        most = sorted(named.items(), key=lambda pair: -pair[1])
        shares = [f"{name} {share(n, one.talks)}" for name, n in most]
        rows.append((head_name(one.head, shell), ", ".join(shares)))
    write_table((_("head"), _("endings")), rows)


def share(part: int, whole: int) -> str:
    """Write a share in per cent; what happened is not nought, what did not not all."""
    percent = round(100 * part / whole)
    if part and not percent:
        return "<1 %"
    if part < whole and percent == 100:
        return ">99 %"
    return f"{percent} %"


def _write_separation(found: Rehearsal, shell: Shell) -> None:
    _ = shell.texts.gettext
    write_table(
        (_("head"), _("points above it"), _("better in so many of 100 pairs of talks")),
        [
            (
                head_name(one.head, shell),
                _number(one.points, 1, shell),
                str(round(100 * one.superiority)),
            )
            for one in found.separation
        ],
    )


def _reach(title: str, one: Extreme, shell: Shell) -> str:
    _ = shell.texts.gettext
    if one.worst is None or one.best is None:
        return _("{title}: no talk came to an ending.").format(title=title)
    told = _("{title}: from {worst} to {best}, exactly.")
    if not one.exact:
        told = _(
            "{title}: from {worst} to {best} was found; no talk scores less than {low} "
            "or more than {high}."
        )
    return told.format(
        title=title,
        worst=_points(one.worst, shell),
        best=_points(one.best, shell),
        low=_points(one.outside.low, shell),
        high=_points(one.outside.high, shell),
    )


def _circle(one: Circle, shell: Shell) -> str:
    _ = shell.texts.gettext
    scenes = " ↔ ".join(one.scenes)
    if not one.exits:
        told = _("{scenes}: {turns} turns, and no way out was found.")
        return told.format(scenes=scenes, turns=one.turns)
    first = one.exits[0].move
    told = _("{scenes}: {turns} turns; {n} ways out, the most taken: {reply} → {to}.")
    return told.format(
        scenes=scenes,
        turns=one.turns,
        n=len(one.exits),
        reply=first.reply,
        to=first.target,
    )


def _spoken(one: Example, shell: Shell) -> Iterable[str]:
    you = shell.texts.gettext("You")
    for line in one.spoken:
        if line.who == NOTE:
            yield f"  ({line.text})"
        else:
            yield f"  {you if line.who == YOU else line.name}: {line.text}"


def _points(points: Fraction, shell: Shell) -> str:
    return _number(float(points), 1, shell)


def _number(value: float | None, digits: int, shell: Shell) -> str:
    if value is None:
        return _NOTHING
    return f"{value:.{digits}f}".replace(".", decimal_sign(shell.language))
