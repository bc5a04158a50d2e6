"""The bank of labelled replies: read it, find what is wrong with it, name it.

`python -m tools.bank` prints its counts and everything that is wrong with it.
The format and the rater's conventions are described in `docs/bank.md`.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from scoring.codes import TAKES_TOPICS, Code, Topic
from scoring.principles import HIGHEST_LEVEL, LOWEST_LEVEL, Principle

ROOT: Final = Path(__file__).resolve().parent.parent
FOLDER: Final = ROOT / "scoring" / "reading" / "bank"
LANGUAGES: Final = ("ru", "en")


@dataclass(frozen=True, slots=True)
class Mark:
    """One code with the words that earned it."""

    code: Code
    topics: tuple[Topic, ...]
    start: int
    end: int
    """One past the last character; equal to `start` for `none`."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """One reply with a rater's labels."""

    id: str
    lang: str
    manager_says: str
    reply: str
    marks: tuple[Mark, ...]
    levels: dict[Principle, int] = field(hash=False)
    overall: int
    """0..4."""
    situation: str = ""
    """Replies of one situation stay together in any split, whatever their language."""

    @property
    def codes(self) -> frozenset[Code]:
        """The codes that hold; empty when the reply does nothing."""
        return frozenset(mark.code for mark in self.marks) - {Code.NONE}


def load(folder: Path = FOLDER) -> tuple[Labelled, ...]:
    """Read every file of the bank, in the order of their names.

    Raises:
        ValueError: A line is not a labelled reply; says which.
    """
    replies: list[Labelled] = []
    for file in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            try:
                replies.append(labelled(json.loads(line)))
            except (KeyError, ValueError, TypeError) as error:
                raise ValueError(f"{file.name}:{number}: {error}") from error
    return tuple(replies)


def digest(folder: Path = FOLDER) -> str:
    """Return the SHA-256 of the bank's files, in hex."""
    total = sha256()
    for file in sorted(folder.glob("*.jsonl")):
        total.update(file.name.encode() + b"\0" + file.read_bytes())
    return total.hexdigest()


def labelled(body: dict[str, Any]) -> Labelled:
    """Return the labelled reply that a line of the bank holds."""
    reply = str(body["reply"])
    return Labelled(
        id=str(body["id"]),
        lang=str(body["lang"]),
        manager_says=str(body["manager_says"]),
        reply=reply,
        marks=tuple(_mark(one, reply) for one in body["codes"]),
        levels={Principle(key): int(value) for key, value in body["levels"].items()},
        overall=int(body["overall"]),
        situation=str(body.get("situation", "")),
    )


def _mark(body: dict[str, Any], reply: str) -> Mark:
    code, words = Code(body["code"]), str(body["span"])
    start = reply.find(words)
    if start < 0 or (not words) != (code is Code.NONE):
        raise ValueError(f"{code}: the span is not in the reply: {words!r}")
    topics = tuple(Topic(topic) for topic in body.get("topics", ()))
    return Mark(code, topics, start, start + len(words))


def problems(replies: Sequence[Labelled]) -> Iterator[str]:
    """Tell what no rater could have meant."""
    seen = Counter(reply.id for reply in replies)
    yield from (f"{name}: the id stands {n} times" for name, n in seen.items() if n > 1)
    said = Counter((r.manager_says, r.reply) for r in replies)
    yield from (f"{words[1]!r}: stands {n} times" for words, n in said.items() if n > 1)
    for reply in replies:
        yield from (f"{reply.id}: {fault}" for fault in _faults(reply))


def _faults(reply: Labelled) -> Iterator[str]:
    codes = [mark.code for mark in reply.marks]
    if reply.lang not in LANGUAGES:
        yield f"unknown language {reply.lang!r}"
    if Code.NONE in codes and (len(codes) > 1 or reply.levels):
        yield "none stands beside an act or a level"
    if not codes or (reply.codes and not reply.levels):
        yield "acts without a level"
    levels = [*reply.levels.values(), reply.overall]
    if not all(LOWEST_LEVEL <= level <= HIGHEST_LEVEL for level in levels):
        yield "a level is not within 0..4"
    for mark in reply.marks:
        if bool(mark.topics) != (mark.code in TAKES_TOPICS):
            yield f"{mark.code}: topics belong to ask_fact and cite_fact, at least one"


def counts(replies: Iterable[Labelled]) -> dict[Code, int]:
    """Count the replies that each code holds in, `none` included."""
    found = Counter(code for r in replies for code in (r.codes or {Code.NONE}))
    return {code: found[code] for code in Code}


def main() -> int:
    """Print the counts, then what is wrong; 1 when anything is."""
    replies = load()
    for code, number in sorted(counts(replies).items(), key=lambda pair: pair[1]):
        sys.stdout.write(f"{number:5}  {code}\n")
    topics = Counter(t for r in replies for mark in r.marks for t in mark.topics)
    sys.stdout.write("".join(f"{topics[topic]:5}  {topic}\n" for topic in Topic))
    sys.stdout.write(f"{len(replies):5}  replies, bank {digest()[:12]}\n")
    faults = list(problems(replies))
    sys.stderr.write("".join(f"{fault}\n" for fault in faults))
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
