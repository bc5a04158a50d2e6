"""Every message is said in both languages, with the right plural forms."""

import pytest
from babel.messages.catalog import Message

from simulator import i18n
from tools.messages import check, faults


def test_the_catalogues_are_complete_and_up_to_date() -> None:
    assert list(check()) == []


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        pytest.param(1, "сыгран 1 ход", id="one"),
        pytest.param(2, "сыграно 2 хода", id="few"),
        pytest.param(5, "сыграно 5 ходов", id="many"),
        pytest.param(11, "сыграно 11 ходов", id="eleven-is-many"),
        pytest.param(21, "сыгран 21 ход", id="twenty-one-is-one"),
        pytest.param(104, "сыграно 104 хода", id="a-hundred-and-four-is-few"),
    ],
)
def test_russian_counts_turns_as_people_do(count: int, expected: str) -> None:
    texts = i18n.load("ru")
    told = texts.ngettext("{n} turn played", "{n} turns played", count)
    assert told.format(n=count) == expected


@pytest.mark.parametrize(
    ("explicit", "environment", "language"),
    [
        pytest.param("en", {"LANG": "ru_RU.UTF-8"}, "en", id="the-option-wins"),
        pytest.param(None, {"LANG": "ru_RU.UTF-8"}, "ru", id="a-russian-system"),
        pytest.param(None, {"LANG": "de_DE.UTF-8"}, "en", id="any-other-system"),
        pytest.param(
            None, {"LC_ALL": "en_GB", "LANG": "ru_RU"}, "en", id="lc-all-before-lang"
        ),
        pytest.param(
            None, {"LC_MESSAGES": "ru_RU", "LANG": "en_US"}, "ru", id="lc-messages"
        ),
        pytest.param(
            None,
            {"WHOSE_CLIENT_LANG": "ru", "LC_ALL": "en_GB"},
            "ru",
            id="our-own-variable",
        ),
        pytest.param(None, {"LC_ALL": "", "LANG": "ru_RU"}, "ru", id="empty-is-unset"),
    ],
)
def test_the_language_follows_the_option_then_the_environment(
    explicit: str | None, environment: dict[str, str], language: str
) -> None:
    assert i18n.choose(explicit, environment) == language


TURNS = ("{n} turn", "{n} turns")


@pytest.mark.parametrize(
    ("said", "translated", "fault"),
    [
        pytest.param("{path} is full", "", "not translated", id="missing"),
        pytest.param("{path} is full", "{file} полон", "other pl", id="another-name"),
        pytest.param("{path} is full", "Диск полон", "other pl", id="a-name-less"),
        pytest.param("full", "{path} полон", "other pl", id="a-name-more"),
        pytest.param(
            TURNS, ("{n} ход", "", "{n} ходов"), "not translated", id="a-form-missing"
        ),
        pytest.param(
            TURNS, ("{n} ход", "{n} хода", "ходов"), "other pl", id="a-form-without-n"
        ),
    ],
)
def test_a_faulty_translation_is_told(
    said: str | tuple[str, ...], translated: str | tuple[str, ...], fault: str
) -> None:
    (told,) = faults(Message(said, translated), "ru")
    assert told.startswith(fault)


@pytest.mark.parametrize(
    ("said", "translated"),
    [
        pytest.param("{path} is full", "Полон диск {path}", id="a-sentence"),
        pytest.param(TURNS, ("{n} ход", "{n} хода", "{n} ходов"), id="three-forms"),
        pytest.param(
            ("one turn", "{n} turns"),
            ("{n} ход", "{n} хода", "{n} ходов"),
            id="one-in-words",
        ),
    ],
)
def test_a_sound_translation_is_left_alone(
    said: str | tuple[str, ...], translated: str | tuple[str, ...]
) -> None:
    assert list(faults(Message(said, translated), "ru")) == []
