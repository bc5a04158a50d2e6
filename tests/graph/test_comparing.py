"""Two versions in one graph: what was added, removed, changed."""

from simulator.graph import Change, Graph, compared
from tests.engine.stories import story
from tests.graph.versions import ENGLISH, RENAMED_SCENE, edited

OLD = story()


def marks(graph: Graph) -> list[str]:
    """Return what is not the same, scenes first."""
    nodes = [
        f"{node.change} {node.id}{f' (was {node.was})' if node.was else ''}"
        for node in graph.nodes.values()
        if node.change is not Change.SAME
    ]
    edges = [
        f"{edge.change} {edge.source}.{edge.label} → {edge.target}"
        f"{f' (was {edge.was})' if edge.was else ''}"
        for edge in graph.edges
        if edge.change is not Change.SAME
    ]
    return nodes + edges


def test_the_same_version_has_no_marks() -> None:
    graph = compared(OLD, story())
    assert marks(graph) == []
    assert graph.compared


def test_a_move_that_leads_elsewhere_is_marked_at_both_ends() -> None:
    graph = compared(OLD, edited(("to: meeting", "to: wall")))
    assert marks(graph) == [
        "changed opening.agree → wall (was meeting)",
        "removed opening.agree → meeting",
    ]


def test_other_words_and_effects_change_a_move_or_a_scene() -> None:
    graph = compared(OLD, edited(("Ну отдай.", "Отдай!"), ("Слушаю.", "Ну?")))
    assert marks(graph) == [
        "changed opening",
        "changed wall.beg-again → wall",
    ]


def test_what_is_gone_and_what_came_stand_in_the_same_graph() -> None:
    edits = (
        ("id: give-in", "id: walk-out"),
        ("text: Ладно.", "text: Я ухожу отсюда."),
        ("does: [concede]", "does: [threaten, attack]\n        to: circle"),
    )
    assert marks(compared(OLD, edited(*edits))) == [
        "added wall.walk-out → circle",
        "removed wall.give-in → kept",
    ]


def test_a_renamed_scene_is_one_scene_and_its_moves_are_the_same() -> None:
    assert marks(compared(OLD, edited(*RENAMED_SCENE))) == [
        "changed fence (was wall)",
    ]


def test_a_scene_that_is_gone_stays_in_sight() -> None:
    new = edited((ENDING, ""), ("        to: meeting\n", "        to: wall\n"))
    graph = compared(OLD, new)
    assert graph.nodes["meeting"].change is Change.REMOVED
    assert "removed opening.agree → meeting" in marks(graph)


ENDING = (
    "  meeting: {outcome: meeting, good: true, title: Встреча, text: Договорились.}\n"
)


def test_between_two_languages_words_do_not_count() -> None:
    assert marks(compared(OLD, edited(("Слушаю.", "Yes?"), text=ENGLISH))) == []
