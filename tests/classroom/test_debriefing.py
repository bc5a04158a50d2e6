"""What a class came to as a whole: on the wall, in the report, before and after."""

import asyncio
import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path

import pytest
from msgspec.structs import force_setattr

from scoring.principles import Principle
from simulator.classroom.change import Difference, change, difference
from simulator.classroom.debriefing import debrief_of, histogram
from simulator.classroom.errors import OtherScenarioError
from simulator.classroom.held import Names, Pace
from simulator.classroom.results import room_of
from simulator.classroom.room import Room
from simulator.engine import Mode, Say, Understood
from simulator.packs import Library
from simulator.reports.trust import MEASURED
from simulator.store import SqliteRooms
from tests.classroom.house import NOW, Act, choose, hall, opened
from tests.classroom.site import site
from tests.cli.shell import Shell
from tests.reports.little import FOLDER, loaded

Talks = Mapping[str, Sequence[str]]
ROOM: Talks = {
    "Иван": ["ask", "meet"],
    "Анна": ["ask", "give-in"],
    "Олег": ["beg", "ask", "meet"],
    "Мария": ["threaten", "push"],
    "Пётр": [],
}
EVIL = "<script>alert(1)</script> =1+1 \x1b[31m\u202eй"
SHOWN = "&lt;script&gt;alert(1)&lt;/script&gt; =1+1 \ufffd[31m\ufffdй"


def told(text: str, reply: str | None) -> Act:
    """Return the move that says something that comes to a reply."""
    return lambda talk: talk.answer(Say(text, Understood((), reply)))


def hold(
    folder: Path,
    talks: Talks,
    mode: Mode = Mode.CHOOSE,
    names: Names = Names.REAL,
    *,
    over: bool = True,
) -> str:
    """Hold a class in which people answer so; return its code."""

    async def held() -> str:
        async with hall(folder) as house:
            library = Library((FOLDER,))
            begun = await house.open(library, loaded("ru"), mode, Pace.OWN, names)
            for name, answers in talks.items():
                seat = await house.join(begun.room, name, "дуб")
                for number, answer in enumerate(answers, 1):
                    spoken = mode is not Mode.CHOOSE
                    act = told(answer, None) if spoken else choose(answer)
                    await house.move(begun.room, seat.person, number, act)
            if over:
                await house.close(begun.room)
            return begun.room.header.code

    return asyncio.run(held())


def room(folder: Path, code: str) -> Room:
    """Return a class from its log."""
    log = SqliteRooms(folder)
    try:
        return room_of(log, code, NOW)
    finally:
        log.close()


def test_a_class_is_told_as_a_whole(tmp_path: Path) -> None:
    found = debrief_of(room(tmp_path, hold(tmp_path, ROOM)))
    assert (found.people, found.answered, found.finished) == (5, 4, 3)
    assert [(one.title, one.share, one.good) for one in found.endings] == [
        ("Совещание", Fraction(2, 3), True),
        ("Остался", Fraction(1, 3), False),
    ]
    assert (sum(found.business.counts), found.business.people) == (3, 3)
    assert [one.scene for one in found.scenes] == ["opening", "wall"]
    assert found.scenes[0].line is not None
    assert found.scenes[0].line.text == "Слушаю."


def test_where_most_stood_against_the_rest_comes_first(tmp_path: Path) -> None:
    talks = {
        **{f"a{n}": ["ask", "meet"] for n in range(3)},
        **{f"b{n}": ["ask", "give-in"] for n in range(2)},
        "c": ["beg"],
    }
    found = debrief_of(room(tmp_path, hold(tmp_path, talks)))
    assert [(one.scene, one.against) for one in found.divided] == [
        ("wall", 2),
        ("opening", 1),
    ]


def test_a_class_of_one_mind_is_not_divided(tmp_path: Path) -> None:
    talks = {"Иван": ["ask", "meet"], "Анна": ["ask", "meet"]}
    assert debrief_of(room(tmp_path, hold(tmp_path, talks))).divided == ()


def test_the_principle_that_was_served_worst_is_named(tmp_path: Path) -> None:
    talks = {"Иван": ["threaten", "give-in"], "Анна": ["beg", "ask", "meet"]}
    found = debrief_of(room(tmp_path, hold(tmp_path, talks)))
    assert found.missed is not None
    assert found.missed.chances == 2
    tested = [one for one in found.principles if one.chances and one.mean is not None]
    assert found.missed.mean == min(one.mean for one in tested if one.mean is not None)
    assert [one.principle for one in found.principles] == list(Principle)


def test_the_best_answers_break_nothing_and_the_instructive_ones_are_common(
    tmp_path: Path,
) -> None:
    talks = {**ROOM, "Яна": ["ask", "give-in"], "Юрий": ["threaten", "give-in"]}
    found = debrief_of(room(tmp_path, hold(tmp_path, talks)))
    assert all(one.level >= 3 for one in found.best)
    assert "Не отдашь — уволю." not in [one.text for one in found.best]
    common = found.instructive[0]
    assert (common.text, len(common.people)) == ("Ладно.", 3)
    assert all(len(one.people) > 1 for one in found.instructive)
    assert all(level.sentence for level in common.levels if level.row)
    assert common.stronger is not None


def test_a_class_in_which_nobody_answered_is_told_too(tmp_path: Path) -> None:
    found = debrief_of(room(tmp_path, hold(tmp_path, {"Иван": []})))
    assert (found.scenes, found.missed, found.best, found.instructive) == (
        (),
        None,
        (),
        (),
    )
    assert (found.business.mean, found.endings) == (None, ())


@pytest.mark.parametrize(
    ("points", "place"),
    [(0, 0), (9.99, 0), (10, 1), (99, 9), (100, 9)],
)
def test_points_stand_in_ten_bins(points: float, place: int) -> None:
    found = histogram([Fraction(points), None])
    assert (found.counts.index(1), found.people) == (place, 1)


@pytest.mark.parametrize(
    ("pairs", "mean", "noise"),
    [
        pytest.param([(50, 60), (40, 50), (30, 41)], Fraction(31, 3), False, id="all"),
        pytest.param([(50, 90), (60, 20), (30, 40)], Fraction(10, 3), True, id="noise"),
        pytest.param([(50, 90), (10, 50)], Fraction(40), True, id="too-few"),
        pytest.param([(50, None), (60, 40), (None, 1)], Fraction(-20), True, id="gaps"),
        pytest.param([(50, 50)] * 5, Fraction(0), True, id="nothing-changed"),
        pytest.param([(50, 40)] * 5, Fraction(-10), False, id="all-the-same"),
    ],
)
def test_a_difference_is_told_with_its_uncertainty(
    pairs: list[tuple[int | None, int | None]], mean: Fraction, noise: bool
) -> None:
    found = difference(
        (
            None if one is None else Fraction(one),
            None if two is None else Fraction(two),
        )
        for one, two in pairs
    )
    assert isinstance(found, Difference)
    assert (found.mean, found.is_noise) == (mean, noise)


def test_the_interval_is_students(tmp_path: Path) -> None:
    # differences 1, 2, 3: mean 2, s = 1, t(2) = 4.303, so ± 4.303 / √3 = 2.4843
    found = difference((Fraction(0), Fraction(n)) for n in (1, 2, 3))
    assert found is not None
    assert found.low is not None
    assert found.high is not None
    assert (round(float(found.low), 3), round(float(found.high), 3)) == (-0.484, 4.484)


def test_the_same_people_are_compared_by_name(tmp_path: Path) -> None:
    first = hold(tmp_path, {"Иван": ["beg", "ask", "give-in"], "Анна": ["ask"]})
    second = hold(tmp_path, {" ИВАН": ["ask", "meet"], "Анна": ["ask", "meet"]})
    found = change(room(tmp_path, first), room(tmp_path, second))
    assert (found.both, found.same_text) == (1, True)
    assert found.business is not None
    assert found.business.mean > 0


def test_classes_of_two_scenarios_are_not_compared(tmp_path: Path) -> None:
    one = room(tmp_path, hold(tmp_path, ROOM))
    other = room(tmp_path, hold(tmp_path, ROOM))
    force_setattr(other.loaded.scenario, "id", "another")
    with pytest.raises(OtherScenarioError):
        change(one, other)


async def test_the_wall_shows_numbers_alone_while_the_class_goes_on(
    tmp_path: Path,
) -> None:
    async with site(tmp_path) as there:
        ivan = there.browser()
        await ivan.come_in(EVIL[:40])
        await ivan.answer("Сколько групп он берёт?")
        wall = there.browser("10.0.0.9")
        page = (await wall.get(f"/show/{there.room.header.code.upper()}")).text
        assert re.findall(r"<dd>(\d+)</dd>", page) == ["1", "0"]
        assert 'http-equiv="refresh"' in page
        for hidden in ("script", "Сколько групп", "Слушаю", "P8"):
            assert hidden not in page
        await there.house.close(there.room)
        page = (await wall.get(f"/show/{there.room.header.code}")).text
        assert "Где мы разошлись" not in page
        assert "P8 Клиент" in page
        assert "script" not in page
        assert "style=" not in page


async def test_the_wall_shows_an_earlier_class_beside_once_it_is_over(
    tmp_path: Path,
) -> None:
    async with site(tmp_path) as there:
        earlier = (await opened(there.house)).room
        for room, replies in ((earlier, ["beg"]), (there.room, ["ask", "meet"])):
            seat = await there.house.join(room, "Иван", "a")
            for n, reply in enumerate(replies, 1):
                await there.house.move(room, seat.person, n, choose(reply))
        await there.house.close(there.room)
        wall = there.browser()
        path = f"/show/{there.room.header.code}?before={earlier.header.code}"
        assert (await wall.get(path)).status_code == 404
        seat = next(iter(earlier.seats.values()))
        await there.house.move(earlier, seat.person, 2, choose("threaten"))
        await there.house.move(earlier, seat.person, 3, choose("give-in"))
        await there.house.close(earlier)
        page = (await wall.get(path)).text
        assert "До и после" in page
        assert "Такой 1 человек." in page
        assert "Иван" not in page


async def test_codes_are_not_guessed_at_the_wall(tmp_path: Path) -> None:
    async with site(tmp_path) as there:
        thief = there.browser()
        statuses = [(await thief.get("/show/aaaa")).status_code for _ in range(12)]
        assert statuses == [404] * 10 + [429] * 2


def test_the_report_is_one_page_that_loads_nothing(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    before = hold(tmp_path, ROOM)
    code = hold(tmp_path, {name: ["ask", "meet"] for name in ROOM})
    file = tmp_path / "class.html"
    told_ = shell.type(
        "class", "report", code, "--before", before, "--output", str(file)
    )
    assert told_.exit_code == 0, told_.output
    page = file.read_text("utf-8")
    assert not re.search(r"<script|<link|<img|src=|url\(|@import|href=|https?://", page)
    for words in ("До и после", "Насколько можно верить", "Мария", "P8 Клиент"):
        assert words in page
    assert len(re.findall(r'<svg[^>]* role="img" aria-labelledby=', page)) == 2
    ids = re.findall(r'id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_words_of_people_are_words_on_every_page(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    talks = {name: [EVIL] for name in (EVIL, "Анна", "Олег")}
    code = hold(tmp_path, talks, Mode.SPEAK)
    file = tmp_path / "class.html"
    told_ = shell.type("class", "report", code, "--output", str(file), "--name-quotes")
    assert told_.exit_code == 0, told_.output
    page = file.read_text("utf-8")
    assert "<script" not in page
    assert not re.search("[\x00-\x08\x0b-\x1f\u202e]", page)
    assert page.count(SHOWN) >= 5


@pytest.mark.parametrize(
    ("options", "named", "quoted"),
    [
        pytest.param((), True, False, id="names-off-at-quotations"),
        pytest.param(("--name-quotes",), True, True, id="turned-on"),
        pytest.param(("--names", "alias"), False, False, id="aliases"),
    ],
)
def test_quotations_are_named_when_that_is_asked_for(
    tmp_path: Path, options: tuple[str, ...], named: bool, quoted: bool
) -> None:
    shell = Shell(tmp_path)
    code = hold(tmp_path, {"Зинаида": ["beg"], "Зиновий": ["beg"]})
    file = tmp_path / "class.html"
    shell.type("class", "report", code, "--output", str(file), *options)
    page = file.read_text("utf-8")
    quotations, rest = page.split("<h2>Все участники", 1)
    assert "Может, отдашь его?" in quotations
    assert ("Зинаида" in quotations, "Зинаида" in rest) == (quoted, named)
    assert ("Гранит" in rest) != named


def test_a_class_without_names_keeps_them_off_its_report(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    code = hold(tmp_path, {"Зинаида": ["beg"]}, names=Names.ALIAS)
    file = tmp_path / "class.html"
    options = ("--names", "real", "--name-quotes", "--output", str(file))
    shell.type("class", "report", code, *options)
    assert "Зинаида" not in file.read_text("utf-8")


def test_what_is_told_of_trust_was_measured() -> None:
    page = Path(__file__).parents[2] / "docs" / "agreement.md"
    text = page.read_text("utf-8")
    row = re.search(r"\*\*the reader\*\* \| ([\d.]+) \| [\d.]+ \| ([\d.]+)", text)
    number = re.search(r"^(\d+) replies, bank", text, re.MULTILINE)
    assert row is not None
    assert number is not None
    measured = (int(number[1]), float(row[1]), float(row[2]))
    assert (MEASURED.replies, MEASURED.codes, MEASURED.levels) == measured
