"""A trainer puts right what was misheard; both scores stay, the reader learns."""

import json
from contextlib import closing
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import pytest

from scoring.codes import Code, CodeUse
from scoring.reading.reading import Heard
from scoring.scorecard import score
from simulator.engine import Say, Source, Understood, talk_of, to_json
from simulator.keeping.correcting import agreement, codes_of, typed
from simulator.sessions.past import header_of
from simulator.store import Kept, Log, Standing, Timed, open_whole
from tests.cli.shell import Shell
from tests.keeping.logs import kept
from tests.reports.little import loaded, played
from tests.store.shelf import AT
from tools.bank import labelled, problems

SURE, UNSURE = "So how many groups does he buy?", "By the rules, on Thursday then."
ASKED = CodeUse(Code.ASK_FACT, ("assortment",), (0, 31))
THREAT = CodeUse(Code.THREATEN, (), (14, 30))


@dataclass(frozen=True)
class Told:
    heard: tuple[Heard, ...]


class Reader:
    """Hears the same as when the talk was played, more and less surely."""

    def read(self, text: str, line: str) -> Told:
        assert line
        use, chance = (ASKED, 0.9) if text == SURE else (THREAT, 0.6)
        return Told((Heard(use, chance),))


@pytest.fixture
def heard(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """Return a machine on which one reply was misheard as a threat."""
    monkeypatch.setattr(
        "simulator.sessions.hearing.shipped_reader", lambda: (Reader(), True)
    )
    events = played(
        Say(SURE, Understood((ASKED,), "ask", Source.READER)),
        Say(UNSURE, Understood((THREAT,), "meet", Source.READER)),
    )
    story = loaded()
    card = score(talk_of(story.scenario, events), story.rubric, story.rulebook)
    assert card.key_client is not None
    points = card.business, Fraction(card.key_client.points)
    header = header_of("a1", "talk", story.scenario, events)
    attempt = Kept(header, Standing(2, "meeting", "meeting", *points), AT, AT)
    with closing(open_whole(shell.data)) as whole, whole.writing():
        whole.add_text(header.digest, story.text)
        whole.put(Log(attempt, tuple(Timed(AT, to_json(one)) for one in events)))
    return shell


def business(shell: Shell) -> float:
    return float(shell.json("attempts")[0]["scores"]["business"])


def test_the_least_certain_reading_comes_first(heard: Shell) -> None:
    told = heard.type("review", lines="s\nq\n")
    assert told.exit_code == 0
    lines = told.stdout.splitlines()
    assert lines[1:3] == ["1/2  Five. I will not.", f"> {UNSURE}"]
    assert f"> {SURE}" in lines[4:]
    assert "judged so far" not in told.stderr


def test_a_correction_changes_the_score_and_keeps_the_first(heard: Shell) -> None:
    before = business(heard)
    told = heard.type("review", "--who", "Анна", lines="w\nrubbish\napply_rule 12\nr\n")
    assert "That is no list of acts." in told.stderr
    assert "Readings judged so far: 2; right: 1 (50%)." in told.stderr
    assert "Talks whose score has changed: 1." in told.stderr
    assert business(heard) > before
    (now,) = heard.json("rescore")
    assert [one["business"] for one in now["earlier"]] == [before, business(heard)]
    assert now["rubric"] == "little 2.1 corrected"
    with closing(open_whole(heard.data)) as whole:
        said = whole.corrections("a1")
    assert {one.who for one in said} == {"Анна"}
    assert all(one.at for one in said)
    assert "There is no reading to go through." in heard.type("review").stderr


def test_what_was_judged_is_kept_when_somebody_leaves_in_the_midst(
    heard: Shell,
) -> None:
    assert heard.type("review", lines="w\n\n").exit_code == 0
    with closing(open_whole(heard.data)) as whole:
        (said,) = whole.corrections("a1")
    assert codes_of(said.body) == ()


def test_what_was_judged_trains_the_reader(heard: Shell, tmp_path: Path) -> None:
    path = tmp_path / "replies.jsonl"
    heard.type("review", "--export", str(path))
    assert not path.exists()
    heard.type("review", lines="w\napply_rule(wallet) propose_meeting\nr\n")
    assert heard.type("review", "--export", str(path)).exit_code == 0
    bodies = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    replies = [labelled(body) for body in bodies]
    assert [*problems(replies)] == []
    assert [reply.reply for reply in replies] == [SURE, UNSURE]
    assert replies[0].codes == {Code.ASK_FACT}
    assert replies[1].codes == {Code.APPLY_RULE, Code.PROPOSE_MEETING}
    assert bodies[0]["manager_says"] == "Yes?"


def test_corrections_and_earlier_scores_travel_and_are_not_doubled(
    heard: Shell, tmp_path: Path
) -> None:
    path, other = str(tmp_path / "mine.zip"), Shell(tmp_path / "other")
    heard.type("review", "--who", "Анна", lines="w\napply_rule 12\nr\n")
    heard.type("data", "export", path)
    for _ in range(2):
        assert other.type("data", "import", path).exit_code == 0
    assert kept(other.data) == kept(heard.data)
    assert len(kept(other.data)["a1"].corrections) == 2
    assert len(kept(other.data)["a1"].scores) == 2


def test_corrections_go_when_everything_is_erased(heard: Shell) -> None:
    heard.type("review", "--who", "Аннушка", lines="r\nr\n")
    heard.type("data", "erase", "--yes")
    assert "Аннушка".encode() not in (heard.data / "attempts.sqlite").read_bytes()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param("", (), id="nothing"),
        pytest.param("19", (THREAT,), id="a-number-keeps-the-words"),
        pytest.param("threaten threaten", (THREAT,), id="twice"),
        pytest.param("stall", (CodeUse(Code.STALL, (), (0, 31)),), id="all-the-words"),
        pytest.param(
            "cite_fact(share, history)",
            (CodeUse(Code.CITE_FACT, ("share", "history"), (0, 31)),),
            id="topics",
        ),
        pytest.param("cite_fact", None, id="no-topics"),
        pytest.param("cite_fact(weather)", None, id="unknown-topic"),
        pytest.param("99", None, id="no-such-number"),
        pytest.param("stall!", None, id="something-else"),
    ],
)
def test_acts_are_typed_by_name_or_number(
    text: str, codes: tuple[CodeUse, ...] | None
) -> None:
    assert typed(text, (THREAT,), UNSURE) == codes


def test_kappa_is_told_from_twenty_readings_on() -> None:
    yes, no = frozenset({Code.STALL}), frozenset[Code]()
    few = agreement([(yes, yes)] * 10 + [(yes, no)] * 9)
    assert (few.judged, few.right, few.kappa) == (19, 10, None)
    assert agreement([(yes, yes)] * 10 + [(no, no)] * 10).kappa == 1
    # Of 500 marks 490 agree; by chance 0.04*0.02 + 0.96*0.98 would.
    found = agreement([(yes, yes)] * 10 + [(yes, no)] * 10).kappa
    assert found is not None
    assert round(float(found), 4) == 0.6575
    assert agreement([(no, no)] * 20).kappa is None
