"""A scene is found by its id and by any words in it."""

import pytest

from simulator.graph import find, graph_of
from tests.engine.stories import story

GRAPH = graph_of(story())


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("wal", [("wall", "")], id="an-id"),
        pytest.param("СКЛАД", [("opening", "Утро, склад.")], id="a-line"),
        pytest.param("ну отдай", [("wall", "Ну отдай.")], id="a-reply"),
        pytest.param("agree", [("opening", "agree")], id="the-id-of-a-reply"),
        pytest.param("Встреча", [("meeting", "Встреча")], id="a-title"),
        pytest.param("не решили", [("circle", "Ничего не решили.")], id="an-ending"),
        pytest.param("all", [("wall", "")], id="each-once"),
        pytest.param("zzz", [], id="nothing"),
    ],
)
def test_words_are_found_where_they_stand(
    words: str, found: list[tuple[str, str]]
) -> None:
    assert [(one.node, one.where) for one in find(GRAPH, words)] == found


def test_no_words_find_every_scene_up_to_a_limit() -> None:
    assert [one.node for one in find(GRAPH, "")] == list(GRAPH.nodes)
    assert len(find(GRAPH, "", most=2)) == 2


def test_the_dots_of_yo_do_not_count() -> None:
    assert [one.node for one in find(GRAPH, "все как было")] == ["kept"]
