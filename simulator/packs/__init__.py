"""Packs: folders of scenarios with the rubrics and rulebooks they need."""

from simulator.packs.drills import LoadedDrills
from simulator.packs.errors import (
    BrokenFileError,
    NoSuchPartError,
    NoSuchScenarioError,
    PackError,
    UnreadableFileError,
)
from simulator.packs.files import LIMIT, inside, read_file
from simulator.packs.folders import PACK_FILE, PLAYTHROUGHS, Entry, Folder, Part
from simulator.packs.library import Library, Loaded, shipped_folder

__all__ = [
    "LIMIT",
    "PACK_FILE",
    "PLAYTHROUGHS",
    "BrokenFileError",
    "Entry",
    "Folder",
    "Library",
    "Loaded",
    "LoadedDrills",
    "NoSuchPartError",
    "NoSuchScenarioError",
    "PackError",
    "Part",
    "UnreadableFileError",
    "inside",
    "read_file",
    "shipped_folder",
]
