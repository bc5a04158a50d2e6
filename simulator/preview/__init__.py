"""A scenario under its author's eyes: what stands, what each reply does, what fired.

    room = Room(library, path, language, now=clock.now, new_seed=clock.new_seed)
    room.take(room.read())
    author_view(room.attempt, "en")

No screens here: `simulator.tui.screens.preview` draws what this package says.
"""

from simulator.preview.eyes import author_view
from simulator.preview.jump import Jump, completions, jump, written_place
from simulator.preview.model import (
    AuthorView,
    ConditionNote,
    Fault,
    Gauge,
    MoveNote,
    PartNote,
    ReplyNote,
    Standing,
)
from simulator.preview.room import Reading, Room

__all__ = [
    "AuthorView",
    "ConditionNote",
    "Fault",
    "Gauge",
    "Jump",
    "MoveNote",
    "PartNote",
    "Reading",
    "ReplyNote",
    "Room",
    "Standing",
    "author_view",
    "completions",
    "jump",
    "written_place",
]
