"""A debrief as plain JSON objects: the output of `run --format json`.

The names of the keys are a contract; `FORMAT` is raised when one changes its
meaning or goes away. Numbers are rounded to two decimals.
"""

from collections.abc import Iterable, Sequence
from gettext import NullTranslations
from typing import Final

from simulator.reports.formmodel import FormNote, ItemNote
from simulator.reports.model import (
    Debrief,
    KeyClientNote,
    LevelNote,
    MoodNote,
    PrincipleNote,
    RedFlagNote,
    TurnNote,
)
from simulator.reports.numbers import number

FORMAT: Final = 1

Json = dict[str, object]


def to_json(note: Debrief, texts: NullTranslations) -> Json:
    """Return what a talk came to; `texts` is the language of the reasons."""
    key_client = note.key_client
    return {
        "finished": note.outcome is not None,
        "outcome": str(note.outcome.outcome) if note.outcome else None,
        "ending": note.outcome.ending if note.outcome else None,
        "scores": {
            "business": number(note.business),
            "key_client": number(key_client.score if key_client else None),
        },
        "principles": {
            str(one.principle): _principle(one, note.turns) for one in note.principles
        },
        "red_flags": [_flag(flag) for flag in note.red_flags],
        "circling": list(note.circling),
        "key_client": _key_client(key_client, texts) if key_client else None,
        "advice": note.advice.render(texts),
        "turns": [turn_json(turn) for turn in note.turns],
        "forms": [_form(turn.form, texts) for turn in note.turns if turn.form],
    }


def _principle(note: PrincipleNote, turns: Iterable[TurnNote]) -> Json:
    return {
        "level": number(note.level),
        "verdict": "reached" if note.reached else "not-reached",
        "title": note.title,
        "evidence": [
            _evidence(turn, level)
            for turn in turns
            for level in turn.levels
            if level.principle is note.principle
        ],
    }


def _evidence(turn: TurnNote, note: LevelNote) -> Json:
    return {
        "turn": turn.turn,
        "scene": turn.scene,
        "level": note.level,
        "codes": list(note.codes),
        "row": note.row,
        "anchor": note.sentence,
        "reply": turn.reply,
    }


def _flag(note: RedFlagNote) -> Json:
    return {"turn": note.turn, "code": str(note.code.code), "text": note.text}


def _key_client(note: KeyClientNote, texts: NullTranslations) -> Json:
    return {
        "parts": {
            part.part: {
                "points": number(part.points),
                "of": part.of,
                "reason": part.reason.render(texts),
            }
            for part in note.parts
        },
        "obtained": [fact.fact for fact in note.obtained],
        "missing": [fact.fact for fact in note.missing],
        "criteria": [one.criterion for one in note.criteria],
        "points": [number(note.low), number(note.high)],
        "status": str(note.status_id),
    }


def _form(note: FormNote, texts: NullTranslations) -> Json:
    return {
        "turn": note.turn,
        "scene": note.scene,
        "form": str(note.kind),
        "right": number(note.share * 100),
        "parts": {
            str(part.part): {
                "right": number(part.share * 100),
                "items": [_item(item, texts) for item in part.items],
            }
            for part in note.parts
        },
        "words": note.words,
    }


def _item(note: ItemNote, texts: NullTranslations) -> Json:
    return {
        "item": note.item,
        "given": note.given.render(texts),
        "wanted": note.wanted.render(texts),
        "right": number(note.share * 100),
        "why": str(note.why),
        "because": note.because,
    }


def turn_json(note: TurnNote) -> Json:
    """Return one turn: the answer, what it did, what it moved."""
    return {
        "turn": note.turn,
        "scene": note.scene,
        "reply": note.reply,
        "text": note.text,
        "codes": [code.written for code in note.codes],
        "levels": _levels(note.levels),
        "fruitless": note.fruitless,
        "form": str(note.form.kind) if note.form else None,
        "learned": [fact.fact for fact in note.learned],
        "mood": [_mood(mood) for mood in note.moods],
    }


def _levels(notes: Sequence[LevelNote]) -> Json:
    return {str(note.principle): note.level for note in notes}


def _mood(note: MoodNote) -> Json:
    return {
        "person": note.who,
        "meter": note.meter,
        "before": note.before,
        "after": note.after,
    }
