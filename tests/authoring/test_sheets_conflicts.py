"""What was changed in the file and in the sheet since the export comes together."""

import pytest

from simulator.authoring.sheets.columns import Kind
from tests.authoring.sheetbook import STORY, Book, said

ASK, TAKE, WAIT = (f"scenes.opening.replies.{name}" for name in ("ask", "take", "wait"))


def edited(old: str, new: str) -> str:
    """Return the story after its author has worked on the YAML."""
    assert STORY.count(old) == 1
    return STORY.replace(old, new)


FACTS_FIRST = edited("because: Facts first.", "because: Ask before you argue.")
KNOWS = "      - oleg: I know it,"
NEW_LINE = edited(KNOWS, f"      - oleg: Tea?\n{KNOWS}")
SIZE = '    size: {name: Size, is: 40, line: "Forty people, no more."}\n'
NO_SIZE = edited(SIZE, "")
SIZE_FIRST = NO_SIZE.replace("    share:\n", f"{SIZE}    share:\n")
NEW_REPLY = edited(
    "      - id: take\n",
    "      - id: nod\n        text: Mm.\n        does: [stall]\n      - id: take\n",
)


def test_different_cells_come_together() -> None:
    book = Book().set(Kind.REPLIES, ASK, text="What do they buy?")
    after = book.text_after(FACTS_FIRST)
    old = "text: What does it buy, and how often?"
    assert after == FACTS_FIRST.replace(old, "text: What do they buy?")


def test_the_same_change_on_both_sides_is_no_conflict() -> None:
    book = Book().set(Kind.REPLIES, ASK, because="Ask before you argue.")
    assert book.text_after(FACTS_FIRST) == FACTS_FIRST


def test_a_line_put_in_above_does_not_shift_the_changes_of_the_sheet() -> None:
    book = Book().set(Kind.LINES, "scenes.opening.say.2", text="Mine.")
    after = book.text_after(NEW_LINE)
    assert "      - oleg: Tea?\n      - oleg: Mine.  # he means it\n" in after


def test_the_right_line_is_deleted_where_the_file_has_one_more_above() -> None:
    after = Book().delete(Kind.LINES, "scenes.opening.say.2").text_after(NEW_LINE)
    mine = "      - oleg: I know it, of course. It is mine.  # he means it\n"
    assert after == NEW_LINE.replace(mine, "")


def test_rows_added_on_both_sides_are_both_kept() -> None:
    book = Book()
    new = {"scene": "opening", "id": "sigh", "text": "Oh.", "does": "stall"}
    book.put(Kind.REPLIES, 2, **new)
    after = book.text_after(NEW_REPLY)
    order = [after.index(f"- id: {name}\n") for name in ("ask", "nod", "take", "sigh")]
    assert order == sorted(order)


def test_an_order_changed_in_the_sheet_keeps_what_the_file_has_added() -> None:
    after = Book().move(Kind.REPLIES, TAKE, 0).text_after(NEW_REPLY)
    order = [after.index(f"- id: {name}\n") for name in ("take", "ask", "nod", "wait")]
    assert order == sorted(order)


def test_a_deletion_of_the_file_stands_where_the_sheet_did_not_touch_the_row() -> None:
    assert Book().text_after(NO_SIZE) == NO_SIZE


@pytest.mark.parametrize(
    ("book", "now", "expected"),
    [
        pytest.param(
            Book().set(Kind.REPLIES, ASK, because="Facts, then words."),
            FACTS_FIRST,
            "sheet “Replies”, cell N2: changed here to “Facts, then words.”, and in the"
            " file since the export to “Ask before you argue.”. Decide on one and write"
            " it in both",
            id="a-cell-changed-on-both-sides",
        ),
        pytest.param(
            Book().set(Kind.FACTS, "client.facts.size", name="Heads"),
            NO_SIZE,
            "sheet “Facts”, cell C4: changed here to “Heads”, but `client.facts.size`"
            " has been deleted from the file since the export. Export anew",
            id="a-cell-of-a-row-that-the-file-has-lost",
        ),
        pytest.param(
            Book().delete(Kind.REPLIES, ASK),
            FACTS_FIRST,
            "sheet “Replies”: the row of `scenes.opening.replies.ask` was deleted here,"
            " but changed in the file since the export. Export anew",
            id="a-deleted-row-that-the-file-has-changed",
        ),
        pytest.param(
            Book().delete(Kind.REPLIES, TAKE),
            edited("          - oleg: No.\n", "          - oleg: Never.\n"),
            "sheet “Replies”: the row of `scenes.opening.replies.take` was deleted"
            " here, but changed in the file since the export. Export anew",
            id="a-deleted-row-whose-lines-the-file-has-changed",
        ),
        pytest.param(
            Book().put(
                Kind.REPLIES, 2, scene="opening", id="nod", text="Oh.", does="stall"
            ),
            NEW_REPLY,
            "sheet “Replies”, cell C4: `nod` has been added to the file, too, since the"
            " export. Give this one another id",
            id="an-id-added-on-both-sides",
        ),
        pytest.param(
            Book().move(Kind.FACTS, "client.facts.size", 1),
            SIZE_FIRST,
            "sheet “Facts”, cell A2: `client.facts` was put in another order here, and"
            " in the file since the export. Export anew",
            id="another-order-on-each-side",
        ),
    ],
)
def test_conflicts_are_named_by_cell_with_both_values(
    book: Book, now: str, expected: str
) -> None:
    imported = book.brought(now)
    assert said(imported) == [expected]
    assert imported.text is None


def test_the_same_new_order_on_both_sides_is_no_conflict() -> None:
    book = Book().move(Kind.FACTS, "client.facts.size", 0)
    assert book.text_after(SIZE_FIRST) == SIZE_FIRST


LATER = {"scene": "later", "id": "go", "text": "Go.", "does": "stall", "to": "circle"}


def new_scene() -> Book:
    book = Book().put(Kind.SCENES, 2, id="later", tests="P1")
    book.put(Kind.LINES, 0, where="scenes.later.say", who="note", text="Later.\nOh.")
    return book.put(Kind.REPLIES, 0, **LATER).set(Kind.REPLIES, ASK, to="later")


SAY = "scenes.opening.say"


def line(book: Book, text: str, at: int = 3) -> Book:
    return book.put(Kind.LINES, at, where=SAY, who="oleg", text=text)


@pytest.mark.parametrize(
    "book",
    [
        pytest.param(line(Book(), "Tea?"), id="a-line"),
        pytest.param(line(line(Book(), "Tea?"), "Tea?", 4), id="a-line-said-twice"),
        pytest.param(
            line(Book(), "Tea?").set(Kind.LINES, f"{SAY}.3", text="Once more?"),
            id="a-line-beside-a-changed-one",
        ),
        pytest.param(
            line(Book(), "Tea?").delete(Kind.LINES, f"{SAY}.3"),
            id="a-line-in-the-place-of-another",
        ),
        pytest.param(
            Book().put(Kind.REACTIONS, 1, when="stall", mood="trust: -1", to="stay"),
            id="a-reaction",
        ),
        pytest.param(
            Book().put(
                Kind.REPLIES, 1, scene="opening", id="sigh", text="Oh.", does="stall"
            ),
            id="a-reply",
        ),
        pytest.param(new_scene(), id="a-scene-with-all-that-belongs-to-it"),
        pytest.param(
            Book().put(Kind.FACTS, 1, id="new", name="New", is_="[0, 7]", line="It."),
            id="a-fact",
        ),
        pytest.param(
            Book().move(Kind.LINES, f"{SAY}.3", 0).delete(Kind.REPLIES, TAKE),
            id="rows-moved-and-deleted",
        ),
    ],
)
def test_a_workbook_that_is_imported_again_changes_nothing_again(book: Book) -> None:
    once = book.text_after()
    assert once != STORY
    again = book.brought(once)
    assert again.text == once
    assert (again.changed, again.added, again.deleted) == (0, 0, 0)


def test_a_workbook_that_was_imported_takes_one_edit_more() -> None:
    book = line(new_scene(), "Tea?")
    once = book.text_after()
    book.set(Kind.REPLIES, TAKE, because="He decides.")
    line(book, "Coffee?", 5)
    again = book.brought(once)
    assert (again.changed, again.added, again.deleted) == (1, 1, 0)
    assert (again.text or "").count("Tea?") == 1
