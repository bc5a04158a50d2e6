"""Whatever the bytes, a result; whatever the place, inside the file."""

import gettext

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.scenario.builder import PARSER, PURE_PARSER
from simulator.scenario.findings import Finding, Report
from simulator.scenario.kinds import parse_any
from simulator.scenario.parsing import parse
from simulator.scenario.reader import read
from simulator.scenario.text import lines_of, normal
from tests.scenario.samples import WHOLE
from tests.scenario.test_model import composed, plain

ENGLISH = gettext.NullTranslations()
SIGNS = [": ", "- ", "\t", '"', "'", "[", "]", "{", "}", "#", " #", "&a", "*a", "!x"]
SIGNS += ["|", ">", "%", "@", "`", "? ", "---\n", "...\n", "<<: ", "\\", "(", ")", ","]
BREAKS = ["\n", "\n  ", "\n    ", "\r", "\u2028", "\x1b", "\ufeff", "\0", "e\u0301"]
WORDS = [
    "Да",
    "🙂",
    "null",
    "~",
    "1:30",
    "if: ",
    "visits > 2",
    "id: ",
    "text: ",
    "to: ",
]
PIECES = st.sampled_from(SIGNS + BREAKS + WORDS)
YAMLISH = st.lists(PIECES, max_size=40).map("".join)


@st.composite
def mutations(draw: st.DrawFn) -> str:
    """Cut, double and break a valid scenario in a few places."""
    text = WHOLE
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(text)))
        cut = draw(st.integers(0, 12))
        text = text[:at] + draw(YAMLISH | st.just("")) + text[at + cut :]
    return text


def assert_sound(findings: tuple[Finding, ...], text: str) -> None:
    """Every finding can be shown, and stands inside the file."""
    lines = lines_of(text.removeprefix("\ufeff"))
    for finding in findings:
        assert "\x1b" not in finding.text(ENGLISH)
        if finding.line is not None:
            assert finding.column is not None
            assert 1 <= finding.line <= len(lines)
            assert 1 <= finding.column <= len(lines[finding.line - 1]) + 1


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_bytes_never_raise(data: bytes) -> None:
    parsed = parse(data)
    assert parsed.scenario is None
    assert parsed.findings
    assert parse_any(data, "f").findings


@settings(deadline=None)
@given(st.text(max_size=300))
def test_text_never_raises(text: str) -> None:
    data = text.encode(errors="replace")
    assert_sound(parse(data).findings, data.decode())


@settings(max_examples=200, deadline=None)
@given(YAMLISH)
def test_yaml_like_text_never_raises(text: str) -> None:
    findings = parse(text.encode()).findings
    assert findings
    assert_sound(findings, text)
    assert_sound(parse_any(text.encode(), "f").findings, text)


@settings(max_examples=200, deadline=None)
@given(mutations())
def test_a_broken_scenario_never_raises(text: str) -> None:
    parsed = parse(text.encode())
    assert_sound(parsed.findings, text)
    broken = any(f.severity == "error" for f in parsed.findings)
    assert (parsed.scenario is None) == broken


@settings(deadline=None)
@given(mutations())
def test_the_slow_parser_never_raises_either(text: str) -> None:
    report = Report("f")
    read(text.encode(), report, PURE_PARSER)
    assert_sound(report.sorted(), text)


VALUES = st.recursive(
    st.text(
        st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), max_size=12
    ),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text("abc-", min_size=1), inner, max_size=4)
    ),
    max_leaves=20,
)


@settings(deadline=None)
@given(VALUES, st.booleans())
def test_plain_documents_are_read_as_pyyaml_reads_them(
    value: object, flow: bool
) -> None:
    written = yaml.safe_dump(value, allow_unicode=True, default_flow_style=flow)
    text = normal(written)
    report = Report("f")
    document = read(text.encode(), report)
    if report.clean():
        expected = yaml.compose(text, Loader=PARSER)
        assert plain(document.root) == composed(expected)
