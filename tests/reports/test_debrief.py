"""The debrief tells a talk with its reasons."""

from fractions import Fraction
from gettext import NullTranslations

import pytest

from scoring.codes import Code, CodeUse
from scoring.principles import Principle
from scoring.talk import Outcome
from simulator.engine import Say, Source, Understood
from simulator.reports.phrases import Phrase
from simulator.reports.tones import Tone
from tests.reports.little import told

ENGLISH = NullTranslations()


def said(phrase: Phrase | None) -> str | None:
    return None if phrase is None else phrase.render(ENGLISH)


def test_a_turn_tells_what_was_said_what_it_did_and_what_it_moved() -> None:
    turn = told("ask").turns[0]
    assert (turn.turn, turn.scene, turn.reply) == (1, "opening", "ask")
    assert turn.text == "How many groups does he buy?"
    assert [line.text for line in turn.heard] == ["Morning.", "Yes?"]
    assert [line.text for line in turn.answered] == ["Five.", "I will not."]
    assert [said(code.name) for code in turn.codes] == [
        "a question of fact: assortment"
    ]
    assert [(m.who, m.person, m.meter, m.before, m.after) for m in turn.moods] == [
        ("oleg", "Oleg", "resistance", 6, 4)
    ]
    assert [(f.fact, f.line, f.brought) for f in turn.learned] == [
        ("groups", "Five groups of forty.", False)
    ]
    assert turn.because == "A question of fact gives a footing."


@pytest.mark.parametrize("by", [Source.READER, Source.TRAINEE])
def test_an_authors_reason_is_not_given_for_words_that_are_not_his(by: Source) -> None:
    asks = CodeUse(Code.ASK_FACT, ("assortment",), (0, 9))
    turn = told(Say("How wide do they buy?", Understood((asks,), "ask", by))).turns[0]
    assert (turn.reply, turn.because) == ("ask", "")
    assert turn.taken_as == "How many groups does he buy?"
    assert turn.codes[0].span == (0, 9)


def test_the_authors_wording_is_taken_as_itself_and_keeps_its_reason() -> None:
    ask = Understood((CodeUse(Code.ASK_FACT),), "ask", Source.AUTHOR)
    turn = told(Say("How many groups does he buy?", ask)).turns[0]
    assert turn.because == "A question of fact gives a footing."
    assert turn.taken_as == ""


def test_a_level_stands_on_a_sentence_of_the_rubric() -> None:
    level = told("ask").turns[0].levels[0]
    assert (level.principle, level.title) == (Principle.P3, "Facts")
    assert (level.level, level.sentence, level.row) == (
        2,
        "A question of fact.",
        "p3-ask",
    )
    assert (level.codes, level.tested) == (("ask_fact(assortment)",), True)


def test_a_fact_that_the_trainee_brings_is_told_from_one_he_gets() -> None:
    turn = told("ask", "meet").turns[1]
    assert [(f.fact, f.brought) for f in turn.learned] == [("share", True)]


def test_trying_a_turn_again_goes_back_to_the_one_before() -> None:
    assert [turn.rewind_to for turn in told("ask", "meet").turns] == [0, 1]


@pytest.mark.parametrize(
    ("replies", "turn", "better"),
    [
        pytest.param(("beg",), 1, "ask", id="a-tested-principle-in-silence"),
        pytest.param(("ask", "give-in"), 2, "meet", id="a-violation"),
        pytest.param(("ask",), 1, None, id="nothing-better-on-offer"),
    ],
)
def test_a_stronger_reply_is_the_best_on_offer_at_that_moment(
    replies: tuple[str, ...], turn: int, better: str | None
) -> None:
    stronger = told(*replies).turns[turn - 1].stronger
    assert (stronger.reply if stronger else None) == better


def test_a_stronger_reply_comes_with_the_authors_reason_and_its_levels() -> None:
    stronger = told("ask", "give-in").turns[1].stronger
    assert stronger is not None
    assert stronger.text == "We decide by the rules on Thursday."
    assert stronger.because == "Rules decide, not a quarrel."
    assert [(one.principle, one.level) for one in stronger.levels] == [
        (Principle.P4, 3),
        (Principle.P7, 3),
    ]


def test_the_bar_chart_has_all_eight_principles_and_tells_those_not_reached() -> None:
    note = told("ask", "meet")
    assert [one.level for one in note.principles] == [
        None,
        None,
        Fraction(2),
        Fraction(3),
        None,
        None,
        Fraction(3),
        None,
    ]
    assert [one.principle for one in note.not_reached] == ["P1", "P2", "P5", "P6", "P8"]


def test_the_scores_are_those_of_the_scorecard() -> None:
    note = told("ask", "meet")
    assert note.business == Fraction(525, 8)
    assert note.key_client is not None
    assert note.key_client.score == 100


def test_the_key_client_score_tells_its_parts_with_their_reasons() -> None:
    note = told("ask", "give-in").key_client
    assert note is not None
    assert [(p.part, p.points, p.of, said(p.reason)) for p in note.parts] == [
        (
            "facts",
            Fraction(20),
            40,
            "1 fact that the decision needs is missing: Share.",
        ),
        ("criteria", Fraction(0), 30, "No criterion of the rulebook was named."),
        (
            "decision",
            Fraction(0),
            30,
            "“the manager keeps the client, without a plan” is no decision by the "
            "rules.",
        ),
    ]
    assert [fact.fact for fact in note.obtained] == ["groups"]
    assert [note.low, note.high] == [Fraction(45), Fraction(100)]
    assert said(note.status) == "not enough data"


def test_the_outcome_is_told_with_what_became_of_the_client() -> None:
    outcome = told("ask", "meet").outcome
    assert outcome is not None
    assert (outcome.ending, outcome.outcome) == ("meeting", Outcome.MEETING)
    assert (outcome.title, outcome.text, outcome.good) == ("A meeting", "Agreed.", True)


def test_a_talk_that_goes_on_has_no_outcome_and_no_lesson_yet() -> None:
    note = told("ask")
    assert note.outcome is None
    assert note.lesson == ""


def test_a_red_flag_is_quoted_and_said_to_cap_the_score() -> None:
    note = told("threaten", "meet")
    assert [(f.turn, f.code.tone, f.text) for f in note.red_flags] == [
        (1, Tone.RED_FLAG, "Give him up or you are fired.")
    ]
    assert said(note.capped) == "A red flag holds the score at 40 at most."
    assert said(note.advice) == (
        "Leave this out, whatever you hear: a threat, as at turn 1."
    )


def test_what_held_a_principle_down_is_said() -> None:
    note = told("threaten", "meet")
    stand = note.principles[5]
    assert stand.level == 0
    assert [said(cap) for cap in stand.caps] == [
        "Held at 0 by turn 1: a threat. Never made good."
    ]


def test_circling_names_the_turns_that_asked_again_without_a_reason() -> None:
    note = told("beg", "beg", "beg")
    assert note.circling == (2, 3)
    assert note.fruitless == (2, 3)
    assert [turn.circling for turn in note.turns] == [False, True, True]
    assert said(note.principles[6].caps[0]) == (
        "One level less for the same request again at turn 2."
    )


def test_the_advice_is_one_thing_with_words_that_were_on_offer() -> None:
    assert said(told("ask", "give-in").advice) == (
        "Rules. The top level is: “Rules at 4”. At turn 2 you could have said: "
        "“We decide by the rules on Thursday.”"
    )


def test_before_the_first_answer_there_is_nothing_to_judge() -> None:
    note = told()
    assert (note.turns, note.business, note.key_client) == ((), None, None)
    assert said(note.advice) == "Say something first: there is nothing to judge yet."


def test_the_words_of_rubric_and_rulebook_are_in_the_language_asked_for() -> None:
    note = told("ask", "meet", language="ru")
    assert note.turns[0].levels[0].sentence == "Вопрос о факте."
    assert note.principles[2].title == "Факты"
    assert note.key_client is not None
    assert [one.name for one in note.key_client.criteria] == ["Кошелёк"]


def test_the_debrief_never_calls_its_scores_validated() -> None:
    assert "not been checked against human raters" in (said(told().validity) or "")


def test_the_versions_of_rubric_and_rulebook_are_told() -> None:
    assert said(told().versions) == "Scored by: Short rubric 2.1; Short rules 1.0."
