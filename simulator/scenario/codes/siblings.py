"""SCN5xx, 6xx, 7xx: rulebooks and rubrics, packs, play-throughs and answers."""

from simulator.messages import N_
from simulator.scenario.codes.rule import error, warning

WEIGHTS = error(
    "SCN501",
    N_("the weights sum to {value}, not to 100"),
    N_("Change them so that together they make 100."),
)
NEGATIVE_WEIGHT = error(
    "SCN502",
    N_("the weight {value} is below 0"),
    N_("Write 0 for what does not count."),
)
DUPLICATE_ID = error(
    "SCN503",
    N_("`{value}` stands in this list already, at line {line}"),
    N_("Give each item an id of its own."),
)
NO_SCALE = error(
    "SCN504",
    N_("the criterion `{value}` has neither `bounds` nor `anchors`"),
    N_("Add four numbers as `bounds`, or five sentences as `anchors`."),
)
NOT_FOUR_BOUNDS = error(
    "SCN505",
    N_("there are {value} bounds, and five levels need four"),
    N_("Write four numbers: `[50, 75, 90, 95]`."),
)
BOUNDS_MUST_RISE = error(
    "SCN506",
    N_("the bounds do not rise"),
    N_("Write them from small to large; where less is better, add `reversed: true`."),
)
BOUNDS_MUST_FALL = error(
    "SCN507",
    N_("the bounds do not fall, though `reversed` says that less is better"),
    N_("Write them from large to small, or leave `reversed` out."),
)
NOT_FIVE_ANCHORS = error(
    "SCN508",
    N_("there are {value} anchors, and five levels need five"),
    N_("Write one sentence for each level, 0 first."),
)
THRESHOLDS = error(
    "SCN509",
    N_("the thresholds must rise from 0 to 100: first `not-key`, then `key`"),
    N_("Write, for instance, `{{key: 70, not-key: 55}}`."),
)
STATED_WEIGHT = error(
    "SCN510",
    N_("`stated-weight` must be above 0"),
    N_("Write how much weight of named criteria counts as all, such as 60."),
)
COUNTS_NOTHING = error(
    "SCN511",
    N_("the code `{code}` has no topics to count"),
    N_("Write `{code}` without a number."),
)
NEVER_COUNTS = warning(
    "SCN527",
    N_("the row `{value}` never counts: `{other}` asks for the same"),
    N_("Leave one of the two out, or let one ask for more."),
)
UNSAFE_PATH = error(
    "SCN601",
    N_("the path “{value}” leaves the pack"),
    N_("Write a path inside the pack's folder, with `/` and without `..`."),
)
NO_ANSWER = error(
    "SCN701",
    N_("the answer has neither `id` nor `say` nor `fill`"),
    N_("Write `id: what-does-he-buy` for a reply on offer, `say: words` or `fill: …`."),
)
TWO_ANSWERS = error(
    "SCN702",
    N_("the answer has more than one of `id`, `say` and `fill`"),
    N_("Keep one of them."),
)
DUPLICATE_PLAY = error(
    "SCN703",
    N_("there is a play called “{value}” already, at line {line}"),
    N_("Give each play a name of its own."),
)
