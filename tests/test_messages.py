"""Every message is said in both languages, and the tool for it loses no translation."""

from pathlib import Path

import pytest
from babel.messages.catalog import Message

from tools import messages
from tools.messages import check, faults


def test_the_catalogues_are_complete_and_up_to_date() -> None:
    assert list(check()) == []


TURNS = ("{n} turn", "{n} turns")


@pytest.mark.parametrize(
    ("said", "translated", "fault"),
    [
        pytest.param("{path} is full", "", "not translated", id="missing"),
        pytest.param("{path} is full", "{file} полон", "other pl", id="another-name"),
        pytest.param("{path} is full", "Диск полон", "other pl", id="a-name-less"),
        pytest.param("full", "{path} полон", "other pl", id="a-name-more"),
        pytest.param("No {name!r}", "Нет {nam!r}", "other pl", id="a-quoted-name"),
        pytest.param("{n:.1f} h", "{m:.1f} ч", "other pl", id="a-name-with-a-format"),
        pytest.param("{path} is full", "{path полон", "other pl", id="half-a-brace"),
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
        pytest.param("No {name!r}", "Нет «{name}»", id="quoted-in-its-own-way"),
        pytest.param("Write {{a: 1}}", "Пишите {{a: 1}}", id="braces-as-such"),
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


CODE = """
_("Save as {path}")
N_("Nobody is here.")
ngettext("{n} turn", "{n} turns", n)
"""
RUSSIAN = """
msgid "Save as {path}"
msgstr "Сохранить как {path}"

# Как говорит менеджер.
msgid "Nobody is here."
msgstr "Здесь никого нет."

msgid "{n} turn"
msgid_plural "{n} turns"
msgstr[0] "{n} ход"
msgstr[1] "{n} хода"
msgstr[2] "{n} ходов"
"""


@pytest.fixture
def russian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the Russian catalogue of a program of three messages, all is well."""
    (tmp_path / "talk.py").write_text(CODE, encoding="utf-8")
    monkeypatch.setattr(messages, "SOURCE", tmp_path)
    monkeypatch.setattr(messages, "LOCALE", tmp_path / "locale")
    monkeypatch.setattr(messages, "TEMPLATE", tmp_path / "locale" / "all.pot")
    file = messages.place("ru", "po")
    file.parent.mkdir(parents=True)
    file.write_text(RUSSIAN, encoding="utf-8")
    assert messages.main([]) == 0
    assert list(check()) == []
    return file


def edit(file: Path, old: str, new: str) -> None:
    """Change one place in a file."""
    text = file.read_text("utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        pytest.param(
            'msgid "Nobody is here."\nmsgstr "Здесь никого нет."\n',
            "",
            "ru: missing: 'Nobody is here.'",
            id="missing",
        ),
        pytest.param(
            "Здесь никого нет.",
            "",
            "ru: not translated: 'Nobody is here.'",
            id="not-translated",
        ),
        pytest.param(
            'msgid "Nobody is here."',
            'msgid "Nobody was here."',
            "ru: no longer said: 'Nobody was here.'",
            id="no-longer-said",
        ),
        pytest.param(
            'msgid "Nobody is here."',
            '#, fuzzy\nmsgid "Nobody is here."',
            "ru: marked as fuzzy: 'Nobody is here.'",
            id="fuzzy",
        ),
        pytest.param(
            "как {path}",
            "как {file}",
            "ru: other placeholders: 'Сохранить как {file}' for 'Save as {path}'",
            id="another-placeholder",
        ),
        pytest.param(
            "Здесь никого нет.",
            "Никого.",
            "ru: the compiled catalogue differs; run `make messages`",
            id="not-compiled",
        ),
    ],
)
def test_what_is_wrong_with_a_catalogue_is_named(
    russian: Path, old: str, new: str, fault: str
) -> None:
    edit(russian, old, new)
    assert fault in list(check())
    assert messages.main(["--check"]) == 1


def test_checking_changes_nothing(russian: Path) -> None:
    edit(russian, "Здесь никого нет.", "")
    before = {path: path.read_bytes() for path in russian.parent.iterdir()}
    messages.main(["--check"])
    assert {path: path.read_bytes() for path in russian.parent.iterdir()} == before


def test_a_translation_in_doubt_stays_in_doubt(russian: Path) -> None:
    edit(russian, 'msgid "Nobody', '#, fuzzy\nmsgid "Nobody')
    messages.main([])
    assert list(check()) == ["ru: marked as fuzzy: 'Nobody is here.'"]


def test_a_translators_remark_is_kept(russian: Path) -> None:
    assert "# Как говорит менеджер.\n" in russian.read_text("utf-8")


def test_what_is_no_longer_said_goes_and_the_rest_stays(
    russian: Path, tmp_path: Path
) -> None:
    edit(tmp_path / "talk.py", 'N_("Nobody is here.")', "")
    assert "ru: no longer said: 'Nobody is here.'" in list(check())
    messages.main([])
    text = russian.read_text("utf-8")
    assert "Nobody" not in text
    assert "Сохранить как {path}" in text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(
            'ngettext("{n} turn", "{n} turns", n)', '_("{n} turn")', id="to-one-form"
        ),
        pytest.param(
            '_("Save as {path}")',
            'ngettext("Save as {path}", "Save all as {path}", n)',
            id="to-plural-forms",
        ),
    ],
)
def test_a_message_that_changes_its_forms_is_to_be_translated_anew(
    russian: Path, tmp_path: Path, old: str, new: str
) -> None:
    edit(tmp_path / "talk.py", old, new)
    messages.main([])
    (told,) = check()
    assert told.startswith("ru: not translated: ")
    assert "Здесь никого нет." in russian.read_text("utf-8")
