"""Forms on the screen: by keys, by mouse, in little room, half-filled, handed in."""

from pathlib import Path

import docx
import pytest
from textual.pilot import Pilot

from scoring.forms.model import FormKind
from simulator import forms
from simulator.engine import Answer, Choose
from simulator.sessions.attempt import Attempt
from simulator.tui.app import GameApp
from simulator.tui.screens.form import FormPage
from simulator.tui.screens.recordsheet import RecordSheet
from simulator.tui.screens.speak import Speak
from simulator.tui.screens.talk import Talk
from simulator.tui.widgets.composer import Composer
from simulator.tui.widgets.field import Field
from simulator.tui.widgets.formrows import FormRows
from tests.tui import games

FILE = Path(__file__).parents[1] / "data/meeting/small-meeting.yaml"
SIZES = [(80, 24), (60, 20)]
KINDS = list(FormKind)


def meeting(size: tuple[int, int] = (80, 24), folder: Path | None = None) -> object:
    """Return what runs the small meeting."""
    opened = games.kept(folder) if folder else games.sessions
    return games.app(opened, scenario=str(FILE)).run_test(size=size)


async def at_the_agenda(pilot: Pilot[int]) -> FormRows:
    await games.begin(pilot)
    await games.press(pilot, "enter")
    return rows(pilot)


def rows(pilot: Pilot[int]) -> FormRows:
    assert games.front(pilot) is FormPage
    return pilot.app.screen.query_one(FormRows)


async def go_to(pilot: Pilot[int], item: str) -> None:
    """Move the highlight to a row."""
    found = rows(pilot)
    found.at = [one.item.id for one in found.rows].index(item)
    await games.settle(pilot)


async def click(pilot: Pilot[int], item: str, x: int = 5) -> None:
    """Click on a row; the last line is called `hand-in`."""
    found = rows(pilot)
    ids = [one.item.id for one in found.rows]
    owner = len(ids) if item == "hand-in" else ids.index(item)
    y = next(n for n, line in enumerate(found._lines) if line.owner == owner)
    await pilot.click(FormRows, offset=(x, y))
    await games.settle(pilot)


def arrow_of(found: FormRows, item: str) -> int:
    """Return the column of the arrow that leads back to the value before."""
    owner = [one.item.id for one in found.rows].index(item)
    line = next(line for line in found._lines if line.owner == owner)
    return line.content.plain.index("‹")


async def as_expected(pilot: Pilot[int], **other: object) -> None:
    """Hand the form in as its author wants it, but for what is named."""
    page = pilot.app.screen
    assert isinstance(page, FormPage)
    found = page.query_one(FormRows)
    right = forms.as_expected(page.attempt.state, page.attempt.rulebook)
    found.put({**right, **other})
    await games.settle(pilot)
    await games.press(pilot, "ctrl+s")


async def to_the_form(pilot: Pilot[int], kind: FormKind) -> FormRows:
    """Lay a form of this kind before the trainee, what comes before it answered."""
    attempt = (await games.begin(pilot)).attempt
    while attempt.view.form is not kind:
        attempt.answer(_onwards(attempt))
    assert isinstance(pilot.app, GameApp)
    await pilot.app.play(attempt)
    await games.settle(pilot)
    await games.press(pilot, "enter")
    return rows(pilot)


def _onwards(attempt: Attempt) -> Answer:
    """Return what leads on: the form as expected, a transfer, patient listening."""
    if attempt.view.form is None:
        return Choose("listen")
    option = "transfer" if attempt.view.form is FormKind.DECISION else None
    values = forms.as_expected(attempt.state, attempt.rulebook, option)
    return forms.handed_in(attempt.state, attempt.rulebook, values)


async def test_a_form_is_filled_in_by_keys() -> None:
    async with meeting() as pilot:  # type: ignore[attr-defined]
        found = await at_the_agenda(pilot)
        await go_to(pilot, "thursday")
        await games.press(pilot, "enter")
        await games.press(pilot, "home", "down", "down")
        assert found.row is not None
        people = {"mary": ["right"], "oleg": ["right", "right"], "all": ["left"]}
        for _ in people:
            await games.press(pilot, *people[found.row.item.id], "down")
        for point in ("decision", "manager", "facts"):
            await go_to(pilot, point)
            await games.press(pilot, "space")
        await games.press(pilot, "shift+up", "shift+up")
        await go_to(pilot, "manager")
        await games.press(pilot, "shift+up")
        assert found.values == {
            "date": "thursday",
            "people": {"mary": "decides", "oleg": "contributes", "all": "away"},
            "order": ["facts", "manager", "decision"],
        }
        await games.press(pilot, "end", "enter")
        assert "Still empty: Who brings what." in games.painted(pilot)
        await games.press(pilot, "enter")
        assert games.front(pilot) is Talk
        assert games.talk(pilot).view.form is None


async def test_a_form_is_filled_in_by_mouse() -> None:
    async with meeting((80, 40)) as pilot:  # type: ignore[attr-defined]
        found = await at_the_agenda(pilot)
        for item in ("thursday", "mary", "facts", "decision", "costs"):
            await click(pilot, item)
        await click(pilot, "mary")
        await click(pilot, "mary", x=arrow_of(found, "mary"))
        assert found.values == {
            "date": "thursday",
            "people": {"mary": "decides"},
            "order": ["facts", "decision"],
            "inputs": {"costs": "mary"},
        }
        await click(pilot, "hand-in")
        assert games.front(pilot) is Talk


async def test_levels_are_typed_clicked_and_taken_away() -> None:
    async with meeting((80, 40)) as pilot:  # type: ignore[attr-defined]
        found = await to_the_form(pilot, FormKind.KEY_CLIENT)
        await go_to(pilot, "wallet")
        await games.press(pilot, "4")
        assert "20–100" in games.painted(pilot)
        await go_to(pilot, "growth")
        await games.press(pilot, "3", "minus", "2")
        await click(pilot, "margin", x=2 + 3 * 3)
        await go_to(pilot, "reference")
        await games.press(pilot, "right", "right")
        levels = {"wallet": 4, "growth": [2, 3], "margin": 2, "reference": 1}
        assert found.values["levels"] == levels
        await games.press(pilot, "backspace")
        assert found.values["levels"] == {**levels, "reference": None}
        await go_to(pilot, "key")
        await games.press(pilot, "enter")
        assert found.values["status"] == "key"


async def test_the_facts_learned_stand_beside_their_criterion() -> None:
    async with meeting() as pilot:  # type: ignore[attr-defined]
        await to_the_form(pilot, FormKind.KEY_CLIENT)
        await go_to(pilot, "margin")
        assert "Margin: The margin is 12 %." in games.painted(pilot)
        await go_to(pilot, "complexity")
        assert "The margin is 12 %." not in games.painted(pilot)


async def test_a_step_has_an_owner_and_a_day() -> None:
    async with meeting((80, 40)) as pilot:  # type: ignore[attr-defined]
        found = await to_the_form(pilot, FormKind.HANDOVER_PLAN)
        await go_to(pilot, "visit")
        await games.press(pilot, "right", "right", "1", "4")
        assert found.values["steps"] == {"visit": {"owner": "anna", "day": 14}}
        await games.press(pilot, "backspace")
        assert found.values["steps"] == {"visit": {"owner": "anna", "day": 1}}
        await click(pilot, "visit", x=found.size.width - 3)
        assert found.values["steps"] == {"visit": {"owner": "anna", "day": 3}}
        await games.press(pilot, "enter")
        assert found.values["steps"] == {}


async def test_own_words_go_into_the_form() -> None:
    async with meeting((80, 40)) as pilot:  # type: ignore[attr-defined]
        found = await to_the_form(pilot, FormKind.DECISION)
        await go_to(pilot, "words")
        await games.press(pilot, "enter")
        pilot.app.screen.query_one(Composer).insert("Спросим [b]завод[/b] ещё раз.")
        await games.press(pilot, "enter")
        assert found.values["words"] == "Спросим [b]завод[/b] ещё раз."
        assert "Спросим [b]завод[/b] ещё раз." in games.painted(pilot)


async def test_a_decision_that_decides_nothing_is_not_handed_in() -> None:
    async with meeting() as pilot:  # type: ignore[attr-defined]
        await to_the_form(pilot, FormKind.DECISION)
        await games.press(pilot, "ctrl+s")
        assert games.front(pilot) is FormPage
        assert "Choose what is decided first." in games.painted(pilot)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("kind", KINDS)
async def test_every_row_can_be_reached_and_seen(
    kind: FormKind, size: tuple[int, int]
) -> None:
    async with meeting(size) as pilot:  # type: ignore[attr-defined]
        found = await to_the_form(pilot, kind)
        marked: list[str] = []
        for row in range(len(found.rows) + 1):
            found.at = row
            await games.settle(pilot)
            shown = games.painted(pilot).splitlines()
            marked += [line for line in shown if "❯ " in line]
        assert len(marked) == len(found.rows) + 1
        assert "Hand in" in marked[-1]


async def test_a_half_filled_form_survives_the_end_of_the_program(
    tmp_path: Path,
) -> None:
    async with meeting(folder=tmp_path) as pilot:  # type: ignore[attr-defined]
        await at_the_agenda(pilot)
        await go_to(pilot, "thursday")
        await games.press(pilot, "enter")
        await go_to(pilot, "mary")
        await games.press(pilot, "right")
    async with games.app(games.kept(tmp_path)).run_test(size=(80, 24)) as pilot:
        await games.settle(pilot)
        await games.press(pilot, "enter", "enter")
        assert rows(pilot).values == {"date": "thursday", "people": {"mary": "decides"}}


async def test_escape_goes_to_the_talk_and_the_form_is_kept() -> None:
    async with meeting() as pilot:  # type: ignore[attr-defined]
        await at_the_agenda(pilot)
        await go_to(pilot, "today")
        await games.press(pilot, "enter", "escape")
        assert games.front(pilot) is Talk
        await games.press(pilot, "enter")
        assert rows(pilot).values == {"date": "today"}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_one_who_decides_is_marked(size: tuple[int, int]) -> None:
    async with meeting(size) as pilot:  # type: ignore[attr-defined]
        await games.begin(pilot)
        shown = games.painted(pilot)
        assert ("Mary (decides)" in shown) or ("Mary · director · decides" in shown)


async def test_help_tells_how_a_form_is_filled_in() -> None:
    async with meeting((100, 40)) as pilot:  # type: ignore[attr-defined]
        await to_the_form(pilot, FormKind.KEY_CLIENT)
        await games.press(pilot, "question_mark")
        assert "a guess is worse than no data" in games.in_sheet(pilot)


async def test_the_record_is_shown_and_saved_for_word(tmp_path: Path) -> None:
    async with meeting((100, 60)) as pilot:  # type: ignore[attr-defined]
        await to_the_form(pilot, FormKind.DECISION)
        await as_expected(pilot)
        assert "Handed in: Decision: Collect what is missing" in games.painted(pilot)
        await games.press(pilot, "2")
        assert games.front(pilot) is RecordSheet
        assert "Collect what is missing" in games.in_sheet(pilot)
        await games.press(pilot, "1")
        field = pilot.app.screen.query_one(Field)
        field.value = str(tmp_path / "record.docx")
        await games.press(pilot, "enter")
        assert "Saved:" in games.painted(pilot)
        await games.press(pilot, "1")
        pilot.app.screen.query_one(Field).value = str(tmp_path)
        await games.press(pilot, "enter")
        assert "cannot be written" in games.painted(pilot)
    text = "\n".join(
        p.text for p in docx.Document(str(tmp_path / "record.docx")).paragraphs
    )
    assert "Record of the meeting: The mill" in text


async def test_in_own_words_a_form_is_opened_once() -> None:
    async with games.app(scenario=str(FILE), mode="speak").run_test() as pilot:
        await games.begin(pilot)
        await games.press(pilot, "enter")
        assert games.front(pilot) is FormPage
        await games.press(pilot, "escape")
        assert games.front(pilot) is Speak


@pytest.mark.parametrize("columns", [80, 120, 200])
async def test_a_value_stands_near_its_name_however_wide_the_screen(
    columns: int,
) -> None:
    async with meeting((columns, 40)) as pilot:  # type: ignore[attr-defined]
        found = await at_the_agenda(pilot)
        await games.settle(pilot)
        ends = [
            line.content.plain.index("›")
            for line in found._lines
            if "›" in line.content.plain
        ]
        assert ends
        assert max(ends) < 76
