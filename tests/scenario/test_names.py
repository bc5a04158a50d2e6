"""Names that stand for nothing in the file."""

import pytest

from tests.scenario.samples import Found, changed, findings_of, places, said


@pytest.mark.parametrize(
    ("old", "new", "found", "phrase"),
    [
        pytest.param(
            "to: wall\n",
            "to: wal\n",
            ("SCN201", 43, 13),
            "Did you mean `wall`?",
            id="target",
        ),
        pytest.param(
            "to: met\n", "to: elsewhere\n", ("SCN201", 64, 13), "or `stay`", id="far"
        ),
        pytest.param(
            "flag(promised)",
            "flag(рrоmised)",
            ("SCN207", 47, 59),
            "look right: р, о. Type `promised` in Latin letters",
            id="flag-with-russian-letters",
        ),
        pytest.param(
            "start: opening",
            "start: openning",
            ("SCN202", 28, 8),
            "`opening`",
            id="start",
        ),
        pytest.param(
            "start: opening",
            "start: met",
            ("SCN202", 28, 8),
            "no scene",
            id="start-end",
        ),
        pytest.param(
            "  to: circle\n",
            "  to: circel\n",
            ("SCN203", 27, 7),
            "`circle`",
            id="patience",
        ),
        pytest.param(
            "learn: [share]",
            "learn: [shore]",
            ("SCN204", 41, 17),
            "`share`",
            id="learn",
        ),
        pytest.param(
            "tell: [wallet]", "tell: [walet]", ("SCN204", 62, 16), "`wallet`", id="tell"
        ),
        pytest.param(
            "- oleg: Не понял.",
            "- olga: Не понял.",
            ("SCN205", 79, 5),
            "Did you mean `oleg`?",
            id="speaker",
        ),
        pytest.param(
            "to_whom: oleg", "to_whom: ole", ("SCN205", 53, 18), "`oleg`", id="to-whom"
        ),
        pytest.param(
            "mood: {oleg: {trust: +1}}",
            "mood: {olga: {trust: +1}}",
            ("SCN205", 51, 16),
            "`oleg`",
            id="whose-mood",
        ),
        pytest.param(
            "mood: {resistance: -1}",
            "mood: {resistence: -1}",
            ("SCN206", 42, 16),
            "`resistance`",
            id="meter",
        ),
        pytest.param(
            "start: opening",
            "meters: {resistence: Сопротивление}\nstart: opening",
            ("SCN206", 28, 10),
            "`resistance`",
            id="name-of-a-meter",
        ),
        pytest.param(
            "mood: {oleg: {trust: +1}}",
            "mood: {irina: {resistance: +1}}",
            ("SCN211", 51, 24),
            "`irina` has no meter `resistance`; it belongs to others: oleg "
            "Write `oleg: {resistance: +1}`",
            id="meter-of-another",
        ),
        pytest.param(
            "resistance <= 3",
            "irina.resistance <= 3",
            ("SCN211", 47, 19),
            "Write `oleg.resistance`",
            id="meter-of-another-in-a-condition",
        ),
        pytest.param(
            "mood: {oleg: {trust: +1}}",
            "mood: {irina: {resistence: +1}}",
            ("SCN206", 51, 24),
            "Did you mean `resistance`?",
            id="meter-of-nobody",
        ),
        pytest.param(
            "mood: {resistance: -1}",
            "mood: {irina.trust: -1}",
            ("SCN206", 42, 16),
            "Did you mean `irina: {trust: -1}`?",
            id="meter-as-in-a-condition",
        ),
        pytest.param(
            "mood: {resistance: -1}",
            "mood: {trust: -1}",
            ("SCN209", 42, 16),
            "oleg, irina Say whose it is: `oleg: {trust: -1}`",
            id="meter-of-several",
        ),
        pytest.param(
            "not flag(promised)",
            "not flag(promise)",
            ("SCN207", 47, 59),
            "`promised`",
            id="flag",
        ),
        pytest.param(
            "set: [promised]",
            "set: [Promised]",
            ("SCN113", 61, 15),
            "`promised`",
            id="flag-name",
        ),
        pytest.param(
            "opposite: wait",
            "opposite: wit",
            ("SCN208", 63, 19),
            "`wait`",
            id="opposite",
        ),
        pytest.param(
            "opposite: wait",
            "opposite: how-much",
            ("SCN208", 63, 19),
            "no reply",
            id="opposite-of-another-scene",
        ),
    ],
)
def test_a_name_for_nothing_is_told_with_the_nearest(
    old: str, new: str, found: Found, phrase: str
) -> None:
    findings = findings_of(changed(old, new))
    assert found in places(findings)
    assert phrase in said(next(f for f in findings if f.code == found[0]))


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        pytest.param("id: wait\n", "id: meet\n", ("SCN401", 65, 13), id="reply-twice"),
        pytest.param("  met: {", "  wall: {", ("SCN402", 81, 3), id="scene-and-ending"),
        pytest.param(
            "    reactions:\n",
            "  empty:\n    say: []\n    reactions:\n",
            ("SCN403", 68, 3),
            id="no-replies",
        ),
        pytest.param(
            "        does: [ask_fact(share, purchases), acknowledge]\n",
            "        does: [acknowledge]\n        once: true\n",
            ("SCN404", 30, 3),
            id="may-fall-silent",
        ),
        pytest.param(
            "mood: {resistance: 6, trust: 4}",
            "mood: {resistance: 6, trust: 4, turns: 1}",
            ("SCN114", 13, 70),
            id="meter-called-as-a-counter",
        ),
        pytest.param(
            ", criterion: partnership",
            "",
            ("SCN406", 20, 72),
            id="level-without-a-criterion",
        ),
    ],
)
def test_what_makes_no_sense_is_told(old: str, new: str, found: Found) -> None:
    assert found in places(findings_of(changed(old, new)))


def test_a_scene_written_twice_is_a_key_written_twice() -> None:
    data = changed("  wall:\n    say:", "  opening:\n    say:")
    assert ("SCN015", 54, 3) in places(findings_of(data))


def test_cyrillic_look_alikes_are_recognised() -> None:
    data = changed("to: wall\n", "to: w\u0430ll\n")
    assert "only look right: а. Type `wall` in Latin" in said(findings_of(data)[0])


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        pytest.param(
            "set: [promised]", "set: [prоmised]", ("SCN113", 61, 15), id="flag"
        ),
        pytest.param("  wall:\n", "  wаll:\n", ("SCN113", 54, 3), id="scene"),
        pytest.param(
            "mood: {resistance: 6,",
            "mood: {rеsistance: 6,",
            ("SCN113", 13, 45),
            id="meter",
        ),
    ],
)
def test_a_name_with_a_russian_letter_is_told_where_it_stands_and_nowhere_else(
    old: str, new: str, found: Found
) -> None:
    assert places(findings_of(changed(old, new))) == [found]
