"""Talks as rows of tables: talks, turns, items. The heads are a contract."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from scoring.codes import Code
from scoring.principles import Principle
from simulator.plaintext import plain
from simulator.reports.model import Debrief
from simulator.reports.numbers import number
from simulator.reports.phrases import Phrase
from simulator.sessions.summary import Summary
from simulator.store import Card

Cell = str | float | None
Cells = Sequence[Cell]
Words = Callable[[Phrase], str]
"""Renders a phrase in the reader's language."""

ATTEMPTS: Final = (
    *("attempt", "scenario", "title", "language", "mode", "started", "last"),
    *("turns", "finished", "ending", "outcome", "business", "key_client"),
    *("rubric", "seconds", *Principle),
)
TURNS: Final = (
    *("attempt", "turn", "scene", "said", "reply", "codes", "taken_as", "fruitless"),
    *("circling", "learned", *Principle),
)
ITEMS: Final = (
    *("attempt", "kind", "turn", "scene", "item", "name", "given", "wanted"),
    *("level", "share"),
)
"""`kind` is `principle`, with a level of 0..4, or the kind of a form, with a share
of 0..1."""


def attempt_row(one: Summary, card: Card | None) -> Cells:
    """Return a talk as a row; what is not known is empty.

    Args:
        one: The talk.
        card: Its levels and the time spent; None where nobody has looked yet.
    """
    levels = card.levels if card else {}
    return (
        one.id,
        one.scenario,
        one.title,
        one.language,
        one.mode,
        one.started_at.isoformat(),
        one.last_at.isoformat(),
        one.turns,
        "yes" if one.finished else "no",
        one.ending,
        one.outcome,
        number(one.business),
        number(one.key_client),
        card.rubric if card else None,
        card.seconds if card else None,
        *(number(levels.get(principle)) for principle in Principle),
    )


def turn_rows(attempt: str, note: Debrief) -> Iterator[Cells]:
    """Yield the turns that count, oldest first; levels are those that a turn showed."""
    for turn in note.turns:
        levels = {one.principle: one.level for one in turn.levels}
        codes = [one.written for one in turn.codes if one.code is not Code.NONE]
        yield (
            attempt,
            turn.turn,
            turn.scene,
            plain(turn.text),
            turn.reply,
            " ".join(codes),
            turn.taken_as,
            "yes" if turn.fruitless else "no",
            "yes" if turn.circling else "no",
            " ".join(one.fact for one in turn.learned),
            *(levels.get(principle) for principle in Principle),
        )


def item_rows(attempt: str, note: Debrief, words: Words) -> Iterator[Cells]:
    """Yield every opportunity of a principle, then every item of a form.

    Args:
        attempt: The talk's id.
        note: Its debrief.
        words: Renders phrases.
    """
    for one in note.principles:
        for each in one.opportunities:
            given = "" if each.missed else each.text
            head = (attempt, "principle", each.turn, each.scene, one.principle)
            yield (*head, one.title, given, "", each.level, None)
    for turn in note.turns:
        for part in turn.form.parts if turn.form else ():
            for item in part.items:
                yield (
                    attempt,
                    str(turn.form.kind) if turn.form else "",
                    turn.turn,
                    turn.scene,
                    f"{item.part}.{item.item}".rstrip("."),
                    words(item.name),
                    words(item.given),
                    words(item.wanted),
                    None,
                    number(item.share),
                )
