"""A new scenario: a small one that holds, with notes, to be written over.

`begin_scenario` writes the files; what they say comes from the templates beside this
package, and what was wished for is put into them so that any words survive.
"""

from simulator.authoring.new.errors import (
    BadIdError,
    BadWordsError,
    FileThereError,
    NewError,
    NotWrittenError,
    OthersNameError,
)
from simulator.authoring.new.files import Written, begin_scenario, look_at
from simulator.authoring.new.texts import schema_line
from simulator.authoring.new.wishes import (
    LONGEST,
    Wishes,
    an_id,
    id_from,
    scenario_id,
    usual,
    words,
)

__all__ = [
    "LONGEST",
    "BadIdError",
    "BadWordsError",
    "FileThereError",
    "NewError",
    "NotWrittenError",
    "OthersNameError",
    "Wishes",
    "Written",
    "an_id",
    "begin_scenario",
    "id_from",
    "look_at",
    "scenario_id",
    "schema_line",
    "usual",
    "words",
]
