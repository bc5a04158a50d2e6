"""A real browser at the pages of a class, for the tests.

    async with visiting(chromium, address) as ivan:
        word = await joined(ivan.page, "Иван")
        await answer(ivan.page, "Что он у нас берёт?")

On leaving, what the browser complained of or asked of other servers fails the test.
"""

import json
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import httpx
from playwright.async_api import Browser, BrowserContext, Locator, Page

from tests.e2e.test_class import serving

FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE: Final = 20_000
"""Milliseconds after which a page that does not come counts as missing."""

PHONE: Final = (360, 740)
"""Width and height of a screen in CSS pixels: most phones have no less."""


def chromium_path() -> str | None:
    """Return the browser of this machine; None when there is none."""
    told = os.environ.get("WHOSE_CLIENT_CHROMIUM")
    return told or shutil.which("chromium") or shutil.which("google-chrome")


class Served:
    """A class on a real server, which a test may kill and start again."""

    def __init__(self, data: Path, running: ExitStack, *words: str) -> None:
        """Open a class in Russian: the scenario, then options."""
        self._data, self._running = data, running
        words = ("open", *words, "--lang", "ru")
        self._server, self.address = running.enter_context(serving(data, *words))

    @property
    def base(self) -> str:
        """Where the server is."""
        return self.address.partition("/j/")[0]

    @property
    def code(self) -> str:
        """What people come in by."""
        return self.address.rpartition("/")[2]

    def lead(self, **act: object) -> None:
        """Do something as the trainer, by his token on this machine."""
        (file,) = (self._data / "classes").glob("*.json")
        note = json.loads(file.read_text("utf-8"))
        header = {"authorization": f"Bearer {note['token']}"}
        where = f"{self.base}/t/{note['room']}/lead"
        told = httpx.post(where, json=act, headers=header)
        assert told.status_code == 200, told.text

    def kill(self) -> None:
        """End the server as a power cut does."""
        self._server.kill()
        self._server.wait()

    def start_again(self) -> None:
        """Serve the class from what was stored, where it was."""
        port = int(self.base.rpartition(":")[2])
        again = serving(self._data, "serve", port=port)
        self._server, _ = self._running.enter_context(again)


@contextmanager
def opened(data: Path, *words: str) -> Iterator[Served]:
    """Open a class: its scenario, then options; its server ends with the block."""
    with ExitStack() as running:
        yield Served(data, running, *words)


@dataclass
class Visitor:
    """A person with a browser of his own."""

    context: BrowserContext
    page: Page
    base: str
    complaints: list[str] = field(default_factory=list)
    """What the browser wrote on its console, and what scripts broke on."""
    elsewhere: list[str] = field(default_factory=list)
    """What was asked of other servers than the one of the class."""

    def __post_init__(self) -> None:
        self.context.on("request", lambda asked: self._requested(asked.url))
        self.context.on("console", lambda told: self.complaints.append(told.text))
        self.context.on(
            "weberror", lambda told: self.complaints.append(str(told.error))
        )

    def _requested(self, url: str) -> None:
        if not url.startswith(self.base):
            self.elsewhere.append(url)


@asynccontextmanager
async def visiting(
    chromium: Browser,
    address: str,
    size: tuple[int, int] = PHONE,
    *,
    scripts: bool = True,
) -> AsyncIterator[Visitor]:
    """Open a browser that has been nowhere yet, at an address."""
    base = "/".join(address.split("/")[:3])
    context = await chromium.new_context(
        viewport={"width": size[0], "height": size[1]},
        extra_http_headers={"Accept-Language": "ru"},
        java_script_enabled=scripts,
    )
    context.set_default_timeout(PATIENCE)
    try:
        visitor = Visitor(context, await context.new_page(), base)
        await visitor.page.goto(address)
        yield visitor
        assert visitor.complaints == []
        assert visitor.elsewhere == []
    finally:
        await context.close()


async def press(page: Page, what: Locator) -> None:
    """Press what leads to another page, and wait for that."""
    async with page.expect_navigation():
        await what.click()


async def joined(page: Page, name: str, word: str = "") -> str:
    """Come in by a name, or back by a personal word; return the word."""
    await page.locator("#name").fill(name)
    if word:
        await page.locator("summary").click()
        await page.locator("#word").fill(word)
    await press(page, page.locator("main button"))
    told = await page.locator(".word").inner_text()
    await press(page, page.locator("a.button"))
    return told


async def answer(page: Page, words: str) -> None:
    """Press the reply with these words."""
    await press(page, page.get_by_role("button", name=words))


async def say(page: Page, words: str) -> None:
    """Type own words and send them."""
    await page.locator("#text").fill(words)
    await press(page, page.locator("#answer button"))
