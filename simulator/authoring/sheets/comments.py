"""The comments of a text, by the place that each belongs to."""

from collections.abc import Mapping

from simulator.authoring.sheets.page import Page
from simulator.authoring.sheets.tree import Node, Path, leaves


def comments(page: Page, root: Node) -> Mapping[Path, list[str]]:
    """Return the comments of a text.

    One at the end of a line belongs to what stands before it, one on a line of its
    own to what comes next. Between words a `#` can only begin a comment.
    """
    found: dict[Path, list[str]] = {}
    listed = list(leaves(root))
    start = 0
    before: Path = ()
    for place, leaf in listed:
        _take(page, start, leaf.start, (before, place), found)
        start, before = page.last(leaf), place
    _take(page, start, len(page.text), (before, before), found)
    return found


def _take(
    page: Page,
    start: int,
    end: int,
    places: tuple[Path, Path],
    found: dict[Path, list[str]],
) -> None:
    """Note the comments of a stretch without words."""
    before, after = places
    between = page.text[start:end]
    if "#" not in between:
        return
    for number, line in enumerate(between.split("\n")):
        _, sign, words = line.partition("#")
        if sign and words.strip():
            owner = before if number == 0 and start else after
            found.setdefault(owner, []).append(words.strip())
