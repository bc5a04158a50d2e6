"""The words on a graph, the same in a file and in the terminal."""

from enum import StrEnum
from fractions import Fraction
from gettext import NullTranslations
from typing import Final

from msgspec import Struct

from simulator.graph.bands import Band, band_of
from simulator.graph.model import (
    ANYWHERE,
    Change,
    Edge,
    EdgeKind,
    Graph,
    Node,
    NodeKind,
)
from simulator.graph.passing import Passing
from simulator.messages import N_

SHORT: Final = 40
"""Characters of a reply's words that stand on an arrow."""
SIGNS: Final = {
    Change.SAME: "",
    Change.ADDED: "+ ",
    Change.REMOVED: "− ",
    Change.CHANGED: "~ ",
}
"""Say without colour what became of a move."""
CHANGES: Final = {
    Change.ADDED: N_("added"),
    Change.REMOVED: N_("removed"),
    Change.CHANGED: N_("changed"),
}
BANDS: Final = {
    Band.NEVER: N_("never passed"),
    Band.RARELY: N_("in less than one talk of ten"),
    Band.SOMETIMES: N_("in less than one talk of three"),
    Band.OFTEN: N_("in less than two talks of three"),
    Band.MOSTLY: N_("in two talks of three or more"),
}
FORMS: Final = {
    "key-client": N_("form: key client"),
    "meeting-agenda": N_("form: agenda"),
    "decision": N_("form: decision"),
    "handover-plan": N_("form: handover plan"),
}
CONDITIONAL: Final = " ?"
"""Stands behind a move that is there under a condition only."""


class Labels(StrEnum):
    """What stands on the arrows."""

    ID = "id"
    TEXT = "text"


class Look(Struct, frozen=True):
    """How a graph is to be drawn."""

    texts: NullTranslations
    labels: Labels = Labels.ID
    passing: Passing | None = None
    """How often talks pass each scene; None leaves scenes without colour."""


def edge_label(edge: Edge, look: Look) -> str:
    """Return what stands on the arrow of a move."""
    gettext = look.texts.gettext
    label = edge.label
    if edge.kind is EdgeKind.PATIENCE:
        label = gettext("patience is lost")
    elif edge.kind is EdgeKind.FORM:
        label = edge.when or gettext("otherwise")
    elif edge.text and look.labels is Labels.TEXT:
        label = shortened(edge.text)
    if edge.through:
        label = f"{label} ({edge.through})"
    if edge.when and edge.kind in (EdgeKind.REPLY, EdgeKind.REACTION):
        label += CONDITIONAL
    if edge.was:
        label += " " + gettext("(was: {target})").format(target=edge.was)
    return SIGNS[edge.change] + label


def edge_words(edge: Edge) -> str:
    """Return all that a move says: its id, its condition, the words."""
    when = f" [if: {edge.when}]" if edge.when else ""
    said = f": {edge.text}" if edge.text else ""
    return f"{edge.label}{when}{said}"


def node_lines(node: Node, look: Look) -> tuple[str, ...]:
    """Return what stands in the box of a scene or an ending, line by line."""
    gettext = look.texts.gettext
    if node.kind is NodeKind.ANYWHERE:
        return (gettext("in every scene"),)
    lines = [node.id]
    if node.kind is NodeKind.ENDING:
        sort = gettext("good ending") if node.good else gettext("bad ending")
        lines = [f"{'✓' if node.good else '✗'} {sort}", node.title, f"({node.id})"]
    if node.form is not None:
        lines.append(gettext(FORMS[node.form]))
    if look.passing is not None and node.change is not Change.REMOVED:
        lines.append(percent(look.passing.of(node.id)))
    if node.change in CHANGES:
        told = gettext(CHANGES[node.change])
        was = gettext("(was: {target})").format(target=node.was) if node.was else ""
        lines.append(f"{SIGNS[node.change]}{told} {was}".rstrip())
    return tuple(lines)


def band(node: Node, look: Look) -> Band | None:
    """Return how often a scene is passed; None where nobody played, or it is gone."""
    if look.passing is None or node.id == ANYWHERE or node.change is Change.REMOVED:
        return None
    return band_of(look.passing.of(node.id))


def legend(graph: Graph, look: Look) -> tuple[str, ...]:
    """Return what the signs mean that have no colour or thickness, one a line."""
    gettext = look.texts.gettext
    lines = [
        gettext("solid arrow: a reply, or what follows a form"),
        gettext("dashed arrow: a reaction to a code, or lost patience"),
        gettext("arrow back to its own scene: the talk stays, or comes again"),
        gettext("?: only under a condition"),
    ]
    if graph.compared:
        told = gettext("{sign}: {what}")
        lines += [
            told.format(sign=SIGNS[change].strip(), what=gettext(what))
            for change, what in CHANGES.items()
        ]
    if look.passing is not None:
        lines.append(
            look.texts.ngettext(
                "Colour and thickness: how many of {n} rehearsed talk pass",
                "Colour and thickness: how many of {n} rehearsed talks pass",
                look.passing.plays,
            ).format(n=look.passing.plays)
        )
    return tuple(lines)


def percent(share: Fraction) -> str:
    """Return a share as a whole percentage; a little is never told as nothing."""
    whole = int(share * 100 + Fraction(1, 2))
    return "< 1 %" if share and not whole else f"{whole} %"


def shortened(text: str, most: int = SHORT) -> str:
    """Return words on one line, cut at a blank where they are long."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    return f"{cut.rsplit(' ', 1)[0].rstrip('.,;:—– ')}…"
