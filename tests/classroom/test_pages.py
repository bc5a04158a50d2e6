"""A person with a browser and no script: in, through the talk, and back again."""

import asyncio
from pathlib import Path

import pytest

from simulator.classroom.web.limits import MOST_BYTES, TRIES, WAIT
from simulator.engine import Mode
from tests.classroom.site import WORD, hidden, live, replies, site

ASK = "Сколько групп он берёт?"
MEET = "Решим по правилам в четверг."


async def test_from_the_code_to_the_debrief(tmp_path: Path) -> None:
    async with site(tmp_path) as there:
        ivan = there.browser()
        code = there.room.header.code
        asked = await ivan.get(f"/?code={code[:4].upper()}-{code[4:]}")
        assert 'name="name"' in asked.text
        assert WORD in (await ivan.come_in()).text
        assert "Слушаю." in (await ivan.get(ivan.talk)).text
        assert "Не отдам." in (await ivan.answer(ASK)).text
        assert "Договорились." in (await ivan.answer(MEET)).text
        told = await ivan.get(f"{ivan.talk}/over")
        assert "Разбор: Разговор" in told.text
        assert "Решают правила, а не спор." in told.text


async def test_another_device_goes_on_at_the_same_line(tmp_path: Path) -> None:
    async with site(tmp_path) as there:
        phone, laptop = there.browser(), there.browser("10.0.0.2")
        await phone.come_in("Алёна")
        await phone.answer(ASK)
        await laptop.come_in("алена", " Сосна ручей 42 ")
        assert "Не отдам." in (await laptop.get(laptop.talk)).text
        await laptop.answer(MEET)
        assert "Договорились." in (await phone.get(phone.talk)).text


async def test_a_restarted_server_knows_the_browser(tmp_path: Path) -> None:
    async with site(tmp_path) as there:
        ivan = there.browser()
        await ivan.come_in()
        await ivan.answer(ASK)
        ticket, name = dict(ivan.client.cookies), there.room.header.id
    async with site(tmp_path) as again:
        back = again.browser()
        back.client.cookies.update(ticket)
        assert "Не отдам." in (await back.get(f"/c/{name}")).text


async def test_an_answer_sent_twice_counts_once(tmp_path: Path) -> None:
    async with site(tmp_path) as there:
        ivan = there.browser()
        await ivan.come_in()
        page = (await ivan.get(ivan.talk)).text
        (number,) = [n for n, text in replies(page) if text == "Может, отдашь его?"]
        for _ in range(3):
            assert (await ivan.send(page, reply=number)).status_code == 200
        assert there.room.seats[next(iter(there.room.seats))].state.turn == 1


async def test_the_page_says_nothing_that_gives_the_answer_away(tmp_path: Path) -> None:
    async with site(tmp_path) as there:
        ivan = there.browser()
        await ivan.come_in()
        page = (await ivan.get(ivan.talk)).text
        scene = there.room.scenario.scenes["opening"]
        for reply in scene.replies:
            assert f'"{reply.id}"' not in page
            assert all(str(use) not in page for use in reply.does)
            assert not reply.because or reply.because not in page
        assert "groups" not in page
        assert "Пять групп" not in page


async def test_what_people_type_stays_text(tmp_path: Path) -> None:
    name = "<script>alert(1)</script>"
    async with site(tmp_path, Mode.SPEAK) as there:
        ivan = there.browser()
        seated = await ivan.come_in(name)
        page = (await ivan.get(ivan.talk)).text
        told = await ivan.send(page, text='<img src=x onerror="a()"> сколько берёт?')
        for text in (seated.text, told.text):
            assert "<script>alert" not in text
            assert "<img" not in text
        assert "&lt;script&gt;" in seated.text
        assert "&lt;img src=x" in told.text


async def test_own_words_are_said_and_corrected(tmp_path: Path) -> None:
    async with site(tmp_path, Mode.SPEAK) as there:
        ivan = there.browser()
        await ivan.come_in()
        page = (await ivan.get(ivan.talk)).text
        assert not replies(page)
        empty = await ivan.send(page, text="  ")
        assert (empty.status_code, 'role="alert"' in empty.text) == (422, True)
        said = await ivan.send(page, text="Скажи, сколько групп товара он берёт?")
        assert "Скажи, сколько групп товара он берёт?" in said.text
        (seat,) = there.room.seats.values()
        if seat.moves == 0:  # it asks which of two was meant
            said = await ivan.send(said.text, text="Скажи, сколько берёт?", meant="1")
        assert seat.moves == 1
        assert "meant" in said.text
        await ivan.send(said.text, meant="0")
        assert (seat.moves, seat.state.turn) == (2, 1)


@pytest.mark.parametrize("reply", ["", "9", "0", "-1", "ask", "1" * 50, "١"])
async def test_a_number_of_no_reply_changes_nothing(tmp_path: Path, reply: str) -> None:
    async with site(tmp_path) as there:
        ivan = there.browser()
        await ivan.come_in()
        page = (await ivan.get(ivan.talk)).text
        told = await ivan.send(page, reply=reply)
        assert (told.status_code, 'role="alert"' in told.text) == (400, True)
        (seat,) = there.room.seats.values()
        assert seat.moves == 0


async def test_a_name_that_is_taken_asks_for_the_word(tmp_path: Path) -> None:
    async with site(tmp_path) as there:
        await there.browser().come_in("Анна")
        told = await there.browser("10.0.0.2").come_in("Анна")
        assert told.status_code == 422
        assert "личное слово" in told.text
        assert "<details open>" in told.text


async def test_words_are_not_guessed_for_long(tmp_path: Path) -> None:
    async with site(tmp_path) as there:
        await there.browser().come_in("Анна")
        thief = there.browser("10.0.0.9")
        for n in range(TRIES):
            assert (await thief.come_in("Анна", f"дуб-{n}")).status_code == 422
        assert (await thief.come_in("Анна", WORD)).status_code == 429
        assert (await there.browser().come_in("Олег")).status_code == 200
        there.seconds[0] += WAIT + 1
        assert (await thief.come_in("Анна", WORD)).status_code == 200


async def test_codes_are_not_guessed_for_long(tmp_path: Path) -> None:
    async with site(tmp_path) as there:
        thief = there.browser("10.0.0.9")
        for n in range(TRIES):
            assert (await thief.get(f"/j/code{n}")).status_code == 404
        told = await thief.get(f"/j/{there.room.header.code}")
        assert told.status_code == 429
        assert int(told.headers["retry-after"]) == WAIT


async def test_a_form_of_another_page_is_refused(tmp_path: Path) -> None:
    async with site(tmp_path) as there:
        ivan, anna = there.browser(), there.browser()
        await ivan.come_in("Иван")
        await anna.come_in("Анна")
        foreign = hidden((await anna.get(anna.talk)).text)["stamp"]
        for stamp in ("", "made-up", foreign):
            told = await ivan.post(
                f"{ivan.talk}/move", stamp=stamp, move="1", reply="1"
            )
            assert told.status_code == 403
        assert not any(seat.moves for seat in there.room.seats.values())


async def test_more_than_a_page_sends_is_refused(tmp_path: Path) -> None:
    async with site(tmp_path) as there:
        ivan = there.browser()
        await ivan.come_in()
        page = (await ivan.get(ivan.talk)).text
        told = await ivan.send(page, reply="1", text="я" * MOST_BYTES)
        assert told.status_code == 413
        fields = {f"f{n}": "" for n in range(300)}
        assert (await ivan.send(page, **fields)).status_code == 413


async def test_after_the_end_the_talk_can_be_read_and_not_gone_on_with(
    tmp_path: Path,
) -> None:
    async with site(tmp_path) as there:
        ivan = there.browser()
        await ivan.come_in()
        page = (await ivan.get(ivan.talk)).text
        await there.house.close(there.room)
        assert "Занятие закончилось." in (await ivan.get(ivan.talk)).text
        told = await ivan.send(page, reply="1")
        assert told.status_code == 422
        assert (await there.browser().come_in("Анна")).status_code == 422


async def test_a_page_hears_of_its_own_talk_and_of_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with site(tmp_path) as there:
        phone, laptop, anna = (there.browser(f"10.0.0.{n}") for n in range(3))
        await phone.come_in("Иван")
        await laptop.come_in("Иван", WORD)
        await anna.come_in("Анна")
        before = live((await phone.get(phone.talk)).text)
        listening = asyncio.create_task(phone.get(before))
        await anna.answer(ASK)
        await asyncio.sleep(0.05)
        assert not listening.done()
        await laptop.answer(ASK)
        told = await asyncio.wait_for(listening, 5)
        assert told.headers["content-type"].startswith("text/event-stream")
        assert told.text == "event: moved\ndata: 1\n\n"
        monkeypatch.setattr("simulator.classroom.web.people.LISTENS", 0.01)
        now = live((await phone.get(phone.talk)).text)
        assert "moved" not in (await phone.get(now)).text
        assert "moved" in (await phone.get(before)).text


async def test_the_end_of_the_class_reaches_every_page(tmp_path: Path) -> None:
    async with site(tmp_path) as there:
        ivan = there.browser()
        await ivan.come_in()
        shown = live((await ivan.get(ivan.talk)).text)
        listening = asyncio.create_task(ivan.get(shown))
        await asyncio.sleep(0.05)
        await there.house.close(there.room)
        assert "moved" in (await asyncio.wait_for(listening, 5)).text


async def test_every_answer_is_kept_to_itself(tmp_path: Path) -> None:
    async with site(tmp_path) as there:
        ivan = there.browser()
        await ivan.come_in()
        for path in ("/", ivan.talk, "/static/class.css", "/nothing", "/j/nothing"):
            headers = (await ivan.get(path)).headers
            policy = headers["content-security-policy"]
            assert "default-src 'none'" in policy
            assert "unsafe" not in policy
            assert headers["x-content-type-options"] == "nosniff"
            assert ("no-store" in headers.get("cache-control", "")) == (
                not path.startswith("/static/")
            )


async def test_no_page_has_a_script_or_a_style_in_it(tmp_path: Path) -> None:
    async with site(tmp_path) as there:
        ivan = there.browser()
        pages = [await ivan.get("/"), await ivan.come_in(), await ivan.get(ivan.talk)]
        for page in pages:
            assert "<style" not in page.text
            assert " style=" not in page.text
            assert " on" not in page.text.partition("<main")[0]
            for script in page.text.split("<script")[1:]:
                assert script.startswith(' src="/static/')


async def test_the_ticket_is_no_scripts_and_no_other_sites(tmp_path: Path) -> None:
    async with site(tmp_path) as there:
        cookie = (await there.browser().come_in()).headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=lax" in cookie


async def test_a_program_that_sends_faster_than_people_is_told_to_wait(
    tmp_path: Path,
) -> None:
    async with site(tmp_path) as there:
        ivan = there.browser()
        await ivan.come_in()
        page = (await ivan.get(ivan.talk)).text
        told = [(await ivan.send(page, reply="9")).status_code for _ in range(31)]
        assert told == [400] * 30 + [429]
        there.seconds[0] += 1
        assert (await ivan.send(page, reply="1")).status_code == 200
