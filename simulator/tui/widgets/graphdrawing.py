"""A scene of the graph and its moves, as paragraphs and as rows to choose from."""

from collections.abc import Iterator
from typing import Final

from textual.content import Content

from simulator.graph import (
    ANYWHERE,
    Band,
    Change,
    Edge,
    EdgeKind,
    Graph,
    Look,
    Node,
    NodeKind,
)
from simulator.graph.words import CHANGES, FORMS, SIGNS, band, edge_label, percent
from simulator.tui.widgets.choices import Choice
from simulator.tui.widgets.paper import Para

GAUGES: Final = {
    Band.NEVER: "·",
    Band.RARELY: "▁",
    Band.SOMETIMES: "▃",
    Band.OFTEN: "▅",
    Band.MOSTLY: "█",
}
"""How often a scene is passed, told by height as well as by colour."""
COLOURS: Final = {
    Band.NEVER: "$muted",
    Band.RARELY: "$muted",
    Band.SOMETIMES: "$foreground",
    Band.OFTEN: "$primary",
    Band.MOSTLY: "bold $primary",
}
_TOLD: Final = ("does", "once", "mood", "learn", "tell", "set", "to_whom")
"""What a move does besides leading somewhere, by its keys in the YAML."""
_INDENT: Final = 2


def row(node: Node, look: Look) -> Content:
    """Return the line of a scene in the list of all."""
    passed = band(node, look)
    gauge = (GAUGES[passed], COLOURS[passed]) if passed is not None else " "
    sign = SIGNS[node.change].strip() or " "
    return Content.assemble(gauge, " ", sign, " ", _name(node, look), _mark(node, look))


def _name(node: Node, look: Look) -> str:
    return look.texts.gettext("in every scene") if node.id == ANYWHERE else node.id


def _mark(node: Node, look: Look) -> tuple[str, str]:
    if node.kind is NodeKind.ENDING:
        return (" ✓", "$good") if node.good else (" ✗", "$bad")
    if node.kind is NodeKind.FORM:
        return (" ▤", "$muted")
    return (look.texts.gettext(" (start)") if node.start else "", "$muted")


def heading(node: Node, look: Look) -> Content:
    """Return what a scene or an ending is called, and all that it is."""
    parts = " · ".join(_about(node, look))
    name = Content.styled(_name(node, look), "bold $primary")
    return Content.assemble(name, "  ", (parts, "$muted"))


def _about(node: Node, look: Look) -> Iterator[str]:
    gettext = look.texts.gettext
    if node.kind is NodeKind.ENDING:
        yield gettext("good ending") if node.good else gettext("bad ending")
    if node.start:
        yield gettext("the talk begins here")
    if node.form is not None:
        yield gettext(FORMS[node.form])
    if node.tests:
        yield gettext("tests {principles}").format(principles=" ".join(node.tests))
    if look.passing is not None and band(node, look) is not None:
        share = percent(look.passing.of(node.id))
        yield gettext("{share} of talks pass").format(share=share)
    if node.change in CHANGES:
        was = gettext("(was: {target})").format(target=node.was) if node.was else ""
        yield f"{SIGNS[node.change]}{gettext(CHANGES[node.change])} {was}".rstrip()


def paras(node: Node) -> Iterator[Para]:
    """Yield what is said in a scene; at an ending, what became of everybody."""
    if node.title:
        yield Para(Content.styled(node.title, "bold"))
    for line in node.lines:
        when = (f"[if: {line.when}] ", "$muted") if line.when else ""
        who = (f"{line.who}: ", "$other") if line.who else ""
        style = "" if line.who else "italic $muted"
        words = Content.styled(" / ".join(line.texts), style)
        yield Para(Content.assemble(when, who, words), _INDENT)
    if node.text:
        yield Para(Content(node.text), _INDENT)


def moves(graph: Graph, node: str, look: Look) -> tuple[list[Choice], list[str]]:
    """Return the moves out of a scene and into it, and where following each leads."""
    rows: list[Choice] = []
    targets: list[str] = []
    for edge in graph.out_of(node):
        arrow = "⟳" if edge.target == node else "⇢" if edge.dashed else "→"
        rows.append(_choice(edge, f"{arrow} {_end(edge.target, look)}", look))
        targets.append(edge.target)
    if ANYWHERE in graph.nodes and graph.nodes[node].kind is NodeKind.SCENE:
        rows.append(_everywhere(graph, look))
        targets.append(ANYWHERE)
    for edge in graph.into(node):
        arrow = "⇠" if edge.dashed else "←"
        title = f"{arrow} {_end(edge.source, look)} · {edge_label(edge, look)}"
        rows.append(Choice(edge.source, title))
        targets.append(edge.source)
    return rows, targets


def _everywhere(graph: Graph, look: Look) -> Choice:
    """Return one row for all that may happen in every scene."""
    labels = (edge_label(edge, look) for edge in graph.out_of(ANYWHERE))
    title = f"⇢ {_end(ANYWHERE, look)}"
    return Choice(ANYWHERE, title, ", ".join(dict.fromkeys(labels)))


def _end(name: str, look: Look) -> str:
    return look.texts.gettext("in every scene") if name == ANYWHERE else name


def _choice(edge: Edge, title: str, look: Look) -> Choice:
    """Return the row of a move that leads out: whither, by what, and all it does."""
    changed = ""
    if edge.change is not Change.SAME:
        changed = f" · {look.texts.gettext(CHANGES[edge.change])}"
    named = edge.kind is EdgeKind.FORM or not edge.when
    details = [edge.text, "" if named else f"if: {edge.when}"]
    told = (
        f"{key}: {edge.aspects[key].value}"
        for key in _TOLD
        if key in edge.aspects and edge.aspects[key].value
    )
    details.append(" · ".join(told))
    shown = "\n".join(detail for detail in details if detail)
    return Choice(edge.target, f"{title} · {edge_label(edge, look)}{changed}", shown)
