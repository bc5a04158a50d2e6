"""A client of a company's base in one line, one row of a table, or one JSON object."""

import json
from gettext import NullTranslations

from scoring.evaluate import Evaluation
from scoring.rulebook import Rulebook
from simulator.reports.clientjson import client_json
from simulator.reports.clienttext import ClientTeller
from simulator.reports.names import status_named
from simulator.reports.numbers import number

Cells = list[str | float | None]


class BaseTeller:
    """Tells of one client after another."""

    def __init__(
        self, rulebook: Rulebook, texts: NullTranslations, language: str
    ) -> None:
        self._rulebook, self._texts, self._language = rulebook, texts, language
        self._teller = ClientTeller(rulebook, texts, language)

    def line(self, row: int, name: str, found: Evaluation) -> str:
        """Write a client as a line; one without a name by its row."""
        parts = [name or f"#{row}", self._teller.result(found), *self._flags(found)]
        return "  ".join(parts)

    def json_line(self, row: int, name: str, found: Evaluation) -> str:
        """Write a client as a JSON object on one line."""
        body = {"row": row} | client_json(name, found, self._rulebook)
        return json.dumps(body, ensure_ascii=False)

    def head(self) -> Cells:
        """Return the names of the columns of `cells`."""
        _ = self._texts.gettext
        return [
            _("Client"),
            _("Status"),
            _("Points from"),
            _("Points to"),
            _("Worth knowing"),
            _("Could settle it alone"),
        ]

    def cells(self, name: str, found: Evaluation) -> Cells:
        """Return a client as a row of a table."""
        points = found.assessment.points
        alone = [one.missing[0] for one in found.settling if len(one.missing) == 1]
        return [
            name,
            status_named(
                found.assessment.status, self._rulebook, self._language
            ).render(self._texts),
            number(points.low),
            number(points.high),
            "; ".join(self._flags(found)),
            "; ".join(self._teller.name(one) for one in alone),
        ]

    def _flags(self, found: Evaluation) -> list[str]:
        stops = [stop.name[self._language] for stop, holds in found.stops if holds]
        flags = [flag.name[self._language] for flag, holds in found.flags if holds]
        return stops + flags
