"""SCN1xx: keys and values that are not as the format has them."""

from simulator.messages import N_
from simulator.scenario.codes.rule import error

UNKNOWN_KEY = error(
    "SCN101",
    N_("there is no key `{key}` here"),
    N_("Did you mean `{nearest}`? The keys are: {known}."),
    N_("The keys are: {known}."),
)
MISSING_KEY = error(
    "SCN102",
    N_("the key `{key}` is missing"),
    N_("Add `{key}:`."),
)
TEXT_EXPECTED = error(
    "SCN103",
    N_("`{key}` must be words, not a list or further keys"),
    N_("Write the words after `{key}:`; in quotes if they hold brackets or a colon."),
)
LIST_EXPECTED = error(
    "SCN104",
    N_("`{key}` must be a list"),
    N_("Write one item on each line, after `- `; or in brackets: `[…, …]`."),
)
MAPPING_EXPECTED = error(
    "SCN105",
    N_("`{key}` must hold further keys"),
    N_("Write such lines under it, indented: `{nearest}`."),
    N_("Write `key: value` lines under it, indented."),
)
EMPTY_VALUE = error(
    "SCN106",
    N_("`{key}` is empty"),
    N_("Write something there, or leave `{nearest}` out if it is not required."),
    N_("Write something there: this key is required."),
)
LOST_IN_COMMENT = error(
    "SCN107",
    N_("`{key}` is empty, for what starts with `#` is a comment"),
    N_("Put the value in quotes."),
)
NOT_WHOLE = error(
    "SCN108",
    N_("`{key}` must be a whole number, not “{value}”"),
    N_("Write `{nearest}`."),
    N_("Write digits only, such as 3 or -1."),
)
NOT_A_NUMBER = error(
    "SCN109",
    N_("`{key}` must be a number, not “{value}”"),
    N_("Write `{nearest}`; put it in quotes if it is meant as words."),
    N_("Write digits, with a point for decimals: 12000000 or 0.5."),
)
OUT_OF_RANGE = error(
    "SCN110",
    N_("`{key}` is {value}, but must lie within {low}..{high}"),
    N_("Choose a number from {low} to {high}."),
)
NOT_YES_OR_NO = error(
    "SCN111",
    N_("`{key}` must be `true` or `false`, not “{value}”"),
    N_("Write `{nearest}`."),
    N_("Write `true` or `false`."),
)
NOT_ONE_OF = error(
    "SCN112",
    N_("“{value}” is not a value of `{key}`"),
    N_("Did you mean `{nearest}`? The values are: {known}."),
    N_("The values are: {known}."),
)
BAD_ID = error(
    "SCN113",
    N_("“{value}” is not an id"),
    N_("Write `{nearest}`: lower-case Latin letters and digits, with hyphens between."),
    N_("Write lower-case Latin letters and digits, hyphens between: `who-decides`."),
)
RESERVED_ID = error(
    "SCN114",
    N_("`{value}` has a meaning of its own and can't be an id"),
    N_("Choose another one, such as `{nearest}`."),
)
TOO_FEW = error(
    "SCN115",
    N_("`{key}` is an empty list"),
    N_("Add at least one item."),
)
REVERSED = error(
    "SCN116",
    N_("in `{key}` the first number, {low}, is above the second, {high}"),
    N_("Write the smaller one first: `[{high}, {low}]`."),
)
NOT_A_RANGE = error(
    "SCN117",
    N_("`{key}` must be two numbers"),
    N_("Write `[low, high]`."),
)
NO_SPEAKER = error(
    "SCN118",
    N_("the line does not say who speaks"),
    N_("Write `{example}: words`, or `note: words` for a stage direction."),
)
SEVERAL_SPEAKERS = error(
    "SCN119",
    N_("one line has several speakers: {known}"),
    N_("Give each a line of their own, after `- `."),
)
SPLIT_BY_COMMA = error(
    "SCN120",
    N_("a comma cuts the words off before “{words}”"),
    N_("Put all the words after the key in quotes."),
)
BAD_CODE_USE = error(
    "SCN121",
    N_("“{value}” is not a behaviour code with its topics"),
    N_("Write `ask_interest`, or `ask_fact(share, competitor)`."),
)
UNKNOWN_CODE = error(
    "SCN122",
    N_("there is no behaviour code `{value}`"),
    N_("Did you mean `{nearest}`? All codes stand in docs/codebook.md."),
    N_("All codes stand in docs/codebook.md."),
)
UNKNOWN_TOPIC = error(
    "SCN123",
    N_("`{code}` has no topic `{value}`"),
    N_("Did you mean `{nearest}`? The topics are: {known}."),
    N_("The topics are: {known}."),
)
NO_TOPICS = error(
    "SCN124",
    N_("the code `{code}` takes nothing in parentheses"),
    N_("Write `{code}`."),
)
UNKNOWN_PRINCIPLE = error(
    "SCN125",
    N_("there is no principle `{value}`"),
    N_("Did you mean `{nearest}`? The principles are: {known}."),
    N_("The principles are: {known}."),
)
UNKNOWN_VERSION = error(
    "SCN127",
    N_("the file is written in version “{value}” of the format"),
    N_("This program reads version {known}: write `format: {known}`."),
)
NO_SPACE_IN_BRACES = error(
    "SCN128",
    N_("there is no space after the colon in “{value}”"),
    N_("Write `{nearest}`."),
)
NOT_A_MAPPING = error(
    "SCN129",
    N_("the file must be made of `key: value` lines"),
    N_("Begin with `format: 1`, as docs/scenario-format.md shows."),
)
UNKNOWN_KIND = error(
    "SCN130",
    N_("one can't tell from its keys what this file is"),
    N_(
        "A scenario has `scenes:`, a rulebook `criteria:`, a rubric `rows:`,"
        " play-throughs `plays:`, drills `drills:`, a pack `licence:`."
    ),
)
NOT_A_LIST_FILE = error(
    "SCN131",
    N_("the file must be a list"),
    N_("Write one answer on each line: `- id: what-does-he-buy`, or `- say: words`."),
)
WRONG_COUNT = error(
    "SCN132",
    N_("the number of items in `{key}` is {value}, but it must be {wanted}"),
    N_("Add some, or delete some."),
)
STANDS_ALREADY = error(
    "SCN133",
    N_("“{value}” stands in `{key}` already, at line {line}"),
    N_("Write something else in its place, or delete it."),
)
