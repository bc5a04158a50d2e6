"""What a front end may show."""

from simulator.engine import (
    CardEntry,
    Choose,
    Meter,
    Say,
    Spoken,
    State,
    begin,
    step,
    view,
)
from tests.engine.stories import story


def play(*replies: str, seed: int = 1) -> State:
    state, _ = begin(story(), seed)
    for reply in replies:
        state, _ = step(state, Choose(reply))
    return state


def test_what_was_said_since_the_last_answer_is_shown_that_answer_included() -> None:
    assert view(play("ask")).spoken == (
        Spoken("you", "", "Сколько групп он берёт?"),
        Spoken("oleg", "Олег", "Пять."),
    )


def test_replies_are_numbered_in_a_shuffled_order_that_the_seed_fixes() -> None:
    orders = {
        tuple(offer.reply for offer in view(play(seed=seed)).offers)
        for seed in range(60)
    }
    assert len(orders) == 6, "every order of three replies occurs"
    first, again = view(play(seed=5)), view(play(seed=5))
    assert first.offers == again.offers
    assert [offer.number for offer in first.offers] == [1, 2, 3]


def test_another_visit_shuffles_anew() -> None:
    orders = {
        tuple(offer.reply for offer in view(play(*["beg", "back"] * n, seed=3)).offers)
        for n in range(2)
    }
    more = {
        tuple(offer.reply for offer in view(play("beg", "back", seed=s)).offers)
        == tuple(offer.reply for offer in view(play(seed=s)).offers)
        for s in range(20)
    }
    assert orders
    assert more == {True, False}, "the order is that of the visit, not of the scene"


def test_meters_show_where_they_stand_and_how_the_last_answer_moved_them() -> None:
    oleg, irina = view(play("ask")).people
    assert oleg.meters == (Meter("resistance", 4, -2), Meter("trust", 5, +1))
    assert irina.meters == (Meter("doubt", 9, 0),)


def test_the_card_names_who_brought_a_fact_and_how_sure_it_is() -> None:
    card = view(play("ask", "share")).card
    assert card == (
        CardEntry("size", "Размер", "Очень крупный.", "CRM", exact=True, new=False),
        CardEntry(
            "groups", "Группы", "Пять групп из сорока.", "Олег", exact=True, new=False
        ),
        CardEntry(
            "share", "Доля", "Не больше пяти процентов.", "you", exact=False, new=True
        ),
    )


def test_needed_facts_still_unknown_are_counted() -> None:
    assert [view(play(*path)).unknown for path in ([], ["ask"], ["ask", "share"])] == [
        2,
        1,
        0,
    ]


def test_after_the_end_there_is_an_ending_and_nothing_on_offer() -> None:
    shown = view(play("beg", "give-in"))
    assert shown.offers == ()
    assert shown.ending is not None
    assert (shown.ending.id, shown.ending.title) == ("kept", "Остался")


def test_text_is_shown_as_it_was_typed() -> None:
    state, _ = step(play(), Say("[red]да[/red] [@click=quit]:smile:"))
    assert view(state).spoken[0].text == "[red]да[/red] [@click=quit]:smile:"
