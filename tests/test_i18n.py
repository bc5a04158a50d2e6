"""In which language the program speaks, and how it counts in it."""

import locale

import pytest

from simulator import i18n


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


@pytest.mark.parametrize(
    ("explicit", "environment", "language"),
    [
        pytest.param("ru", {"LANG": "en_US.UTF-8"}, "ru", id="asked-for-russian"),
        pytest.param("de", {"LANG": "ru_RU.UTF-8"}, "ru", id="a-language-not-had"),
        pytest.param(None, {"LANG": "C.UTF-8"}, "en", id="no-language-at-all"),
        pytest.param(None, {"LANG": "POSIX"}, "en", id="posix"),
        pytest.param(None, {"LANG": "RU"}, "ru", id="in-capitals"),
        pytest.param(
            None, {"LC_ALL": "C", "LC_MESSAGES": "ru_RU"}, "en", id="all-is-all"
        ),
        pytest.param(
            None, {"LC_TIME": "en_GB", "LANG": "ru_RU"}, "ru", id="dates-do-not-count"
        ),
    ],
)
def test_only_what_names_a_language_of_ours_decides(
    explicit: str | None, environment: dict[str, str], language: str
) -> None:
    assert i18n.choose(explicit, environment) == language


@pytest.mark.parametrize(
    ("system", "language"),
    [
        pytest.param(("ru_RU", "UTF-8"), "ru", id="a-russian-one"),
        pytest.param(("Russian_Russia", "1251"), "ru", id="as-windows-says-it"),
        pytest.param(("English_United States", "1252"), "en", id="an-english-one"),
        pytest.param((None, None), "en", id="one-that-does-not-say"),
    ],
)
def test_without_a_word_in_the_environment_the_system_is_asked(
    monkeypatch: pytest.MonkeyPatch,
    system: tuple[str | None, str | None],
    language: str,
) -> None:
    monkeypatch.setattr(locale, "getlocale", lambda: system)
    assert i18n.choose(None, {}) == language


def test_english_is_said_as_it_stands_in_the_code() -> None:
    texts = i18n.load("en")
    assert texts.gettext("Continue the last talk") == "Continue the last talk"
    counted = [texts.ngettext("{n} turn", "{n} turns", n) for n in (0, 1, 2, 21)]
    assert counted == ["{n} turns", "{n} turn", "{n} turns", "{n} turns"]


@pytest.mark.parametrize("language", ["ru", "en", "de", "", "../ru"])
def test_a_message_without_a_translation_is_said_in_english(language: str) -> None:
    texts = i18n.load(language)
    assert texts.gettext("Nobody translated this.") == "Nobody translated this."


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_an_english_message_is_never_lost_for_want_of_a_translation(
    language: str,
) -> None:
    message = "{path} is in use by another program. Try again in a moment."
    told = i18n.load(language).gettext(message)
    assert told
    assert (told == message) is (language == "en")
