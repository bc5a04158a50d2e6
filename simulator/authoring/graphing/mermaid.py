"""A graph as Mermaid, which pages of code and documents draw by themselves.

Every text stands in quotes, and every character that Mermaid, its Markdown or HTML
might take for something is written by its number: `#34;` for a quotation mark.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from simulator.authoring.graphing.arrows import Arrow, arrows
from simulator.authoring.graphing.dot import BAD, COLOURS, FILLS, GOOD, PENS
from simulator.graph import Change, Graph, Node, NodeKind
from simulator.graph.words import BANDS, Look, band, legend, node_lines
from simulator.plaintext import plain

MOST_ARROWS: Final = 500
"""Mermaid draws no more arrows unless its settings are changed."""
MOST_CHARACTERS: Final = 50_000
"""Mermaid reads no more text unless its settings are changed."""

_SPECIAL: Final = re.compile(
    r"""(?m:^\s*\d+[.)](?=\s)|^\s*[-+](?=\s))|["#&<>\\`*_~\[\]{}|;$%@\t]"""
)
"""Characters that mean something, and what Markdown would take for an item of a list,
which Mermaid refuses to draw."""
_BRACKETS: Final = {
    NodeKind.SCENE: ("(", ")"),
    NodeKind.FORM: ("[[", "]]"),
    NodeKind.ENDING: ("[", "]"),
    NodeKind.ANYWHERE: ("{{", "}}"),
}


def to_mermaid(graph: Graph, look: Look) -> str:
    """Return a graph as a Mermaid flowchart.

    Args:
        graph: The graph.
        look: How it is drawn, and in which language.
    """
    numbers = {name: f"n{number}" for number, name in enumerate(graph.nodes)}
    drawn = arrows(graph, look)
    begins = [numbers[n.id] for n in graph.nodes.values() if n.start]
    lines = [
        f"---\ntitle: {_title(graph.title)}\n---",
        "flowchart TD",
        *(_node(node, numbers[node.id], look) for node in graph.nodes.values()),
        *(f'  begin((" ")) ==> {number}' for number in begins),
        *(_arrow(arrow, numbers) for arrow in drawn),
        *_legend(graph, look),
        *_styles(graph, numbers, look),
        *_arrow_styles(drawn, len(begins)),
    ]
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """Return any text as a string of Mermaid that is drawn as it was typed."""
    safe = _SPECIAL.sub(_by_number, plain(text))
    return f'"{safe.replace(chr(10), "<br>") or " "}"'


def _by_number(found: re.Match[str]) -> str:
    """Write the last character of what was found by its number."""
    return f"{found[0][:-1]}#{ord(found[0][-1])};"


def _title(text: str) -> str:
    """Return a title as a quoted string of YAML."""
    safe = plain(text).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + " ".join(safe.split()) + '"'


def _node(node: Node, number: str, look: Look) -> str:
    opening, closing = _BRACKETS[node.kind]
    label = quoted("\n".join(node_lines(node, look)))
    return f"  {number}{opening}{label}{closing}"


def _arrow(arrow: Arrow, numbers: Mapping[str, str]) -> str:
    line = "-.->" if arrow.dashed else "-->"
    label = quoted("\n".join(arrow.labels))
    return f"  {numbers[arrow.source]} {line}|{label}| {numbers[arrow.target]}"


def _legend(graph: Graph, look: Look) -> Iterator[str]:
    gettext = look.texts.gettext
    yield f"  subgraph legend[{quoted(gettext('Legend'))}]"
    yield f"    signs[{quoted(chr(10).join(legend(graph, look)))}]"
    if look.passing is not None:
        for one, told in BANDS.items():
            yield f"    band{one}({quoted(gettext(told))})"
    yield "  end"


def _styles(graph: Graph, numbers: Mapping[str, str], look: Look) -> Iterator[str]:
    if look.passing is not None:
        for one, fill in FILLS.items():
            pen = f"fill:{fill},stroke-width:{PENS[one]}px,color:#000"
            yield f"  classDef passed{one} {pen}"
            yield f"  class band{one} passed{one}"
    yield f"  classDef good stroke:{GOOD}"
    yield f"  classDef bad stroke:{BAD},stroke-dasharray:2"
    for change, colour in COLOURS.items():
        if change is not Change.SAME:
            yield f"  classDef {change} stroke:{colour}"
    for node in graph.nodes.values():
        for name in _classes(node, look):
            yield f"  class {numbers[node.id]} {name}"


def _classes(node: Node, look: Look) -> Iterator[str]:
    passed = band(node, look)
    if passed is not None:
        yield f"passed{passed}"
    if node.kind is NodeKind.ENDING:
        yield "good" if node.good else "bad"
    if node.change is not Change.SAME:
        yield str(node.change)


def _arrow_styles(drawn: tuple[Arrow, ...], first: int) -> Iterator[str]:
    """Colour the arrows that changed; they are counted as they stand above."""
    for number, arrow in enumerate(drawn, start=first):
        if arrow.change is not Change.SAME:
            colour = COLOURS[arrow.change]
            pen = f"stroke:{colour},stroke-width:2px,color:{colour}"
            yield f"  linkStyle {number} {pen}"
