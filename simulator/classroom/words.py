"""Personal words: what brings somebody back to his seat from another device."""

from collections.abc import Callable, Mapping
from typing import Final

_RU: Final = (
    "берёза сосна ручей лодка яблоко фонарь чайник облако пристань камень "
    "варенье корзина маяк якорь ромашка голубь мостик пирог свеча самовар вишня "
    "костёр лесник барабан зонтик ракушка подкова скворец тыква валенок калина "
    "ёлка компас черника снегирь ландыш мельница сугроб петух радуга орешник "
    "варежка пчела огурец крыльцо колодец гитара клубок парус тетрадь сирень "
    "каштан пуговица котёнок речка поляна грибник шишка тропинка карандаш арбуз "
    "дудочка малина журавль"
)
_EN: Final = (
    "birch lantern kettle cloud apple anchor pebble basket harbour candle "
    "cherry drum compass thimble meadow acorn bridge mitten honey guitar pillow "
    "feather ginger button cricket walnut ladder pepper rabbit saddle teapot "
    "violet window barley cactus daisy falcon garden hammer island jacket "
    "kitten lemon maple needle orchard parsley quarry raven sparrow tunnel "
    "umbrella valley whistle yarrow zebra beetle copper dolphin ember forest "
    "goblet heather ivory"
)
NOUNS: Final[Mapping[str, tuple[str, ...]]] = {
    "ru": tuple(_RU.split()),
    "en": tuple(_EN.split()),
}


def new_word(language: str, below: Callable[[int], int]) -> str:
    """Return a personal word, easy to read out: `сосна-ручей-42`.

    Args:
        language: Whose words it is made of.
        below: Draws a whole number from 0, below the one given.

    Returns:
        One of 368,640: with the limit on wrong tries it is not guessed in a class.
    """
    nouns = NOUNS.get(language, NOUNS["en"])
    first, second = nouns[below(len(nouns))], nouns[below(len(nouns))]
    return f"{first}-{second}-{10 + below(90)}"


def heard_word(told: str) -> str:
    """Return a personal word as it is compared: case, ё and blanks do not matter."""
    return "-".join(told.casefold().replace("ё", "е").replace("-", " ").split())
