"""Two classes to look at: one at its own pace, one that answers together."""

from typing import Final

from scoring.codes import Code
from simulator.tui.seen import Course, Level, Option
from tests.tui.boards import person, seen

_ASKED: Final = "Какие группы он берёт у нас и что ему возит «Метизопт»?"
_BEGGED: Final = "Выручи — дай мне «Обоз» в отчёт Ирине, я в долгу не останусь."
_THREAT: Final = "Не отдашь — уволю."


def _option(name: str, text: str, count: int, code: Code, worth: float) -> Option:
    return {
        "person": name,
        "text": text,
        "count": count,
        "share": round(count / 10, 4),
        "codes": [str(code)],
        "worth": worth,
    }


def _level(title: str, counts: list[int], mean: float) -> Level:
    return {
        "principle": "P3",
        "title": title,
        "counts": counts,
        "silent": 10 - sum(counts),
        "mean": mean,
    }


_COURSE: Final[Course] = {
    "turn": 1,
    "first": False,
    "open": False,
    "paused": False,
    "over": False,
    "left": None,
    "lines": [
        {"who": "you", "name": "", "text": "Знаешь завод «Обоз»?"},
        {"who": "note", "name": "", "text": "Олег не поднимает головы от монитора."},
        {"who": "oleg", "name": "Олег", "text": "Знаю, конечно. Мой. Не отдам."},
    ],
    "answered": 10,
    "options": [
        _option("иван", _ASKED, 6, Code.ASK_FACT, 75),
        _option("анна", _BEGGED, 3, Code.PERSONAL_APPEAL, 12.5),
        _option("пётр", _THREAT, 1, Code.THREATEN, 0),
    ],
    "principles": [
        _level("Сначала факты", [0, 0, 0, 6, 0], 3),
        _level("Позиция без вето и угроз", [1, 0, 0, 0, 0], 0),
    ],
    "answers": [
        {"person": "иван", "text": _ASKED},
        {"person": "анна", "text": _BEGGED},
        {"person": "пётр", "text": _THREAT},
    ],
}
_PEOPLE: Final = (
    person("Иван", 3, "Пять групп берёт: болты 8.8, анкеры, шайбы.", business=75.0),
    person("Анна", 1, "И с какой стати? Я его сам нашёл.", business=12.5, hand=True),
    person(
        *("Пётр", 9, ""),
        ending="meeting",
        title="Совещание в четверг",
        good=True,
        business=88.0,
        key_client=71.0,
    ),
    person("Мария [b]", 0, "«Обоз»? Знаю, конечно. Мой."),
)
_OTHERS: Final = tuple(person(f"Участник {n}", answered=n != 8) for n in range(1, 9))
_ANSWERED: Final = tuple(person(one["name"], answered=True) for one in _PEOPLE[:3])
CLASS: Final = seen(*_PEOPLE, title="Клиент X", per_minute=6)
ROOM: Final = seen(*_ANSWERED, *_OTHERS, title="Клиент X", course=_COURSE, named=True)
