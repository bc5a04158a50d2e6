"""A form of the talk, filled in on a page without scripts."""

import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from html import unescape
from pathlib import Path

import pytest

from scoring.forms.model import FormKind, Part, Values
from simulator import forms
from simulator.classroom.held import Pace
from simulator.classroom.sheets import named, numbered
from simulator.engine import Mode
from simulator.forms import Way
from simulator.packs import Library
from simulator.sessions.desk import Desk, desk
from tests.classroom.house import hall
from tests.classroom.site import Browser, Site, replies

FILE = Path(__file__).parents[1] / "data/meeting/small-meeting.yaml"
SHIPPED = Path(__file__).parents[2] / "scenarios"
LISTEN = "Go on, Oleg. Nobody will interrupt you."


@asynccontextmanager
async def meeting(folder: Path) -> AsyncIterator[tuple[Site, Browser]]:
    """Open a class that holds the small meeting, with somebody in it."""
    shelf = Library((SHIPPED,))
    async with hall(folder) as house:
        begun = await house.open(
            shelf, shelf.load(str(FILE), "en"), Mode.CHOOSE, Pace.OWN
        )
        there = Site(house, begun.room, begun.token)
        browser = there.browser()
        await browser.come_in("Ann")
        yield there, browser


async def listen(ann: Browser) -> None:
    """Let the manager speak."""
    page = (await ann.get(ann.talk)).text
    (number,) = [n for n, text in replies(page) if text.endswith(LISTEN)]
    await ann.send(page, reply=number)


def before(there: Site) -> Desk:
    """Return the form that lies before the only person."""
    (seat,) = there.room.seats.values()
    found = desk(there.house.talk(there.room, seat.person), "en")
    assert found is not None
    return found


def expected(there: Site) -> dict[str, str]:
    """Return the form as its author wants it, as a browser sends it."""
    found = before(there)
    talk = found.attempt
    right = forms.as_expected(talk.state, talk.rulebook, "transfer")
    return sent(found, right)


def sent(found: Desk, values: Values) -> dict[str, str]:
    """Return values as the fields of the page."""
    fields: dict[str, str] = {}
    shown = numbered(found.sheet)
    for own, part in zip(found.sheet.parts, shown.parts, strict=True):
        choices = {a.id: b.id for a, b in zip(own.choices, part.choices, strict=True)}
        for item, row in zip(own.items, part.items, strict=True):
            at = f"{part.part}.{row.id}"
            there = standing(values.get(part.part), item.id)
            match part.way, there:
                case _, None:
                    pass
                case Way.ONE, _:
                    fields[part.part] = row.id
                case Way.STEPS, {"owner": owner, "day": day}:
                    fields[f"{at}.owner"] = choices.get(owner, "")
                    fields[f"{at}.day"] = str(day)
                case Way.LEVELS, [low, high]:
                    fields[at] = f"{low}-{high}"
                case _:
                    fields[at] = choices.get(str(there), str(there))
    return fields


def standing(value: object, item: str) -> object:
    """Return what stands at an item: its value, its place from 1; None: nothing."""
    if isinstance(value, Mapping):
        return value.get(item)
    if isinstance(value, list):
        return value.index(item) + 1 if item in value else None
    return True if value == item else None


async def test_every_form_is_handed_in_as_its_author_wants_it(tmp_path: Path) -> None:
    async with meeting(tmp_path) as (there, ann):
        (seat,) = there.room.seats.values()
        kinds = []
        while not seat.finished:
            page = await ann.get(ann.talk)
            if seat.state.story.scenes[seat.state.scene].form is None:
                await listen(ann)
                continue
            kinds.append(before(there).sheet.kind)
            fields = expected(there)
            told = await ann.send(page.text, **fields)
            if told.status_code == 422:  # what may be empty is asked about once
                (asked,) = re.findall(r'name="asked" value="([^"]*)"', told.text)
                await ann.send(page.text, **fields, asked=asked)
        assert set(kinds) == set(FormKind)
        rights = {scene: one.right for scene, one in seat.state.forms.items()}
        assert rights == {"agenda": 100, "sheet": 100, "decide": 67, "plan": 100}
        over = (await ann.get(f"{ann.talk}/over")).text
        assert "Agenda of the meeting: Right by 100 %." in over


async def test_what_was_typed_is_there_again_with_a_sentence(tmp_path: Path) -> None:
    async with meeting(tmp_path) as (there, ann):
        page = await ann.get(ann.talk)
        fields = expected(there)
        del fields["date"]
        told = await ann.send(page.text, **fields)
        assert told.status_code == 422
        assert "Choose a date for the meeting first." in told.text
        assert selected(told.text) == {
            name: value for name, value in fields.items() if name != "date"
        }
        (seat,) = there.room.seats.values()
        assert seat.moves == 0


def selected(page: str) -> dict[str, str]:
    """Return what is chosen in the lists of a page."""
    found: dict[str, str] = {}
    lists = re.findall(r'<select[^>]* name="([^"]+)".*?>(.*?)</select>', page, re.S)
    for name, body in lists:
        for value in re.findall(r'value="([^"]+)" selected', body):
            found[name] = value
    return found


async def test_two_points_have_no_place_in_common(tmp_path: Path) -> None:
    async with meeting(tmp_path) as (there, ann):
        page = await ann.get(ann.talk)
        fields = {**expected(there), "order.1": "2", "order.2": "2"}
        told = await ann.send(page.text, **fields)
        assert "Two points have place 2." in told.text


async def test_the_forms_are_labelled_and_say_what_is_required(tmp_path: Path) -> None:
    async with meeting(tmp_path) as (_, ann):
        page = (await ann.get(ann.talk)).text
        assert "<legend>Date (required)</legend>" in page
        assert page.count("<fieldset>") == page.count("<legend>") == 4
        for name in re.findall(r'<select id="([^"]+)"', page):
            assert f'<label for="{name}">' in page
        assert "thursday" not in page  # the author's ids say too much


async def test_a_worksheet_tells_what_its_levels_come_to(tmp_path: Path) -> None:
    async with meeting(tmp_path) as (there, ann):
        await ann.send((await ann.get(ann.talk)).text, **expected(there))
        await listen(ann)
        page = (await ann.get(ann.talk)).text
        assert "0–100 of 100" in unescape(page) or "points" in page
        told = await ann.send(page, count="1", **{"levels.wallet": "2-3"})
        assert told.status_code == 200
        assert '<option value="2-3" selected>' in told.text
        (seat,) = there.room.seats.values()
        assert seat.moves == 2


@pytest.mark.parametrize(
    "values",
    [
        {Part.DATE: "thursday", Part.PEOPLE: {"1": "king"}, Part.ORDER: ["99", 3]},
        {Part.DATE: ["1"], Part.PEOPLE: "x", Part.INPUTS: {"1": "99"}},
    ],
)
async def test_what_is_not_on_the_form_falls_out(
    tmp_path: Path, values: Values
) -> None:
    async with meeting(tmp_path) as (there, _):
        found = named(before(there).sheet, values)
        assert not any(found.values())
