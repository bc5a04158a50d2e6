"""Forms and meetings in a scenario: what is wrong is told where it stands."""

from pathlib import Path

import pytest

from simulator.scenario.parsing import parse
from tests.scenario.samples import places, said

DATA = Path(__file__).parents[1] / "data"
MEETING = (DATA / "meeting/small-meeting.yaml").read_text(encoding="utf-8")


def changed(old: str, new: str) -> bytes:
    """Return the small meeting with one place changed."""
    assert MEETING.count(old) == 1, f"{old!r} stands {MEETING.count(old)} times"
    return MEETING.replace(old, new).encode()


def column(line: str, words: str) -> tuple[int, int]:
    """Return where words stand in the line of the small meeting that begins so."""
    lines = MEETING.splitlines()
    (number,) = (n for n, one in enumerate(lines) if one.strip().startswith(line))
    return number + 1, lines[number].index(words) + 1


def test_the_small_meeting_has_no_mistake() -> None:
    assert parse(MEETING.encode()).findings == ()


def test_an_option_that_is_misspelt_is_told_where_it_is_offered_alone() -> None:
    wrong = MEETING.replace(", collect-data: C", ", colect-data: C")
    assert wrong.count("decided(collect-data)") == 1
    assert [one.code for one in parse(wrong.encode()).findings] == ["SCN457"]


@pytest.mark.parametrize(
    ("old", "new", "code", "phrase"),
    [
        pytest.param(
            "    form: meeting-agenda\n",
            "",
            "SCN451",
            "`offers` belongs to a form",
            id="parts-without-a-form",
        ),
        pytest.param(
            "    form: key-client\n",
            "    form: key-client\n    otherwise: [{oleg: What?}]\n",
            "SCN452",
            "`otherwise`",
            id="a-form-and-a-talk",
        ),
        pytest.param(
            "      dates: {today: At",
            "      datse: {today: At",
            "SCN453",
            "`dates`",
            id="a-strange-part",
        ),
        pytest.param(
            "      dates: thursday\n",
            "",
            "SCN454",
            "`dates` under `expect:`",
            id="a-part-is-missing",
        ),
        pytest.param(
            "      dates: thursday\n",
            "      dates: thrusday\n",
            "SCN455",
            "`thursday`",
            id="expected-and-not-on-offer",
        ),
        pytest.param(
            "      inputs: {costs: oleg}\n",
            "      inputs: {costs: olga}\n",
            "SCN455",
            "`oleg`",
            id="brought-by-nobody",
        ),
        pytest.param(
            "{owner: [oleg, anna], by: 14}",
            "{owner: [oleg, ana], by: 14}",
            "SCN455",
            "`anna`",
            id="owned-by-nobody",
        ),
        pytest.param("    to: handed\n", "", "SCN456", "leads nowhere", id="no-way-on"),
        pytest.param(
            "{transfer: Hand the mill over,",
            "{tranfer: Hand the mill over,",
            "SCN457",
            "`transfer`",
            id="no-decision",
        ),
        pytest.param(
            "because: {today:", "because: {todya:", "SCN458", "`today`", id="no-item"
        ),
        pytest.param(
            "right(agenda) >= 70",
            "right(floor) >= 70",
            "SCN459",
            "no form",
            id="right-of-a-talk",
        ),
        pytest.param(
            "decided(collect-data)",
            "decided(keep-with-pla)",
            "SCN460",
            "`keep-with-plan`",
            id="decided-what-nobody-offers",
        ),
        pytest.param(
            "right(agenda) >= 70",
            "put(thursday)",
            "SCN461",
            "`put(agenda.thursday)`",
            id="put-where",
        ),
        pytest.param(
            "right(agenda) >= 70",
            "put(agenda.thrusday)",
            "SCN462",
            "`thursday`",
            id="put-what",
        ),
        pytest.param(
            "right(agenda) >= 70",
            "put(floor.thursday)",
            "SCN459",
            "no form",
            id="put-on-a-talk",
        ),
        pytest.param(
            "right(agenda) >= 70",
            "put(agnda.thursday)",
            "SCN202",
            "`agenda`",
            id="put-nowhere",
        ),
        pytest.param(
            "  decides: mary\n", "  decides: marie\n", "SCN205", "`mary`", id="decides"
        ),
        pytest.param(
            "  floor: [floor]\n", "  floor: [flor]\n", "SCN202", "`floor`", id="floor"
        ),
        pytest.param(
            "  fairness: room.fairness\n",
            "  fairness: room.fairnes\n",
            "SCN206",
            "`room.fairness`",
            id="a-meter-that-nobody-has",
        ),
        pytest.param(
            "  otherwise: [wallet]\n",
            "  otherwise: [walet]\n",
            "SCN204",
            "`wallet`",
            id="a-fact-that-is-none",
        ),
    ],
)
def test_a_mistake_is_told_with_what_was_meant(
    old: str, new: str, code: str, phrase: str
) -> None:
    findings = parse(changed(old, new)).findings
    found = next(one for one in findings if one.code == code)
    assert phrase in said(found)


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "words"),
    [
        pytest.param(
            "right(agenda) >= 70",
            "put(agenda.thrusday)",
            "SCN462",
            "- if: right(agenda)",
            "right(agenda)",
            id="within-a-condition",
        ),
        pytest.param(
            "      dates: thursday\n",
            "      dates: thrusday\n",
            "SCN455",
            "dates: thursday",
            "thursday",
            id="under-expect",
        ),
    ],
)
def test_the_place_is_that_of_the_word(
    old: str, new: str, code: str, line: str, words: str
) -> None:
    found = {c: (li, co) for c, li, co in places(parse(changed(old, new)).findings)}
    row, start = column(line, words)
    offset = len("put(agenda.") if code == "SCN462" else 0
    assert found[code] == (row, start + offset)
