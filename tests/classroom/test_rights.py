"""Who may ask for what: every route, held against every role."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import httpx
import pytest
from starlette.routing import Mount, Route

from tests.classroom.site import Browser, Site, hidden, site

ROLES: Final = ("nobody", "another class", "another person", "forged", "himself")
REFUSED: Final = 403
ALLOWED: Final[Mapping[str, Mapping[str, int]]] = {
    # path: role → status; what is not named is refused
    "/": dict.fromkeys((*ROLES, "trainer"), 200),
    "/j/{code}": dict.fromkeys((*ROLES, "trainer"), 200),
    "/J/{code}": dict.fromkeys((*ROLES, "trainer"), 200),
    "/c/{room}": {"himself": 200, "another person": 200},
    "/c/{room}/move": {"himself": 200},
    "/c/{room}/hand": {"himself": 200},
    "/c/{room}/live": {"himself": 200, "another person": 200},
    "/c/{room}/over": {"himself": 200, "another person": 200},
    "/api/j/{code}": dict.fromkeys((*ROLES, "trainer"), 200),
    "/api/r/{room}": {"himself": 200, "another person": 200},
    "/api/r/{room}/live": {"himself": 200, "another person": 200},
    "/api/r/{room}/over": {"himself": 409, "another person": 409},
    "/api/r/{room}/rules": {"himself": 200, "another person": 200},
    "/t/{room}": {"trainer": 200},
    "/t/{room}/lead": {"trainer": 200},
    "/t/{room}/close": {"trainer": 200},
    "/show/{code}": dict.fromkeys((*ROLES, "trainer"), 200),
    "/static": dict.fromkeys((*ROLES, "trainer"), 200),
}
PATHS: Final = sorted(ALLOWED)


async def browser_of(role: str, there: Site, other: Site, owner: Browser) -> Browser:
    """Return the browser of somebody, with all that he has got."""
    browser = there.browser("10.0.0.7")
    if role == "himself":
        browser.client.cookies.update(dict(owner.client.cookies))
    elif role == "another person":
        await browser.come_in("Анна")
    elif role == "another class":
        guest = other.browser()
        await guest.come_in("Иван")
        (ticket,) = dict(guest.client.cookies).values()
        browser.client.cookies.set(f"seat-{there.room.header.id}", ticket)
    elif role == "forged":
        (ticket,) = dict(owner.client.cookies).values()
        browser.client.cookies.set(f"seat-{there.room.header.id}", ticket[:-2] + "AA")
    elif role == "trainer":
        browser.client.headers["authorization"] = f"Bearer {there.token}"
    for ticket in dict(browser.client.cookies).values():  # as a terminal sends it
        browser.client.headers["authorization"] = f"Bearer {ticket}"
    return browser


@pytest.mark.parametrize("path", PATHS)
async def test_nobody_gets_what_is_not_his(
    tmp_path: Path, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.classroom.web.people.LISTENS", 0.01)
    async with site(tmp_path / "a") as there, site(tmp_path / "b") as other:
        owner = there.browser()
        await owner.come_in("Иван")
        (ivan,) = there.room.seats.values()
        page = (await owner.get(owner.talk)).text
        for role in (*ROLES, "trainer"):  # the trainer last: he ends the class
            moves = ivan.moves
            browser = await browser_of(role, there, other, owner)
            told = await asked(browser, path, there, page)
            assert told.status_code == ALLOWED[path].get(role, REFUSED), role
            moved = role == "himself" and path.endswith("/move")
            assert ivan.moves - moves == int(moved), role
            seen = path.endswith("/hand") and role in ("himself", "trainer")
            assert ivan.hand == seen, role
            led = role == "trainer" and path.endswith("/lead")
            assert there.room.shown == led, role
            ended = role == "trainer" and path.endswith("/close")
            assert there.room.closed == ended, role


async def asked(browser: Browser, path: str, there: Site, page: str) -> httpx.Response:
    """Ask for what is at a path, as its page would."""
    header = there.room.header
    place = path.format(room=header.id, code=header.code)
    if path.endswith("/lead"):
        return await browser.client.post(place, json={"act": "show", "on": True})
    if path.endswith(("/move", "/close", "/hand")):
        return await browser.post(place, **hidden(page), reply="1", up="1")
    return await browser.get("/static/class.css" if path == "/static" else place)


async def test_every_route_is_held_against_every_role(tmp_path: Path) -> None:
    async with site(tmp_path) as there:
        known = {
            one.path.rstrip("/") or "/"
            for one in there.app.routes
            if isinstance(one, Route | Mount)
        }
        assert known == set(ALLOWED)


async def test_a_cookie_alone_opens_nothing_to_a_terminal(tmp_path: Path) -> None:
    """What a browser sends by itself must not make a move that has no stamp."""
    async with site(tmp_path) as there:
        ivan = there.browser()
        await ivan.come_in("Иван")
        path = f"/api/r/{there.room.header.id}"
        assert (await ivan.get(path)).status_code == REFUSED
        told = await ivan.client.post(path, json={"move": 1, "choose": 1})
        assert told.status_code == REFUSED
        (seat,) = there.room.seats.values()
        assert seat.moves == 0


async def test_another_persons_page_is_his_own(tmp_path: Path) -> None:
    async with site(tmp_path) as there:
        ivan, anna = there.browser(), there.browser("10.0.0.2")
        await ivan.come_in("Иван")
        await anna.come_in("Анна")
        await ivan.answer("Может, отдашь его?")
        page = (await anna.get(anna.talk)).text
        assert "Иван" not in page
        assert not re.search(r'class="you"', page)


async def test_nobody_reads_the_debrief_before_the_end(tmp_path: Path) -> None:
    async with site(tmp_path) as there:
        ivan = there.browser()
        await ivan.come_in()
        told = await ivan.get(f"{ivan.talk}/over")
        assert told.url.path == ivan.talk


async def test_the_trainer_sees_everybody(tmp_path: Path) -> None:
    async with site(tmp_path) as there:
        ivan = there.browser()
        await ivan.come_in("Иван")
        await there.browser("10.0.0.2").come_in("Анна")
        await ivan.answer("Сколько групп он берёт?")
        trainer = await browser_of("trainer", there, there, ivan)
        told = (await trainer.get(f"/t/{there.room.header.id}")).json()
        assert [(one["name"], one["turn"]) for one in told["people"]] == [
            ("Иван", 1),
            ("Анна", 0),
        ]
        assert told["people"][0]["scene"] == "wall"
        assert told["people"][1]["key_client"] is None
        assert there.token not in str(told)


async def test_tokens_are_not_guessed_for_long(tmp_path: Path) -> None:
    async with site(tmp_path) as there:
        thief = there.browser()
        path = f"/t/{there.room.header.id}"
        tries = [
            (await thief.get(path, authorization=f"Bearer {n}")).status_code
            for n in range(12)
        ]
        assert tries[:10] == [403] * 10
        assert tries[10:] == [429] * 2
