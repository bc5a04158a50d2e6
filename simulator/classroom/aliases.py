"""What people are called where their names are not shown: by stones.

An alias goes by the place in which somebody came in, so it is the same on every
server and in every report of a class, and it says nothing of the person.
"""

from collections.abc import Mapping
from typing import Final

from simulator.classroom.held import Names
from simulator.classroom.room import Room
from simulator.classroom.seats import Seat

_RU: Final = (
    "Гранит Янтарь Малахит Кварц Базальт Яшма Опал Мрамор Агат Топаз Нефрит Сланец "
    "Оникс Лазурит Кремень Алмаз Турмалин Песчаник Аметист Изумруд Циркон Графит "
    "Берилл Родонит"
)
_EN: Final = (
    "Granite Amber Malachite Quartz Basalt Jasper Opal Marble Agate Topaz Jade Slate "
    "Onyx Lapis Flint Diamond Tourmaline Sandstone Amethyst Emerald Zircon Graphite "
    "Beryl Rhodonite"
)
STONES: Final[Mapping[str, tuple[str, ...]]] = {
    "ru": tuple(_RU.split()),
    "en": tuple(_EN.split()),
}


def alias(number: int, language: str) -> str:
    """Return what somebody is called in place of his name.

    Args:
        number: The place in which he came in, from 1.
        language: Whose words to use: `ru` or `en`.

    Returns:
        A stone; from the 25th person on with a number, `Гранит 2`.
    """
    stones = STONES.get(language, STONES["en"])
    round_, place = divmod(number - 1, len(stones))
    return f"{stones[place]} {round_ + 1}" if round_ else stones[place]


def known_as(room: Room, seat: Seat, names: Names | None = None) -> str:
    """Return what a person is called on a board, in a report, on a wall.

    Args:
        room: The class.
        seat: His.
        names: How people are to be called; None: as the class was opened. A class
            that was opened without names never shows one.
    """
    if Names.ALIAS in (room.held.names, names):
        return alias(seat.number, room.scenario.language)
    return seat.name
