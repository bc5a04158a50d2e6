"""`make evaluate`: how far the reader agrees with the raters, and write it down.

Every figure comes from replies whose situation the reader had not seen: the
readings that `make train` left in `tools/train/unseen.npz`, made by networks tuned
without them. `docs/agreement.md` holds the table between two marks; `--check`
writes nothing and tells whether it is still true.
"""

import sys
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scoring.codes import TAKES_TOPICS, Code, CodeUse
from scoring.principles import Principle
from scoring.reading.impression import CODES, TOPICS
from scoring.reading.reader import Reader
from scoring.reading.shipped import shipped, tuned_reader
from scoring.rubric import Rubric, rate
from simulator.packs import Library
from tools.bank import ROOT, Labelled, Mark, digest, load
from tools.train.folds import alike
from tools.train.settings import joined, slope
from tools.train.synthetic import heaps, unlabelled
from tools.unseen import WIDTH, Readings, agreement, quadratic, readings, truth_of

PAGE: Final = ROOT / "docs" / "agreement.md"
UNSEEN: Final = ROOT / "tools" / "train" / "unseen.npz"
NOTHING: Final = ROOT / "tests" / "data" / "reading" / "nothing.txt"
BEGIN: Final = "<!-- measured: make evaluate -->"
FIRST_BANK: Final = ("D-", "F-")
TOPICAL: Final = [CODES.index(code) for code in TAKES_TOPICS]
FRESH: Final = 2027
"""The seed of the salads."""
LANGUAGES: Final = ("ru", "en")
HEAPS: Final = 150
END: Final = "<!-- end of what was measured -->"

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Levels = dict[Principle, int]


class StaleError(Exception):
    """The readings were made from another bank."""


def main(arguments: Sequence[str]) -> int:
    """Print the tables and keep the page true; 1 when `--check` finds it is not."""
    told = "\n".join(report())
    sys.stdout.write(told + "\n")
    page = PAGE.read_text("utf-8")
    head, rest = page.split(BEGIN)
    fresh = f"{head}{BEGIN}\n\n{told}\n\n{END}{rest.split(END)[1]}"
    if "--check" in arguments:
        return int(fresh != page)
    PAGE.write_text(fresh, "utf-8")
    return 0


def report() -> Iterator[str]:
    """Tell all figures, as Markdown.

    Raises:
        StaleError: The bank has changed since the readings were made.
    """
    replies, stored = load(), dict(np.load(UNSEEN))
    if bytes(stored["bank"]).decode() != digest():
        raise StaleError("the bank has changed: run `make train`")
    truth = truth_of(replies)
    told, heaped = stored["sense"], stored["heaps"]
    both, network, by_letter = (
        readings(replies, truth, figures, told, heaped)
        for figures in (
            joined(stored["tuned"], stored["lexical"]),
            stored["tuned"],
            stored["lexical"],
        )
    )
    alone = {"the network alone": network, "the letters alone": by_letter}
    yield from _summary(both, alone, stored)
    yield ""
    yield from _codes(both)
    yield ""
    yield from _levels(both)
    yield ""
    yield from _calibration(both)


def _codes_of(row: Flags) -> list[Code]:
    return [code for code, holds in zip(CODES, row, strict=False) if holds]


def _summary(
    reader: Readings, alone: dict[str, Readings], stored: dict[str, Floats]
) -> Iterator[str]:
    raters = [reply.overall for reply in reader.replies]
    usual = max(set(raters), key=raters.count)
    nearest = [int(place) for place in stored["nearest"]]
    letters = np.zeros_like(reader.found)
    letters[:, : len(CODES)] = stored["letters"] >= 0.5
    rows: list[tuple[str, Flags, Sequence[int] | None]] = [
        ("**the reader**", reader.found, reader.overall),
        *((name, one.found, one.overall) for name, one in alone.items()),
        ("character TF-IDF alone", letters, None),
        (
            "the nearest reply of the bank (rapidfuzz)",
            reader.truth[nearest],
            [raters[place] for place in nearest],
        ),
        ("always the commonest", np.zeros_like(reader.found), [usual] * len(raters)),
    ]
    yield f"{len(reader.replies)} replies, bank `{digest()[:12]}`."
    yield ""
    yield "| reader | macro κ, 26 codes | macro F1 | overall QWK | pairs, both right |"
    yield "|---|---|---|---|---|"
    for name, table, overall in rows:
        kappas = agreement(table, reader.truth)
        worth = f"{quadratic(raters, overall):.2f}" if overall else "–"
        pairs = _pairs(reader.replies, table, reader.truth)
        yield (
            f"| {name} | {np.mean(kappas):.2f} | {_macro_f1(table, reader.truth):.2f} |"
            f" {worth} | {pairs:.0%} |"
        )
    yield ""
    yield _first(reader)
    yield from _rejections()


def _first(reader: Readings) -> str:
    """Tell of the first bank alone: written by another hand, and hard on purpose."""
    rows = [n for n, reply in enumerate(reader.replies) if reply.id[:2] in FIRST_BANK]
    found, truth = reader.found[rows], reader.truth[rows]
    raters = [reader.replies[row].overall for row in rows]
    worth = quadratic(raters, [reader.overall[row] for row in rows])
    return (
        f"On the {len(rows)} replies of the first bank alone: macro κ"
        f" {np.mean(agreement(found, truth)):.2f}, overall QWK {worth:.2f}."
    )


def _rejections() -> Iterator[str]:
    """Tell of words that do nothing, made afresh from the bank and written down."""
    reader = tuned_reader(shipped())
    made = list(heaps(list(_authored()), FRESH, 3 * HEAPS))
    kinds = ("the words of one reply out of order", "words of many", "lists of terms")
    shares = [
        f"{name} {_worth_nothing(reader, [h.reply for h in made[kind::3]]):.0%}"
        for kind, name in enumerate(kinds)
    ]
    lines = NOTHING.read_text("utf-8").splitlines()
    yield f"Worth nothing, of {HEAPS} salads of each kind: {', '.join(shares)};"
    share = _worth_nothing(reader, lines)
    yield f"of the {len(lines)} lines of `{NOTHING.relative_to(ROOT)}`: {share:.0%}."


def _authored() -> Iterator[Labelled]:
    """Return the wordings of client X, which no training has seen."""
    for lang in LANGUAGES:
        story = Library.shipped().load("client-x", lang).scenario
        for scene in story.scenes.values():
            for reply in scene.replies:
                for number, text in enumerate((reply.text, *reply.like)):
                    yield unlabelled(f"{reply.id}-{number}", lang, text)


def _worth_nothing(reader: Reader, lines: Sequence[str]) -> float:
    return float(np.mean([not reader.read(line).codes for line in lines]))


def _pairs(replies: Sequence[Labelled], table: Flags, truth: Flags) -> float:
    """Return the share of minimal pairs whose difference is right on both sides."""
    right: list[bool] = []
    for place in range(1, len(replies)):
        one, two = truth[place - 1, : len(CODES)], truth[place, : len(CODES)]
        differ = one != two
        if differ.any() and alike(replies[place - 1], replies[place]):
            told = table[[place - 1, place], : len(CODES)][:, differ]
            right.append(bool((told == np.stack([one[differ], two[differ]])).all()))
    return float(np.mean(right)) if right else 0.0


def _macro_f1(table: Flags, truth: Flags) -> float:
    return float(np.mean([_f1(table[:, c], truth[:, c])[2] for c in range(len(CODES))]))


def _f1(found: Flags, truth: Flags) -> tuple[float, float, float]:
    both = float((found & truth).sum())
    precision = both / max(float(found.sum()), 1)
    recall = both / max(float(truth.sum()), 1)
    return precision, recall, 2 * both / max(float(found.sum() + truth.sum()), 1)


def _codes(tuned: Readings) -> Iterator[str]:
    yield "| code | replies | precision | recall | F1 | κ |"
    yield "|---|---|---|---|---|---|"
    kappas = agreement(tuned.found, tuned.truth)
    for number, code in enumerate(CODES):
        precision, recall, both = _f1(tuned.found[:, number], tuned.truth[:, number])
        yield (
            f"| `{code}` | {int(tuned.truth[:, number].sum())} | {precision:.2f} |"
            f" {recall:.2f} | {both:.2f} | {kappas[number]:.2f} |"
        )
    yield f"| `none` | | | | | {kappas[-1]:.2f} |"
    yield ""
    asked = tuned.truth[:, TOPICAL].any(axis=1)
    precision, recall, both = _f1(
        tuned.found[asked, WIDTH:], tuned.truth[asked, WIDTH:]
    )
    yield (
        f"Topics, on the {int(asked.sum())} replies that ask for or tell a fact:"
        f" precision {precision:.2f}, recall {recall:.2f}, F1 {both:.2f}."
    )


def _levels(tuned: Readings) -> Iterator[str]:
    rubric = Library.shipped().rubric("business-above-ego")
    told = [_rated(row, rubric) for row in tuned.found]
    given = [_levels_of(reply, rubric) for reply in tuned.replies]
    yield (
        "| principle | both give a level | QWK | only the rater | only the reader |"
        " QWK of the rows on the rater's own codes |"
    )
    yield "|---|---|---|---|---|---|"
    for principle in Principle:
        both, worth = _agreed(tuned.replies, told, principle)
        _, rows = _agreed(tuned.replies, given, principle)
        rater = sum(principle in reply.levels for reply in tuned.replies)
        reader = sum(principle in level for level in told)
        yield (
            f"| {principle} | {both} | {worth:.2f} | {rater - both} | {reader - both} |"
            f" {rows:.2f} |"
        )


def _agreed(
    replies: Sequence[Labelled], told: Sequence[Levels], principle: Principle
) -> tuple[int, float]:
    """Return how many replies both give a level, and how well they agree there."""
    pairs = [
        (reply.levels[principle], level[principle])
        for reply, level in zip(replies, told, strict=True)
        if principle in reply.levels and principle in level
    ]
    return len(pairs), quadratic([a for a, _ in pairs], [b for _, b in pairs])


def _levels_of(reply: Labelled, rubric: Rubric) -> Levels:
    uses = [
        CodeUse(mark.code, tuple(map(str, mark.topics)) if _topical(mark) else ())
        for mark in reply.marks
    ]
    return {one.principle: one.level for one in rate(rubric, uses, {})}


def _topical(mark: Mark) -> bool:
    return mark.code in TAKES_TOPICS


def _rated(row: Flags, rubric: Rubric) -> Levels:
    about = row[len(CODES) :]
    topics = tuple(str(t) for t, holds in zip(TOPICS, about, strict=True) if holds)
    uses = [
        CodeUse(code, topics if code in TAKES_TOPICS else ()) for code in _codes_of(row)
    ]
    return {one.principle: one.level for one in rate(rubric, uses, {})}


def _calibration(tuned: Readings) -> Iterator[str]:
    """Tell how often acts that were given a chance did hold."""
    width = len(CODES)
    factor = slope(tuned.chances, tuned.truth.astype(float))
    held = np.clip(tuned.chances[:, :width], 1e-6, 1 - 1e-6)
    honest = 1 / (1 + np.exp(-factor * np.log(held / (1 - held))))
    yield "| chance told | how many | held |"
    yield "|---|---|---|"
    for low in (0.0, 0.2, 0.4, 0.6, 0.8):
        inside = (honest >= low) & (honest < low + 0.2)
        share = float(tuned.truth[:, :width][inside].mean()) if inside.any() else 0.0
        yield f"| {low:.1f}–{low + 0.2:.1f} | {int(inside.sum())} | {share:.2f} |"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
