"""The trainer's board: the way in, then the people; two keys end a class."""

import pytest
from msgspec.structs import replace
from textual.content import Content
from textual.geometry import Size

from simulator.cli.classes.asking import NoServerError, WrongTokenError
from simulator.errors import SimulatorError
from simulator.tui.widgets.rows import Listed, Rows
from tests.tui import games
from tests.tui.boards import (
    ADDRESS,
    WAY,
    Class,
    Slow,
    answered,
    app,
    board,
    person,
    press,
    second,
    seen,
)

SIZES = [(60, 20), (80, 24), (120, 40)]
IVAN = person("Ivan [red]", 4, "[b]Never.[/b]", business=12.4)
ANNA = person(
    *("Anna", 9),
    ending="meeting",
    title="Thursday at ten",
    good=True,
    business=88,
    key_client=71,
)
OLEG = person("Oleg", 2, "And why should I?", hand=True)
FULL = seen(IVAN, ANNA, OLEG, per_minute=6)


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_class_shows_how_people_come_in(size: tuple[int, int]) -> None:
    held = Class(seen())
    async with app(held, held.seen).run_test(size=size) as pilot:
        shown = await second(pilot)
        assert ADDRESS in shown
        assert "Code: k7m2-x9qd" in shown
        assert all(line.strip() in shown for line in WAY.drawn.splitlines())
        assert "Nobody has come in yet." in shown


@pytest.mark.parametrize("size", SIZES)
async def test_people_stand_in_the_order_in_which_they_came(
    size: tuple[int, int],
) -> None:
    held = Class(seen())
    async with app(held, held.seen).run_test(size=size) as pilot:
        held.seen = FULL
        shown = await second(pilot)
        told = "3 people · 1 have finished · 6 answers a minute · 1 hand up"
        assert told in " ".join(shown.split())
        rows = [line for line in shown.splitlines() if "Ivan" in line or "Anna" in line]
        assert "Ivan [red]" in rows[0]
        assert ("[b]Never.[/b]" in rows[0]) == (size[0] >= 80)
        assert "✓ Thurs" in rows[1]
        assert "88      71" in rows[1]
        assert "↑ Oleg" in shown
        assert ("█▀▀▀▀▀█" in shown) == (size[0] >= 100)
        shown = await press(pilot, "r")
        assert ("█▀▀▀▀▀█" in shown) == (size[0] < 100)


async def test_who_is_behind_comes_first_when_asked_for() -> None:
    held = Class(FULL)
    async with app(held, held.seen).run_test(size=(80, 24)) as pilot:
        shown = await press(pilot, "ы")
        assert shown.index("Oleg") < shown.index("Ivan") < shown.index("Anna")


async def test_a_class_ends_at_the_second_press() -> None:
    held = Class(FULL)
    async with app(held, held.seen).run_test(size=(80, 24)) as pilot:
        assert "Once more ends it." in await press(pilot, "e")
        await press(pilot, "s", "e")
        assert held.ended == 0
        shown = await press(pilot, "e")
        assert held.ended == 1
        assert "The class is over." in shown
        await press(pilot, "e", "e")
        assert held.ended == 1


async def test_an_open_door_without_tls_is_told_on_the_board() -> None:
    held = Class(FULL)
    way = replace(WAY, exposed=True)
    async with app(held, held.seen, way=way).run_test(size=(80, 24)) as pilot:
        assert "others on this network can read along" in await second(pilot)


async def test_a_thousand_people_scroll() -> None:
    people = [person(f"Person {n}") for n in range(1_000)]
    held = Class(seen(*people))
    async with app(held, held.seen).run_test(size=(80, 24)) as pilot:
        assert "Person 3 " in await second(pilot)
        shown = await press(pilot, "pagedown", "pagedown", "pagedown")
        assert "Person 60" in shown
        shown = await press(pilot, "end")
        assert "Person 999" in shown
        assert "Person 1 " in await press(pilot, "home")


async def test_only_lines_in_view_are_drawn() -> None:
    held, drawn = Class(seen(IVAN)), list[int]()

    def line(index: int) -> Content:
        drawn.append(index)
        return Content(f"line {index}")

    async with app(held, held.seen).run_test(size=(80, 24)) as pilot:
        await second(pilot)
        rows = board(pilot).query_one("#board-lines", Rows)
        listed = Listed([str(n) for n in range(1_000)], line)
        rows.show(lambda _: listed)
        await games.settle(pilot)
        assert rows.virtual_size == Size(rows.virtual_size.width, 1_000)
        assert set(drawn) == set(range(rows.size.height))


async def test_the_one_who_is_chosen_stays_chosen_while_others_come_in() -> None:
    held = Class(seen(IVAN, ANNA))
    async with app(held, held.seen).run_test(size=(80, 24)) as pilot:
        assert "❯   Anna" in await press(pilot, "down", "down")
        held.seen = seen(OLEG, IVAN, ANNA)
        assert "❯   Anna" in await second(pilot)


async def test_a_class_that_cannot_be_reached_is_told_and_its_board_stays() -> None:
    held = Class(FULL)
    async with app(held, held.seen).run_test(size=(80, 24)) as pilot:
        held.error = NoServerError("Connection refused")
        shown = " ".join((await second(pilot)).split())
        assert "cannot be reached: Connection refused" in shown
        assert "What stands here is 0 s old; trying again." in shown
        assert "Anna" in shown
        assert board(pilot).query("#board-body.-old")
        held.error, held.seen = None, seen(ANNA)
        shown = await second(pilot)
        assert "cannot be reached" not in shown
        assert "Ivan" not in shown
        assert not board(pilot).query("#board-body.-old")


async def test_a_token_that_is_not_taken_is_not_tried_again() -> None:
    held = Class(FULL)
    async with app(held, held.seen).run_test(size=(80, 24)) as pilot:
        held.error = WrongTokenError()
        assert "What stands here is old." in await second(pilot)
        looks = held.looks
        await second(pilot)
        assert held.looks == looks


async def test_the_trainer_speaks_to_the_one_who_is_chosen_or_to_all() -> None:
    held = Class(FULL)
    async with app(held, held.seen).run_test(size=(80, 24)) as pilot:
        await press(pilot, "down", "ь", "'So [b]", "enter")
        await press(pilot, "m", "'Well", "down", "enter")
        assert held.asked == [
            {"act": "speak", "to": "ivan [red]", "text": "So [b]"},
            {"act": "speak", "to": "", "text": "Well"},
        ]
        assert "Said to the room." in games.painted(pilot)


@pytest.mark.parametrize("way", ["escape", "enter"])
async def test_what_was_typed_but_not_said_is_there_the_next_time(way: str) -> None:
    held = Class(FULL)
    async with app(held, held.seen).run_test(size=(80, 24)) as pilot:
        held.error = NoServerError("nobody")
        await press(pilot, "m", "'Well", way)
        assert held.asked == []
        held.error = None
        await press(pilot, "m", "enter")
        assert held.asked == [{"act": "speak", "to": "", "text": "Well"}]
        await press(pilot, "m")
        assert "What does he say?" in games.painted(pilot)


async def test_a_raised_hand_is_taken() -> None:
    held = Class(seen(IVAN, OLEG, person("Petr", hand=True)))
    async with app(held, held.seen).run_test(size=(80, 24)) as pilot:
        await press(pilot, "h", "'pe", "enter")
        await press(pilot, "down", "down", "р")
        people = ["petr", "oleg"]
        assert held.asked == [{"act": "take-hand", "person": one} for one in people]
        held.seen = seen(IVAN)
        await second(pilot)
        assert "No hand is up." in await press(pilot, "h")


async def test_names_and_the_debrief_are_shown_to_the_room() -> None:
    held = Class(FULL)
    async with app(held, held.seen).run_test(size=(80, 24)) as pilot:
        held.seen = {**FULL, "named": True}
        await press(pilot, "n")
        held.seen = {**FULL, "named": True, "shown": True}
        shown = await press(pilot, "d")
        assert held.asked == [{"act": "names", "on": True}, {"act": "show", "on": True}]
        assert "with names · the debrief is shown" in " ".join(shown.split())


async def test_what_is_refused_is_told_until_something_else_is_asked_for() -> None:
    held = Class(FULL, error=SimulatorError("No [b]{n}[/b].", n="\x1b[31mway"))
    async with app(held, held.seen).run_test(size=(80, 24)) as pilot:
        assert "No [b]\ufffd[31mway[/b]." in await press(pilot, "d")
        held.error = None
        assert "No [b]" not in await press(pilot, "d")


async def test_what_an_act_led_to_is_shown_though_a_look_was_begun_after_it() -> None:
    held = Slow(FULL)
    async with app(held, held.seen).run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        board(pilot).look()
        await games.settle(pilot)
        await answered(pilot, held, -1, FULL)
        await answered(pilot, held, 0, {**FULL, "named": True})
        assert "with names" in games.painted(pilot)


async def test_a_look_from_before_an_act_does_not_hide_what_it_led_to() -> None:
    held = Slow(FULL)
    async with app(held, held.seen).run_test(size=(80, 24)) as pilot:
        board(pilot).look()
        await games.settle(pilot)
        await pilot.press("n")
        await games.settle(pilot)
        await answered(pilot, held, -1, {**FULL, "named": True})
        await answered(pilot, held, 0, FULL)
        assert "with names" in games.painted(pilot)


@pytest.mark.parametrize(
    ("key", "act", "shown"), [("n", "names", "named"), ("d", "show", "shown")]
)
async def test_a_key_pressed_again_before_the_answer_turns_it_off_again(
    key: str, act: str, shown: str
) -> None:
    held = Slow(FULL)
    async with app(held, held.seen).run_test(size=(80, 24)) as pilot:
        await pilot.press(key, key)
        await games.settle(pilot)
        await answered(pilot, held, 0, {**FULL, shown: True})  # type: ignore[misc]  # one of two that a class has
        await answered(pilot, held, 0, FULL)
        assert held.asked == [{"act": act, "on": True}, {"act": act, "on": False}]


@pytest.mark.parametrize(
    ("serving", "said"),
    [(True, "Stopping the server loses nothing"), (False, "Leaving the board")],
)
async def test_leaving_stops_the_board_and_help_tells_what_else(
    serving: bool, said: str
) -> None:
    held = Class(FULL)
    one = app(held, held.seen, way=replace(WAY, serving=serving))
    async with one.run_test(size=(80, 40)) as pilot:
        await press(pilot, "?")
        assert said in games.in_sheet(pilot)
        await press(pilot, "escape", "й")
    assert one.return_value == 0
