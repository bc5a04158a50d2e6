"""How figures are written in what is told of a file."""

from pathlib import Path
from typing import Final

import pytest

from simulator.authoring import check
from simulator.i18n import load
from simulator.packs import Library
from tests.authoring.test_words import talk

SHARE: Final = 'is: 5, unit: "%"'


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "the fact `share` is 140.5, and must lie within 0..100"),
        ("ru", "факт `share` равен 140,5, а может быть только в пределах 0–100"),
    ],
)
def test_a_figure_has_the_decimal_sign_of_the_reader(
    tmp_path: Path, language: str, told: str
) -> None:
    text = talk("Well.").replace(SHARE, 'is: 140.5, unit: "%"')
    assert told in _told(tmp_path, text, language, "SCN820")


def test_a_large_figure_is_written_out(tmp_path: Path) -> None:
    text = talk("Well.").replace(SHARE, "is: -46000000, unit: days")
    told = _told(tmp_path, text, "en", "SCN820")
    assert "is -46000000, and must lie within 0..∞" in told


def _told(folder: Path, text: str, language: str, code: str) -> str:
    (folder / "talk.yaml").write_text(text, "utf-8")
    found = check([folder], Library.shipped(), spoken=False).findings
    return "\n".join(one.text(load(language)) for one in found if one.code == code)
