"""A form of a talk that a class server holds, as it lies before the trainee."""

import json
from collections.abc import Callable
from typing import cast

from scoring.forms import worksheet
from scoring.forms.model import Part, Values
from scoring.keyclient import Assessment, Rulebook
from simulator.engine import Fill
from simulator.forms import Sheet, empty_parts, fitting, missing
from simulator.sessions.errors import UnfinishedFormError


class RemoteDesk:
    """See `simulator.sessions.Filling`."""

    def __init__(
        self,
        sheet: Sheet,
        rulebook: Rulebook,
        stops: frozenset[str],
        draft: str,
        keep: Callable[[str], object],
    ) -> None:
        """Lay a form before the trainee.

        Args:
            sheet: What stands on it.
            rulebook: The rules of a worksheet.
            stops: The stop-criteria that are known to hold.
            draft: What stood in a form that was not handed in, as `keep` was given it.
            keep: Keeps that.
        """
        self.sheet = sheet
        self._rulebook, self._stops = rulebook, stops
        self._draft, self._keep = draft, keep

    @property
    def kept(self) -> dict[str, object]:
        """What stands in the form, as last kept; nothing when nothing was."""
        try:
            scene, values = json.loads(self._draft or "[null, null]")
        except (TypeError, ValueError):
            return {}
        if scene != self.sheet.scene or not isinstance(values, dict):
            return {}
        return fitting(self.sheet, cast("dict[str, object]", values))

    def keep(self, values: Values) -> None:
        """Keep a form that is not handed in yet, whatever ends the program."""
        body = [self.sheet.scene, dict(values)]
        self._draft = json.dumps(body, ensure_ascii=False)
        self._keep(self._draft)

    def total(self, values: Values) -> Assessment:
        """Apply the rulebook to the levels that stand in a worksheet so far."""
        return worksheet.running(self._rulebook, values, self._stops)

    def empty(self, values: Values) -> tuple[Part, ...]:
        """Return the parts in which nothing stands; own words are never wanted."""
        return empty_parts(self.sheet, values)

    def answer(self, values: Values) -> Fill:
        """Return the answer that hands the form in; the server judges it.

        Raises:
            UnfinishedFormError: A part is empty that may not be.
        """
        lacking = missing(self.sheet, values)
        if lacking is not None:
            raise UnfinishedFormError(lacking)
        return Fill(values)

    def laid(self, language: str) -> "RemoteDesk":
        """Return the form itself: its words are in the language it was sent in."""
        return self
