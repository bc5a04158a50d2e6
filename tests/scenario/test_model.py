"""What a valid scenario file is read as."""

import hashlib
from fractions import Fraction

import pytest
import yaml

from scoring.codes import Code, CodeUse
from scoring.principles import Principle
from scoring.talk import Outcome
from simulator.scenario import conditions as c
from simulator.scenario.findings import Report
from simulator.scenario.model import (
    Client,
    ClientFact,
    Difficulty,
    Effects,
    Ending,
    Line,
    Patience,
    Person,
    Reaction,
    Reply,
    Scenario,
    Scene,
    Shift,
)
from simulator.scenario.nodes import Mapping, Node, Scalar
from simulator.scenario.parsing import parse
from simulator.scenario.pureparser import PureParser
from simulator.scenario.reader import read
from tests.scenario.samples import WHOLE


def line(who: str, *texts: str, when: c.Condition | None = None) -> Line:
    return Line(who, texts, when)


def meter(name: str) -> c.Number:
    return c.Number(c.NumberName.METER, name)


HOW_MUCH = Reply(
    id="how-much",
    text="Какая у нас доля?",
    does=(
        CodeUse(Code.ASK_FACT, ("share", "purchases")),
        CodeUse(Code.ACKNOWLEDGE),
    ),
    effects=Effects(
        learn=("share",), shifts=(Shift("oleg", "resistance", -1),), to="wall"
    ),
    like=("Сколько он у нас берёт?", "Много ли он берёт?"),
    because="Вопрос о факте.",
)
GIVE_UP = Reply(
    id="give-up",
    text="no",
    does=(CodeUse(Code.CONCEDE),),
    effects=Effects(shifts=(Shift("oleg", "trust", 1),), to="lost"),
    when=c.All(
        (
            c.Compare(meter("oleg.resistance"), c.Comparison.AT_MOST, 3),
            c.Ask(c.TestName.KNOWS, "share"),
            c.Not(c.Ask(c.TestName.FLAG, "promised")),
        )
    ),
    once=True,
    levels={Principle.P6: 0},
    to_whom="oleg",
)
OPENING = Scene(
    id="opening",
    tests=(Principle.P1, Principle.P3),
    say=(
        line("oleg", "Мой клиент, я его веду."),
        line(
            "oleg",
            "Опять ты.",
            when=c.Compare(c.Number(c.NumberName.VISITS, ""), c.Comparison.MORE, 1),
        ),
    ),
    replies=(HOW_MUCH, GIVE_UP),
)
WALL = Scene(
    id="wall",
    tests=(),
    say=(
        line(
            "irina",
            "Он прав.",
            when=c.AnyOf(
                (
                    c.Ask(c.TestName.CHOSE, "opening.how-much"),
                    c.Compare(meter("oleg.trust"), c.Comparison.EQUAL, 0),
                )
            ),
        ),
    ),
    replies=(
        Reply(
            id="meet",
            text="Встретимся: четверг, десять утра",
            does=(
                CodeUse(Code.PROPOSE_MEETING),
                CodeUse(Code.APPLY_RULE, ("wallet", "growth")),
            ),
            effects=Effects(tell=("wallet",), flags=("promised",), to="met"),
            opposite="wait",
        ),
        Reply(
            id="wait",
            text="Подождём.",
            does=(CodeUse(Code.STALL),),
            effects=Effects(),
        ),
    ),
    reactions=(
        Reaction(
            on=Code.STALL, effects=Effects(say=(line("oleg", "Подождём."),), to="stay")
        ),
    ),
)
FACTS = {
    "share": ClientFact(
        id="share",
        name="Доля",
        line="Не больше пяти процентов.",
        value=(Fraction(0), Fraction(5)),
        unit="%",
        needed=True,
    ),
    "wallet": ClientFact(
        id="wallet",
        name="Закупки",
        line="Двенадцать миллионов.",
        value=(Fraction(12_000_000), Fraction(12_000_000)),
        known=True,
    ),
    "calls": ClientFact(
        id="calls",
        name="Звонки",
        line="Звонит в полвторого.",
        value="1:30",
        criterion="partnership",
        level=(2, 2),
    ),
}
EXPECTED = Scenario(
    id="whose-client",
    title="Чей клиент",
    language="ru",
    difficulty=Difficulty.EASY,
    minutes=10,
    role="Руководитель отдела продаж",
    brief="Клиент берёт мало. Менеджер его не отдаёт.",
    debrief="Решают правила.",
    cast={
        "oleg": Person("oleg", "Олег", "менеджер", {"resistance": 6, "trust": 4}),
        "irina": Person("irina", "Ирина", "КАМ", {"trust": 5}),
    },
    client=Client("Клиент X", FACTS),
    start="opening",
    scenes={"opening": OPENING, "wall": WALL},
    endings={
        "met": Ending("met", Outcome.MEETING, True, "Встреча", "Назначена."),
        "lost": Ending(
            "lost", Outcome.KEPT_WITHOUT_PLAN, False, "Отдал", "Всё по-старому."
        ),
        "circle": Ending("circle", Outcome.CIRCLE, False, "Круг", "По кругу."),
    },
    reactions=(
        Reaction(
            on=Code.THREATEN,
            effects=Effects(
                say=(line("oleg", "Пугать меня не надо."),),
                shifts=(
                    Shift("oleg", "resistance", 3),
                    Shift("irina", "trust", -2),
                ),
            ),
            when=c.Compare(c.Number(c.NumberName.VISITS, "wall"), c.Comparison.MORE, 0),
        ),
    ),
    otherwise=(line("oleg", "Не понял."),),
    patience=Patience(
        turns=4,
        reminders=(line("oleg", "Снова о том же.", "Ты это говорил."),),
        say=(line("note", "Разговор ходит по кругу."),),
        to="circle",
    ),
    digest=hashlib.sha256(WHOLE.encode()).hexdigest(),
)


def test_a_whole_scenario_is_read_to_the_last_word() -> None:
    parsed = parse(WHOLE.encode())
    assert parsed.findings == ()
    assert parsed.scenario == EXPECTED


def test_what_is_left_out_has_its_default() -> None:
    scenario = parse(WHOLE.encode()).scenario
    assert scenario is not None
    assert scenario.rubric == "business-above-ego"
    assert scenario.rulebook == "key-clients"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        pytest.param("is: no-data, ", None, id="no-data"),
        pytest.param("", None, id="left-out"),
        pytest.param('is: "no-data", ', "no-data", id="in-quotes"),
    ],
)
def test_a_fact_that_nobody_knows_has_no_value(written: str, value: str | None) -> None:
    assert WHOLE.count("is: [0, 5], ") == 1
    parsed = parse(WHOLE.replace("is: [0, 5], ", written).encode())
    assert parsed.findings == ()
    assert parsed.scenario is not None
    assert parsed.scenario.client.facts["share"].value == value


def plain(node: Node | None) -> object:
    """Return nodes as PyYAML would, all scalars as words."""
    if node is None or isinstance(node, Scalar):
        return node.value if node else None
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.values.items()}
    return [plain(item) for item in node.items]


def composed(node: yaml.Node | None) -> object:
    """Return nodes of PyYAML's, all scalars as words."""
    match node:
        case yaml.MappingNode():
            return {key.value: composed(value) for key, value in node.value}
        case yaml.SequenceNode():
            return [composed(item) for item in node.value]
        case _:
            return node.value if node else None


def test_the_nodes_are_those_of_pyyaml() -> None:
    loader = getattr(yaml, "CBaseLoader", PureParser)(WHOLE)
    node = loader.get_single_node()
    assert plain(parse(WHOLE.encode()).document) == composed(node)


def test_the_slow_parser_reads_the_same() -> None:
    fast, slow = Report("f"), Report("f")
    expected = plain(read(WHOLE.encode(), fast).root)
    assert plain(read(WHOLE.encode(), slow, PureParser).root) == expected
    assert slow.sorted() == fast.sorted() == ()


def test_every_node_knows_its_place() -> None:
    document = parse(WHOLE.encode()).document
    assert document is not None
    lines = WHOLE.split("\n")
    for key, node in document.values.items():
        place = document.keys[key]
        assert lines[place.line - 1].startswith(key, place.column - 1)
        if isinstance(node, Scalar) and not node.style:
            assert lines[node.line - 1].startswith(node.value, node.column - 1)
