"""Whole pieces that an editor writes at one stroke (`defaultSnippets`).

An extension of the YAML language server's; other readers of schemas pass it over.
A body is JSON with the editor's placeholders: `${1:words}` is the first to fill in.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from simulator.scenario.jsonschema.builder import Fragment
from simulator.scenario.jsonschema.words import Words

Body = dict[str, Any]

OF_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "scenario.cast": ("person",),
    "client.facts": ("fact",),
    "scenario.scenes": ("scene", "form"),
    "scene.replies": ("reply",),
    "scene.reactions": ("reaction",),
    "scenario.reactions": ("reaction",),
    "scenario.endings": ("ending",),
    "play-throughs.plays": ("play",),
    "play.answers": ("answer",),
    "drills.drills": ("drill",),
    "drill.replies": ("drill-reply",),
    "rulebook.criteria": ("criterion",),
    "rubric.rows": ("row",),
}
"""`record.key` → the snippets that are offered in its value."""


def snippets(words: Words, *names: str) -> Fragment:
    """Return the keyword that offers snippets, or nothing when there are none."""
    offered = [
        {
            "label": name,
            "description": words.phrase("snippets", name),
            "body": _BODIES[name](words),
        }
        for name in names
    ]
    return {"defaultSnippets": offered} if offered else {}


def _said(words: Words, place: int) -> str:
    return f"${{{place}:{words.phrase('snippet-words', 'words')}}}"


def _named(words: Words, place: int) -> str:
    return f"${{{place}:{words.phrase('snippet-words', 'name')}}}"


def _reply(words: Words, first: int = 1) -> Body:
    return {
        "id": f"${{{first}:reply}}",
        "text": _said(words, first + 1),
        "does": [f"${{{first + 2}:ask_interest}}"],
        "to": f"${{{first + 3}:stay}}",
        "because": _said(words, first + 4),
    }


def _drill_reply(words: Words, first: int = 1) -> Body:
    return {
        "id": f"${{{first}:reply}}",
        "text": _said(words, first + 1),
        "does": [f"${{{first + 2}:acknowledge}}"],
        "because": _said(words, first + 3),
        "like": [_said(words, first + 4)],
    }


def _drill(words: Words) -> Body:
    return {
        "id": "${1:drill}",
        "objection": _said(words, 2),
        "who": {"name": _named(words, 3), "role": _said(words, 4)},
        "context": _said(words, 5),
        "voices": [_said(words, place) for place in (6, 7, 8)],
        "beneath": _said(words, 9),
        "tests": ["${10:P1}"],
        "replies": [_drill_reply(words, place) for place in (11, 16, 21)],
    }


def _scene(words: Words) -> Body:
    say = [{"${3:oleg}": _said(words, 4)}]
    return {
        "${1:scene}": {
            "tests": ["${2:P3}"],
            "say": say,
            "replies": [_reply(words, 5)],
        }
    }


def _form(words: Words) -> Body:
    return {
        "${1:scene}": {
            "form": "decision",
            "offers": {
                "options": {"${2:lead-together}": _said(words, 3)},
                "reasons": {"${4:facts}": _said(words, 5)},
            },
            "expect": {"reasons": ["${4:facts}"]},
            "to": "${6:ending}",
        }
    }


def _reaction(words: Words) -> Body:
    return {"when": "${1:threaten}", "say": [{"${2:oleg}": _said(words, 3)}]}


def _person(words: Words) -> Body:
    return {
        "${1:oleg}": {
            "name": _named(words, 2),
            "role": _said(words, 3),
            "mood": {"resistance": "${4:6}", "trust": "${5:4}"},
        }
    }


def _fact(words: Words) -> Body:
    return {
        "${1:share}": {
            "name": _named(words, 2),
            "is": "${3:5}",
            "unit": f"${{4:{words.phrase('snippet-words', 'unit')}}}",
            "line": _said(words, 5),
            "needed": "${6:true}",
        }
    }


def _ending(words: Words) -> Body:
    return {
        "${1:ending}": {
            "outcome": "${2:meeting}",
            "good": "${3:true}",
            "title": _named(words, 4),
            "text": _said(words, 5),
        }
    }


def _line(words: Words) -> Body:
    return {"${1:oleg}": _said(words, 2)}


def _play(words: Words) -> Body:
    return {
        "name": _said(words, 1),
        "answers": [{"id": "${2:reply}", "at": "${3:scene}"}],
        "ends": "${4:ending}",
    }


def _answer(words: Words) -> Body:
    return {"id": "${1:reply}", "at": "${2:scene}"}


def _criterion(words: Words) -> Body:
    return {
        "id": "${1:criterion}",
        "name": {"ru": _named(words, 2), "en": _named(words, 3)},
        "weight": "${4:20}",
        "bounds": ["${5:25}", "${6:50}", "${7:75}", "${8:90}"],
    }


def _row(words: Words) -> Body:
    return {
        "id": "${1:row}",
        "when": ["${2:ask_fact}"],
        "principle": "${3:P3}",
        "level": "${4:3}",
        "anchor": {"ru": _said(words, 5), "en": _said(words, 6)},
    }


_BODIES: Final[Mapping[str, Callable[[Words], Body]]] = {
    "scene": _scene,
    "form": _form,
    "reply": _reply,
    "reaction": _reaction,
    "person": _person,
    "fact": _fact,
    "ending": _ending,
    "line": _line,
    "play": _play,
    "answer": _answer,
    "drill": _drill,
    "drill-reply": _drill_reply,
    "criterion": _criterion,
    "row": _row,
}
