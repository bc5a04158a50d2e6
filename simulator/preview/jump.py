"""A state as an author types it: `resistance=3 fact=share,groups flag=promised`.

Words are those of conditions: a meter, `fact`, `flag`, `visits` (of the scene jumped
to) and `visits.scene`, `fruitless`, `said=code`, `chose=scene.reply`, `filled=scene`,
`right.scene=80`, `put=scene.item`, `decided=option`. All mistakes are told at once.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from scoring.codes import Code
from simulator.engine import Handed, Placed, State
from simulator.messages import N_
from simulator.preview import names
from simulator.preview.conditions import meter_names
from simulator.reports.phrases import Phrase, phrase
from simulator.scenario.findings import shown
from simulator.scenario.model import HIGHEST_METER, LOWEST_METER, Scenario
from simulator.scenario.spelling import nearest

_DIGITS = 9


class Jump(Struct, frozen=True):
    """What was typed, understood."""

    placed: Placed
    """What of it could be understood."""
    mistakes: tuple[Phrase, ...]
    """A sentence for each thing that could not."""


class _Reading(Struct):
    """A state while it is being read."""

    story: Scenario
    scene: str
    named: Mapping[str, tuple[str, ...]]
    numbers: dict[str, int] = {}
    lists: dict[str, list[str]] = {}
    mistakes: list[Phrase] = []


def jump(story: Scenario, scene: str, typed: str) -> Jump:
    """Read a scene and a state as they were typed.

    Args:
        story: The scenario.
        scene: The id of the scene to jump to; empty: the first one.
        typed: The state; empty: as at the beginning.
    """
    reading = _Reading(story, scene.strip() or story.start, names.words(story))
    if reading.scene not in story.scenes:
        reading.mistakes.append(_unknown("scene", reading.scene, story.scenes))
    for word in typed.replace(";", " ").split():
        _take(word, reading)
    return Jump(_placed(reading), tuple(reading.mistakes))


def written_place(state: State) -> str:
    """Write how a talk stands, as `jump` reads it, as far as it is not as at first."""
    story, name = state.story, meter_names(state.story)
    first = {f"{p.id}.{m}": v for p in story.cast.values() for m, v in p.mood.items()}
    facts = [f for f in state.known if not story.client.facts[f].known]
    forms = state.forms.items()
    listed: dict[str, list[str]] = {
        names.FACT: facts,
        names.FLAG: sorted(state.flags),
        names.SAID: sorted(str(code) for code in state.codes if code is not Code.NONE),
        names.CHOSE: list(state.used),
        names.FILLED: [scene for scene, form in forms if not form.right],
        names.PUT: [f"{s}.{item}" for s, form in forms for item in sorted(form.items)],
        names.DECIDED: [form.option for _, form in forms if form.option],
    }
    return " ".join(
        [
            *(f"{name(m)}={v}" for m, v in state.meters.items() if v != first[m]),
            *(f"{word}={','.join(some)}" for word, some in listed.items() if some),
            *(f"{names.VISITS}.{s}={n}" for s, n in state.visits.items()),
            *(f"{names.RIGHT}.{s}={form.right}" for s, form in forms if form.right),
            *([f"{names.FRUITLESS}={state.fruitless}"] if state.fruitless else []),
        ]
    )


def completions(story: Scenario, typed: str) -> tuple[str, ...]:
    """Return how the last word of a state can go on, most likely first.

    Each is the whole word: `fact=sh` → `fact=share`.
    """
    last = "" if not typed or typed[-1].isspace() else typed.split()[-1]
    word, equals, value = last.partition("=")
    takes = names.words(story)
    if not equals:
        every = [*dict.fromkeys([*names.numbers(story), *takes])]
        return tuple(f"{one}=" for one in every if one.startswith(word))
    *whole, begun = value.split(",")
    before = f"{word}={''.join(f'{one},' for one in whole)}"
    fitting = (one for one in takes.get(word, ()) if one.startswith(begun))
    return tuple(before + one for one in fitting if one not in whole)


def _take(word: str, reading: _Reading) -> None:
    """Take in one `name=value`."""
    name, equals, value = word.partition("=")
    if name in reading.named:
        _take_names(name, value, reading)
    elif name in names.numbers(reading.story):
        _take_number(name, value, reading)
    elif not equals:
        reading.mistakes.append(phrase(_NO_VALUE, word=shown(word)))
    else:
        known = (*names.numbers(reading.story), *reading.named)
        reading.mistakes.append(_unknown("name", name, known))


def _take_names(name: str, value: str, reading: _Reading) -> None:
    if not value:
        reading.mistakes.append(phrase(_NO_VALUE, word=name))
    for one in filter(None, value.split(",")):
        full = _full(name, one, reading.story)
        if full in reading.named[name]:
            reading.lists.setdefault(name, []).append(full)
        else:
            reading.mistakes.append(_unknown(name, one, reading.named[name]))


def _full(name: str, value: str, story: Scenario) -> str:
    """Return a reply as `scene.reply` where only one scene has it."""
    if name != names.CHOSE or "." in value:
        return value
    homes = [s.id for s in story.scenes.values() if value in {r.id for r in s.replies}]
    return f"{homes[0]}.{value}" if len(homes) == 1 else value


def _take_number(name: str, value: str, reading: _Reading) -> None:
    most = _most(name, reading.story)
    here = name in (names.VISITS, f"{names.VISITS}.{reading.scene}")
    least = 1 if here else LOWEST_METER
    whole = value.isascii() and value.isdigit() and len(value) <= _DIGITS
    if whole and least <= int(value) <= most:
        reading.numbers[name] = int(value)
    else:
        template = N_("`{name}` takes a whole number from {least} to {most}.")
        reading.mistakes.append(phrase(template, name=name, least=least, most=most))


def _most(name: str, story: Scenario) -> int:
    if name in names.meters(story):
        return HIGHEST_METER
    return 100 if name.startswith(f"{names.RIGHT}.") else 1000


def _placed(reading: _Reading) -> Placed:
    lists, called = reading.lists, names.meters(reading.story)
    numbers = reading.numbers
    visits = {
        (name.partition(".")[2] or reading.scene): count
        for name, count in numbers.items()
        if name.partition(".")[0] == names.VISITS and name not in called
    }
    return Placed(
        scene=reading.scene,
        meters={called[one]: n for one, n in numbers.items() if one in called},
        known=tuple(dict.fromkeys(lists.get(names.FACT, ()))),
        flags=tuple(dict.fromkeys(lists.get(names.FLAG, ()))),
        visits=visits,
        said=tuple(Code(one) for one in dict.fromkeys(lists.get(names.SAID, ()))),
        chose=tuple(dict.fromkeys(lists.get(names.CHOSE, ()))),
        fruitless=numbers.get(names.FRUITLESS, 0),
        forms=_forms(reading),
    )


def _forms(reading: _Reading) -> dict[str, Handed]:
    """Return the forms that count as handed in; of one with an option, last."""
    forms = {scene: Handed(0, "") for scene in reading.lists.get(names.FILLED, ())}
    for name, right in reading.numbers.items():
        word, _, scene = name.partition(".")
        if word == names.RIGHT:
            forms[scene] = replace(forms.get(scene, Handed(0, "")), right=right)
    for item in reading.lists.get(names.PUT, ()):
        scene, _, one = item.partition(".")
        was = forms.get(scene, Handed(0, ""))
        forms[scene] = replace(was, items=was.items | {one})
    for option in reading.lists.get(names.DECIDED, ()):
        scene = names.home_of_option(reading.story, option)
        was = forms.pop(scene, Handed(0, ""))
        forms[scene] = replace(was, option=option)
    return forms


_NO_VALUE = N_("`{word}` lacks its value: write `name=value`.")
_UNKNOWN = {
    "name": N_("A state has no `{value}`."),
    "scene": N_("There is no scene `{value}`."),
    names.FACT: N_("There is no fact `{value}`."),
    names.FLAG: N_("No reply or reaction sets a flag `{value}`."),
    names.SAID: N_("There is no code `{value}`."),
    names.CHOSE: N_("There is no reply `{value}`, written as `scene.reply`."),
    names.FILLED: N_("There is no scene `{value}` with a form."),
    names.PUT: N_("There is no `{value}` on a form, written as `scene.item`."),
    names.DECIDED: N_("No form offers the option `{value}`."),
}


def _unknown(kind: str, value: str, known: Iterable[str]) -> Phrase:
    told = phrase(_UNKNOWN[kind], value=shown(value))
    near = nearest(value, known)
    if not near:
        return told
    template = N_("{what} Did you mean `{near}`?")
    return phrase(template, what=told, near=near)
