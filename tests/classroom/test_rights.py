"""Who may ask for what: every route, held against every role."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

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
    return browser


@pytest.mark.parametrize("role", [*ROLES, "trainer"])
@pytest.mark.parametrize("path", PATHS)
async def test_nobody_gets_what_is_not_his(
    tmp_path: Path, path: str, role: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.classroom.web.people.LISTENS", 0.01)
    async with site(tmp_path / "a") as there, site(tmp_path / "b") as other:
        known = {
            one.path.rstrip("/") or "/"
            for one in there.app.routes
            if isinstance(one, Route | Mount)
        }
        assert known == set(ALLOWED)
        owner = there.browser()
        await owner.come_in("Иван")
        page = (await owner.get(owner.talk)).text
        browser = await browser_of(role, there, other, owner)
        header = there.room.header
        asked = path.format(room=header.id, code=header.code)
        if path.endswith("/lead"):
            told = await browser.client.post(asked, json={"act": "show"})
        elif path.endswith(("/move", "/close", "/hand")):
            told = await browser.post(asked, **hidden(page), reply="1", up="1")
        elif path == "/static":
            told = await browser.get("/static/class.css")
        else:
            told = await browser.get(asked)
        assert told.status_code == ALLOWED[path].get(role, REFUSED)
        moved = role == "himself" and path.endswith("/move")
        (ivan, *_) = there.room.seats.values()
        assert ivan.moves == int(moved)
        assert ivan.hand == (role == "himself" and path.endswith("/hand"))
        assert there.room.shown == (role == "trainer" and path.endswith("/lead"))
        assert there.room.closed == (role == "trainer" and path.endswith("/close"))


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
        assert str(told.url).endswith(ivan.talk)


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
