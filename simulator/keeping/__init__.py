"""Data in hand: one archive with all of a person's talks, and taking it in again."""

from simulator.keeping.archive import MOST_TEXT, Archive, opened_archive
from simulator.keeping.beside import beside
from simulator.keeping.errors import KeepingError
from simulator.keeping.exporting import Extras, Written, write_archive
from simulator.keeping.importing import Taken, take_in
from simulator.keeping.merging import Fate, Placed, placed
from simulator.keeping.rescoring import (
    Anew,
    Unscored,
    keep_scores,
    score_again,
    scored_anew,
)
from simulator.keeping.weaving import woven

__all__ = [
    "MOST_TEXT",
    "Anew",
    "Archive",
    "Extras",
    "Fate",
    "KeepingError",
    "Placed",
    "Taken",
    "Unscored",
    "Written",
    "beside",
    "keep_scores",
    "opened_archive",
    "placed",
    "score_again",
    "scored_anew",
    "take_in",
    "woven",
    "write_archive",
]
