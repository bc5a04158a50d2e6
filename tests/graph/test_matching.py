"""What is called otherwise is found again, and the old version told in new ids."""

import pytest

from simulator.graph import Names, in_new_names, names
from simulator.scenario.model import Scenario
from tests.engine.stories import story
from tests.graph.versions import (
    ENGLISH,
    KNOWN_FACT,
    MOVED_REPLY,
    RENAMED_ENDING,
    RENAMED_FACT,
    RENAMED_REPLY,
    RENAMED_SCENE,
    edited,
)

OLD = story()


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        pytest.param(OLD, Names(), id="nothing"),
        pytest.param(edited(*RENAMED_SCENE), Names({"wall": "fence"}), id="a-scene"),
        pytest.param(
            edited(*RENAMED_REPLY),
            Names(replies={("wall", "give-in"): ("wall", "surrender")}),
            id="a-reply",
        ),
        pytest.param(
            edited(*RENAMED_FACT, *KNOWN_FACT),
            Names(facts={"groups": "lines"}),
            id="a-fact",
        ),
        pytest.param(
            edited(*RENAMED_ENDING), Names(endings={"kept": "lost"}), id="an-ending"
        ),
        pytest.param(
            edited(*MOVED_REPLY),
            Names(replies={("wall", "give-in"): ("opening", "give-in")}),
            id="a-reply-in-another-scene",
        ),
        pytest.param(
            edited(*RENAMED_SCENE, *RENAMED_REPLY),
            Names(
                {"wall": "fence"},
                replies={("wall", "give-in"): ("fence", "surrender")},
            ),
            id="a-reply-of-a-renamed-scene",
        ),
        pytest.param(
            edited(
                ("give-in", "walk-out"),
                ("Ладно.", "Я ухожу отсюда."),
                ("does: [concede]", "does: [threaten, attack]\n        to: circle"),
            ),
            Names(),
            id="another-reply-is-not-a-renamed-one",
        ),
    ],
)
def test_what_is_called_otherwise_is_found(new: Scenario, expected: Names) -> None:
    assert names(OLD, new) == expected


def test_between_two_languages_words_are_not_needed_to_find_it() -> None:
    new = edited(*RENAMED_SCENE, text=ENGLISH)
    assert names(OLD, new) == Names({"wall": "fence"})


@pytest.mark.parametrize(
    "edits",
    [
        pytest.param(RENAMED_SCENE, id="a-scene"),
        pytest.param(RENAMED_REPLY, id="a-reply"),
        pytest.param((*RENAMED_FACT, *KNOWN_FACT), id="a-fact"),
        pytest.param(RENAMED_ENDING, id="an-ending"),
    ],
)
def test_in_new_ids_a_renamed_version_is_the_new_one(
    edits: tuple[tuple[str, str], ...],
) -> None:
    new = edited(*edits)
    again = in_new_names(OLD, names(OLD, new))
    assert (again.scenes, again.endings) == (new.scenes, new.endings)
    assert again.client == new.client
    assert (again.reactions, again.patience) == (new.reactions, new.patience)


def test_conditions_follow_what_they_ask_about() -> None:
    asked = "if: knows(groups) and chose(give-in) and visits(wall) > 1"
    edit = ("if: knows(groups)", asked)
    old = edited(edit)
    new = edited(
        edit,
        *RENAMED_SCENE,
        *RENAMED_FACT,
        *KNOWN_FACT,
        ("give-in", "surrender"),
        ("visits(wall)", "visits(fence)"),
    )
    assert in_new_names(old, names(old, new)).scenes == new.scenes


def test_names_lead_back_too() -> None:
    found = names(OLD, edited(*RENAMED_SCENE, *RENAMED_REPLY))
    assert found.reply("wall", "give-in") == ("fence", "surrender")
    assert found.backwards().reply("fence", "surrender") == ("wall", "give-in")
    assert found.backwards().scene("fence") == "wall"
