"""The bank, the weights and the figures belong together."""

import json
from collections import Counter

import numpy as np
import pytest

from scoring.codes import Code
from scoring.reading.shipped import shipped
from tools import agreement
from tools.bank import counts, digest, labelled, load, problems
from tools.train.folds import alike, folds

BANK = load()


def test_nothing_is_wrong_with_the_bank() -> None:
    assert list(problems(BANK)) == []


def test_it_is_large_enough_and_every_code_stands_in_it_often() -> None:
    assert len(BANK) >= 2500
    few = {code: n for code, n in counts(BANK).items() if n < 80}
    assert few == {}


def test_both_languages_are_in_it() -> None:
    languages = Counter(reply.lang for reply in BANK)
    assert min(languages.values()) >= 0.25 * len(BANK)


@pytest.mark.parametrize("encoder", ["both", "lexical"])
def test_the_weights_were_trained_on_this_bank(encoder: str) -> None:
    assert json.loads(shipped().settings)[encoder]["bank"] == digest()


def test_the_figures_were_measured_on_this_bank() -> None:
    stored = np.load(agreement.UNSEEN)
    assert bytes(stored["bank"]).decode() == digest()


def test_the_page_of_agreement_tells_what_is_measured() -> None:
    assert agreement.main(["--check"]) == 0


def test_no_situation_stands_on_both_sides() -> None:
    parts = folds(BANK)
    seen = [
        {BANK[place].situation or BANK[place].manager_says for place in part}
        for part in parts
    ]
    assert not seen[0] & seen[1]
    assert not seen[0] & seen[2]
    assert not seen[1] & seen[2]
    where = {place: number for number, part in enumerate(parts) for place in part}
    assert len(where) == len(BANK)
    for place in range(1, len(BANK)):
        if alike(BANK[place - 1], BANK[place]):
            assert where[place - 1] == where[place]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"codes": [{"code": "none", "span": ""}], "levels": {"P1": 2}}, "none stands"),
        ({"lang": "de"}, "unknown language"),
        ({"levels": {}}, "without a level"),
        ({"overall": 7}, "within 0..4"),
        ({"codes": [{"code": "ask_fact", "span": "Сколько?"}]}, "topics belong"),
    ],
)
def test_what_no_rater_could_have_meant_is_told(
    change: dict[str, object], said: str
) -> None:
    body: dict[str, object] = {
        "id": "x",
        "lang": "ru",
        "manager_says": "…",
        "reply": "Сколько?",
        "codes": [{"code": "ask_fact", "topics": ["share"], "span": "Сколько?"}],
        "levels": {"P3": 2},
        "overall": 2,
    }
    assert list(problems([labelled(body)])) == []
    assert any(said in fault for fault in problems([labelled(body | change)]))


def test_a_span_must_stand_in_the_reply() -> None:
    with pytest.raises(ValueError, match="span"):
        labelled(
            {
                "id": "x",
                "lang": "ru",
                "manager_says": "",
                "reply": "Сколько?",
                "codes": [{"code": str(Code.STALL), "span": "Потом"}],
                "levels": {},
                "overall": 0,
            }
        )
