"""Files that are not the text they should be."""

import pytest

from simulator.plaintext import first_unsafe
from simulator.scenario.kinds import Kind, kind_of
from simulator.scenario.nodes import Mapping
from simulator.scenario.parsing import parse
from tests.scenario.samples import WHOLE, Found, changed, findings_of, places, said


def misread(text: str, encoding: str) -> bytes:
    """Return a text as a program saves it that took its UTF-8 for something else."""
    read = (
        bytes((one,)).decode(encoding, "ignore") or chr(one) for one in text.encode()
    )
    return "".join(read).encode()


@pytest.mark.parametrize(
    ("data", "found"),
    [
        pytest.param(b"", ("SCN005", None, None), id="empty"),
        pytest.param(b"\xef\xbb\xbf", ("SCN005", None, None), id="only-a-bom"),
        pytest.param(b"# nothing\n", ("SCN005", None, None), id="only-a-comment"),
        pytest.param(b"---\n", ("SCN005", None, None), id="only-a-marker"),
        pytest.param(b"x" * (2 * 1024 * 1024 + 1), ("SCN001", None, None), id="large"),
        pytest.param(b"ok\nab\xffc", ("SCN002", 2, 3), id="a-stray-byte"),
        pytest.param("Да".encode()[:3], ("SCN002", 1, 2), id="cut-in-a-letter"),
        pytest.param(WHOLE.encode("cp1251"), ("SCN004", 3, 8), id="windows-1251"),
        pytest.param(WHOLE.encode("utf-16"), ("SCN003", 1, 1), id="utf-16"),
        pytest.param(WHOLE.encode("utf-16-le"), ("SCN003", 1, 1), id="utf-16-bare"),
        pytest.param(WHOLE.encode("utf-16-be"), ("SCN003", 1, 1), id="utf-16-big"),
        pytest.param(b"PK\x03\x04\x14\x00\x06", ("SCN034", None, None), id="word"),
        pytest.param(b"%PDF-1.7\n", ("SCN034", None, None), id="pdf"),
        pytest.param(misread(WHOLE, "cp1251"), ("SCN035", 3, 8), id="read-as-1251"),
        pytest.param(misread(WHOLE, "cp1252"), ("SCN035", 3, 8), id="read-as-1252"),
        pytest.param(b"\xed\xa0\x80", ("SCN002", 1, 1), id="a-lone-surrogate"),
        pytest.param(b"just words", ("SCN129", 1, 1), id="words"),
        pytest.param(b"- a\n- b\n", ("SCN129", 1, 1), id="a-list"),
        pytest.param(b"[" * 5000, ("SCN021", 1, 65), id="deep-brackets"),
        pytest.param(b"- " * 5000, ("SCN021", 1, 129), id="deep-dashes"),
    ],
)
def test_what_is_no_scenario_is_told_once(
    data: bytes, found: tuple[str, int | None, int | None]
) -> None:
    assert places(findings_of(data)) == [found]


@pytest.mark.parametrize(
    ("words", "found", "meant"),
    [
        pytest.param("I donâ€™t; he donâ€™t", ("SCN036", 46, 20), "`’`", id="1252"),
        pytest.param("Он вЂ” нет", ("SCN036", 46, 18), "`—`", id="1251"),
    ],
)
def test_a_sign_from_a_wrong_encoding_is_told_once(
    words: str, found: Found, meant: str
) -> None:
    findings = findings_of(changed("text: no\n", f"text: {words}\n"))
    assert places(findings) == [found]
    assert f"Write {meant}" in said(findings[0])


@pytest.mark.parametrize(
    "words", ["Её «Р» и «С»", "«Рёв» — Сёмга…", "Ângela à côté, ça va", "Ñandú â la"]
)
def test_words_of_any_language_are_not_taken_for_a_wrong_encoding(words: str) -> None:
    assert findings_of(changed("text: no\n", f"text: {words}\n")) == ()


@pytest.mark.parametrize("line_break", ["\r\n", "\n", "\r"])
def test_which_kind_a_file_is_can_be_told_with_any_line_breaks(line_break: str) -> None:
    text = "# A talk" + line_break + WHOLE.replace("\n", line_break)
    assert kind_of(text.encode()) is Kind.SCENARIO


@pytest.mark.parametrize("line_break", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_line_breaks_and_a_bom_change_nothing(line_break: str, bom: str) -> None:
    text = bom + WHOLE.replace("\n", line_break)
    parsed = parse(text.encode())
    assert parsed.findings == ()
    assert parsed.scenario is not None
    assert parsed.scenario.brief == "Клиент берёт мало. Менеджер его не отдаёт."


def test_places_are_right_after_a_bom_and_windows_line_breaks() -> None:
    text = "\ufeff" + WHOLE.replace("format: 1", "format: 2").replace("\n", "\r\n")
    text = text.replace("to: lost", "to: losst")
    assert places(findings_of(text.encode())) == [("SCN127", 1, 9), ("SCN201", 52, 13)]


@pytest.mark.parametrize(
    ("character", "code", "name"),
    [
        pytest.param("\x1b", "SCN006", "U+001B", id="escape"),
        pytest.param("\x00", "SCN006", "U+0000", id="nul"),
        pytest.param("\x07", "SCN006", "U+0007", id="bell"),
        pytest.param("\x9b", "SCN006", "U+009B", id="c1"),
        pytest.param("\u202e", "SCN006", "U+202E", id="right-to-left"),
        pytest.param("\ufeff", "SCN006", "U+FEFF", id="bom-inside"),
        pytest.param("\uffff", "SCN006", "U+FFFF", id="no-character"),
        pytest.param("\x85", "SCN007", "U+0085", id="next-line"),
        pytest.param("\u2028", "SCN007", "U+2028", id="line-separator"),
        pytest.param("\u2029", "SCN007", "U+2029", id="paragraph-separator"),
    ],
)
def test_a_character_that_controls_a_screen_is_refused(
    character: str, code: str, name: str
) -> None:
    data = changed("text: Какая у нас доля?", f"text: Какая{character} доля?")
    (finding,) = findings_of(data)
    assert (finding.code, finding.line, finding.column) == (code, 38, 20)
    assert name in said(finding)


@pytest.mark.parametrize(
    ("escape", "name", "column"),
    [
        pytest.param(r"\e[31m", "U+001B", 21, id="e"),
        pytest.param(r"\x1b[31m", "U+001B", 21, id="x"),
        pytest.param(r"\u202E", "U+202E", 21, id="u"),
        pytest.param(r"\U0000200F", "U+200F", 21, id="long-u"),
        pytest.param(r"\0", "U+0000", 21, id="nul"),
        pytest.param(r"\N", "U+0085", 21, id="next-line"),
        pytest.param(r"\\ \" \L", "U+2028", 27, id="after-harmless-ones"),
    ],
)
def test_an_escape_in_quotes_lets_nothing_through(
    escape: str, name: str, column: int
) -> None:
    data = changed("text: Какая у нас доля?", f'text: "Какая{escape}"')
    (finding,) = findings_of(data)
    assert (finding.code, finding.line, finding.column) == ("SCN030", 38, column)
    assert name in said(finding)


def test_findings_never_carry_control_characters() -> None:
    data = changed("id: whose-client", 'id: "\\e[31m"').replace(b"10", b"\x1b1")
    for finding in findings_of(data):
        assert "\x1b" not in said(finding)


def test_letters_are_brought_into_one_form() -> None:
    decomposed = "Кто\u0438\u0306"
    scenario = parse(changed("title: Чей клиент", f"title: {decomposed}")).scenario
    assert scenario is not None
    assert scenario.title == "Ктой"


def test_an_alias_bomb_costs_one_finding_for_each_alias() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{name}: &{name} [*{before}, *{before}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    parsed = parse(bomb.encode())
    assert {f.code for f in parsed.findings} >= {"SCN016", "SCN017"}
    assert isinstance(parsed.document, Mapping)
    assert len(parsed.document.keys) == 9


def test_a_flood_of_findings_is_cut_short() -> None:
    findings = findings_of(b"".join(b"k%d: 1\n" % n for n in range(5000)))
    assert len(findings) == 501
    assert findings[0].code == "SCN031"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("a: &x 1\n", ("SCN016", 1, 4), id="anchor"),
        pytest.param("a: *x\n", ("SCN017", 1, 4), id="alias"),
        pytest.param("a: !!int 1\n", ("SCN018", 1, 4), id="tag"),
        pytest.param("<<: {a: 1}\n", ("SCN019", 1, 1), id="merge"),
        pytest.param("a: 1\n---\nb: 1\n", ("SCN020", 2, 1), id="two-documents"),
        pytest.param("? [a]\n: 1\n", ("SCN022", 1, 3), id="a-list-for-a-key"),
        pytest.param("? {a: 1}\n: 1\n", ("SCN022", 1, 3), id="a-mapping-for-a-key"),
        pytest.param("a: 1\n'a': 2\n", ("SCN015", 2, 1), id="key-twice"),
    ],
)
def test_what_the_format_does_without_is_refused(
    text: str, found: tuple[str, int, int]
) -> None:
    yaml_only = [p for p in places(findings_of(text.encode())) if p[0] < "SCN1"]
    assert yaml_only == [found]


def test_an_unsafe_character_is_never_taken_for_a_printable_one() -> None:
    every = [chr(one) for one in range(0x110000) if not 0xD800 <= one <= 0xDFFF]
    unsafe = {one for one in every if first_unsafe(one)} - {"\t", "\n", "\r"}
    assert [one for one in sorted(unsafe) if one.isprintable()] == []
    for character in sorted(unsafe):
        codes = {one.code for one in findings_of(f"a: b{character}".encode())}
        assert codes & {"SCN006", "SCN007"}, ascii(character)
