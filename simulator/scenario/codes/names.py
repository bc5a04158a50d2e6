"""SCN2xx: names that stand for nothing in the file."""

from simulator.messages import N_
from simulator.scenario.codes.rule import error

UNKNOWN_TARGET = error(
    "SCN201",
    N_("there is no scene or ending `{value}`"),
    N_("Did you mean `{nearest}`? `stay` keeps the talk in its scene."),
    N_("Write the id of a scene or an ending, or `stay`."),
)
UNKNOWN_SCENE = error(
    "SCN202",
    N_("there is no scene `{value}`"),
    N_("Did you mean `{nearest}`?"),
    N_("Write the id of a scene under `scenes:`."),
)
UNKNOWN_ENDING = error(
    "SCN203",
    N_("there is no ending `{value}`"),
    N_("Did you mean `{nearest}`?"),
    N_("Write the id of an ending under `endings:`."),
)
UNKNOWN_FACT = error(
    "SCN204",
    N_("the client has no fact `{value}`"),
    N_("Did you mean `{nearest}`?"),
    N_("Write the id of a fact under `client: facts:`."),
)
UNKNOWN_PERSON = error(
    "SCN205",
    N_("there is nobody called `{value}` in the cast"),
    N_("Did you mean `{nearest}`?"),
    N_("Write the id of a person under `cast:`, or `note` for a stage direction."),
)
UNKNOWN_METER = error(
    "SCN206",
    N_("nobody in the cast has a meter `{value}`"),
    N_("Did you mean `{nearest}`? The meters are: {known}."),
    N_("The meters are: {known}. Add this one under `cast:`, in somebody's `mood:`."),
)
UNSET_FLAG = error(
    "SCN207",
    N_("the flag `{value}` is asked for, but nothing sets it"),
    N_("Did you mean `{nearest}`?"),
    N_("Set it where it becomes true: `set: [{value}]`."),
)
UNKNOWN_REPLY = error(
    "SCN208",
    N_("there is no reply `{value}` here"),
    N_("Did you mean `{nearest}`?"),
    N_("Write the `id` of a reply."),
)
METER_OF_SEVERAL = error(
    "SCN209",
    N_("several people have the meter `{value}`: {known}"),
    N_("Say whose it is: `{nearest}`."),
)
METER_OF_ANOTHER = error(
    "SCN211",
    N_("`{key}` has no meter `{value}`; it belongs to others: {known}"),
    N_("Write `{nearest}`, or add it under `cast:`, in the `mood:` of `{key}`."),
)
REPLY_OF_SEVERAL = error(
    "SCN210",
    N_("several scenes have a reply `{value}`: {known}"),
    N_("Say which one: `{nearest}`."),
)
