"""Cells that cannot be what is expected there are named, and nothing is written."""

from collections.abc import Callable

import pytest

from simulator.authoring.sheets.cells import Form, canonical
from simulator.authoring.sheets.columns import Kind
from tests.authoring.sheetbook import STORY, Book, said

ASK, TAKE, WAIT = (f"scenes.opening.replies.{name}" for name in ("ask", "take", "wait"))
FLOW = STORY.replace(
    "        say:\n          - oleg: No.\n", "        say: [{oleg: No.}]\n"
)
REPLY = {"scene": "opening", "id": "sigh", "text": "Oh.", "does": "stall"}


@pytest.mark.parametrize(
    ("book", "expected"),
    [
        pytest.param(
            Book().set(Kind.REPLIES, ASK, text="  "),
            "sheet “Replies”, cell D2: it must not be empty. To delete it, delete the"
            " whole row",
            id="a-required-cell-emptied",
        ),
        pytest.param(
            Book().set(Kind.REPLIES, ASK, id="ask-him"),
            "sheet “Replies”, cell C2: the id was `ask`; other places call it so, so it"
            " is changed in the YAML file. For a new row, empty the grey path before"
            " it",
            id="an-id-renamed",
        ),
        pytest.param(
            Book().put(Kind.REPLIES, 0, **{**REPLY, "id": "take"}),
            "sheet “Replies”, cell C2: `take` stands here a second time. Give one of"
            " them another id",
            id="an-id-twice",
        ),
        pytest.param(
            Book().put(Kind.REPLIES, 0, **REPLY, path="scenes.opening.replies.sigh"),
            "sheet “Replies”, cell A2: the path `scenes.opening.replies.sigh` was not"
            " exported. In a new row the path stays empty",
            id="a-path-made-up",
        ),
        pytest.param(
            Book().put(Kind.OVERVIEW, 0, value="More"),
            "sheet “Overview”, cell A2: this sheet takes no new rows; they are written"
            " in the YAML file",
            id="a-new-row-where-there-are-none",
        ),
        pytest.param(
            Book().set(Kind.OVERVIEW, "id", value="other"),
            "sheet “Overview”, cell C3: this cell is grey: it is not read back. Write"
            " `story` there again, and make the change in the YAML file",
            id="a-grey-cell-changed",
        ),
        pytest.param(
            Book().set(Kind.REPLIES, ASK, mood="resistance down"),
            "sheet “Replies”, cell I2: `resistance down` is no name with a number."
            " Write `trust: 1, patience: -2`",
            id="no-number-where-one-is-needed",
        ),
        pytest.param(
            Book().set(Kind.REPLIES, ASK, once="maybe"),
            "sheet “Replies”, cell L2: `maybe` is neither yes nor no. Write `yes` or"
            " `no`",
            id="neither-yes-nor-no",
        ),
        pytest.param(
            Book().put(Kind.REPLIES, 0, **{**REPLY, "scene": "cellar"}),
            "sheet “Replies”, cell B2: there is no `scenes.cellar.replies` in the"
            " scenario to put this row into",
            id="a-scene-that-is-not-there",
        ),
        pytest.param(
            Book().put(Kind.LINES, 0, where="scenes.opening", who="oleg", text="x"),
            "sheet “Lines”, cell B2: there is no `scenes.opening` in the scenario to"
            " put this row into",
            id="a-place-where-nobody-speaks",
        ),
        pytest.param(
            Book()
            .delete(Kind.REPLIES, TAKE)
            .set(Kind.LINES, "scenes.opening.replies.take.say.1", text="Yes."),
            "sheet “Lines”, cell D5: this row belongs to `scenes.opening.replies.take`,"
            " whose row was deleted. Delete this one as well, or bring that one back",
            id="a-line-of-a-deleted-reply",
        ),
        pytest.param(
            Book()
            .delete(Kind.SCENES, "scenes.numbers")
            .set(Kind.REPLIES, TAKE, scene="numbers"),
            "sheet “Replies”, cell B3: this row belongs to `scenes.numbers`, whose row"
            " was deleted. Delete this one as well, or bring that one back",
            id="a-reply-moved-into-a-deleted-scene",
        ),
        *(
            pytest.param(
                Book().set(Kind.REPLIES, ASK, scene=scene),
                f"sheet “Replies”, cell B2: there is no `scenes.{scene}.replies` in the"
                " scenario to put this row into",
                id=f"a-reply-moved-into-{scene}",
            )
            for scene in ("cellar", "circle")
        ),
        pytest.param(
            Book().set(Kind.REPLIES, ASK, scene=" "),
            "sheet “Replies”, cell B2: it must not be empty. To delete it, delete the"
            " whole row",
            id="a-reply-moved-nowhere",
        ),
        *(
            pytest.param(
                Book().set(Kind.LINES, "scenes.opening.say.2", where=where),
                f"sheet “Lines”, cell B3: there is no `{where}` in the scenario to put"
                " this row into",
                id=f"a-line-moved-to-{where}",
            )
            for where in ("scenes.cellar.say", "scenes.opening.replies")
        ),
        pytest.param(
            Book().set(Kind.LINES, "scenes.opening.say.2", who="if"),
            "sheet “Lines”, cell C3: `if` is no speaker: the condition stands in a"
            " column of its own. Write the id of somebody of the cast, or `note`",
            id="a-condition-that-speaks",
        ),
        *(
            pytest.param(
                Book().set(Kind.REPLIES, ASK, mood=mood),
                f"sheet “Replies”, cell I2: `{name}` is given a second number. Keep one"
                " of them",
                id=f"a-second-number-for-{name}",
            )
            for mood, name in (
                ("trust: 1, trust: 2", "trust"),
                ("oleg: 1, oleg.trust: 2", "oleg.trust"),
                ("oleg.trust: 1, oleg: 2", "oleg"),
            )
        ),
        pytest.param(
            Book().put(Kind.FACTS, 0, id="a: b", name="N", is_="5", line="It."),
            "sheet “Facts”, cell B2: “a: b” is not an id. Write `a-b`: lower-case Latin"
            " letters and digits, with hyphens between.",
            id="an-id-with-a-colon",
        ),
        pytest.param(
            Book()
            .delete(Kind.ENDINGS, "endings.meeting")
            .delete(Kind.ENDINGS, "endings.circle"),
            "sheet “Endings”: all rows are gone; a scenario needs one of them at least",
            id="no-ending-left",
        ),
        pytest.param(
            Book(FLOW).set(Kind.LINES, f"{TAKE}.say.1", where="otherwise"),
            "sheet “Lines”, cell B5: the YAML file has this written in a way that a"
            " sheet cannot change. Make the change there",
            id="a-line-moved-out-of-brackets",
        ),
        pytest.param(
            Book().set(Kind.REPLIES, ASK, to="nubmers"),
            "sheet “Replies”, cell F2: there is no scene or ending `nubmers`. Did you"
            " mean `numbers`? `stay` keeps the talk in its scene.",
            id="a-target-that-is-not-there",
        ),
        pytest.param(
            Book().set(Kind.REPLIES, ASK, does="ask_facts"),
            "sheet “Replies”, cell E2: there is no behaviour code `ask_facts`. Did"
            " you mean `ask_fact`? All codes stand in docs/codebook.md.",
            id="a-code-that-is-not-there",
        ),
        pytest.param(
            Book().set(Kind.LINES, "scenes.opening.say.2", who="olga"),
            "sheet “Lines”, cell C3: there is nobody called `olga` in the cast. Did you"
            " mean `oleg`?",
            id="somebody-who-is-not-in-the-cast",
        ),
        pytest.param(
            Book().set(Kind.FACTS, "client.facts.size", of="many"),
            "sheet “Facts”, cell F4: `of` must be a number, not “many”. Write digits,"
            " with a point for decimals: 12000000 or 0.5.",
            id="words-where-a-number-is-needed",
        ),
        pytest.param(
            Book().set(Kind.OVERVIEW, "start", value="cellar"),
            "sheet “Overview”, cell C17: there is no scene `cellar`. Write the id of a"
            " scene under `scenes:`.",
            id="a-single-value-that-fits-nothing",
        ),
    ],
)
def test_a_bad_cell_is_named_and_stops_everything(book: Book, expected: str) -> None:
    imported = book.brought()
    assert said(imported)[:1] == [expected]
    assert imported.text is None


def test_mistakes_in_all_sheets_are_told_at_once() -> None:
    book = Book().set(Kind.REPLIES, ASK, once="maybe", text="")
    book.set(Kind.PEOPLE, "cast.oleg", mood="trust").set(
        Kind.FACTS, "client.facts.share", name=""
    )
    places = [sentence.split(":")[0] for sentence in said(book.brought())]
    assert sorted(places) == [
        "sheet “Facts”, cell C2",
        "sheet “People”, cell E2",
        "sheet “Replies”, cell D2",
        "sheet “Replies”, cell L2",
    ]


def test_warnings_are_told_and_stop_nothing() -> None:
    book = Book().put(
        Kind.ENDINGS, 2, id="lost", outcome="circle", good="no", title="T", text="W"
    )
    book.set(Kind.LINES, "scenes.opening.say.2", text="Yes #1 here.")
    imported = book.brought()
    assert imported.text is not None
    assert (imported.changed, imported.added, imported.deleted) == (1, 1, 0)


@pytest.mark.parametrize(
    ("words", "form", "expected"),
    [
        pytest.param(" a\r\nb ", Form.WORDS, "a\nb", id="blanks-and-line-ends"),
        pytest.param("a_x000D_\nb", Form.WORDS, "a\nb", id="an-escaped-return"),
        pytest.param("“Yes” — 5 − 3", Form.WORDS, "“Yes” — 5 − 3", id="words-as-typed"),
        pytest.param("“ask”, «take»", Form.LIST, "ask, take", id="curly-quotes"),
        pytest.param(
            "ask_fact(a,  b)\nstall;", Form.LIST, "ask_fact(a, b), stall", id="list"
        ),
        pytest.param(
            "trust −1\noleg.calm = 2", Form.PAIRS, "trust: -1, oleg.calm: 2", id="pairs"
        ),
        pytest.param("[ 0;5 ]", Form.VALUE, "[ 0;5 ]", id="no-range"),
        pytest.param("[0 , 5]", Form.VALUE, "[0, 5]", id="a-range"),
        pytest.param("ИСТИНА", Form.YES_NO, "true", id="yes-in-russian"),
        pytest.param("trust\u00a0≥ 3", Form.NAME, "trust >= 3", id="a-condition"),
        pytest.param("\n a \n\nb\n", Form.LINES, "a\nb", id="lines"),
    ],
)
def test_what_does_not_matter_in_a_cell_is_always_the_same(
    words: str, form: Form, expected: str
) -> None:
    assert canonical(words, form) == expected


def test_a_number_that_was_quoted_stays_words() -> None:
    text = STORY.replace("is: 40", 'is: "40"')
    after = Book(text).set(Kind.FACTS, "client.facts.size", is_="41").text_after()
    assert 'is: "41"' in after


def test_words_that_become_a_number_are_written_without_quotes() -> None:
    after = Book().set(Kind.FACTS, "client.facts.calls", is_="12.5").text_after()
    assert "      is: 12.5\n" in after


def test_comments_inside_a_value_are_not_lost() -> None:
    old = "        mood:\n          resistance: +2\n"
    text = STORY.replace(old, f"{old}          # he is hurt\n")
    assert text != STORY
    book = Book(text)
    changed = book.set(Kind.REPLIES, TAKE, mood="resistance: 3, trust: -1")
    assert "          resistance: +3\n          # he is hurt\n" in changed.text_after()
    assert said(book.set(Kind.REPLIES, TAKE, mood="calm: 1").brought()) == [
        "sheet “Replies”, cell I3: comments stand inside this value in the YAML file"
        " and would be lost. Make the change there"
    ]


def test_all_that_is_wrong_is_told_at_once_in_the_order_of_the_sheets() -> None:
    book = (
        Book()
        .set(Kind.ENDINGS, "endings.circle", good="so so")
        .set(Kind.REPLIES, ASK, to="nowhere", once="maybe")
        .set(Kind.REPLIES, TAKE, mood="calm: 1")
    )
    assert [sentence.partition(":")[0] for sentence in said(book.brought())] == [
        "sheet “Replies”, cell F2",
        "sheet “Replies”, cell L2",
        "sheet “Replies”, cell I3",
        "sheet “Endings”, cell D3",
    ]
    assert "The meters are: resistance, trust." in said(book.brought())[2]


def test_what_refers_to_a_new_row_that_was_refused_is_not_told_as_wrong() -> None:
    book = (
        Book()
        .put(Kind.REPLIES, 0, **{**REPLY, "id": "why", "once": "maybe"})
        .set(Kind.REPLIES, ASK, opposite="why")
    )
    assert said(book.brought()) == [
        "sheet “Replies”, cell L2: `maybe` is neither yes nor no. Write `yes` or `no`"
    ]


IN_PLACE = {
    "does": "{old}",
    "like": "does: [propose_transfer]\n        {old}",
}
COMMENTED = """\
comments stand inside this value in the YAML file and would be lost. Make the change \
there"""


@pytest.mark.parametrize(
    ("text", "change", "cell"),
    [
        pytest.param(
            STORY.replace("text: >-", "text: >-  # keep me"),
            lambda book: book.set(Kind.REPLIES, WAIT, text="Not \x85 now."),
            "sheet “Replies”, cell D4",
            id="behind-the-sign-of-a-text-that-cannot-stay-one",
        ),
        pytest.param(
            STORY,
            lambda book: book.set(Kind.REPLIES, ASK, like=""),
            "sheet “Replies”, cell M2",
            id="between-the-items-of-an-emptied-list",
        ),
        pytest.param(
            STORY.replace("        say:\n", "        say:  # x\n", 1),
            lambda book: book.set(Kind.LINES, f"{TAKE}.say.1", where=f"{ASK}.say"),
            "sheet “Lines”, cell A5",
            id="at-a-list-that-loses-its-only-item",
        ),
    ],
)
def test_a_comment_that_would_be_lost_is_told(
    text: str, change: Callable[[Book], Book], cell: str
) -> None:
    assert "#" in text
    assert said(change(Book(text)).brought()) == [f"{cell}: {COMMENTED}"]


@pytest.mark.parametrize(
    "words",
    [
        "Who buys?\nWhat do they take?\nWhat for?",
        "What do they take?\nWho buys?\nWhat for?",
        "What do they take?\nWhat for?\nWho buys?",
        "What for?",
        "Who buys?\nHow often?\nWhat for?",
        "Who buys?",
        "What for?\nWhat do they take?",
    ],
)
def test_any_items_of_a_list_can_come_and_go(words: str) -> None:
    text = STORY.replace("          # the shortest\n", "")
    after = Book(text).set(Kind.REPLIES, ASK, like=words).text_after()
    items = "".join(f"          - {one}\n" for one in words.split("\n"))
    old = "          - What do they take?\n          - What for?\n"
    assert after == text.replace(old, items)


def test_a_comment_behind_the_sign_of_a_text_stays() -> None:
    text = STORY.replace("text: >-", "text: >-  # keep me")
    after = Book(text).set(Kind.REPLIES, WAIT, text="One.\n\nTwo.").text_after()
    new = "text: >-  # keep me\n          One.\n\n\n          Two.\n"
    assert new in after


@pytest.mark.parametrize(
    ("old", "key", "words", "new"),
    [
        pytest.param(
            "does: [ 'verify_data',  ask_fact(assortment,share),stall ]",
            "does",
            "verify_data, ask_fact(share), stall",
            "does: [ 'verify_data',  ask_fact(share),stall ]",
            id="a-code-with-its-facts",
        ),
        pytest.param(
            "does: [ 'verify_data',  ask_fact(assortment,share),stall ]",
            "does",
            "verify_data, ask_fact(assortment, share), attack",
            "does: [ 'verify_data',  ask_fact(assortment,share),attack ]",
            id="the-one-behind-it",
        ),
        pytest.param(
            "like: [ 'What (for)?',  \"And, now?\" ]",
            "like",
            "What (for)?\nAnd when?",
            "like: [ 'What (for)?',  \"And when?\" ]",
            id="words-beside-parentheses",
        ),
    ],
)
def test_of_a_list_in_brackets_only_the_item_is_written_anew(
    old: str, key: str, words: str, new: str
) -> None:
    text = STORY.replace("does: [propose_transfer]", IN_PLACE[key].format(old=old))
    after = Book(text).set(Kind.REPLIES, TAKE, **{key: words}).text_after()
    assert after == text.replace(old, new)
