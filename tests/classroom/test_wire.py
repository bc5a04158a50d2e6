"""What goes between a class server and a terminal is the same at both ends."""

import json
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring.codes import Code, CodeUse
from scoring.forms.model import FormKind, Part
from scoring.talk import Outcome
from simulator.classroom.wire import BadWireError, Told, decoded, encoded
from simulator.engine import (
    CardEntry,
    EndingView,
    Meter,
    Mode,
    Offer,
    PersonView,
    Spoken,
    View,
)
from simulator.forms import Choice, Item, Sheet, SheetPart, Way
from simulator.plaintext import plain
from simulator.reports.model import Debrief
from tests.reports.little import told

TEXT = st.text(max_size=6).map(plain)
NUMBER = st.integers(0, 10)


def few(one: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    """Draw a few of something."""
    return st.lists(one, max_size=2).map(tuple)


USES = st.builds(
    CodeUse,
    st.sampled_from(Code),
    few(TEXT),
    st.none() | st.tuples(NUMBER, NUMBER),
)
LINES = st.builds(
    Spoken,
    TEXT,
    TEXT,
    TEXT,
    st.none() | few(USES),
    st.none() | st.sampled_from(FormKind),
)
OFFERS = st.builds(Offer, NUMBER, TEXT, TEXT, TEXT)
PEOPLE = st.builds(
    PersonView,
    TEXT,
    TEXT,
    TEXT,
    few(st.builds(Meter, TEXT, NUMBER, NUMBER)),
    st.booleans(),
)
CARD = st.builds(CardEntry, TEXT, TEXT, TEXT, TEXT, st.booleans(), st.booleans())
ENDINGS = st.builds(
    EndingView, TEXT, TEXT, TEXT, st.sampled_from(Outcome), st.booleans()
)
VIEWS = st.builds(
    View,
    TEXT,
    NUMBER,
    few(LINES),
    few(OFFERS),
    few(PEOPLE),
    TEXT,
    few(CARD),
    NUMBER,
    st.none() | ENDINGS,
    st.none() | st.sampled_from(FormKind),
)
SHEETS = st.builds(
    Sheet,
    TEXT,
    st.sampled_from(FormKind),
    few(
        st.builds(
            SheetPart,
            st.sampled_from(Part),
            st.sampled_from(Way),
            few(st.builds(Item, TEXT, TEXT, few(TEXT))),
            few(st.builds(Choice, TEXT, TEXT)),
        )
    ),
)
TALKS = st.builds(
    Told,
    TEXT,
    TEXT,
    TEXT,
    st.sampled_from(Mode),
    NUMBER,
    st.booleans(),
    VIEWS,
    few(LINES),
    few(TEXT),
    st.none() | SHEETS,
    few(TEXT),
    TEXT,
    few(TEXT),
)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["view", "mode", "name", "sheet"]), inner)
    ),
    max_leaves=8,
)


def sent(value: object) -> object:
    """Return a value as it comes out at the other end."""
    return json.loads(json.dumps(encoded(value), ensure_ascii=False))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(TALKS)
def test_a_talk_comes_out_as_it_went_in(value: Told) -> None:
    assert decoded(Told, sent(value)) == value


def test_a_debrief_comes_out_as_it_went_in() -> None:
    note = told("beg", "ask", "meet", language="ru")
    assert decoded(Debrief, sent(note)) == note


@settings(max_examples=60, deadline=None)
@given(ANYTHING)
def test_what_is_no_talk_is_told_in_a_sentence(body: object) -> None:
    with pytest.raises(BadWireError):
        decoded(Told, body)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        pytest.param(int, True, id="truth"),
        pytest.param(str, 1, id="number"),
        pytest.param(Mode, "shout", id="mode"),
        pytest.param(Fraction, "1/0", id="fraction"),
        pytest.param(tuple[int, int], [1], id="too-short"),
        pytest.param(tuple[str, ...], "abc", id="text-for-list"),
        pytest.param(Meter, [], id="list-for-object"),
    ],
)
def test_what_is_of_another_kind_is_refused(kind: type, body: object) -> None:
    with pytest.raises(BadWireError):
        decoded(kind, body)


def test_no_text_controls_a_terminal() -> None:
    body = {"id": "a", "text": "\x1b[2Jgone"}
    assert decoded(Choice, body) == Choice("a", "\ufffd[2Jgone")
