"""What people see on their phones while the room answers together."""

import re
from pathlib import Path

from simulator.classroom import roomwords
from simulator.classroom.acts import (
    ALL,
    Named,
    Paused,
    Shown,
    Spoke,
    Timed,
    VoteClosed,
    WentOn,
)
from simulator.classroom.held import Names, Pace
from simulator.engine import Mode
from simulator.packs import Library
from tests.classroom.house import choose, hall
from tests.classroom.site import Browser, Site, hidden, live, site
from tests.reports.little import FOLDER, loaded

ASK = "Сколько групп он берёт?"
THREAT = "Не отдашь — уволю."


def together(folder: Path, mode: Mode = Mode.CHOOSE):  # type: ignore[no-untyped-def]
    """Open a server whose class answers together."""
    return site(folder, mode, Pace.TOGETHER)


async def two(there: Site) -> tuple[Browser, Browser]:
    """Let two people in."""
    ivan, anna = there.browser("10.0.0.1"), there.browser("10.0.0.2")
    await ivan.come_in("Иван")
    await anna.come_in("Анна")
    return ivan, anna


async def look(browser: Browser) -> str:
    """Return somebody's page as it is now."""
    return (await browser.get(browser.talk)).text


async def test_an_answer_is_in_and_the_rest_is_waited_for(tmp_path: Path) -> None:
    async with together(tmp_path) as there:
        ivan, anna = await two(there)
        page = (await ivan.answer(ASK)).text
        assert "Ваш ответ принят" in page
        assert ASK in page
        assert "Пять." not in page
        assert "Не отдам." not in page
        assert 'http-equiv="refresh"' in page
        assert "Ваш ответ принят" not in await look(anna)


async def test_when_the_vote_closes_all_see_how_the_room_split(tmp_path: Path) -> None:
    async with together(tmp_path) as there:
        ivan, anna = await two(there)
        await ivan.answer(ASK)
        await anna.answer(THREAT)
        before = await look(ivan)
        assert THREAT not in before.partition("<form")[0]
        assert "угроза" not in before
        await there.house.lead(there.room, VoteClosed())
        for browser in (ivan, anna):
            page = await look(browser)
            split = page.partition('<ol class="split">')[2].partition("</ol>")[0]
            assert ASK in split
            assert THREAT in split
            assert "угроза" in split
            assert split.count("50 %") == 2
            assert "Иван" not in split
            assert 'name="reply"' not in page
        assert "moved" in (await ivan.get(live(before))).text


async def test_names_stand_by_quotations_only_when_they_are_turned_on(
    tmp_path: Path,
) -> None:
    async with together(tmp_path) as there:
        ivan, anna = await two(there)
        await ivan.answer(ASK)
        await there.house.lead(there.room, VoteClosed())
        assert "Иван" not in (await look(anna)).partition("split")[2]
        await there.house.lead(there.room, Named(True))
        assert "Иван" in (await look(anna)).partition("split")[2]


async def test_a_class_without_names_shows_none_by_quotations(tmp_path: Path) -> None:
    async with hall(tmp_path) as house:
        begun = await house.open(
            Library((FOLDER,)), loaded("ru"), Mode.CHOOSE, Pace.TOGETHER, Names.ALIAS
        )
        seat = await house.join(begun.room, "Иван", "a")
        await house.move(begun.room, seat.person, 1, choose("ask"))
        await house.lead(begun.room, VoteClosed())
        await house.lead(begun.room, Named(True))
        told = roomwords.together(begun.room, None)
        assert told is not None
        assert [bar.who for bar in told.bars] == ["Гранит"]


async def test_the_talk_goes_on_for_all_with_what_was_taken(tmp_path: Path) -> None:
    async with together(tmp_path) as there:
        ivan, anna = await two(there)
        await ivan.answer(ASK)
        (first, _) = there.room.seats
        await there.house.lead(there.room, VoteClosed())
        await there.house.lead(there.room, WentOn(first))
        page = await look(anna)
        assert f"<b>Зал</b> {ASK}" in page
        assert " имел в " not in page
        assert "Не отдам." in page
        assert "Решим по правилам в четверг." in page


async def test_an_answer_can_be_given_again_and_sent_twice_counts_once(
    tmp_path: Path,
) -> None:
    async with together(tmp_path) as there:
        ivan, _ = await two(there)
        page = await look(ivan)
        for _ in range(2):
            await ivan.send(page, reply="1")
        (seat, _) = there.room.seats.values()
        assert seat.moves == 1
        assert "Ответить иначе" in await look(ivan)
        await ivan.answer(THREAT)
        assert seat.moves == 2
        shown = await look(ivan)
        assert THREAT in shown.partition("Ответить иначе")[0]


async def test_what_was_meant_can_be_put_right_before_the_vote_closes(
    tmp_path: Path,
) -> None:
    async with together(tmp_path, Mode.SPEAK) as there:
        ivan, _ = await two(there)
        await ivan.send(await look(ivan), text="Не отдашь клиента — уволю тебя.")
        page = await look(ivan)
        form = page.partition("Я имел в виду другое")[2]
        assert form
        numbers = re.findall(r'name="meant" value="(\d+)">(.*?)</button>', form)
        (begged,) = [n for n, text in numbers if "отдашь его" in text]
        await ivan.post(f"{ivan.talk}/move", **hidden(page), meant=begged)
        (seat, _) = there.room.seats.values()
        assert there.room.course is not None
        past = there.room.course.here.answers[seat.person]
        assert past.states[-1].scene == "opening"
        await there.house.lead(there.room, VoteClosed())
        assert "Я имел в виду другое" not in await look(ivan)


async def test_a_pause_and_the_clock_are_told(tmp_path: Path) -> None:
    async with together(tmp_path) as there:
        ivan, _ = await two(there)
        await there.house.lead(there.room, Timed(30))
        assert "Осталось 30 секунд" in await look(ivan)
        await there.house.lead(there.room, Paused(True))
        page = await look(ivan)
        assert "на паузу" in page
        assert "Осталось" not in page
        assert 'name="reply"' not in page


async def test_the_trainers_line_is_the_managers(tmp_path: Path) -> None:
    async with together(tmp_path) as there:
        ivan, _ = await two(there)
        await there.house.lead(there.room, Spoke(ALL, "<b>Ну?</b>"))
        page = await look(ivan)
        assert "<b>Олег</b> &lt;b&gt;Ну?&lt;/b&gt;" in page


async def test_a_hand_goes_up_and_down(tmp_path: Path) -> None:
    async with together(tmp_path) as there:
        ivan, _ = await two(there)
        page = await look(ivan)
        page = (await ivan.post(f"{ivan.talk}/hand", up="1", **hidden(page))).text
        assert "Рука поднята" in page
        page = (await ivan.post(f"{ivan.talk}/hand", up="0", **hidden(page))).text
        assert "Поднять руку" in page


async def test_after_the_end_each_reads_what_his_own_answers_came_to(
    tmp_path: Path,
) -> None:
    async with together(tmp_path) as there:
        ivan, anna = await two(there)
        (first, _) = there.room.seats
        await ivan.answer(ASK)
        await there.house.lead(there.room, VoteClosed())
        await there.house.lead(there.room, WentOn(first))
        await ivan.answer("Решим по правилам в четверг.")
        await anna.answer("Ладно.")
        await there.house.lead(there.room, VoteClosed())
        await there.house.lead(there.room, WentOn(first))
        told = (await anna.get(f"{anna.talk}/over")).text
        assert "Вы не ответили на эту реплику." in told
        assert "Ладно." in told
        assert "За то, что ответили вы сами" in told


async def test_the_trainer_leads_by_his_terminal(tmp_path: Path) -> None:
    async with together(tmp_path) as there:
        ivan, anna = await two(there)
        await ivan.answer(ASK)
        await anna.answer(THREAT)
        trainer = there.browser("10.0.0.9")
        trainer.client.headers["authorization"] = f"Bearer {there.token}"
        desk = f"/t/{there.room.header.id}"
        seen = (await trainer.get(desk)).json()
        assert seen["course"]["answered"] == 2
        assert [one["answered"] for one in seen["people"]] == [True, True]
        told = await trainer.client.post(f"{desk}/lead", json={"act": "close-vote"})
        assert told.json()["course"]["open"] is False
        told = await trainer.client.post(f"{desk}/lead", json={"act": "close-vote"})
        assert told.status_code == 409
        assert told.json()["error"] == "The vote is closed already."
        asked = {"act": "go-on", "with": "best"}
        told = await trainer.client.post(f"{desk}/lead", json=asked)
        course = told.json()["course"]
        assert (course["turn"], course["open"], course["answered"]) == (1, True, 0)
        assert course["lines"][-1]["text"] == "Не отдам."
        told = await trainer.client.post(f"{desk}/lead", content=b"[1")
        assert told.status_code == 413


async def test_the_wall_shows_the_line_and_later_how_the_room_split(
    tmp_path: Path,
) -> None:
    async with together(tmp_path) as there:
        ivan, anna = await two(there)
        await ivan.answer(ASK)
        await anna.answer(THREAT)
        wall = there.browser("10.0.0.8")
        path = f"/show/{there.room.header.code}"
        page = (await wall.get(path)).text
        assert "Слушаю." in page
        assert ASK not in page
        await there.house.lead(there.room, VoteClosed())
        page = (await wall.get(path)).text
        assert ASK in page
        assert "Иван" not in page
        await there.house.lead(there.room, Shown(True))
        page = (await wall.get(path)).text
        assert "Где мы разошлись" in page


async def test_an_old_page_does_not_answer_the_next_line(tmp_path: Path) -> None:
    async with together(tmp_path) as there:
        ivan, anna = await two(there)
        old = await look(anna)
        await ivan.answer(ASK)
        (first, second) = there.room.seats
        await there.house.lead(there.room, VoteClosed())
        await there.house.lead(there.room, WentOn(first))
        page = (await anna.send(old, reply="1")).text
        assert "Решим по правилам в четверг." in page
        assert there.room.course is not None
        assert second not in there.room.course.here.answers
