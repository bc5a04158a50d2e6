"""Stories of any size, made up in Russian, that can be played for ever.

Every scene leads on to others and none to an ending; at least one reply is always
on offer. The same arguments give the same bytes on every machine.
"""

from typing import Final

_HEAD: Final = """\
format: 1
id: made-up-{scenes}
title: Придуманная история
language: ru
difficulty: medium
minutes: 30
role: Руководитель отдела продаж
brief: >
  Клиент покупает мало, менеджер его не отдаёт.
  Что за этим стоит, предстоит узнать.
debrief: >
  История придумана для измерений и ничему не учит.
cast:
  oleg: {{name: Олег, role: менеджер по продажам, mood: {{resistance: 6, trust: 4}}}}
  irina: {{name: Ирина, role: менеджер по ключевым клиентам, mood: {{patience: 5}}}}
client:
  name: Клиент X
  facts:
"""
_FACT: Final = """\
    fact-{n}: {{name: Сведение {n}, is: [{low}, {high}], unit: руб., \
line: "Это сведение номер {n}.", needed: true}}
"""
_TAIL: Final = """\
reactions:
  - when: threaten
    say: [{oleg: Пугать меня не надо.}]
    mood: {resistance: +2, trust: -1}
otherwise:
  - oleg: [Не понял. Ты о чём?, Скажи проще.]
endings:
  the-end: {outcome: circle, good: false, title: Конец, text: Сюда никто не приходит.}
"""
_SCENE: Final = """\
  {id}:
    tests: [P{first}, P{second}]
    say:
      - oleg:
          - {line_1}
          - {line_2}
      - if: visits > 2 and resistance >= {bound}
        oleg: Мы с тобой уже были здесь, и ничего с тех пор не изменилось.
    replies:
"""
_REPLY: Final = """\
      - id: reply-{n}
        text: {text}
        does: [{does}]
        mood: {{{mood}: {by:+d}}}
        to: {to}
        because: {because}
"""
_LINES: Final = (
    "Знаю, конечно. Мой клиент, я его веду третий год и никому не отдам.",
    "Берёт понемногу, зато платит в срок. Чего ещё от него хотеть?",
    "У него всё давно поделено между двумя поставщиками, и мы не первые.",
    "Звонит, когда у тех перебои. Тогда и везём, хоть ночью.",
    "Я туда ездил сорок раз, пока меня пустили дальше проходной.",
)
_TEXTS: Final = (
    "Какие группы он у нас берёт и какие мог бы брать ещё?",
    "Сколько он закупает за год в нашей категории, если посчитать всё?",
    "Давай соберёмся в четверг и посмотрим на него по общим правилам.",
    "Твой вклад никто не отменяет. Вопрос в том, как взять остальное.",
    "Отдай его Ирине, и на этом закончим разговор.",
    "Кто там решает, кроме закупщика, и видел ли ты этого человека?",
)
_DOES: Final = (
    "ask_fact(assortment, share)",
    "ask_fact(purchases), verify_data",
    "propose_meeting, set_step",
    "acknowledge, business_effect",
    "propose_transfer, pull_rank",
    "ask_fact(contacts)",
)
_BECAUSE: Final = "Вопрос о деле даёт опору разговору, просьба её отнимает."


def scenario_yaml(scenes: int, replies: int = 3, seed: int = 1) -> bytes:
    """Make up a scenario.

    Args:
        scenes: How many, at least 1; a thousand of them are about 1.6 MB.
        replies: In each scene, at least 1.
        seed: Another seed leads elsewhere.
    """
    facts = min(40, scenes)
    parts = [_HEAD.format(scenes=scenes)]
    parts += [_FACT.format(n=n, low=n * 1000, high=n * 2000) for n in range(facts)]
    parts.append(f"start: {_id(0)}\nscenes:\n")
    for number in range(scenes):
        parts.append(_scene(number))
        parts += [_reply(number, n, scenes, facts, seed) for n in range(replies)]
    parts.append(_TAIL)
    return "".join(parts).encode()


def _id(number: int) -> str:
    return f"scene-{number}"


def _scene(number: int) -> str:
    return _SCENE.format(
        id=_id(number),
        first=1 + number % 8,
        second=1 + (number + 3) % 8,
        line_1=_LINES[number % len(_LINES)],
        line_2=_LINES[(number * 3 + 1) % len(_LINES)],
        bound=number % 7,
    )


def _reply(number: int, n: int, scenes: int, facts: int, seed: int) -> str:
    """Make up a reply; the first of a scene is always on offer."""
    kind = number * 5 + n * 7 + seed
    text = _REPLY.format(
        n=n,
        text=_TEXTS[kind % len(_TEXTS)],
        does=_DOES[kind % len(_DOES)],
        mood=("resistance", "trust")[kind % 2],
        by=kind % 5 - 2,
        to=_id((number * 31 + n * 17 + seed * 7 + 1) % scenes),
        because=_BECAUSE,
    )
    if kind % 3 == 0:
        text += f"        learn: [fact-{kind % facts}]\n"
    if kind % 4 == 0:
        text += f"        set: [flag-{kind % 50}]\n"
    if n:
        text += _limits(kind, facts)
    return text


def _limits(kind: int, facts: int) -> str:
    """Say when a reply is on offer, for some of them."""
    if kind % 11 == 0:
        return "        once: true\n"
    if kind % 5 == 0:
        return f"        if: knows(fact-{kind % facts}) or resistance <= {kind % 9}\n"
    if kind % 7 == 0:
        return f"        if: trust > {kind % 4} and not said(threaten)\n"
    return ""
