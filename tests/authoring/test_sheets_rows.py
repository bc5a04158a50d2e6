"""Rows that come, go and move: their lines and their comments come, go and move."""

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.authoring.sheets.columns import Kind
from simulator.authoring.sheets.comparing import NOTHING_LEFT
from simulator.authoring.sheets.given import GivenRow
from simulator.authoring.sheets.rows import Row, tables
from simulator.authoring.sheets.tree import read_tree
from tests.authoring.sheetbook import STORY, Book, said

CRLF = STORY.replace("\n", "\r\n")
ASK, TAKE, WAIT = (f"scenes.opening.replies.{name}" for name in ("ask", "take", "wait"))
WAIT_LINES = """\

      # kept for the brave
      - id: wait
        text: >-
          Let us talk about it some other time,
          perhaps.
        does: [stall]
        opposite: ask
"""
NEW_REPLY = {
    "scene": "opening",
    "id": "sigh",
    "text": "Oh: well",
    "does": "stall, ask_fact(share, history)",
    "to": "stay",
    "mood": "trust −1, resistance +2",
    "once": "да",
    "like": "Well.\nOh, well.",
    "levels": "P6: 0",
}
NEW_LINES = """\
      - id: sigh
        text: "Oh: well"
        does: [stall, ask_fact(share, history)]
        to: stay
        mood: {trust: -1, resistance: 2}
        once: true
        levels: {P6: 0}
        like:
          - Well.
          - Oh, well.
"""


def test_a_deleted_row_takes_its_lines_and_its_comments_along() -> None:
    after = Book().delete(Kind.REPLIES, WAIT).text_after()
    assert after == STORY.replace(WAIT_LINES, "")


def test_a_moved_row_takes_its_lines_and_its_comments_along() -> None:
    after = Book().move(Kind.REPLIES, WAIT, 0).text_after()
    without = STORY.replace(WAIT_LINES, "")
    head = "    replies:\n"
    assert after == without.replace(head, head + WAIT_LINES, 1)


def test_rows_that_are_only_looked_at_leave_every_byte() -> None:
    assert Book().text_after() == STORY


def test_a_new_row_is_written_in_the_indentation_of_the_file() -> None:
    after = Book().put(Kind.REPLIES, 1, **NEW_REPLY).text_after()
    before = '      - id: take\n        text: "Give'
    assert after == STORY.replace(before, NEW_LINES + before)


def test_a_new_row_brings_the_lines_that_are_said_to_it() -> None:
    book = Book().put(Kind.REPLIES, 1, **NEW_REPLY)
    said_there = {"where": "scenes.opening.replies.sigh.say", "who": "oleg"}
    book.put(Kind.LINES, 0, **said_there, text="Well what?", if_="trust > 3")
    lines = "        say:\n          - oleg: Well what?\n            if: trust > 3\n"
    before = "        mood: {trust: -1, resistance: 2}\n"
    new = NEW_LINES.replace("        to: stay\n", f"        to: stay\n{lines}")
    assert before in new
    assert new in book.text_after()


def test_a_new_scene_is_written_with_its_lines_and_replies() -> None:
    book = Book().put(Kind.SCENES, 2, id="later", tests="P1")
    book.put(Kind.LINES, 0, where="scenes.later.say", who="note", text="Later.\nOh.")
    reply = {"scene": "later", "id": "go", "text": "Go.", "does": "stall"}
    book.put(Kind.REPLIES, 0, **reply, to="circle").set(Kind.REPLIES, ASK, to="later")
    scene = """\
  later:
    tests: [P1]
    say:
      - note:
          - Later.
          - Oh.
    replies:
      - id: go
        text: Go.
        does: [stall]
        to: circle
reactions:
  - when: attack
"""
    assert scene in book.text_after()


def test_what_is_in_braces_stays_in_braces() -> None:
    book = Book().put(Kind.PEOPLE, 1, id="ivan", name="I, too", role="guest", mood="")
    book.set(Kind.PEOPLE, "cast.nina", mood="calm: 3")
    after = book.text_after()
    assert '  ivan: {name: "I, too", role: guest}\n' in after
    assert '{name: Nina, role: "key accounts", mood: {calm: 3}}\n' in after


def test_a_list_that_is_emptied_goes_with_its_key() -> None:
    book = Book().delete(Kind.LINES, "scenes.numbers.say.1")
    assert book.text_after() == STORY.replace(
        "    say:\n      - oleg: 'Five per cent.'\n", ""
    )


def test_a_key_put_in_behind_a_list_does_not_move_with_its_last_item() -> None:
    text = STORY.replace("        to: stay\n\n", "\n", 1)
    book = Book(text).set(Kind.REPLIES, TAKE, learn="share", mood="")
    book.put(Kind.LINES, 0, where=f"{TAKE}.say", who="nina", text="Yes.")
    say = """\
        say:
          - nina: Yes.
          - oleg: No.
        learn: [share]

      # kept for the brave
"""
    assert f"        does: [propose_transfer]\n{say}" in book.text_after()
    gone = Book(text).set(Kind.REPLIES, TAKE, learn="share")
    gone.delete(Kind.LINES, f"{TAKE}.say.1")
    assert "          trust: -1\n        learn: [share]\n" in gone.text_after()


def test_a_key_that_comes_first_is_put_in_first() -> None:
    after = Book().set(Kind.SCENES, "scenes.numbers", tests="P2").text_after()
    assert after == STORY.replace("  numbers:\n", "  numbers:\n    tests: [P2]\n")


def test_the_lines_of_a_deleted_reply_go_with_it() -> None:
    after = Book().delete(Kind.REPLIES, TAKE).text_after()
    assert "Give it to Nina" not in after
    assert "- oleg: No.\n" not in after


def test_a_row_that_was_copied_with_its_path_is_a_new_one() -> None:
    book = Book()
    copied = book.rows[Kind.REPLIES][1].cells
    book.put(Kind.REPLIES, 2, **{**copied, "id": "take-again", "opposite": "ask"})
    after = book.text_after()
    ids = [row.cells["id"] for row in tables(read_tree(after))[Kind.REPLIES]]
    assert ids == ["ask", "take", "take-again", "wait", "meet"]


def test_a_row_can_move_to_another_scene() -> None:
    book = Book().set(Kind.REPLIES, WAIT, scene="numbers", opposite="")
    after = book.text_after()
    assert after.index("# kept for the brave") > after.index("  numbers:")
    assert "      # kept for the brave\n      - id: wait\n" in after


def test_a_moved_reply_may_have_its_lines_said_where_it_goes() -> None:
    book = Book().set(Kind.REPLIES, TAKE, scene="numbers")
    there = "scenes.numbers.replies.take.say"
    book.set(Kind.LINES, f"{TAKE}.say.1", where=there, text="Never.")
    book.put(Kind.LINES, 5, where=there, who="nina", text="Why?")
    after = book.text_after()
    said_there = "        say:\n          - oleg: Never.\n          - nina: Why?\n"
    assert said_there in after[after.index("  numbers:") :]


def test_rows_can_move_into_a_scene_that_is_new() -> None:
    book = Book().put(Kind.SCENES, 2, id="later")
    book.set(Kind.REPLIES, WAIT, scene="later", opposite="", text="Later.")
    book.set(Kind.REPLIES, ASK, to="later")
    book.set(Kind.LINES, "otherwise.1", where="scenes.later.say", text="What now?")
    assert """\
  later:
    say:
      - oleg: What now?
    replies:

      # kept for the brave
      - id: wait
        text: >-
          Later.
        does: [stall]
""" in book.text_after()


def test_a_line_can_move_to_where_nothing_was_said() -> None:
    book = Book().set(Kind.LINES, f"{TAKE}.say.1", where=f"{ASK}.say", text="Never.")
    after = book.text_after()
    assert "        to: numbers\n        say:\n          - oleg: Never.\n" in after
    assert "- oleg: No.\n" not in after


def test_a_reaction_can_move_to_a_scene_without_any() -> None:
    book = Book().set(Kind.REACTIONS, "reactions.1", scene="opening")
    book.set(Kind.LINES, "reactions.1.say.1", text="Hey!")
    after = book.text_after()
    assert (
        """\
    reactions:
      - when: attack
        say:
          - oleg: Hey!
        mood: {trust: -1}
        to: stay
  numbers:
"""
        in after
    )
    assert "\nreactions:\n" not in after


@pytest.mark.parametrize(
    ("book", "moved"),
    [
        (Book().move(Kind.REPLIES, WAIT, 0), 1),
        (Book().move(Kind.FACTS, "client.facts.share", 2), 1),
        (Book().set(Kind.REPLIES, TAKE, scene="numbers"), 1),
        (Book().move(Kind.REPLIES, WAIT, 0).move(Kind.REPLIES, TAKE, 1), 2),
        (Book().set(Kind.REPLIES, TAKE, because="So."), 0),
    ],
)
def test_rows_that_have_moved_are_counted(book: Book, moved: int) -> None:
    assert book.brought().moved == moved


def test_a_row_that_moves_to_the_left_keeps_its_line_ends() -> None:
    """A blank line has nothing on its left to take away."""
    five = "      - oleg: 'Five per cent.'"
    lines = (" " * 7 + "- oleg: |", " " * 11 + "Five.", "", " " * 11 + "Six.")
    assert five in CRLF
    book = Book(CRLF.replace(five, "\r\n".join(lines)))
    book.set(Kind.LINES, "scenes.numbers.say.1", where="scenes.opening.say")
    after = book.text_after()
    assert after.count("\r\n") == after.count("\n")


def test_a_file_without_a_last_line_end_keeps_it_that_way() -> None:
    text = STORY.removesuffix("# the end\n").removesuffix("\n")
    after = Book(text).move(Kind.ENDINGS, "endings.circle", 0).text_after()
    assert after.endswith("title: A meeting, text: They met.}")
    lost = {"id": "lost", "outcome": "client-lost", "good": "no"}
    book = Book(text).put(Kind.ENDINGS, 2, **lost, title="T", text="W")
    book.set(Kind.REPLIES, ASK, to="lost")
    assert book.text_after().endswith("    title: T\n    text: W")


OPERATIONS = st.lists(
    st.tuples(
        st.sampled_from(("move", "delete", "put")),
        st.sampled_from((Kind.LINES, Kind.ENDINGS, Kind.FACTS, Kind.PEOPLE)),
        st.integers(0, 20),
        st.integers(0, 20),
    ),
    max_size=6,
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(OPERATIONS, st.sampled_from([STORY, CRLF]))
def test_the_file_has_the_rows_of_the_sheet_in_its_order(
    operations: list[tuple[str, Kind, int, int]], text: str
) -> None:
    book = Book(text)
    for number, (what, kind, at, to) in enumerate(operations):
        change(book, kind, what, at, to, f"new-{number}")
    imported = book.brought()
    if imported.text is None:
        # Only what the scenario itself does not allow: nobody left, no such ending.
        assert imported.problems
        serious = [one for one in imported.problems if one.serious]
        assert all(one.finding or one.message == NOTHING_LEFT for one in serious)
        return
    after = tables(read_tree(imported.text))
    for kind in (Kind.LINES, Kind.ENDINGS, Kind.FACTS, Kind.PEOPLE):
        assert held(after[kind]) == held(book.rows[kind])


def change(book: Book, kind: Kind, what: str, at: int, to: int, name: str) -> None:
    rows = book.rows[kind]
    if what == "put":
        group = rows[at % len(rows)].cells.get("where", "") if rows else "otherwise"
        line = {"where": group, "who": "oleg", "text": f"{name}: yes"}
        fact = {"id": name, "name": "#1", "line": "- x", "role": "y", "title": "z"}
        end = {"outcome": "circle", "good": "true", "text": "w"}
        cells = line if kind is Kind.LINES else fact
        cells = {**cells, **end} if kind is Kind.ENDINGS else cells
        book.put(kind, to % (len(rows) + 1), **cells)
    elif rows:
        row = rows.pop(at % len(rows))
        if what == "move":
            rows.insert(to % (len(rows) + 1), row)


def held(rows: Sequence[Row | GivenRow]) -> dict[str, list[str]]:
    """Return what stands in each list, in order."""
    found: dict[str, list[str]] = {}
    for row in rows:
        cells = row.cells
        name = cells.get("id") or f"{cells['who']}: {cells['text']}"
        found.setdefault(cells.get("where", ""), []).append(name)
    return found


@pytest.mark.parametrize("text", [STORY, CRLF], ids=["lf", "crlf"])
def test_line_ends_stay_as_they_are(text: str) -> None:
    book = Book(text).put(Kind.REPLIES, 1, **NEW_REPLY)
    book.set(Kind.OVERVIEW, "debrief", value="One.\nTwo.\nThree.")
    after = book.text_after()
    assert after.count("\r\n") == (after.count("\n") if "\r" in text else 0)
    assert said(book.brought()) == []
