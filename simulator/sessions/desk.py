"""The form that lies before the trainee: kept half-filled, handed in whole."""

import json
from collections.abc import Mapping

from scoring.forms.model import Part, Values
from scoring.keyclient import Assessment
from simulator.engine import Fill, View
from simulator.forms import (
    Sheet,
    empty_parts,
    fitting,
    handed_in,
    missing,
    running_total,
    sheet,
)
from simulator.sessions.attempt import FORM_DRAFT, Attempt
from simulator.sessions.errors import UnfinishedFormError


class Desk:
    """The form of the scene in which a talk stands."""

    def __init__(self, attempt: Attempt, page: Sheet) -> None:
        self.attempt = attempt
        self.sheet = page

    @property
    def kept(self) -> dict[str, object]:
        """What stands in the form, as last kept; nothing when nothing was."""
        try:
            body = json.loads(self.attempt.form_draft or "{}")
        except ValueError:
            return {}
        if not isinstance(body, Mapping) or body.get("scene") != self.sheet.scene:
            return {}
        values = body.get("values")
        return fitting(self.sheet, values) if isinstance(values, Mapping) else {}

    def keep(self, values: Values) -> None:
        """Keep a form that is not handed in yet, whatever ends the program.

        Raises:
            StoreError: It could not be kept.
        """
        body = {"scene": self.sheet.scene, "values": dict(values)}
        self.attempt.keep_draft(FORM_DRAFT + json.dumps(body, ensure_ascii=False))

    def total(self, values: Values) -> Assessment:
        """Apply the rulebook to the levels that stand in a worksheet so far."""
        return running_total(self.attempt.state, self.attempt.rulebook, values)

    def lacks(self, values: Values) -> Part | None:
        """Return the part that must not be empty and is; None when all is in."""
        return missing(self.sheet, values)

    def empty(self, values: Values) -> tuple[Part, ...]:
        """Return the parts in which nothing stands; own words are never wanted."""
        return empty_parts(self.sheet, values)

    def hand_in(self, values: Values) -> View:
        """Hand the form in; returns once it is kept.

        Raises:
            UnfinishedFormError: A part is empty that may not be.
            StoreError: It could not be kept; the talk stands as before.
        """
        return self.attempt.answer(self.answer(values))

    def laid(self, language: str) -> "Desk":
        """Return the same form with the words of a language."""
        return desk(self.attempt, language) or self

    def answer(self, values: Values) -> Fill:
        """Return the answer that hands the form in.

        Raises:
            UnfinishedFormError: A part is empty that may not be.
        """
        lacking = self.lacks(values)
        if lacking is not None:
            raise UnfinishedFormError(lacking)
        return handed_in(self.attempt.state, self.attempt.rulebook, values)


def desk(attempt: Attempt, language: str) -> Desk | None:
    """Return the form before the trainee; None where the talk has none now."""
    page = sheet(attempt.state, attempt.rulebook, language)
    return None if page is None else Desk(attempt, page)
