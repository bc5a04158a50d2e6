"""The scenario of an old attempt, made ready again wherever its pack is now."""

from simulator.packs import BrokenFileError, Library, Loaded, PackError
from simulator.sessions.errors import MissingRulesError


def loaded_again(library: Library, text: bytes, source: str) -> Loaded:
    """Make a scenario ready whose text was kept.

    Args:
        library: Where rubrics and rulebooks are.
        text: The file as it was when it was played.
        source: Where it came from: an id, or the path of a file.

    Raises:
        BrokenFileError: This version of the program cannot read the text.
        MissingRulesError: Its rubric or rulebook is gone.
    """
    place = library.place(source)
    try:
        return library.loaded(text, place, source)
    except PackError as error:
        if isinstance(error, BrokenFileError) and error.path == place:
            raise
        raise MissingRulesError(error) from error
