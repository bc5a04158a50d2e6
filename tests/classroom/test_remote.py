"""A talk in a class as a terminal holds it: the same moves, the same numbers."""

import asyncio
import json
from pathlib import Path

import pytest

from simulator.classroom.line import RefusedError
from simulator.engine import Choose, Mode
from simulator.i18n import load
from simulator.sessions.errors import (
    EmptyWordsError,
    UnfinishedFormError,
    UnreachableError,
)
from tests.classroom.faraway import Terminal, joined
from tests.classroom.site import Site, site
from tests.classroom.test_forms import meeting

ASK = "Сколько групп он берёт?"


def number(one: Terminal, words: str) -> Choose:
    """Return the answer that chooses a reply by its words."""
    (found,) = [o.reply for o in one.talk.view.offers if o.text.endswith(words)]
    return Choose(found)


async def give(one: Terminal, words: str) -> None:
    """Choose a reply."""
    await asyncio.to_thread(one.talk.answer, number(one, words))


async def test_from_the_code_to_the_debrief(tmp_path: Path) -> None:
    async with site(tmp_path) as there:
        ivan = await joined(there)
        assert ivan.talk.view.title == "Разговор"
        await give(ivan, ASK)
        assert ivan.talk.view.spoken[-1].text.startswith("Не отдам.")
        await give(ivan, "Решим по правилам в четверг.")
        assert ivan.talk.view.ending is not None
        note = await asyncio.to_thread(ivan.talk.note, "ru")
        assert note.turns[0].text == ASK
        assert note.business is not None


async def test_no_answer_is_no_second_answer(tmp_path: Path) -> None:
    async with site(tmp_path) as there:
        ivan = await joined(there)
        answer = number(ivan, ASK)
        ivan.wire.deaf = True
        with pytest.raises(UnreachableError):
            await asyncio.to_thread(ivan.talk.answer, answer)
        assert ivan.talk.turns == 0
        ivan.wire.deaf = False
        view = await asyncio.to_thread(ivan.talk.answer, answer)
        assert (view.turn, ivan.talk.told.moves) == (1, 1)
        (seat,) = there.room.seats.values()
        assert seat.moves == 1


async def test_what_is_told_gives_nothing_away(tmp_path: Path) -> None:
    async with site(tmp_path) as there:
        ivan, anna = await joined(there), await joined(there, "Анна")
        await give(anna, ASK)
        line, seat = ivan.seat.line, ivan.seat
        told = await asyncio.to_thread(line.ask, seat.path, ticket=seat.ticket)
        body = json.dumps(told, ensure_ascii=False)
        scenes = there.room.scenario.scenes.values()
        ids = {reply.id for scene in scenes for reply in scene.replies}
        assert {offer["reply"] for offer in told["told"]["view"]["offers"]} == {
            str(n) for n in range(1, len(told["told"]["view"]["offers"]) + 1)
        }
        assert not any(f'"{name}"' in body for name in ids)
        assert "Анна" not in body
        assert "because" not in body


async def test_own_words_are_sent_once_and_may_be_corrected(tmp_path: Path) -> None:
    async with site(tmp_path, Mode.SPEAK) as there:
        ivan = await joined(there)
        hearing = await asyncio.to_thread(ivan.talk.hear, ASK)
        posts = len(ivan.wire.asked)
        view = await asyncio.to_thread(ivan.talk.answer, hearing.answer())
        assert (view.turn, len(ivan.wire.asked)) == (1, posts)
        assert view.spoken[0].text == ASK


async def test_what_cannot_be_said_is_told_in_the_language_of_the_terminal(
    tmp_path: Path,
) -> None:
    async with site(tmp_path, Mode.SPEAK) as there:
        ivan = await joined(there, language="ru")
        with pytest.raises(RefusedError) as refused:
            await asyncio.to_thread(ivan.talk.hear, " ")
        assert str(refused.value) == EmptyWordsError().sentence(load("ru").gettext)


async def test_another_device_is_noticed(tmp_path: Path) -> None:
    async with site(tmp_path) as there:
        ivan = await joined(there)
        browser = there.browser()
        browser.client.cookies.set(f"seat-{ivan.seat.room}", ivan.seat.ticket)
        listening = asyncio.ensure_future(asyncio.to_thread(ivan.talk.wait))
        await browser.answer(ASK)
        assert await listening
        assert ivan.talk.turns == 0
        assert ivan.talk.adopt()
        assert ivan.talk.turns == 1


async def test_a_form_is_handed_in_by_its_numbers(tmp_path: Path) -> None:
    async with meeting(tmp_path) as (there, _):
        ann = await joined(there, "Bob")
        desk = ann.talk.desk("en")
        assert desk is not None
        with pytest.raises(UnfinishedFormError):
            desk.answer({})
        desk.keep({"date": "1"})
        again = (await ann.again()).talk.desk("en")
        assert again is not None
        assert again.kept == {"date": "1"}
        view = await asyncio.to_thread(ann.talk.answer, desk.answer({"date": "1"}))
        assert view.turn == 1
        assert ann.kept[-1].form == ""
        seat = there.room.named("Bob")
        assert seat is not None
        assert list(seat.state.forms) == ["agenda"]


async def test_a_class_that_is_over_takes_no_answer(tmp_path: Path) -> None:
    async with site(tmp_path) as there:
        ivan = await joined(there)
        await there.house.close(there.room)
        with pytest.raises(RefusedError, match="This class is over"):
            await give(ivan, ASK)
        assert await asyncio.to_thread(ivan.talk.wait)
        ivan.talk.adopt()
        assert ivan.talk.closed


@pytest.mark.parametrize(
    "body", [{"move": 1}, {"move": 1, "choose": 99}, {"move": 1, "form": {}}, {"x": 1}]
)
async def test_nonsense_is_no_move(tmp_path: Path, body: dict[str, object]) -> None:
    async with site(tmp_path) as there:
        ivan = await joined(there)
        status = await asked(there, ivan, json.dumps(body))
        assert status in (200, 400, 403)
        (seat,) = there.room.seats.values()
        assert seat.moves == 0


async def test_what_is_no_json_is_refused(tmp_path: Path) -> None:
    async with site(tmp_path) as there:
        ivan = await joined(there)
        assert await asked(there, ivan, "[" * 9_000) == 403
        assert await asked(there, ivan, "x" * 20_000) == 413


async def asked(there: Site, one: Terminal, body: str) -> int:
    """Send something to a talk; return the status."""
    browser = there.browser()
    told = await browser.client.post(
        one.seat.path,
        content=body,
        headers={"Authorization": f"Bearer {one.seat.ticket}"},
    )
    return told.status_code
