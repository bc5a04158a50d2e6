"""Replies that do nothing, made from replies that do: what a reader must not reward.

Words out of order, lists of terms, the manager's line said back, instructions to
the program, text about something else. All are labelled `none`.
"""

from collections.abc import Iterator, Sequence
from random import Random  # noqa: TID251 - training draws, seeded
from typing import Final

from scoring.codes import Code
from tools.bank import Labelled, Mark
from tools.train.chatter import CHATTER
from tools.train.everyday import EVERYDAY, LISTS
from tools.train.idle import IDLE

SEED: Final = 11
SHARE: Final = 0.14
"""How many are made, as a part of the replies they are made from."""
LISTED: Final = 120
"""So many lists are made in each language."""
_TERMS: Final = {
    "ru": """
        бизнес эго факты доля рынка КАМ ключевой клиент критерии кошелёк прирост маржа
        рентабельность совещание протокол решение интересы условия бонус план рост
        выгода компания правила для всех разделять личное деловое позиция вето угроза
        прозрачность уважение честный переход сначала сроки ответственный повестка
        источник CRM
    """,
    "en": """
        business ego facts wallet share key account criteria growth margin
        profitability meeting minutes decision interests terms bonus plan company
        benefit rules for all person issue stance veto threat fairness respect handover
        owner deadline agenda source CRM
    """,
}


def idle(replies: Sequence[Labelled], seed: int) -> Iterator[Labelled]:
    """Make replies that do nothing from the given ones and from nothing else."""
    draw = Random(seed)
    makers = (_shuffled, _mixed, _listed, _echo, _off_topic)
    for number in range(round(SHARE * len(replies))):
        model = draw.choice(replies)
        text = makers[number % len(makers)](model, replies, draw)
        yield unlabelled(f"idle-{number}", model.lang, text, model.manager_says)


def chatter() -> Iterator[Labelled]:
    """Return everyday lines that have nothing to do with any client."""
    for lang, lines in CHATTER.items():
        for number, text in enumerate((*lines, *EVERYDAY[lang])):
            yield unlabelled(f"chatter-{lang}-{number}", lang, text)


def heaps(replies: Sequence[Labelled], seed: int, number: int) -> Iterator[Labelled]:
    """Make words that do not hang together from replies that do.

    In turn: the words of one reply out of order, words of many, a list of terms.
    """
    draw = Random(seed)
    makers = (_shuffled, _mixed, _listed)
    for count in range(number):
        model = draw.choice(replies)
        text = makers[count % len(makers)](model, replies, draw)
        yield unlabelled(f"heap-{count}", model.lang, text, model.manager_says)


def lists() -> Iterator[Labelled]:
    """Return lists of what a trade talk is full of, and that do nothing as lists."""
    draw = Random(SEED)
    for lang, kinds in LISTS.items():
        for number in range(LISTED):
            several = draw.choice(kinds)
            count = min(draw.randint(3, 8), len(several))
            text = draw.choice((" ", ", ", " ")).join(draw.sample(several, count))
            yield unlabelled(f"list-{lang}-{number}", lang, text)


def unlabelled(name: str, lang: str, text: str, manager_says: str = "") -> Labelled:
    """Return words as a reply that does nothing."""
    return Labelled(
        id=name,
        lang=lang,
        manager_says=manager_says,
        reply=text,
        marks=(Mark(Code.NONE, (), 0, 0),),
        levels={},
        overall=0,
    )


def _shuffled(model: Labelled, replies: Sequence[Labelled], draw: Random) -> str:
    words = model.reply.lower().replace(",", "").replace(".", "").split()
    draw.shuffle(words)
    return " ".join(words) if len(words) > 5 else _listed(model, replies, draw)


def _mixed(model: Labelled, replies: Sequence[Labelled], draw: Random) -> str:
    """Draw single words from many replies."""
    same = [reply for reply in replies if reply.lang == model.lang]
    count = draw.randint(5, 14)
    return " ".join(draw.choice(draw.choice(same).reply.split()) for _ in range(count))


def _listed(model: Labelled, replies: Sequence[Labelled], draw: Random) -> str:
    terms = draw.sample(_TERMS[model.lang].split(), draw.randint(3, 12))
    return draw.choice((" ", ", ", ". ")).join(terms)


def _echo(model: Labelled, replies: Sequence[Labelled], draw: Random) -> str:
    if not model.manager_says:
        return _off_topic(model, replies, draw)
    ways = (
        ("{}", "«{}»", "Ты говоришь: «{}»", "{}?")
        if model.lang == "ru"
        else (
            "{}",
            "“{}”",
            "You say: “{}”",
            "{}?",
        )
    )
    return draw.choice(ways).format(model.manager_says)


def _off_topic(model: Labelled, replies: Sequence[Labelled], draw: Random) -> str:
    return draw.choice(IDLE[model.lang])
