"""The trainer who watches while a class answers: how long it takes, how old it is."""

import asyncio
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any, Final

from bench.crowd import Browser
from bench.measure import Row

LOOK: Final = 0.8
"""Seconds between two looks, as of the board."""


class Trainer:
    """Watches all classes of a data folder."""

    def __init__(self, data: Path, port: int, people: Sequence[Browser]) -> None:
        """Take the tokens from the notes of this machine."""
        notes = [json.loads(one.read_text()) for one in data.glob("classes/*.json")]
        self._desks = [(f"/t/{note['room']}", note["token"]) for note in notes]
        self._browser = Browser("127.0.0.1", port)
        self._people = people
        self._shown: dict[int, int] = {}
        """Person → how many answers of his were shown by the last look."""
        self.took: list[float] = []
        self.old: list[float] = []
        """For each look, the age of the oldest answer that the look before did not
        show: the screen was that old just before it changed."""

    async def watch(self) -> None:
        """Look again and again, until cancelled."""
        while True:
            begun = perf_counter()
            for desk, token in self._desks:
                begun_one = perf_counter()
                told = await self._browser.look(desk, token)
                self.took.append(perf_counter() - begun_one)
                self._note(json.loads(told))
            await asyncio.sleep(max(0.0, LOOK - (perf_counter() - begun)))

    def rows(self) -> Iterator[Row]:
        """Tell what was seen."""
        took, old = sorted(self.took), max(self.old, default=0.0)
        yield Row(
            f"watching a class, {len(took)} looks",
            f"{took[len(took) // 2] * 1000:.0f} ms",
            f"the slowest {took[-1] * 1000:.0f} ms",
            None,
            None,
        )
        yield Row("oldest thing on the screen", f"{old:.2f} s", "≤ 1 s", None, None)

    def _note(self, told: dict[str, Any]) -> None:
        now = perf_counter()
        for one in told["people"]:
            number = int(one["name"].split()[-1])
            missed = self._people[number].told_at[self._shown.get(number, 0) :]
            if missed:
                self.old.append(now - missed[0])
            self._shown[number] = one["turn"]
