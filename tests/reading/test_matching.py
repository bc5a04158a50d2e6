"""Which authored reply words come to: by meaning, by sound, by what they do."""

from scoring.reading.clauses import clauses
from scoring.reading.matching import Candidate, Fit, Wording, denies, fit
from tests.reading.scripted import scripted_reader

READER = scripted_reader()


def candidate(name: str, *wordings: str, opposite: str | None = None) -> Candidate:
    read = [Wording(w, READER.read(w).impression, clauses(w)) for w in wordings]
    return Candidate(name, tuple(read), opposite)


ASK = candidate("ask", "Сколько он берёт в месяц?", "Сколько групп он берёт?")
HAND = candidate("hand", "Передай его Ирине.", "Передавай клиента.", opposite="keep")
KEEP = candidate("keep", "Оставляй его себе.", "Клиент останется у тебя.")


def best(text: str, *candidates: Candidate) -> Fit:
    return fit(READER.read(text), text, candidates)


def test_words_like_a_wording_come_to_its_reply() -> None:
    assert best("Сколько же он берёт в месяц", ASK, HAND).best == "ask"


def test_words_like_nothing_come_to_nothing() -> None:
    assert best("Зелёный бархат кальмаров", ASK, HAND).best is None


def test_the_order_of_replies_does_not_matter() -> None:
    text = "Сколько он берёт, передай Ирине"
    assert best(text, ASK, HAND).chances == best(text, HAND, ASK).chances


def test_a_denied_wording_comes_to_the_opposite() -> None:
    assert best("Не передавай клиента никуда, не передай Ирине", HAND, KEEP).best == (
        "keep"
    )


def test_without_an_opposite_a_denial_changes_nothing() -> None:
    alone = candidate("hand", "Передай его Ирине.")
    assert "hand" in best("Не передай его Ирине", alone).chances


def test_a_denial_is_seen_by_its_predicate() -> None:
    text = "Не передавай клиента"
    assert denies(text, clauses(text), HAND)
    assert not denies("Передавай клиента", clauses("Передавай клиента"), HAND)


def test_a_clear_fit_leaves_no_doubt_and_a_narrow_one_names_two() -> None:
    assert Fit({"a": 0.8, "b": 0.1}).doubt == ()
    assert Fit({"a": 0.5, "b": 0.4}).doubt == ("a", "b")
    assert Fit({"a": 0.1, "b": 0.05}).doubt == ()
    assert Fit({}).best is None


def test_chances_and_none_sum_to_one() -> None:
    assert 0 < sum(best("Сколько он берёт", ASK, HAND).chances.values()) <= 1
