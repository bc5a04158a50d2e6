"""Drills: an objection in three voices, and what can be answered."""

from hashlib import sha256

import pytest

from scoring.codes import Code, CodeUse
from scoring.principles import Principle
from simulator.engine import Choose, Placed, begin_at, step, view
from simulator.scenario.drills import Drills, ParsedDrills, parse_drills
from simulator.scenario.kinds import Kind, kind_of, parse_any
from simulator.scenario.model import Person
from tests.scenario.samples import DATA, Found, places

DRILLS = (DATA / "drills" / "drills.en.yaml").read_text("utf-8")


def replaced(old: str, new: str) -> bytes:
    assert old in DRILLS, old
    return DRILLS.replace(old, new, 1).encode()


def sound() -> Drills:
    parsed = parse_drills(DRILLS.encode())
    assert parsed.findings == ()
    assert parsed.drills is not None
    return parsed.drills


def test_drills_are_told_by_their_key() -> None:
    assert kind_of(DRILLS.encode()) is Kind.DRILLS
    assert kind_of(replaced("- id: found", "- id: @found")) is Kind.DRILLS
    parsed = parse_any(DRILLS.encode(), "f")
    assert isinstance(parsed, ParsedDrills)
    assert parsed.drills == sound()


def test_drills_are_read() -> None:
    drills = sound()
    assert (drills.id, drills.title) == ("two-objections", "Two objections")
    assert (drills.language, drills.rubric) == ("en", "business-above-ego")
    assert drills.digest == sha256(DRILLS.encode()).hexdigest()
    assert list(drills.drills) == ["found-him-myself", "you-will-lose-him"]


def test_a_drill_is_what_its_author_wrote() -> None:
    drill = sound().drills["you-will-lose-him"]
    assert drill.objection == "Without me they will leave"
    assert drill.who == Person("you-will-lose-him", "Marina", "senior manager", {})
    assert drill.context.startswith("A chain of bakeries buys tins and paper.")
    assert [voice[:10] for voice in drill.voices] == [
        "Without me",
        "I am on fi",
        "Go ahead, ",
    ]
    assert drill.beneath.startswith("She wants to count for something")
    assert drill.tests == (Principle.P8,)


def test_a_reply_of_a_drill_is_one_of_a_scenario() -> None:
    data = replaced(
        "because: The credit is given, but there is no word of business.",
        "opposite: because-i-say-so\n        levels: {P1: 2}",
    )
    drills = parse_drills(data).drills
    assert drills is not None
    *_, reply = drills.drills["found-him-myself"].replies
    assert (reply.id, reply.does) == ("it-is-yours", (CodeUse(Code.ACKNOWLEDGE),))
    assert (reply.opposite, reply.because) == ("because-i-say-so", None)
    assert reply.levels == {Principle.P1: 2}
    assert len(reply.like) == 5


@pytest.mark.parametrize("voice", [1, 2, 3])
def test_a_drill_is_played_in_each_of_its_voices(voice: int) -> None:
    drills = sound()
    drill = drills.drills["you-will-lose-him"]
    placed = Placed(drill.id, visits={drill.id: voice})
    state, _ = begin_at(drills.scenario(), 1, placed)
    assert [line.text for line in view(state).spoken] == [drill.voices[voice - 1]]
    assert {one.reply for one in view(state).offers} == {
        "lead-together",
        "tell-them-you-are-ill",
        "nobody-leaves-alone",
    }
    after, _ = step(state, Choose("lead-together"))
    assert after.ending is not None


VOICE = "      - Without me they will leave. Just leave, full stop.\n"
MORE = "\n".join(f"      - {{id: more-{n}, text: Fine., does: [none]}}" for n in "123")


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        pytest.param("format: 1", "format: 2", ("SCN127", 1, 9), id="version"),
        pytest.param("title: Two", "titel: Two", ("SCN101", 3, 1), id="misspelt"),
        pytest.param("language: en", "language: de", ("SCN112", 4, 11), id="language"),
        pytest.param(VOICE, "", ("SCN132", 59, 7), id="two-voices"),
        pytest.param(VOICE, VOICE + "      - Ha.\n", ("SCN132", 59, 7), id="four"),
        pytest.param(
            "Go ahead, I am not holding on. Only don't ask me later where the chain "
            "went.",
            "Without me they will leave. Just leave, full stop.",
            ("SCN133", 61, 9),
            id="a-voice-twice",
        ),
        pytest.param(
            "- I found him myself. At a fair",
            "- I found: him myself. At a fair",
            ("SCN009", 14, 16),
            id="a-colon-in-a-voice",
        ),
        pytest.param("tests: [P8]", "tests: []", ("SCN132", 63, 12), id="no-test"),
        pytest.param(
            "tests: [P8]", "tests: [P1, P2, P3, P4]", ("SCN132", 63, 12), id="many"
        ),
        pytest.param("[P1, P2]", "[P1, P1]", ("SCN133", 18, 17), id="a-test-twice"),
        pytest.param("tests: [P8]", "tests: [P9]", ("SCN112", 63, 13), id="no-such"),
        pytest.param(
            "    replies:\n      - id: lead",
            f"    replies:\n{MORE}\n      - id: lead",
            ("SCN132", 65, 7),
            id="six-replies",
        ),
        pytest.param(
            "id: you-will-lose-him",
            "id: found-him-myself",
            ("SCN503", 52, 9),
            id="a-drill-twice",
        ),
        pytest.param(
            "id: it-is-yours",
            "id: because-i-say-so",
            ("SCN401", 42, 13),
            id="a-reply-twice",
        ),
        pytest.param(
            "does: [deceive]", "does: [deceit]", ("SCN122", 77, 16), id="no-such-code"
        ),
        pytest.param(
            "does: [deceive]",
            "does: [deceive]\n        opposite: it-is-yours",
            ("SCN208", 78, 19),
            id="opposite-in-another-drill",
        ),
        pytest.param(
            "does: [deceive]",
            "does: [deceive]\n        to: stay",
            ("SCN101", 78, 9),
            id="leads-nowhere",
        ),
        pytest.param(
            "does: [deceive]",
            "does: [deceive]\n        levels: {P8: 5}",
            ("SCN110", 78, 22),
            id="level-too-high",
        ),
        pytest.param(
            "who: {name: Oleg, role: sales manager}",
            "who: Oleg",
            ("SCN105", 8, 10),
            id="a-bare-name",
        ),
        pytest.param(
            "    beneath: She", "    below: She", ("SCN102", 52, 5), id="gone"
        ),
    ],
)
def test_mistakes_in_drills_are_told(old: str, new: str, found: Found) -> None:
    parsed = parse_drills(replaced(old, new))
    assert found in places(parsed.findings)
    assert parsed.drills is None


def test_all_mistakes_are_told_at_once() -> None:
    data = DRILLS.replace("tests: [P8]", "tests: [P9]").replace("[deceive]", "[lie]")
    assert [one.code for one in parse_drills(data.encode()).findings] == [
        "SCN112",
        "SCN122",
    ]


def test_what_is_no_mapping_is_no_drills() -> None:
    assert places(parse_drills(b"- a\n").findings) == [("SCN129", 1, 1)]
    assert places(parse_drills(b"drills: 5\n", "f").findings)[-1][0] == "SCN104"
