"""Graphs as Mermaid and DOT: what is drawn, told without colour, and any text safe."""

import re
from fractions import Fraction
from gettext import NullTranslations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.authoring.graphing import dot, mermaid, to_dot, to_mermaid
from simulator.graph import Graph, Labels, Look, Passing, compared, graph_of
from simulator.graph.words import shortened
from simulator.plaintext import plain
from tests.content.talks import loaded
from tests.engine.stories import story
from tests.graph.versions import edited

TEXTS = NullTranslations()
PASSING = Passing(4, {"opening": Fraction(1), "wall": Fraction(1, 2)})
GRAPH = graph_of(story())
BOTH = compared(story(), edited(("to: meeting", "to: wall"), ("Слушаю.", "Ну?")))
MEETING = graph_of(loaded("en", "client-x-meeting").scenario)


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines()]


def mermaid_of(graph: Graph = GRAPH, **look: object) -> list[str]:
    return lines(to_mermaid(graph, Look(TEXTS, **look)))  # type: ignore[arg-type]  # as named


def dot_of(graph: Graph = GRAPH, **look: object) -> list[str]:
    return lines(to_dot(graph, Look(TEXTS, **look)))  # type: ignore[arg-type]  # as named


def test_mermaid_draws_scenes_endings_and_moves() -> None:
    drawn = mermaid_of()
    assert drawn[:22] == [
        "---",
        'title: "Склад"',
        "---",
        "flowchart TD",
        'n0("opening")',
        'n1("wall")',
        'n2["✓ good ending<br>Встреча<br>(meeting)"]',
        'n3["✗ bad ending<br>Остался<br>(kept)"]',
        'n4["✗ bad ending<br>Круг<br>(circle)"]',
        'n5{{"in every scene"}}',
        'begin((" ")) ==> n0',
        'n0 -->|"ask<br>share ?"| n0',
        'n0 -->|"beg"| n1',
        'n0 -.->|"push (pull#95;rank)"| n0',
        'n0 -->|"agree ?"| n2',
        'n1 -->|"beg-again"| n1',
        'n1 -.->|"give-in (concede)"| n3',
        'n1 -->|"back"| n0',
        'n5 -.->|"concede"| n3',
        'n5 -.->|"patience is lost"| n4',
        'subgraph legend["Legend"]',
        drawn[21],
    ]


def test_dot_draws_the_same() -> None:
    drawn = dot_of()
    assert 'label="Склад"' in drawn
    nodes = [line for line in drawn if re.match(r"n\d+ \[", line)]
    assert nodes[0] == (
        'n0 [label="opening", tooltip="*: Утро, склад.\\nОлег: Слушаю. / Снова ты.'
        '\\nОлег: Говорить не о чем.", shape="box", style="rounded", color="#4a4f5a"]'
    )
    assert 'peripheries="2"' in nodes[2]
    assert 'shape="ellipse", style="dashed"' in nodes[5]
    moves = [line.partition(" [")[0] for line in drawn if " -> " in line]
    assert moves == [
        "begin -> n0",
        *("n0 -> n0", "n0 -> n1", "n0 -> n0", "n0 -> n2"),
        *("n1 -> n1", "n1 -> n3", "n1 -> n0", "n5 -> n3", "n5 -> n4"),
    ]
    assert 'style="dashed"' in next(line for line in drawn if "give-in" in line)


def test_how_often_a_scene_is_passed_is_told_in_words() -> None:
    assert 'n0("opening<br>100 #37;")' in mermaid_of(passing=PASSING)
    drawn = "\n".join(dot_of(passing=PASSING))
    assert 'n1 [label="wall\\n50 %"' in drawn
    for words in ("never passed", "in two talks of three or more"):
        assert f'("{words}")' in "\n".join(mermaid_of(passing=PASSING))
        assert f'[label="{words}"' in drawn
    assert "how many of 4 rehearsed talks pass" in drawn


def test_thickness_and_colour_follow_the_band() -> None:
    drawn = mermaid_of(passing=PASSING)
    assert "class n0 passed4" in drawn
    assert "class n1 passed3" in drawn
    assert "class n4 passed0" in drawn
    wall = next(line for line in dot_of(passing=PASSING) if line.startswith("n1 "))
    assert 'fillcolor="#93bce6", penwidth="3.5"' in wall


def test_nothing_is_coloured_where_nobody_played() -> None:
    assert not [line for line in mermaid_of() if "passed" in line]
    assert not [line for line in dot_of() if "fillcolor" in line and "n0" in line[:3]]


def test_changes_are_told_by_signs_and_words_too() -> None:
    drawn = mermaid_of(BOTH)
    assert 'n0("opening<br>#126; changed")' in drawn
    assert 'n0 -->|"#126; agree ? (was: meeting)"| n1' in drawn
    assert 'n0 -->|"− agree ?"| n2' in drawn
    assert "class n0 changed" in drawn
    drawn_dot = "\n".join(dot_of(BOTH))
    assert 'label="  − agree ?  "' in drawn_dot
    assert 'style="dotted"' in drawn_dot
    assert r"+: added\l−: removed\l~: changed\l" in drawn_dot


def test_arrows_that_changed_are_coloured_by_their_number() -> None:
    drawn = mermaid_of(BOTH)
    arrows = [line for line in drawn if "->|" in line or "==>" in line]
    styled = [line.split()[1] for line in drawn if line.startswith("linkStyle")]
    assert [arrows[int(number)] for number in styled] == [
        'n0 -->|"#126; agree ? (was: meeting)"| n1',
        'n0 -->|"− agree ?"| n2',
    ]


def test_words_stand_on_the_arrows_where_they_are_wanted() -> None:
    drawn = mermaid_of(labels=Labels.TEXT)
    assert 'n0 -->|"Может, отдашь его?"| n1' in drawn


def test_a_form_is_named_and_its_moves_are_its_conditions() -> None:
    drawn = "\n".join(mermaid_of(MEETING))
    assert '[["agenda<br>form: agenda"]]' in drawn
    assert "right(agenda) #62;= 80" in drawn
    assert 'shape="component"' in "\n".join(dot_of(MEETING))


@pytest.mark.parametrize(
    ("text", "short"),
    [
        pytest.param("Short.", "Short.", id="short"),
        pytest.param("two\n  lines", "two lines", id="lines"),
        pytest.param("One two three, four", "One two…", id="cut-at-a-blank"),
        pytest.param("x" * 30, "x" * 14 + "…", id="no-blank"),
    ],
)
def test_long_words_are_cut(text: str, short: str) -> None:
    assert shortened(text, 15) == short


def unquoted_dot(text: str) -> str:
    """Read a string of DOT and its label as graphviz does."""
    found = re.fullmatch(r'"((?:[^"\\]|\\.)*)"', text, re.DOTALL)
    assert found, text
    label = re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], found[1])
    assert not re.search(r"&(?!amp;)", label)
    return label.replace("&amp;", "&")


@given(st.text())
def test_any_text_is_one_string_of_dot(text: str) -> None:
    quoted = dot.quoted(text)
    assert "\n" not in quoted
    assert unquoted_dot(quoted) == plain(text)


@given(st.text())
def test_any_text_is_one_string_of_mermaid(text: str) -> None:
    quoted = mermaid.quoted(text)
    assert re.fullmatch(r'"[^"\n]+"', quoted)
    inside = quoted[1:-1].replace("<br>", "\n")
    assert not re.search(r"[<>`*\\]|#(?!\d+;)", inside)
    assert not re.search(r"(?m)^\s*(\d+[.)]|[-+*])\s", inside)
    again = re.sub(r"#(\d+);", lambda m: chr(int(m[1])), inside)
    assert again == (plain(text) or " ")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param('a"b', '"a#34;b"', id="quotation-mark"),
        pytest.param("<b>x</b>", '"#60;b#62;x#60;/b#62;"', id="html"),
        pytest.param("1. First", '"1#46; First"', id="a-numbered-list"),
        pytest.param("- Well", '"#45; Well"', id="a-list"),
        pytest.param("`code` **x**", '"#96;code#96; #42;#42;x#42;#42;"', id="markdown"),
        pytest.param("#35;", '"#35;35#59;"', id="a-number-already"),
        pytest.param("один\nдва", '"один<br>два"', id="two-lines"),
    ],
)
def test_what_means_something_to_mermaid_is_written_by_number(
    text: str, written: str
) -> None:
    assert mermaid.quoted(text) == written


@given(st.text())
def test_a_title_is_one_line_of_yaml(title: str) -> None:
    graph = Graph(title, "ru", GRAPH.nodes, GRAPH.edges)
    head = to_mermaid(graph, Look(TEXTS)).split("\n")[:4]
    assert [head[0], head[2], head[3]] == ["---", "---", "flowchart TD"]
    assert re.fullmatch(r'title: "(?:[^"\\]|\\.)*"', head[1])
