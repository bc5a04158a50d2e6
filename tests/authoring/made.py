"""Small scenarios made up from what random choices say, for looking at every state."""

from typing import Final

from hypothesis import strategies as st

from simulator.scenario.model import Scenario
from simulator.scenario.parsing import parse
from tests.authoring.small import small

NAMES: Final = ("one", "two", "three", "four")
_TARGETS: Final = (*NAMES, "stay", "end", "other")
_CONDITIONS: Final = (
    "resistance <= 3",
    "resistance > 7",
    "knows(share)",
    "not knows(share)",
    "flag(asked)",
    "visits > 1",
    "visits(two) > 2",
    "said(threaten)",
    "not said(threaten)",
    "turns > 3",
    "chose(one.first)",
    "fruitless > 1",
    "knows(share) or visits(three) == 1",
    "flag(asked) and resistance < 6",
)
_FORM_CONDITIONS: Final = (
    "right(form) >= 70",
    "filled(form)",
    "not put(form.profit)",
    "decided(freeze)",
    "put(form.growth) and knows(share)",
)
_DOES: Final = ("ask_fact(share)", "ask_permission", "threaten", "acknowledge")
_MOST: Final = "      - {{id: {id}, text: {id} {scene}., does: [{does}]{rest}}}\n"


@st.composite
def scenarios(draw: st.DrawFn, patience: bool | None = None) -> Scenario:
    """Draw a scenario of a few scenes, with circles, conditions and dead ends."""
    formal = draw(st.booleans())
    scenes = "".join(_scene(draw, name, formal) for name in NAMES)
    scenes += _form(draw) if formal else ""
    patient = draw(st.booleans()) if patience is None else patience
    text = small(scenes, reactions=_reactions(draw), patience=2 if patient else None)
    parsed = parse(text.encode(), "made.yaml")
    assert parsed.scenario is not None, parsed.findings
    return parsed.scenario


def _scene(draw: st.DrawFn, name: str, formal: bool) -> str:
    replies = [_reply(draw, name, "first", formal)]
    if draw(st.booleans()):
        replies.append(_reply(draw, name, "second", formal))
    say = _condition(draw, formal)
    return (
        f"  {name}:\n    tests: [P3]\n    say: [{{if: {say}, oleg: Hm.}}]\n"
        f"    replies:\n{''.join(replies)}"
    )


def _condition(draw: st.DrawFn, formal: bool) -> str:
    return draw(st.sampled_from(_CONDITIONS + _FORM_CONDITIONS * formal))


def _target(draw: st.DrawFn, formal: bool) -> str:
    return draw(st.sampled_from(_TARGETS + ("form", "form") * formal))


def _form(draw: st.DrawFn) -> str:
    first, second = _condition(draw, True), _condition(draw, True)
    return (
        "  form:\n    tests: [P3]\n    say: [{oleg: Decide.}]\n    form: decision\n"
        "    offers:\n      options: {freeze: Wait., transfer: Hand over.}\n"
        "      reasons: {profit: Profit., growth: Growth., ego: Ego.}\n"
        "    expect: {reasons: [profit, growth]}\n"
        f'    then:\n      - {{if: "{first}", to: {_target(draw, True)}}}\n'
        f'      - {{if: "{second}", to: {_target(draw, True)}}}\n'
        f"      - {{to: {_target(draw, True)}}}\n"
    )


def _reply(draw: st.DrawFn, scene: str, name: str, formal: bool) -> str:
    rest = f", to: {_target(draw, formal)}"
    if draw(st.booleans()):
        rest += f', if: "{_condition(draw, formal)}"'
    rest += draw(st.sampled_from(("", ", once: true", ", learn: [share]", "")))
    rest += draw(st.sampled_from(("", ", set: [asked]")))
    rest += f", mood: {{resistance: {draw(st.sampled_from((-2, 1, 3)))}}}"
    does = draw(st.sampled_from(_DOES))
    return _MOST.format(id=name, scene=scene, does=does, rest=rest)


def _reactions(draw: st.DrawFn) -> str:
    to = draw(st.sampled_from(_TARGETS))
    return f"reactions:\n  - {{when: threaten, to: {to}, set: [asked]}}\n"
