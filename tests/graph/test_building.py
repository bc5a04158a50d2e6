"""A scenario as a graph: what is a node, and what leads where."""

import pytest

from simulator.graph import ANYWHERE, Edge, EdgeKind, NodeKind, graph_of, reached
from tests.content.talks import loaded
from tests.engine.stories import ENDLESS, story
from tests.graph.versions import edited

GRAPH = graph_of(story())


def told(edge: Edge) -> str:
    """Return a move on one line."""
    arrow = "⟳" if edge.stays else "⇢" if edge.dashed else "→"
    through = f" ({edge.through})" if edge.through else ""
    when = f" if {edge.when}" if edge.when else ""
    return f"{edge.source} {arrow} {edge.target}: {edge.label}{through}{when}"


def test_scenes_and_endings_are_nodes_in_the_authors_order() -> None:
    kinds = {node.id: node.kind for node in GRAPH.nodes.values()}
    assert kinds == {
        "opening": NodeKind.SCENE,
        "wall": NodeKind.SCENE,
        "meeting": NodeKind.ENDING,
        "kept": NodeKind.ENDING,
        "circle": NodeKind.ENDING,
        ANYWHERE: NodeKind.ANYWHERE,
    }
    assert [node.id for node in GRAPH.nodes.values() if node.start] == ["opening"]
    assert [node.id for node in GRAPH.nodes.values() if node.good] == ["meeting"]


def test_every_move_is_an_edge_with_its_condition() -> None:
    assert [told(edge) for edge in GRAPH.edges] == [
        "opening ⟳ opening: ask",
        "opening → wall: beg",
        "opening ⟳ opening: push (pull_rank)",
        "opening → opening: share if knows(groups)",
        "opening → meeting: agree if flag(numbers) and oleg.resistance <= 4",
        "wall → wall: beg-again",
        "wall ⇢ kept: give-in (concede)",
        "wall → opening: back",
        "* ⇢ kept: concede",
        "* ⇢ circle: patience if fruitless >= 3",
    ]


def test_a_reply_without_a_target_leads_where_any_of_its_reactions_may() -> None:
    graph = graph_of(
        edited(("  - when: concede\n", "  - when: concede\n    if: turns > 1\n"))
    )
    given = [told(edge) for edge in graph.edges if edge.label == "give-in"]
    assert given == [
        "wall ⇢ kept: give-in (concede) if turns > 1",
        "wall ⟳ wall: give-in",
    ]


def test_two_reactions_to_one_code_are_two_moves() -> None:
    twice = "  - when: concede\n    if: turns > 1\n    to: circle\n"
    graph = graph_of(edited(("  - when: concede\n", f"{twice}  - when: concede\n")))
    moves = [(e.label, e.nth) for e in graph.out_of(ANYWHERE) if e.label == "concede"]
    assert moves == [("concede", 1), ("concede", 2)]


def test_without_moves_for_every_scene_no_node_stands_for_them() -> None:
    graph = graph_of(edited(("    to: kept\n", "    to: stay\n"), text=ENDLESS))
    assert ANYWHERE not in graph.nodes


def test_a_form_leads_on_by_its_conditions_up_to_the_first_that_always_holds() -> None:
    scenario = loaded("en", "client-x-meeting").scenario
    agenda = graph_of(scenario).out_of("agenda")
    assert {edge.kind for edge in agenda} == {EdgeKind.FORM}
    assert [bool(edge.when) for edge in agenda] == [True, True, True, False]
    assert graph_of(scenario).nodes["agenda"].kind is NodeKind.FORM


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        pytest.param("to: meeting", "to: stay", {"meeting"}, id="an-ending"),
        pytest.param("to: wall\n", "to: stay\n", {"wall"}, id="a-scene"),
    ],
)
def test_what_no_move_leads_to_is_not_reached(
    old: str, new: str, lost: set[str]
) -> None:
    graph = graph_of(edited((old, new)))
    assert set(graph.nodes) - reached(graph) - {ANYWHERE} == lost


def test_moves_that_lead_in_are_those_from_elsewhere() -> None:
    assert [told(edge) for edge in GRAPH.into("opening")] == ["wall → opening: back"]
