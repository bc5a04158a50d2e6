"""What is told of the words of a scenario, and what is left in peace."""

from collections.abc import Sequence
from gettext import NullTranslations
from pathlib import Path
from typing import Final

import pytest

from simulator.authoring import check
from simulator.packs import Library
from tests.authoring.small import small

SCENE: Final = """\
  one:
    say: [{{oleg: {line}}}]
    replies:
      - id: ask
        text: How much do they buy?
        does: [ask_fact(share)]
        learn: [share]
        to: end
      - id: beg
        text: Please give the client up.
        does: [concede]
        to: other
"""
RUSSIAN: Final = {
    "language: en": "language: ru",
    "title: The talk": "title: Разговор о доле",
    "role: Head of sales": "role: Руководитель отдела продаж",
    "Oleg has client X.": "У Олега клиент X.",
    "Facts first.": "Сначала факты.",
    "role: manager": "role: менеджер",
    "name: Client X": "name: Клиент X",
    "name: Share": "name: Доля",
    "Five per cent.": "Пять процентов.",
    "How much do they buy?": "Сколько они берут?",
    "Please give the client up.": "Отдай, пожалуйста, клиента.",
    "title: The end": "title: Конец",
    "text: Agreed.": "text: Решили.",
    "title: The other": "title: Другой конец",
    "text: Nothing.": "text: Ничего не вышло.",
}


def talk(line: str, language: str = "en") -> str:
    """Return a talk in which somebody says a line, written in double quotes."""
    text = small(SCENE.format(line=f'"{line}"'))
    for english, russian in RUSSIAN.items() if language == "ru" else ():
        assert english in text
        text = text.replace(english, russian)
    return text


def told(folder: Path, text: str, code: str) -> Sequence[str]:
    """Return what is told of a talk under a code."""
    (folder / "talk.yaml").write_text(text, "utf-8")
    found = check([folder], Library.shipped(), spoken=False).findings
    lines = [one.text(NullTranslations()) for one in found if one.code == code]
    return [line.replace(f"{folder}/", "") for line in lines]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_plain_line_is_left_in_peace(tmp_path: Path, language: str) -> None:
    text = talk("Ну да." if language == "ru" else "Well.", language)
    for code in ("SCN901", "SCN902", "SCN903", "SCN904", "SCN908", "SCN878"):
        assert told(tmp_path, text, code) == []


@pytest.mark.parametrize(
    ("language", "line", "words"),
    [
        ("en", "Двадцать миллионов, я сказала.", "Двадцать миллионов, я сказала."),
        ("en", "Twenty million, я сказала, и точка.", "я сказала, и точка"),
        ("ru", "Двадцать, and that is final.", "and that is final"),
        ("en", "We buy at «Южный Двор Плюс», not here.", ""),
        ("ru", "Бумагу берут в Blue Folder Office Supplies.", ""),
        ("ru", "Это по Wi-Fi, через API.", ""),
        ("en", "She says «папки» and means it.", ""),
    ],
)
def test_words_of_the_other_language_are_told(
    tmp_path: Path, language: str, line: str, words: str
) -> None:
    found = told(tmp_path, talk(line, language), "SCN902")
    assert ["".join(one.split("“")[1].split("”")[0]) for one in found] == (
        [words] if words else []
    )


def test_each_text_left_untranslated_is_told_where_it_stands(tmp_path: Path) -> None:
    text = talk("Ну да.", "ru").replace("language: ru", "language: en")
    text = text.replace("Сначала факты.", "The facts come first.")
    lines = [one.split(":")[1] for one in told(tmp_path, text, "SCN902")]
    assert lines == ["7", "22", "27", "32"]


def test_a_wrong_language_is_told_once(tmp_path: Path) -> None:
    text = talk("Ну да.", "ru").replace("language: ru", "language: en")
    (found,) = told(tmp_path, text, "SCN902")
    assert found.startswith("talk.yaml:4:11:")


NOTES: Final = (
    *("todo: ask Marina", "TODO", "xxx", "tbc", "Уже ДОДЕЛАТЬ.", "Стоит ХХХ рублей."),
    *("(уточнить)", "Берут [уточнить у Марины] групп.", "Call [client name] today."),
    *("They buy %s groups.", "%(name)s", "Мы с ____ встретились.", "Берут ??? групп."),
    *("Пять групп (?).", "{name}", "<имя клиента>"),
)
NO_NOTES: Final = (
    *("Надо доделать отчёт и дописать письмо.", "Что???", "Это 5% дохода."),
    *("Скидка 5%, срок — день.", "Он взял [вздыхает] и ушёл.", "Вот (проверил сам)."),
)


@pytest.mark.parametrize("line", NOTES)
def test_a_note_to_oneself_is_told(tmp_path: Path, line: str) -> None:
    assert len(told(tmp_path, talk(line), "SCN903")) == 1


@pytest.mark.parametrize("line", NO_NOTES)
def test_what_people_say_is_no_note(tmp_path: Path, line: str) -> None:
    assert told(tmp_path, talk(line), "SCN903") == []


MARKS: Final = (
    *("**now**", "*now*", "_now_", "__now__", "~~now~~", "`now`"),
    *("See [the page](http://x.y).", "<b>now</b>", "It is _right now_.", "&mdash; so"),
)
NO_MARKS: Final = (
    *("5*3*2 metres", "* see below", "file_name_here", "R&D", "No. 5 # of 6", "____"),
)


@pytest.mark.parametrize("line", MARKS)
def test_markup_is_told(tmp_path: Path, line: str) -> None:
    assert len(told(tmp_path, talk(line), "SCN904")) == 1


@pytest.mark.parametrize("line", NO_MARKS)
def test_a_sign_alone_is_no_markup(tmp_path: Path, line: str) -> None:
    assert told(tmp_path, talk(line), "SCN904") == []


@pytest.mark.parametrize(
    ("written", "better"),
    [
        ("$120", "is: 120, unit: $"),
        ("£ 1 200", "is: 1200, unit: £"),
        ("₽18–20 million", "is: [18, 20], unit: million ₽"),
        ("18–20 млн ₽", "is: [18, 20], unit: млн ₽"),
        ("46 млн", "is: 46, unit: млн"),
        ("5/40", "is: 5, of: 40"),
        ("5 из 40", "is: 5, of: 40"),
        ("5..7", "is: [5, 7]"),
        ("5 to 7", "is: [5, 7]"),
        ("from 5 to 7", "is: [5, 7]"),
        ("between 5 and 7", "is: [5, 7]"),
        ("от 5 до 7", "is: [5, 7]"),
        ("24/7", ""),
        ("5 groups of forty", ""),
        ("on 5 May", ""),
        ("$120, level: 2, criterion: wallet", ""),
    ],
)
def test_a_figure_written_as_words_is_told(
    tmp_path: Path, written: str, better: str
) -> None:
    text = talk("Well.").replace('is: 5, unit: "%"', f"is: {written}")
    found = told(tmp_path, text, "SCN909")
    assert [one.split("Write `")[1].split("`")[0] for one in found] == (
        [better] if better else []
    )


@pytest.mark.parametrize(
    ("unit", "wrong"),
    [
        ("percent", True),
        ("per cent of wallet", True),
        ("% of wallet", True),
        ("процентов", True),
        ("проц.", True),
        ("pct", True),
        ("groups", False),
        ("₽", False),
    ],
)
def test_a_share_beyond_its_whole_is_told(
    tmp_path: Path, unit: str, wrong: bool
) -> None:
    text = talk("Well.").replace('is: 5, unit: "%"', f'is: 140, unit: "{unit}"')
    assert len(told(tmp_path, text, "SCN820")) == wrong


@pytest.mark.parametrize(
    ("fact", "wrong"),
    [
        ("is: 46, unit: million pounds, criterion: wallet", True),
        ("is: 46, unit: млн ₽, criterion: wallet", True),
        ("is: 46, unit: руб. в год, criterion: growth", True),
        ("is: 46, unit: million pounds, criterion: wallet, level: 2", False),
        ("is: 46, unit: million pounds", False),
        ("is: 46, unit: percentile, criterion: wallet", False),
        ('is: 4, unit: "% of our rouble sales", criterion: growth', False),
    ],
)
def test_money_proves_only_what_is_measured_in_money(
    tmp_path: Path, fact: str, wrong: bool
) -> None:
    text = talk("Well.").replace('is: 5, unit: "%"', fact)
    assert len(told(tmp_path, text, "SCN868")) == wrong


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("Я тихо посижу посижу здесь.", "посижу"),
        ("Я посижу в углу углу.", "углу"),
        ("Он сказал «посижу посижу».", "посижу"),
        ("Take it to the the office.", "the"),
        ("Take it to the office office.", "office"),
        ("Office office hours.", "office"),
        ("Едва-едва, тихо-тихо.", ""),
        ("Да, да, конечно, конечно.", ""),
        ("Тихо. Тихо говорю.", ""),
        ("От добра добра не ищут.", ""),
        ("All that they had had, I know that that is so.", ""),
        ("It came to three three in parts.", ""),
        ("The office, office hours.", ""),
        ("He worked work-like.", ""),
    ],
)
def test_a_word_typed_twice_is_told(tmp_path: Path, line: str, word: str) -> None:
    found = told(tmp_path, talk(line), "SCN908")
    assert [one.split("“")[1].split("”")[0] for one in found] == (
        [word] if word else []
    )


@pytest.mark.parametrize(
    ("language", "line", "word"),
    [
        ("ru", "Какие группы и c каких пор?", "c"),
        ("ru", "Клиент мой, a не её.", "a"),
        ("ru", "Они в пути. OHA едет.", "OHA"),
        ("ru", "B апреле решим.", "B"),
        ("ru", "Пока к нам. He надо.", "He"),
        ("ru", "Клиент A и клиент B растут.", ""),
        ("ru", "Бумага A4, вариант B лучше.", ""),
        ("ru", "Система HTTP и наш CRM.", ""),
        ("en", "The word is c каких.", ""),
    ],
)
def test_latin_words_that_pass_for_russian_ones_are_told(
    tmp_path: Path, language: str, line: str, word: str
) -> None:
    found = told(tmp_path, talk(line, language), "SCN901")
    assert [one.split("“")[1].split("”")[0] for one in found] == (
        [word] if word else []
    )


@pytest.mark.parametrize("blank", ["\u200b", "\u2800", "\u2060", "\u3164", "\u00ad "])
def test_words_of_which_nothing_can_be_seen_are_empty(
    tmp_path: Path, blank: str
) -> None:
    text = talk(blank).replace("title: The talk", f'title: "{blank}"')
    found = told(tmp_path, text, "SCN106")
    assert [one.partition(" error SCN106: ")[2] for one in found] == [
        "`title` is empty. Write something there: this key is required.",
        "`oleg` is empty. Write something there, or leave `oleg` out if it is not "
        "required.",
    ]
