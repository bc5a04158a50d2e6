"""`whose-client rescore`: what was played, scored by the rules of today."""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click
from msgspec import Struct

from simulator.cli.output import format_option, tell, write_json, write_table
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.progress import progress_bar
from simulator.cli.settings import Shell, settings_of
from simulator.messages import N_

if TYPE_CHECKING:
    from simulator.keeping import Anew
    from simulator.packs import Library
    from simulator.store import Whole

_FORMATS: Final = ("text", "json", "csv")
_WHY: Final[Mapping[str, str]] = {
    "unfinished": N_("Not finished, so not scored: {n}."),
    "damaged": N_("Damaged, so not scored: {n}."),
    "no-rules": N_("The rubric or rulebook is gone, so not scored: {n}."),
    "other-rubric": N_("Scored by another rubric, so left alone: {n}."),
}


class _Wish(Struct, frozen=True):
    """What the command line asks for."""

    rubric: Path | None
    form: str
    output: Path | None
    write: bool


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext

    def rescore(
        rubric: Path | None, form: str, output: Path | None, write: bool
    ) -> int:
        return _run(_Wish(rubric, form, output, write), shell)

    page = Page(
        text=_(
            "Score what was played anew, by the rubric and the rulebooks of today, and "
            "tell what that changes.\n"
            "\n"
            "Changes nothing without --write; with it the new scores stand, and the "
            "earlier ones are kept beside them, with the versions that they were given "
            "by. What was heard in own words stays as it was heard. Only finished "
            "talks have scores."
        ),
        examples=(
            f"{NAME} rescore",
            f"{NAME} rescore --rubric my-rubric.yaml --format csv --output scores.csv",
            f"{NAME} rescore --write",
        ),
        exits=exits(shell, store=True),
    )
    return Paged("rescore", page, shell, rescore, _params(shell))


def _params(shell: Shell) -> list[click.Parameter]:
    _ = shell.texts.gettext
    file = click.Path(path_type=Path, dir_okay=False)
    return [
        click.Option(
            ["--rubric"],
            type=file,
            metavar=_("FILE"),
            help=_("A rubric that takes the place of the one with its name."),
        ),
        format_option(shell.texts, _FORMATS),
        click.Option(
            ["--output"],
            type=file,
            metavar=_("FILE"),
            help=_("Write there instead of to stdout; text becomes CSV."),
        ),
        click.Option(
            ["--write"], is_flag=True, help=_("Let the new scores stand in the lists.")
        ),
    ]


def _run(wish: _Wish, shell: Shell) -> int:
    from contextlib import closing

    from simulator import places
    from simulator.cli.opening import library
    from simulator.store import open_whole

    _ = shell.texts.gettext
    settings = settings_of(click.get_current_context())
    with closing(open_whole(places.data_dir(settings.data))) as whole:
        found = _scored(whole, library(settings), wish, shell)
        _sum_up(found, shell)
        if wish.write:  # before anything is told: whoever reads it may hang up
            _keep(whole, found, shell)
        elif any(one.changed for one in found):
            tell(_("Nothing was written. With --write the new scores stand."))
        _write(found, whole, wish, shell)
    return 0


def _scored(
    whole: "Whole", shelf: "Library", wish: _Wish, shell: Shell
) -> "list[Anew]":
    """Score all attempts; the rubric that was named is read first."""
    from simulator import clock
    from simulator.keeping import scored_anew

    rubric = None if wish.rubric is None else shelf.rubric(str(wish.rubric.absolute()))
    found = []
    at = clock.now().isoformat()
    with progress_bar(shell.texts.gettext("Talks"), whole.attempts) as done:
        for one in scored_anew(whole, shelf, rubric, at):
            found.append(one)
            done(1)
    return found


def _keep(whole: "Whole", found: "Sequence[Anew]", shell: Shell) -> None:
    from simulator.keeping import keep_scores

    changed = sum(one.changed for one in found)
    with progress_bar(shell.texts.gettext("Written"), changed) as done:
        count = keep_scores(whole, found, done)
    ngettext = shell.texts.ngettext
    told = ngettext(
        "{n} talk has its new score; the earlier one is kept beside it.",
        "{n} talks have their new scores; the earlier ones are kept beside them.",
        count,
    )
    tell(told.format(n=count))


def _sum_up(found: "Sequence[Anew]", shell: Shell) -> None:
    _, ngettext = shell.texts.gettext, shell.texts.ngettext
    scored = sum(one.after is not None for one in found)
    told = ngettext(
        "{n} talk scored anew; otherwise than before: {changed}.",
        "{n} talks scored anew; otherwise than before: {changed}.",
        scored,
    )
    tell(told.format(n=scored, changed=sum(one.changed for one in found)))
    left = Counter(str(one.why) for one in found if one.why is not None)
    for why, count in sorted(left.items()):
        tell(_(_WHY[why]).format(n=count))


def _write(found: "Sequence[Anew]", whole: "Whole", wish: _Wish, shell: Shell) -> None:
    """Write what changes: as a table for people, all of it for programs."""
    from simulator.sessions.filed import write_file

    told = [one for one in found if one.after is not None]
    bodies = [_as_json(one, whole) for one in told]
    if wish.output is not None:
        text = _json(bodies) if wish.form == "json" else _csv(bodies)
        write_file(wish.output, text.encode())
        tell(shell.texts.gettext("Saved: {path}").format(path=wish.output))
    elif wish.form == "json":
        write_json(bodies)
    elif wish.form == "csv":
        click.echo(_csv(bodies), nl=False)
    else:
        _write_table([one for one in told if one.changed], shell)


def _json(bodies: object) -> str:
    return json.dumps(bodies, ensure_ascii=False, indent=2) + "\n"


def _as_json(one: "Anew", whole: "Whole") -> dict[str, object]:
    from simulator.reports.numbers import number

    standing, after = one.kept.standing, one.after
    assert after is not None
    return {
        "id": one.kept.header.id,
        "scenario": one.kept.header.scenario,
        "turns": standing.turns,
        "business_before": number(standing.business),
        "business_after": number(after.business),
        "key_client_before": number(standing.key_client),
        "key_client_after": number(after.key_client),
        "rubric": after.rubric,
        "rulebook": after.rulebook,
        "earlier": [
            {
                "at": was.at,
                "business": number(was.business),
                "key_client": number(was.key_client),
                "rubric": was.rubric,
                "rulebook": was.rulebook,
            }
            for was in whole.scores(one.kept.header.id)
        ],
    }


def _csv(bodies: Iterable[Mapping[str, object]]) -> str:
    """Return rows of CSV; all cells are ids, versions and numbers."""
    target = io.StringIO()
    rows = [{k: v for k, v in one.items() if k != "earlier"} for one in bodies]
    if rows:
        writer = csv.DictWriter(target, list(rows[0]), lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(rows)
    return target.getvalue()


def _write_table(found: "Sequence[Anew]", shell: Shell) -> None:
    _ = shell.texts.gettext
    if not found:
        return
    head = (_("id"), _("scenario"), _("turns"), _("business"), _("key clients"))
    write_table(head, [_row(one) for one in found])


def _row(one: "Anew") -> tuple[str, ...]:
    header, standing, after = one.kept.header, one.kept.standing, one.after
    assert after is not None
    return (
        header.id,
        header.scenario,
        str(standing.turns),
        f"{_points(standing.business)} → {_points(after.business)}",
        f"{_points(standing.key_client)} → {_points(after.key_client)}",
    )


def _points(score: Fraction | None) -> str:
    from simulator.reports.numbers import whole

    return "-" if score is None else str(whole(score))
