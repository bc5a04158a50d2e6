"""The dialogue engine: pure functions that every front end plays through.

    state, events = begin(scenario, seed)
    state, events = step(state, Choose("what-does-he-buy"))
    screen = view(state)

An attempt is its events; `replay` computes everything else from them again.
"""

from simulator.engine.answers import (
    Answer,
    Choose,
    Fill,
    Mode,
    Say,
    Source,
    Understood,
)
from simulator.engine.begin import begin, begin_at
from simulator.engine.errors import (
    BadEventsError,
    BadFormError,
    EngineError,
    FormExpectedError,
    NoSuchPlaceError,
    NoSuchTurnError,
    NotOfferedError,
    TalkOverError,
)
from simulator.engine.events import (
    EARLIER,
    YOU,
    Corrected,
    Event,
    Filled,
    Finished,
    Learned,
    Mood,
    Moved,
    Read,
    Rewound,
    Said,
    Started,
    Why,
)
from simulator.engine.handed import Handed
from simulator.engine.history import (
    Moment,
    fact_of,
    history,
    moments,
    talk_of,
    talk_so_far,
)
from simulator.engine.jsonform import from_json, kind_of, to_json
from simulator.engine.moves import Move, move_of, offered, on_offer, reaction_to
from simulator.engine.placed import Placed
from simulator.engine.replay import (
    Replayed,
    answers,
    back,
    begun,
    effective,
    replay,
    rewind,
    undone,
)
from simulator.engine.show import view
from simulator.engine.state import ENGINE_VERSION, State
from simulator.engine.step import step
from simulator.engine.view import (
    CardEntry,
    EndingView,
    Meter,
    Offer,
    PersonView,
    Spoken,
    View,
)

__all__ = [
    "EARLIER",
    "ENGINE_VERSION",
    "YOU",
    "Answer",
    "BadEventsError",
    "BadFormError",
    "CardEntry",
    "Choose",
    "Corrected",
    "EndingView",
    "EngineError",
    "Event",
    "Fill",
    "Filled",
    "Finished",
    "FormExpectedError",
    "Handed",
    "Learned",
    "Meter",
    "Mode",
    "Moment",
    "Mood",
    "Move",
    "Moved",
    "NoSuchPlaceError",
    "NoSuchTurnError",
    "NotOfferedError",
    "Offer",
    "PersonView",
    "Placed",
    "Read",
    "Replayed",
    "Rewound",
    "Said",
    "Say",
    "Source",
    "Spoken",
    "Started",
    "State",
    "TalkOverError",
    "Understood",
    "View",
    "Why",
    "answers",
    "back",
    "begin",
    "begin_at",
    "begun",
    "effective",
    "fact_of",
    "from_json",
    "history",
    "kind_of",
    "moments",
    "move_of",
    "offered",
    "on_offer",
    "reaction_to",
    "replay",
    "rewind",
    "step",
    "talk_of",
    "talk_so_far",
    "to_json",
    "undone",
    "view",
]
