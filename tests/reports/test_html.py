"""Reports as pages: one file each, escaped, with words beside every picture."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from scoring.principles import Principle
from simulator.engine import Choose
from simulator.packs import Library
from simulator.reports.html.attemptpage import attempt_page
from simulator.reports.html.lines import chart
from simulator.reports.html.personpage import person_page
from simulator.reports.progressof import Period, progress_of
from simulator.sessions.attempt import Attempt
from simulator.sessions.cards import PAUSE, cards, seconds_between
from simulator.sessions.hearing import Ears
from simulator.sessions.usecases import Sessions
from simulator.store import open_store
from tests.reading.scripted import scripted_reader
from tests.reports.little import FOLDER

ON = date(2026, 3, 1)
NASTY = '<script>alert("1")</script> & <b>сколько</b> групп'


@pytest.fixture
def sessions(tmp_path: Path) -> Iterator[Sessions]:
    """Give use cases whose clock goes on by ten minutes at each look."""
    ids, hours = count(1), count()
    noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    store = open_store(tmp_path)
    yield Sessions(
        Library((FOLDER,)),
        store,
        now=lambda: noon + timedelta(minutes=10 * next(hours)),
        new_seed=lambda: 1,
        new_id=lambda: f"talk{next(ids)}",
        ears=Ears(lambda: (scripted_reader(), True)),
    )
    store.close()


def played(sessions: Sessions, *replies: str) -> Attempt:
    attempt = sessions.start("talk", "en")
    for reply in replies:
        attempt.answer(Choose(reply))
    return attempt


def spoken(sessions: Sessions, *texts: str) -> Attempt:
    attempt = sessions.start("talk", "en", mode="speak")
    for text in texts:
        attempt.answer(attempt.hear(text).answer())
    return attempt


def page_of_talk(attempt: Attempt, language: str = "en") -> str:
    return attempt_page(attempt, ON, language, "1")


def page_of_person(sessions: Sessions, language: str = "en") -> str:
    told = progress_of(sessions, language, ON)
    return person_page(told, Period(), language, "1")


BOTH = [
    pytest.param(lambda s, lang: page_of_person(s, lang), id="person"),
    pytest.param(
        lambda s, lang: page_of_talk(played(s, "ask", "meet"), lang), id="talk"
    ),
]


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("page", BOTH)
def test_a_page_loads_nothing_and_has_no_script(
    sessions: Sessions, page: Callable[[Sessions, str], str], language: str
) -> None:
    played(sessions, "ask", "meet")
    drawn = page(sessions, language)
    assert f'<html lang="{language}">' in drawn
    assert "default-src 'none'" in drawn
    for loading in ("http:", "https:", "<script", "<link", "<img", "url(", "@import"):
        assert loading not in drawn


@pytest.mark.parametrize("page", BOTH)
def test_every_picture_is_told_in_words_or_stands_beside_them(
    sessions: Sessions, page: Callable[[Sessions, str], str]
) -> None:
    played(sessions, "ask", "meet")
    played(sessions, "threaten", "meet")
    for picture in re.findall(r"<svg.*?</svg>", page(sessions, "en"), re.DOTALL):
        told = re.search(r"<desc[^>]*>[^<]+</desc>|aria-label=\"[^\"]+\"", picture)
        assert told or 'aria-hidden="true"' in picture


def test_words_are_escaped_and_those_that_earned_something_are_marked(
    sessions: Sessions,
) -> None:
    drawn = page_of_talk(spoken(sessions, NASTY))
    assert "<script" not in drawn
    assert "<b>сколько" not in drawn
    assert "&lt;script&gt;" in drawn.replace("<mark", "\n<mark")


def test_a_talk_is_told_with_its_levels_and_what_they_stand_on(
    sessions: Sessions,
) -> None:
    attempt = played(sessions, "ask", "meet")
    drawn = page_of_talk(attempt)
    for wanted in (
        "Report of a talk: The talk",
        attempt.rubric.version,
        attempt.scenario.digest[:12],
        "have not been checked against human raters",
        "Turn 1:",
    ):
        assert wanted in drawn


def test_a_talk_without_an_answer_is_a_page_too(sessions: Sessions) -> None:
    assert "Nothing was answered yet." in page_of_talk(played(sessions))


def test_a_person_without_talks_gets_a_page_too(sessions: Sessions) -> None:
    assert "No talk was finished yet." in page_of_person(sessions)


def test_levels_are_worked_out_once_and_kept(sessions: Sessions) -> None:
    played(sessions, "ask", "meet")
    (talk,) = sessions.past()
    first = cards(sessions, [talk], 1, 1)
    assert first["talk1"].levels
    assert cards(sessions, [talk], 0, 0) == first


def test_a_talk_that_was_gone_on_with_is_looked_at_anew(sessions: Sessions) -> None:
    attempt = played(sessions, "ask", "meet")
    before = cards(sessions, sessions.past(), 1, 1)["talk1"]
    attempt.rewind(0)
    for reply in ("threaten", "meet"):
        attempt.answer(Choose(reply))
    after = cards(sessions, sessions.past(), 1, 1)["talk1"]
    assert after.stamp > before.stamp
    assert after.levels != before.levels


def test_no_more_talks_are_looked_at_than_was_said(sessions: Sessions) -> None:
    for _ in range(3):
        played(sessions, "ask", "meet")
    assert len(cards(sessions, sessions.past(), 2, 1)) == 2
    assert progress_of(sessions, "en", ON).progress.unseen == 0


def test_progress_makes_sense_of_no_shipped_scenario_and_of_own_ones_once(
    sessions: Sessions,
) -> None:
    sessions.library = Library.shipped((FOLDER,))
    told = progress_of(sessions, "en", ON)
    assert told.progress.next is not None
    assert told.titles[Principle.P1]
    assert sessions.store is not None
    assert len(sessions.store.stakes()) == len(Library((FOLDER,)).scenarios("en"))


@pytest.mark.parametrize(
    ("moments", "seconds"),
    [
        pytest.param([], 0, id="none"),
        pytest.param(["12:00:00", "12:00:20", "12:01:00"], 60, id="short-ones"),
        pytest.param(["12:00:00", "18:00:00"], PAUSE, id="a-long-pause"),
        pytest.param(["12:00:00", "?", "12:00:05"], 5, id="a-damaged-one"),
        pytest.param(["12:00:00", "11:00:00"], 0, id="a-clock-put-back"),
    ],
)
def test_long_pauses_are_no_time_spent(moments: list[str], seconds: int) -> None:
    assert seconds_between([f"2026-03-01T{one}+00:00" for one in moments]) == seconds


def test_a_line_breaks_where_a_value_is_missing() -> None:
    (line,) = chart([("", "solid", [0, 4, None, 2, None, 1, 1])], 4, 1).lines
    assert len(line.dots) == 5
    assert [run.count(",") for run in line.runs] == [2, 2]
    assert (line.first, line.last, line.low, line.high) == (0, 1, 0, 4)
