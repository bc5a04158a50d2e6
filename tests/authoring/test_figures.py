"""Figures that somebody wrote as words, and what the format has for them."""

import pytest

from simulator.authoring.figures import figure, is_figure


@pytest.mark.parametrize(
    ("words", "unit", "written"),
    [
        ("120k", "pounds", "is: 120000"),
        ("120k", None, "is: 120000"),
        ("120к", "руб.", "is: 120000"),
        ("46 млн", "руб.", "is: 46000000"),
        ("46 млн", None, "is: 46, unit: млн"),
        ("46 млн", "млн руб.", "is: 46"),
        ("46 млн", "тыс. руб.", "is: 46000"),
        ("46 тыс.", "млн руб.", "is: 0.046"),
        ("46 млн руб.", None, "is: 46, unit: млн руб."),
        ("46 миллионов рублей", "руб.", "is: 46000000"),
        ("1 200 тыс.", "руб.", "is: 1200000"),
        ("1,2–1,5 млн", "руб.", "is: [1200000, 1500000]"),
        ("3.5bn", "pounds", "is: 3500000000"),
        ("5 m", "m", "is: 5"),
        ("5 тыс. m", "m", "is: 5000"),
        ("40 т", "т", "is: 40"),
        ("40 т", None, "is: 40, unit: т"),
        ("12%", "%", "is: 12"),
        ("1.9–2.9%", None, 'is: [1.9, 2.9], unit: "%"'),
        ("5 of 40", None, "is: 5, of: 40"),
        ("1e5", None, "is: 100000"),
        ("1.5e-3", None, "is: 0.0015"),
        ("1e400", None, ""),
        (".inf", None, ""),
        ("-.NaN", None, ""),
        ("12345678901234567890123456789012", None, ""),
    ],
)
def test_a_figure_keeps_what_it_comes_to(
    words: str, unit: str | None, written: str
) -> None:
    assert is_figure(words, quoted=False)
    assert figure(words, unit) == written


@pytest.mark.parametrize(
    "words",
    ["раз в год", "3 года назад", "два", "1:30", "infinite", "46 кафе в городе"],
)
def test_words_are_no_figure(words: str) -> None:
    assert not is_figure(words, quoted=False)


def test_in_quotes_only_a_range_is_taken_for_a_figure() -> None:
    assert is_figure("1.9-2.9", quoted=True)
    assert not is_figure("12 лет", quoted=True)
    assert not is_figure("1e5", quoted=True)
