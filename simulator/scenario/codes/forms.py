"""SCN45x: forms and meetings that do not hold together."""

from simulator.messages import N_
from simulator.scenario.codes.rule import error

NO_FORM = error(
    "SCN451",
    N_("`{key}` belongs to a form, and the scene has none"),
    N_("Add `form:`, or delete `{key}`."),
)
FORM_AND_REPLIES = error(
    "SCN452",
    N_("the scene has both `form` and `{key}`"),
    N_("Keep one: a form is filled in, and nothing is answered there."),
)
NOT_A_PART = error(
    "SCN453",
    N_("the form `{form}` has no part `{value}`"),
    N_("Did you mean `{nearest}`? Its parts are: {known}."),
    N_("Its parts are: {known}."),
)
MISSING_PART = error(
    "SCN454",
    N_("the form `{form}` needs `{value}` under `{key}:`"),
    N_("Add `{value}:` there; docs/scenario-format.md shows what stands in it."),
)
NOT_ON_OFFER = error(
    "SCN455",
    N_("`{value}` is not on offer under `offers: {part}:`"),
    N_("Did you mean `{nearest}`?"),
    N_("Add it there, or write the id of something that is."),
)
LEADS_NOWHERE = error(
    "SCN456",
    N_("the form leads nowhere when no `if` holds"),
    N_("Add `to:` to the scene, or leave the `if` of the last move under `then:` out."),
)
NOT_A_DECISION = error(
    "SCN457",
    N_("`{value}` is nothing that can be decided"),
    N_("Did you mean `{nearest}`? One can decide: {known}."),
    N_("One can decide: {known}."),
)
NOTHING_TO_EXPLAIN = error(
    "SCN458",
    N_("nothing in the form is called `{value}`"),
    N_("Did you mean `{nearest}`?"),
    N_("Write the name of a part, or the id of something on offer."),
)
NOT_A_FORM = error(
    "SCN459",
    N_("the scene `{value}` has no form"),
    N_("Did you mean `{nearest}`?"),
    N_("Write the id of a scene with a `form:`."),
)
NOT_AN_OPTION = error(
    "SCN460",
    N_("no decision offers `{value}`"),
    N_("Did you mean `{nearest}`?"),
    N_("Write an option of a form `decision`."),
)
ITEM_OF_NO_FORM = error(
    "SCN461",
    N_("`{value}` does not say on which form it stands"),
    N_("Write the scene of the form before it: `{nearest}`."),
)
NOT_IN_THE_FORM = error(
    "SCN462",
    N_("the form offers nothing called `{value}`"),
    N_("Did you mean `{nearest}`?"),
    N_("Write the id of something under `offers:` of that scene."),
)
