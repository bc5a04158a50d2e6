"""SCN4xx: what can be read, but makes no sense."""

from simulator.messages import N_
from simulator.scenario.codes.rule import error, warning

DUPLICATE_REPLY = error(
    "SCN401",
    N_("the scene has a reply `{value}` already, at line {line}"),
    N_("Give each reply of a scene an id of its own."),
)
SCENE_AND_ENDING = error(
    "SCN402",
    N_("a scene is called `{value}` as well, at line {line}"),
    N_("Rename one of them: `to:` could mean either."),
)
NO_REPLIES = error(
    "SCN403",
    N_("the scene `{value}` has no replies, so the trainee is stuck"),
    N_("Add a reply under `replies:`, or make it an ending."),
)
MAY_FALL_SILENT = warning(
    "SCN404",
    N_("every reply of the scene `{value}` has an `if` or a `once`"),
    N_("Leave one without, so that there is always something to say."),
)
CUT_BY_COMMA = warning(
    "SCN405",
    N_("“{words}” starts with a small letter: a comma may have cut a line in two"),
    N_("Put both in one pair of quotes if these words belong to the line before."),
)
LEVEL_WITHOUT_CRITERION = error(
    "SCN406",
    N_("the fact `{value}` has a `level`, but no `criterion` that it is a level of"),
    N_("Add `criterion:`, or leave `level` out."),
)
TOO_MANY_SCENES = error(
    "SCN407",
    N_("the file has more than {most} scenes"),
    N_("Split it into several scenarios."),
)
NONE_AMONG_OTHERS = error(
    "SCN408",
    N_("`none` says that the reply does nothing, and other codes stand beside it"),
    N_("Keep `none` or the others."),
)
