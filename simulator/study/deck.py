"""The cards that can be practised: moments that went wrong, and the packs' drills."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import zip_longest
from typing import Final

from msgspec import Struct

from scoring.keyclient import Rulebook
from simulator.engine import YOU, Mode, Placed, Said, begin_at, view
from simulator.errors import SimulatorError
from simulator.packs import LoadedDrills, PackError
from simulator.packs.drills import drills_file
from simulator.scenario.drills import VOICES, Drill
from simulator.sessions.attempt import Attempt
from simulator.sessions.summary import Summary
from simulator.sessions.usecases import Sessions
from simulator.store import Moments
from simulator.study.posed import Posed, answering, went_wrong

LOOKED_THROUGH: Final = 12
"""So many finished talks are looked through at once; the rest the next time."""


class Card(Struct, frozen=True):
    """Something to practise."""

    key: str
    """The same in every language, and for every talk that went wrong there."""
    title: str
    file: LoadedDrills | None = None
    """Where it is a drill of a pack: the file."""
    drill: str = ""
    """The drill of that file."""
    attempt: str = ""
    """Where it is a moment of a talk: the talk."""
    turn: int = 0
    """The turn of that talk, from 1."""


def has_drills(sessions: Sessions) -> bool:
    """Tell whether any pack has drills; nothing of them is read."""
    for folder in sessions.library.packs():
        with suppress(SimulatorError):
            if drills_file(folder.path, "ru") is not None:
                return True
    return False


def deck(sessions: Sessions, language: str) -> tuple[Card, ...]:
    """Return all cards: moments of the latest talks and drills of the packs, in turn.

    Finished talks that were not looked through yet are looked through, some of them. A
    pack whose drills have mistakes has none to practise: `check` tells them.

    Raises:
        StoreError: The store cannot be used.
    """
    files = _files(sessions, language)
    drills = (card for one in files for card in _drills(one))
    in_turn = zip_longest(_moments(sessions), drills)
    return tuple(card for pair in in_turn for card in pair if card is not None)


def pose(card: Card, sessions: Sessions, mode: Mode, seed: int, times: int) -> Posed:
    """Lay a card before the trainee.

    Args:
        card: Which.
        sessions: Where it comes from.
        mode: How it is answered, by choosing or in own words.
        seed: Fixes the order of the replies.
        times: How often it was practised: each time says it in another voice.

    Raises:
        SimulatorError: What it was made of is gone.
    """
    if card.file is not None:
        return _posed_drill(card.file, card.drill, sessions, mode, seed, times)
    attempt = sessions.resume(card.attempt)
    return _posed_moment(attempt, card.turn, mode, seed)


def _files(sessions: Sessions, language: str) -> Iterator[LoadedDrills]:
    for folder in sessions.library.packs():
        with suppress(PackError):
            found = sessions.library.drills_of(folder, language)
            if found is not None:
                yield found


def _moments(sessions: Sessions) -> Iterator[Card]:
    store = sessions.store
    if store is None:
        return
    finished = [one for one in sessions.past() if one.finished]
    known = {**store.moments(), **dict(_looked_through(sessions, finished))}
    found: dict[str, Card] = {}
    for one in finished:
        for scene, turn in reversed(known.get(one.id, ())):
            key = f"moment/{one.scenario}/{scene}"
            found.setdefault(key, Card(key, one.title, attempt=one.id, turn=turn))
    yield from found.values()


def _looked_through(
    sessions: Sessions, finished: Iterable[Summary]
) -> Iterator[tuple[str, tuple[tuple[str, int], ...]]]:
    """Look through the latest talks that nobody has looked through; keep what is found.

    A talk that cannot be gone through again has nothing to practise.
    """
    store = sessions.store
    if store is None:
        return
    known: Moments = store.moments()
    unknown = [one.id for one in finished if one.id not in known]
    for name in unknown[:LOOKED_THROUGH]:
        found: tuple[tuple[str, int], ...] = ()
        with suppress(SimulatorError):
            talk = sessions.resume(name)
            found = went_wrong(talk.states, talk.rubric, talk.rulebook)
        store.keep_moments(name, found)
        yield name, found


def _drills(file: LoadedDrills) -> Iterator[Card]:
    for one in file.drills.drills.values():
        key = f"drill/{file.drills.id}/{one.id}"
        yield Card(key, one.objection, file=file, drill=one.id)


def _posed_drill(
    file: LoadedDrills,
    name: str,
    sessions: Sessions,
    mode: Mode,
    seed: int,
    times: int,
) -> Posed:
    drill: Drill = file.drills.drills[name]
    story = file.drills.scenario()
    placed = Placed(name, visits={name: times % VOICES + 1})
    state, _ = begin_at(story, seed, placed, mode)
    rulebook: Rulebook = sessions.library.rulebook(story.rulebook)
    who = f"{drill.who.name}, {drill.who.role}."
    return Posed(
        title=drill.objection,
        context=(who, drill.context),
        state=state,
        rubric=file.rubric,
        rulebook=rulebook,
        ears=sessions.ears,
        beneath=drill.beneath,
    )


def _posed_moment(attempt: Attempt, turn: int, mode: Mode, seed: int) -> Posed:
    before, after = attempt.states[turn - 1 : turn + 1]
    mine = (e for e in after.latest if isinstance(e, Said) and e.who == YOU)
    known = (f"{entry.name}: {entry.line}" for entry in view(before).card)
    return Posed(
        title=attempt.scenario.title,
        context=tuple(one for one in (attempt.scenario.brief, *known) if one.strip()),
        state=answering(before, mode, seed),
        rubric=attempt.rubric,
        rulebook=attempt.rulebook,
        ears=attempt.ears,
        then=next((said.text for said in mine), ""),
    )
