"""Draw the pages of a class: one template each, everything in them escaped."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from starlette.responses import HTMLResponse

from simulator.reports import html
from simulator.reports.html import texts

__all__ = ["TEMPLATES", "drawn", "page", "texts"]

TEMPLATES: Final = Path(__file__).parent / "templates"


def page(
    name: str,
    language: str,
    values: Mapping[str, object],
    status: int = 200,
) -> HTMLResponse:
    """Return a page.

    Args:
        name: Of the template.
        language: Of the page's own words, and what its `lang` says.
        values: What the template shows.
        status: The status of the answer.
    """
    return HTMLResponse(drawn(name, language, values), status)


def drawn(name: str, language: str, values: Mapping[str, object]) -> str:
    """Return a page as text; see `page`."""
    return html.drawn(name, language, values, TEMPLATES)
