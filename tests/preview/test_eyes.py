"""What the author sees of a moment, in tables."""

from gettext import NullTranslations
from pathlib import Path

import pytest

from simulator.preview import AuthorView, Room, author_view, jump
from simulator.preview.firing import why
from tests.engine.stories import STORY
from tests.preview.rooms import room, talk

NO_TEXTS = NullTranslations()
REACTING = STORY.replace("when: pull_rank", "when: pull_rank\n    if: trust > 1")


@pytest.fixture
def opened(tmp_path: Path) -> Room:
    return room(tmp_path, REACTING)


def seen(opened: Room, *replies: str) -> AuthorView:
    return author_view(talk(opened, *replies), "ru")


def test_replies_on_offer_come_first_as_they_are_numbered(opened: Room) -> None:
    found = [(one.number, one.id) for one in seen(opened).replies]
    assert found == [(1, "push"), (2, "ask"), (3, "beg"), (0, "share"), (0, "agree")]


def test_a_reply_tells_what_it_does_and_where_it_leads(opened: Room) -> None:
    replies = {one.id: one for one in seen(opened).replies}
    ask, share, push = replies["ask"], replies["share"], replies["push"]
    assert ask.codes == ("ask_fact(assortment)",)
    assert ask.effects == ("learn groups", "resistance −2", "trust +1")
    assert (ask.to, ask.by) == ("stay", None)
    assert share.effects == ("tell share", "set numbers")
    assert push.to == "stay"
    assert push.by is not None
    assert str(push.by.params["code"]) == "pull_rank"
    assert push.by.template == "the scenario's reaction to {code}"


def test_a_reply_that_is_not_on_offer_tells_what_is_lacking(opened: Room) -> None:
    agree = next(one for one in seen(opened).replies if one.id == "agree")
    assert agree.condition is not None
    assert agree.condition.written == "flag(numbers) and resistance <= 4"
    lacking = [(part.written, part.now) for part in agree.condition.lacking]
    assert lacking == [("flag(numbers)", ()), ("resistance <= 4", (6,))]


def test_a_reply_said_once_is_spent(opened: Room) -> None:
    share = next(r for r in seen(opened, "ask", "share").replies if r.id == "share")
    assert (share.number, share.spent) == (0, True)
    assert share.condition is not None
    assert share.condition.holds


def test_levels_stand_with_each_reply(opened: Room) -> None:
    ask = next(one for one in seen(opened).replies if one.id == "ask")
    assert [(one.principle, one.level, one.tested) for one in ask.levels] == [
        ("P3", 2, True)
    ]


def test_the_state_is_told_with_what_the_last_answer_changed(opened: Room) -> None:
    now = seen(opened, "ask", "share").standing
    assert (now.scene, now.turn, now.visits) == ("opening", 2, {"opening": 2})
    assert list(now.known) == ["size", "groups", "share"]
    assert now.flags == ("numbers",)
    assert now.new == {"share", "numbers"}
    assert [(g.name, g.value, g.change) for g in now.gauges] == [
        ("resistance", 4, 0),
        ("trust", 5, 0),
        ("doubt", 9, 0),
    ]
    assert (now.fruitless, now.patience) == (0, 3)


@pytest.mark.parametrize(
    ("place", "replies", "told", "leads"),
    [
        pytest.param("", ["ask"], "the reply `ask`", "opening", id="a reply"),
        pytest.param(
            "",
            ["push"],
            "the reply `push`, led on by the scenario's reaction to pull_rank",
            "opening",
            id="a reaction completes it",
        ),
        pytest.param(
            "fruitless=2 said=ask_permission chose=wall.beg-again",
            ["beg-again"],
            "patience: 3 turns that brought nothing new",
            "circle",
            id="patience",
        ),
    ],
)
def test_the_move_that_fired_is_named(
    opened: Room, place: str, replies: list[str], told: str, leads: str
) -> None:
    scene = "wall" if place else "opening"
    story = talk(opened).scenario
    opened.jump(jump(story, scene, place).placed)
    move = seen(opened, *replies).move
    assert move is not None
    assert move.why.render(NO_TEXTS) == told
    assert (move.source, move.target) == (scene, leads)


def test_a_reaction_tells_the_condition_by_which_it_was_chosen(opened: Room) -> None:
    move = seen(opened, "push").move
    assert move is not None
    assert move.condition is not None
    assert move.condition.written == "trust > 1"


def test_own_words_that_fit_nothing_meet_otherwise(opened: Room) -> None:
    attempt = talk(opened)
    attempt.answer(attempt.hear("бла бла").answer())
    told = why(*attempt.states).why.render(NO_TEXTS)
    assert told == "otherwise, as the scenario has it: nothing fits"


def test_scores_and_levels_come_with_the_turn(opened: Room) -> None:
    assert seen(opened).business is None
    view = seen(opened, "ask", "share")
    assert view.business is not None
    assert view.move is not None
    assert [(n.principle, n.level) for n in view.move.turn.levels] == [
        ("P2", 3),
        ("P3", 2),
    ]
    assert view.move.condition is not None
    assert view.move.condition.written == "knows(groups)"
    assert view.move.flags == ("numbers",)


def test_after_the_end_nothing_is_on_offer(opened: Room) -> None:
    view = seen(opened, "beg", "give-in")
    assert (view.standing.ending, view.replies) == ("kept", ())
