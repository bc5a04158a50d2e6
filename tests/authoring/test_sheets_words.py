"""Whatever words a trainer writes into a cell are the words that are read again."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.authoring.sheets.cells import Form, canonical
from simulator.authoring.sheets.columns import COLUMNS, Kind
from simulator.authoring.sheets.page import Page
from simulator.authoring.sheets.rows import Row, tables
from simulator.authoring.sheets.tree import at, read_tree
from tests.authoring.sheetbook import STORY, Book, said

HARD = st.sampled_from(
    [
        *("'", '"', ": ", " #", "- ", "? ", "yes", "5", "null", "[a, b]", "{k: v}"),
        *("\n", "%", "@", "`", "&x", "*x", "!t", "|", ">", "---", "...", "\\"),
        *("«Ой»", "📦", "~", ", ", "  ", "é", "<<", "=1+1", ":", "#", "-", "\t"),
        *("Так", "х" * 120, "a b "),
    ]
)
LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Cn", "Co"))
WORDS = st.lists(HARD | st.text(LETTERS, max_size=6), min_size=1, max_size=6).map(
    lambda parts: canonical("".join(parts), Form.WORDS) or "x"
)
LINES = st.lists(WORDS.map(lambda words: words.replace("\n", " ")), min_size=1)
CRLF = STORY.replace("\n", "\r\n")


def spoken_cells(text: str) -> list[tuple[Kind, Row, str, Form]]:
    """Return the cells of a text that hold words for people."""
    return [
        (kind, row, column.key, row.form_in(column))
        for kind, rows in tables(read_tree(text)).items()
        for row in rows
        for column in COLUMNS[kind]
        if row.form_in(column) in (Form.WORDS, Form.LINES)
        and row.cells.get(column.key)
        and column.key not in row.locked
        and column.key != "what"
    ]


CELLS = spoken_cells(STORY)


def test_a_comment_behind_words_stays_one_when_they_become_two_lines() -> None:
    book = Book()
    book.set(Kind.OVERVIEW, "title", value="The roof\nof the barn")
    after = book.brought().text
    assert after is not None
    assert 'title: "The roof\\nof the barn"  # a working title\n' in after


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(st.sampled_from(range(len(CELLS))), WORDS, LINES), max_size=5),
    st.sampled_from([STORY, CRLF]),
)
def test_any_words_are_read_again_and_nothing_else_changes(
    edits: list[tuple[int, str, list[str]]], text: str
) -> None:
    book, expected, touched = Book(text), cells(text), set[int]()
    for number, words, lines in edits:
        kind, row, key, form = CELLS[number]
        new = canonical("\n".join(lines), form) if form is Form.LINES else words
        if not new:
            continue
        book.set(kind, row.path, **{key: new})
        expected[kind][row.path] = {**expected[kind][row.path], key: new}
        touched |= lines_of_cell(text, kind, row, key)
    imported = book.brought()
    after = imported.text
    assert after is not None, said(imported)
    assert cells(after) == expected
    kept = [line for n, line in enumerate(text.split("\n")) if n not in touched]
    assert is_within(kept, after.split("\n"))


def cells(text: str) -> dict[Kind, dict[str, dict[str, str]]]:
    return {
        kind: {row.path: dict(row.cells) for row in rows}
        for kind, rows in tables(read_tree(text)).items()
    }


def lines_of_cell(text: str, kind: Kind, row: Row, key: str) -> set[int]:
    """Return the numbers of the lines that a value stands on."""
    root, page = read_tree(text), Page(text)
    place = row.place
    if kind is Kind.LINES:
        place = (*place, row.cells["who"])
    elif kind is not Kind.OVERVIEW:
        place = (*place, key)
    node = at(root, place)
    assert node is not None
    first, last = text.count("\n", 0, node.start), text.count("\n", 0, page.last(node))
    return set(range(first, last + 1))


def is_within(some: list[str], all_lines: list[str]) -> bool:
    """Tell whether lines are there in their order, with others in between."""
    rest = iter(all_lines)
    return all(any(line == other for other in rest) for line in some)
