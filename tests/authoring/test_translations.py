"""What must be the same in a translation, and what may be written otherwise there."""

import re
from gettext import NullTranslations
from pathlib import Path

import pytest

from simulator.authoring import check
from simulator.packs import Library
from tests.scenario.samples import WHOLE, changed

FORMED = WHOLE.replace(
    "\nreactions:\n",
    """
  deciding:
    say: [{oleg: Решайте.}]
    form: decision
    offers:
      options: {freeze: Подождать., transfer: Передать.}
      reasons: {profit: Прибыль., ego: Обида.}
    expect: {options: [freeze], reasons: [profit]}
    because: {profit: Деньги., ego: Обида не довод.}
    then:
      - {if: decided(freeze), say: [{oleg: Подождём.}], to: met}
      - {to: lost}
reactions:
""",
)


def findings(folder: Path, other: str, one: str, code: str) -> list[str]:
    """Return what is told in the Russian file of two under a code."""
    (folder / "talk.yaml").write_text(one, "utf-8")
    english = other.replace("language: ru", "language: en")
    (folder / "talk.en.yaml").write_text(english, "utf-8")
    found = check([folder / "talk.yaml"], Library.shipped(), spoken=False).findings
    return [one.text(NullTranslations()) for one in found if one.code == code]


def differing(folder: Path, other: str, one: str = WHOLE) -> list[str]:
    """Return what is told to differ in the Russian file of two."""
    told = findings(folder, other, one, "SCN832")
    return [line.split("`")[1] for line in told]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("tests: [P1, P3]", "tests: [P3, P1]", id="principles"),
        pytest.param(
            "[ask_fact(share, purchases), acknowledge]",
            "[acknowledge, ask_fact(purchases, share)]",
            id="codes",
        ),
        pytest.param(
            "resistance <= 3 and knows(share) and not flag(promised)",
            "not flag(promised) and (3 >= resistance and knows(share))",
            id="a-condition",
        ),
        pytest.param(
            "chose(how-much) or oleg.trust == 0",
            "0 == oleg.trust or chose(how-much)",
            id="the-condition-of-a-line",
        ),
        pytest.param(
            "{resistance: +3, irina: {trust: -2}}",
            "{irina: {trust: -2}, oleg: {resistance: +3}}",
            id="tempers",
        ),
        pytest.param(
            "oleg: [Снова о том же., Ты это говорил.]",
            "oleg: Снова о том же.",
            id="wordings",
        ),
    ],
)
def test_the_same_in_another_order_is_the_same(
    tmp_path: Path, old: str, new: str
) -> None:
    assert differing(tmp_path, changed(old, new).decode()) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param(
            "- oleg: [Снова",
            "- if: turns > 2\n      oleg: [Снова",
            "patience.reminders",
            id="when-a-reminder-is-said",
        ),
        pytest.param(
            "    - note: Разговор",
            "    - irina: Разговор",
            "patience.say",
            id="who-ends-the-patience",
        ),
        pytest.param(
            "      - oleg: Пугать",
            "      - irina: Пугать",
            "reactions",
            id="who-reacts",
        ),
        pytest.param(
            "      - oleg: Пугать",
            "      - if: turns > 2\n        oleg: Пугать",
            "reactions",
            id="when-a-line-of-a-reaction-is-said",
        ),
        pytest.param(
            "say: [{oleg: Подождём.}]",
            "say: [{irina: Подождём.}]",
            "scenes.wall.reactions",
            id="who-reacts-in-a-scene",
        ),
        pytest.param(
            "otherwise:\n  - oleg: Не понял.\n",
            "",
            "otherwise",
            id="nobody-asks-again",
        ),
        pytest.param(
            "        because: Вопрос о факте.\n",
            "",
            "scenes.opening.how-much.because",
            id="a-reason-is-missing",
        ),
        pytest.param(
            "knows(share) and not",
            "knows(share) or not",
            "scenes.opening.give-up.if",
            id="and-became-or",
        ),
    ],
)
def test_whoever_speaks_and_when_is_the_same_in_every_language(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    assert differing(tmp_path, changed(old, new).decode()) == [told]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param("[{oleg: Под", "[{irina: Под", ["then"], id="who-answers-a-form"),
        pytest.param(", ego: Обида не довод.", "", ["because"], id="a-reason"),
        pytest.param(
            "profit: Прибыль., ego: Обида.",
            "ego: Обида., profit: Прибыль.",
            [],
            id="the-order-of-what-is-on-offer",
        ),
    ],
)
def test_forms_are_held_against_each_other(
    tmp_path: Path, old: str, new: str, told: list[str]
) -> None:
    start = FORMED.index("  deciding:")
    head, form = FORMED[:start], FORMED[start:]
    assert form.count(old) == 1
    found = differing(tmp_path, head + form.replace(old, new), FORMED)
    assert found == [f"scenes.deciding.{key}" for key in told]


@pytest.mark.parametrize(
    ("here", "there", "told"),
    [
        ("Их 40 групп.", "Forty of 42 groups.", ["“40”", "“42”"]),
        ("Это 2–4 %.", "That is 2–6%.", ["“4”", "“6”"]),
        ("Это 1,9 миллиона.", "That is 1,900,000.", []),
        ("Это 340 000 рублей.", "That is 340 thousand.", []),
        ("В 14:30, в пятницу.", "At 2:30 on Friday.", []),
        ("К 15.04, в пятницу.", "By April 15.", []),
        ("Было это в 23-м.", "It was in 2023.", []),
        ("Сорок групп.", "40 groups.", []),
        ("Из 40 групп пять.", "5 groups of 40.", []),
    ],
)
def test_figures_are_the_same_in_every_language(
    tmp_path: Path, here: str, there: str, told: list[str]
) -> None:
    one = changed("oleg: Опять ты.", f'oleg: "{here}"').decode()
    other = changed("oleg: Опять ты.", f'oleg: "{there}"').decode()
    found = findings(tmp_path, other, one, "SCN840")
    assert [re.findall("“[^”]*”", line) for line in found] == ([told] if told else [])


@pytest.mark.parametrize(
    ("unit", "told"),
    [
        ("руб.", []),
        ("roubles", []),
        ("₽", []),
        ("thousand roubles", ["client.facts.wallet.unit"]),
        ("₽m", ["client.facts.wallet.unit"]),
    ],
)
def test_a_unit_may_be_called_otherwise_and_not_be_another(
    tmp_path: Path, unit: str, told: list[str]
) -> None:
    old = "is: 12000000,"
    one = changed(old, f"{old} unit: руб.,").decode()
    other = changed(old, f"{old} unit: {unit},").decode()
    assert differing(tmp_path, other, one) == told
