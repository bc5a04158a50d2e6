r"""A graph as DOT, graphviz's own language.

Every text stands in double quotes, with the three characters escaped that mean
something there: `\` and `"` for the reader of DOT, `&` for the drawer of labels,
which would take `&lt;` for `<`.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from simulator.authoring.graphing.arrows import Arrow, arrows
from simulator.graph import Band, Change, Graph, Node, NodeKind
from simulator.graph.words import BANDS, Look, band, legend, node_lines
from simulator.plaintext import plain

FILLS: Final = {
    Band.NEVER: "#ffffff",
    Band.RARELY: "#e6effa",
    Band.SOMETIMES: "#c3d9f1",
    Band.OFTEN: "#93bce6",
    Band.MOSTLY: "#5b9bd5",
}
"""Darker means more talks; black letters stand out against all of them."""
PENS: Final = {
    Band.NEVER: "0.5",
    Band.RARELY: "1",
    Band.SOMETIMES: "2",
    Band.OFTEN: "3.5",
    Band.MOSTLY: "5",
}
COLOURS: Final = {
    Change.SAME: "#4a4f5a",
    Change.ADDED: "#1b6e35",
    Change.REMOVED: "#b3261e",
    Change.CHANGED: "#9a5b00",
}
GOOD: Final = "#1b6e35"
BAD: Final = "#b3261e"
_SHAPES: Final = {
    NodeKind.SCENE: "box",
    NodeKind.FORM: "component",
    NodeKind.ENDING: "box",
    NodeKind.ANYWHERE: "ellipse",
}
_HEAD: Final = """\
digraph scenario {
  graph [rankdir=TB, nodesep=0.35, ranksep=0.6, fontname="sans-serif", fontsize=14]
  node [shape=box, fontname="sans-serif", fontsize=12, margin="0.15,0.08"]
  edge [fontname="sans-serif", fontsize=10, arrowsize=0.7]
"""


def to_dot(graph: Graph, look: Look) -> str:
    """Return a graph as DOT, to be drawn with `dot -Tsvg`.

    Args:
        graph: The graph.
        look: How it is drawn, and in which language.
    """
    numbers = {name: f"n{number}" for number, name in enumerate(graph.nodes)}
    return "".join(
        (
            _HEAD,
            f"  label={quoted(graph.title)}\n  labelloc=t\n",
            *(_node(n, numbers[n.id], look) for n in graph.nodes.values()),
            *_start(graph, numbers),
            *(_arrow(one, numbers) for one in arrows(graph, look)),
            _legend(graph, look),
            "}\n",
        )
    )


def quoted(text: str) -> str:
    """Return any text as a string of DOT that is drawn as it was typed."""
    safe = plain(text).replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")
    return f'"{safe.replace(chr(10), chr(92) + "n")}"'


def _node(node: Node, number: str, look: Look) -> str:
    style = {
        "label": "\n".join(node_lines(node, look)),
        "tooltip": _tooltip(node),
        "shape": _SHAPES[node.kind],
        "style": _style(node, look),
        "color": _colour(node),
    }
    passed = band(node, look)
    if passed is not None:
        style |= {"fillcolor": FILLS[passed], "penwidth": PENS[passed]}
    if node.kind is NodeKind.ENDING and node.good:
        style["peripheries"] = "2"
    return f"  {number} [{_attributes(style)}]\n"


def _style(node: Node, look: Look) -> str:
    styles = ["filled"] if band(node, look) is not None else []
    if node.kind is NodeKind.SCENE:
        styles.append("rounded")
    if node.kind is NodeKind.ANYWHERE or node.change is Change.REMOVED:
        styles.append("dashed")
    return ",".join(styles) or "solid"


def _colour(node: Node) -> str:
    if node.change is not Change.SAME or node.kind is not NodeKind.ENDING:
        return COLOURS[node.change]
    return GOOD if node.good else BAD


def _tooltip(node: Node) -> str:
    """Return what is said there, for those who point at the box."""
    said = [f"{one.who or '*'}: {' / '.join(one.texts)}" for one in node.lines]
    return "\n".join([*said, *([node.text] if node.text else ())]) or node.id


def _start(graph: Graph, numbers: Mapping[str, str]) -> Iterator[str]:
    for node in graph.nodes.values():
        if node.start:
            yield '  begin [shape=circle, label="", width=0.15, style=filled, '
            yield 'fillcolor="#4a4f5a", tooltip="start"]\n'
            yield f"  begin -> {numbers[node.id]} [penwidth=2, weight=5]\n"


def _arrow(arrow: Arrow, numbers: Mapping[str, str]) -> str:
    style = {
        "label": "\n".join(f"  {label}  " for label in arrow.labels),
        "tooltip": "\n".join(arrow.words),
        "labeltooltip": "\n".join(arrow.words),
        "color": COLOURS[arrow.change],
        "fontcolor": COLOURS[arrow.change],
    }
    if arrow.dashed:
        style["style"] = "dashed"
    if arrow.change is not Change.SAME:
        style["penwidth"] = "2"
        style["style"] = "dotted" if arrow.change is Change.REMOVED else "bold"
        if arrow.dashed and arrow.change is not Change.REMOVED:
            style["style"] = "bold,dashed"
    ends = f"{numbers[arrow.source]} -> {numbers[arrow.target]}"
    return f"  {ends} [{_attributes(style)}]\n"


def _attributes(style: Mapping[str, str]) -> str:
    return ", ".join(f"{name}={quoted(value)}" for name, value in style.items())


def _legend(graph: Graph, look: Look) -> str:
    """Return the legend, a group of boxes and a text, beside the graph."""
    gettext = look.texts.gettext
    words = "\n".join(legend(graph, look))
    text = quoted(words).replace("\\n", "\\l")[:-1] + '\\l"'
    lines = [f"    legend [shape=plain, label={text}]\n"]
    if look.passing is not None:
        for number, (one, told) in enumerate(BANDS.items()):
            style = {
                "label": gettext(told),
                "style": "filled,rounded",
                "fillcolor": FILLS[one],
                "penwidth": PENS[one],
                "color": COLOURS[Change.SAME],
                "fontsize": "10",
            }
            lines.append(f"    band{number} [{_attributes(style)}]\n")
        chain = " -> ".join(["legend", *(f"band{n}" for n in range(len(BANDS)))])
        lines.append(f"    {chain} [style=invis]\n")
    inside = "".join(lines)
    label = quoted(gettext("Legend"))
    return f"  subgraph cluster_legend {{\n    label={label}\n{inside}  }}\n"
