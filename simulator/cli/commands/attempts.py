"""`whose-client attempts`: what was played, and how it went."""

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

import click

from simulator.cli.output import format_option, tell, write_json, write_table
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Shell, settings_of

if TYPE_CHECKING:
    from simulator.sessions.summary import Summary


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext

    def attempts(form: str) -> int:
        from simulator.cli.opening import sessions

        settings = settings_of(click.get_current_context())
        found = sessions(settings).attempts()
        if form == "json":
            write_json([_as_json(one) for one in found])
        elif found:
            _write(found, shell)
        else:
            tell(_("Nothing has been played yet."))
        return 0

    page = Page(
        text=_(
            "List the attempts, the one last played first.\n"
            "\n"
            "Changes nothing. Scores are those of finished attempts."
        ),
        examples=(f"{NAME} attempts", f"{NAME} attempts --format json"),
        exits=exits(shell, store=True),
    )
    return Paged("attempts", page, shell, attempts, [format_option(shell.texts)])


def _as_json(one: "Summary") -> dict[str, object]:
    from simulator.reports.numbers import number

    return {
        "id": one.id,
        "scenario": one.scenario,
        "mode": one.mode,
        "turns": one.turns,
        "finished": one.finished,
        "scores": {
            "business": number(one.business),
            "key_client": number(one.key_client),
        },
        "started_at": one.started_at.isoformat(),
        "outcome": one.outcome,
        "branched_from": one.origin or None,
        "branched_after": one.origin_turn if one.origin else None,
    }


def _write(found: "Sequence[Summary]", shell: Shell) -> None:
    _ = shell.texts.gettext
    head = (
        _("id"),
        _("scenario"),
        _("turns"),
        _("finished"),
        _("business"),
        _("key clients"),
        _("started"),
    )
    write_table(
        head,
        [
            (
                one.id,
                one.scenario,
                str(one.turns),
                _("yes") if one.finished else _("no"),
                _points(one.business),
                _points(one.key_client),
                f"{one.started_at.astimezone():%Y-%m-%d %H:%M}",
            )
            for one in found
        ],
    )


def _points(score: Fraction | None) -> str:
    from simulator.reports.numbers import whole

    return "-" if score is None else str(whole(score))
