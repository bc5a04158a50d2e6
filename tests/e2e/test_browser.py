"""A class in a real browser: phones, lost connections, keys, and no script at all."""

import os
import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Final, Literal

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

from tests.e2e.browser import (
    FLAGS,
    PATIENCE,
    Served,
    answer,
    chromium_path,
    joined,
    opened,
    press,
    say,
    visiting,
)

pytestmark = pytest.mark.asyncio(loop_scope="session")

ASK: Final = "Какие группы он берёт у нас и сколько выходит за год?"
IN_DOUBT: Final = "Может, отдашь, и сколько групп?"
"""Comes near to asking for the client, and to asking what he buys."""

SHORT: Final = Path(__file__).parents[1] / "tui" / "pack" / "rehearsal.yaml"

TWO_THREATS: Final = (
    "Такой завод — ключевой, считать нечего.",
    "Да что считать.",
    "Тогда и премии за квартал не будет.",
    "Клади. Город маленький",
)
"""The beginnings of four replies that end the talk."""

SIZES: Final = ((320, 640), (360, 740), (1280, 800))
SCHEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")
MEASURE: Final = Path(__file__).with_name("measure.js").read_text("utf-8")
"""Tells of a page what is too wide, too pale or too small; see there."""


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    """The browser of this machine, started once."""
    path = chromium_path()
    if path is None:
        reason = os.environ.get("WHOSE_CLIENT_NO_CHROMIUM") or (
            "No Chromium was found (chromium, google-chrome, $WHOSE_CLIENT_CHROMIUM): "
            "the pages of a class were tried in no browser."
        )
        (pytest.fail if os.environ.get("WHOSE_CLIENT_CI") else pytest.skip)(reason)
    expect.set_options(timeout=PATIENCE)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        await browser.close()


@pytest.fixture(scope="session")
def choosing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A class that plays the case by choosing."""
    with opened(tmp_path_factory.mktemp("choosing"), "client-x") as served:
        yield served


@pytest.fixture(scope="session")
def speaking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A class that answers in its own words; a short talk is soon read to warm up."""
    words = (str(SHORT), "--mode", "speak")
    with opened(tmp_path_factory.mktemp("speaking"), *words) as served:
        yield served


def lines(page: Page) -> Locator:
    """The lines of the talk that are on the page."""
    return page.locator(".lines p")


async def looked_at(page: Page, name: str) -> None:
    """Hold a page against what every page must be, on all screens in all lights.

    With WHOSE_CLIENT_PICTURES=FOLDER it is painted there, too, to be looked at.
    """
    for control in re.findall(
        r"- (?:button|textbox|link|checkbox|radio|combobox)\b.*",
        await page.locator("body").aria_snapshot(),
    ):
        assert re.search(r' "\S', control), f"{name}: {control} has no name"
    pictures = os.environ.get("WHOSE_CLIENT_PICTURES")
    for width, height in SIZES:
        await page.set_viewport_size({"width": width, "height": height})
        for scheme in SCHEMES:
            await page.emulate_media(color_scheme=scheme)
            where = f"{name}-{width}-{scheme}"
            assert await page.evaluate(MEASURE) == [], where
            if pictures:
                path = Path(pictures) / f"{where}.png"
                await page.screenshot(path=path, full_page=True)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
async def test_a_phone_comes_in_plays_to_the_end_and_reads_the_debrief(
    chromium: Browser, choosing: Served, scripts: bool
) -> None:
    async with visiting(chromium, choosing.base, scripts=scripts) as ivan:
        await ivan.page.get_by_label("Код занятия").fill(choosing.code.upper())
        await press(ivan.page, ivan.page.locator("main button"))
        word = await joined(ivan.page, f"Иван {scripts}")
        assert re.fullmatch(r"[а-яё]+-[а-яё]+-\d\d", word)
        for words in TWO_THREATS:
            await answer(ivan.page, words)
            await expect(ivan.page.locator("#now")).to_contain_text(words)
        await press(ivan.page, ivan.page.locator(".ending a"))
        await expect(ivan.page.locator("h1")).to_have_text("Разбор: Клиент X")
        await expect(ivan.page.locator(".turns > li")).to_have_count(len(TWO_THREATS))


async def test_own_words_are_asked_back_where_they_are_in_doubt(
    chromium: Browser, speaking: Served
) -> None:
    async with visiting(chromium, speaking.address) as ivan:
        await joined(ivan.page, "Иван")
        await say(ivan.page, IN_DOUBT)
        await looked_at(ivan.page, "asked-back")
        await press(ivan.page, ivan.page.get_by_role("link", name="Сказать иначе"))
        await expect(ivan.page.locator("#text")).to_have_value(IN_DOUBT)
        await press(ivan.page, ivan.page.locator("#answer button"))
        await answer(ivan.page, "Что именно он у нас берёт")
        await expect(ivan.page.locator("#now")).to_contain_text(IN_DOUBT)
        await ivan.page.get_by_text("Я имел в виду другое").click()
        await answer(ivan.page, "Ничего из этого")
        await expect(ivan.page.locator(".lines .you")).to_have_count(1)
        await say(ivan.page, "Ы" * 200)
        await looked_at(ivan.page, "speak")


async def test_words_outlive_a_lost_connection_and_are_said_once(
    chromium: Browser, speaking: Served
) -> None:
    async with visiting(chromium, speaking.address) as ivan:
        await joined(ivan.page, "В лифте")
        await ivan.page.locator("#text").fill(ASK)
        await ivan.context.set_offline(True)
        await ivan.page.locator("#answer button").click()
        await ivan.page.wait_for_url("chrome-error://**")
        await ivan.context.set_offline(False)
        await ivan.page.go_back()
        await expect(ivan.page.locator("#text")).to_have_value(ASK)
        await press(ivan.page, ivan.page.locator("#answer button"))
        await expect(ivan.page.locator(".lines .you")).to_have_count(1)
        ivan.complaints.clear()  # of the lost connection


async def test_who_comes_back_from_another_device_goes_on_and_the_first_sees_it(
    chromium: Browser, choosing: Served
) -> None:
    async with (
        visiting(chromium, choosing.address) as phone,
        visiting(chromium, choosing.address, (1280, 800)) as laptop,
    ):
        word = await joined(phone.page, "Ольга")
        await answer(phone.page, TWO_THREATS[0])
        await joined(laptop.page, "Ольга", word)
        told = await lines(phone.page).all_inner_texts()
        assert await lines(laptop.page).all_inner_texts() == told
        async with phone.page.expect_navigation():
            await answer(laptop.page, TWO_THREATS[1])
        await expect(phone.page.locator("#now")).to_contain_text(TWO_THREATS[1])


async def test_a_killed_server_comes_back_at_the_same_line(
    chromium: Browser, choosing: Served
) -> None:
    async with visiting(chromium, choosing.address) as ivan:
        await joined(ivan.page, "В грозу")
        await answer(ivan.page, TWO_THREATS[0])
        told = await lines(ivan.page).all_inner_texts()
        choosing.kill()
        await ivan.page.get_by_role("button", name=TWO_THREATS[1]).click()
        await ivan.page.wait_for_url("chrome-error://**")
        choosing.start_again()
        await ivan.page.goto(choosing.address)
        assert await lines(ivan.page).all_inner_texts() == told
        await answer(ivan.page, TWO_THREATS[1])
        ivan.complaints.clear()  # of the server that was gone


FOCUSED: Final = """() => {
  const it = document.activeElement, drawn = getComputedStyle(it);
  const box = it.getBoundingClientRect();
  return {
    tag: it.localName, text: it.textContent.trim(),
    ringed: drawn.outlineStyle === "solid" && parseFloat(drawn.outlineWidth) >= 2,
    seen: box.left >= 0 && box.top >= 0 && box.bottom <= innerHeight,
  };
}"""
"""Tells of what has the focus."""


async def tab(page: Page) -> str:
    """Move the focus on; return the tag and the words of what has it now."""
    await page.keyboard.press("Tab")
    focused = await page.evaluate(FOCUSED)
    assert focused["ringed"], focused
    assert focused["seen"], focused
    return f"{focused['tag']} {focused['text']}"


async def test_a_turn_is_played_by_keys_alone(
    chromium: Browser, choosing: Served
) -> None:
    async with visiting(chromium, choosing.address) as ivan:
        await ivan.page.keyboard.type("Клавиша")  # the name has the focus
        async with ivan.page.expect_navigation():
            await ivan.page.keyboard.press("Enter")
        assert await tab(ivan.page) == "a К содержанию"
        assert await tab(ivan.page) == "a К разговору"
        async with ivan.page.expect_navigation():
            await ivan.page.keyboard.press("Enter")
        assert await tab(ivan.page) == "a К содержанию"
        await ivan.page.keyboard.press("Enter")
        assert await tab(ivan.page) == "summary О чём речь"
        await ivan.page.keyboard.press("Enter")
        await expect(ivan.page.locator(".brief")).to_be_hidden()
        offered = [(await tab(ivan.page)).partition(" ") for _ in range(4)]
        assert {tag for tag, _, _ in offered} == {"button"}
        async with ivan.page.expect_navigation():
            await ivan.page.keyboard.press("Enter")
        await expect(ivan.page.locator("#now")).to_contain_text(offered[-1][2])
        assert (await tab(ivan.page)).startswith("button")  # and not at the top again


async def test_own_words_are_typed_and_sent_by_keys_alone(
    chromium: Browser, speaking: Served
) -> None:
    async with visiting(chromium, speaking.address) as ivan:
        await joined(ivan.page, "Клавиша")
        await ivan.page.locator("#text").focus()
        await ivan.page.keyboard.type(ASK)  # in Russian
        assert await tab(ivan.page) == "button Сказать"
        async with ivan.page.expect_navigation():
            await ivan.page.keyboard.press("Enter")
        await expect(ivan.page.locator("#now")).to_have_text(f"Вы {ASK}")
        await expect(ivan.page.locator("#text")).to_have_value("")
        assert (await tab(ivan.page)).startswith("textarea")


async def test_a_room_answers_together_and_sees_how_it_split(
    chromium: Browser, tmp_path: Path
) -> None:
    words = (str(SHORT), "--mode", "speak", "--pace", "together")
    with opened(tmp_path, *words) as served:
        async with (
            visiting(chromium, served.address) as ivan,
            visiting(chromium, served.address, scripts=False) as anna,
        ):
            await joined(ivan.page, "Иван")
            await joined(anna.page, "Анна")
            await say(ivan.page, ASK)
            await expect(ivan.page.get_by_role("status")).to_contain_text("принят")
            await say(anna.page, "Не отдашь его — пеняй на себя.")
            await ivan.context.set_offline(True)
            served.lead(act="close-vote")
            await ivan.context.set_offline(False)
            split = ivan.page.locator(".split li")
            await expect(split).to_have_count(2)  # he listens again by himself
            await expect(split.first).to_contain_text("1 · 50 %")
            await expect(ivan.page.locator(".split .mine")).to_contain_text(ASK)
            await looked_at(ivan.page, "split")
            # By itself it would look again, but what is under `noscript` is dead to
            # Chromium where scripts are switched off from outside.
            await anna.page.reload()
            await expect(anna.page.locator(".split li")).to_have_count(2)
            served.lead(act="go-on", **{"with": "best"})
            await expect(ivan.page.locator("#now")).to_have_text(f"Зал {ASK}")
            await expect(ivan.page.locator("#text")).to_be_visible()
            ivan.complaints.clear()  # of the lost connection


async def test_every_page_fits_every_screen_and_can_be_read(
    chromium: Browser, choosing: Served
) -> None:
    async with visiting(chromium, choosing.base) as ivan:
        await looked_at(ivan.page, "door")
        await ivan.page.set_extra_http_headers({"Accept-Language": "en"})
        await ivan.page.reload()
        await expect(ivan.page.get_by_label("Class code")).to_be_focused()
        await looked_at(ivan.page, "door-en")
        await ivan.page.goto(choosing.address)
        await looked_at(ivan.page, "come-in")
        await ivan.page.locator("#name").fill("Длинноеимябезединогопробелавсорокзнаков")
        await press(ivan.page, ivan.page.locator("main button"))
        await looked_at(ivan.page, "seated")
        await press(ivan.page, ivan.page.locator("a.button"))
        await looked_at(ivan.page, "choose")
        for words in TWO_THREATS:
            await answer(ivan.page, words)
        await looked_at(ivan.page, "ending")
        await press(ivan.page, ivan.page.locator(".ending a"))
        await looked_at(ivan.page, "debrief")
