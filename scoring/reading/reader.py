"""From a reply to what it does: the whole way, guarded at both ends.

Nothing is earned by words that do nothing: quotations of the manager, the
manager's line said back, lists of terms, and text in no language that is read.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from scoring.codes import Code, CodeUse, Topic
from scoring.reading.clauses import Clause, clauses
from scoring.reading.errors import TooLongError
from scoring.reading.impression import CODES, TOPICS, Encoder, Impression
from scoring.reading.leaning import leant
from scoring.reading.reading import Heard, Reading
from scoring.reading.spans import averted, span_of
from scoring.reading.text import MOST_WORDS, Clean, cleaned, words
from scoring.reading.thresholds import Settings, held, margin, named

_TOPIC_CODES = (Code.ASK_FACT, Code.CITE_FACT)
_DECIMALS = 4
_HARM = frozenset(
    {
        Code.THREATEN,
        Code.DECEIVE,
        Code.BAD_DEAL,
        Code.ATTACK,
        Code.PULL_RANK,
        Code.BEND_RULE,
        Code.PERSONAL_APPEAL,
    }
)


class Reader:
    """Reads replies with one encoder and the settings that belong to it."""

    def __init__(self, encoder: Encoder, settings: Settings) -> None:
        """Take the encoder and what was fitted beside it."""
        self._encoder = encoder
        self._settings = settings

    def read(
        self, reply: str, manager_says: str = "", before: Collection[str] = ()
    ) -> Reading:
        """Read one reply.

        Args:
            reply: The trainee's words as typed; up to `MOST_WORDS` words.
            manager_says: The line that they answer.
            before: What else was read or heard until then: what is copied from it
                earns nothing.

        Returns:
            What was heard. The same words give the same reading.

        Raises:
            TooLongError: The reply has more words than anybody says at once.
        """
        clean = cleaned(reply)
        length = len(words(clean.text))
        if length > MOST_WORDS:
            raise TooLongError(length)
        line = cleaned(manager_says).text
        parts = clauses(clean.text, line, [cleaned(text).text for text in before])
        return self._decided(
            clean, parts, self._encoder.encode(line, clean.text), reply
        )

    def impression(self, reply: str, manager_says: str = "") -> Impression:
        """Return what the encoder makes of a reply, without deciding anything.

        Args:
            reply: See `read`; any length.
            manager_says: The line that it answers.
        """
        return self._encoder.encode(cleaned(manager_says).text, cleaned(reply).text)

    def again(self, reading: Reading, shifts: Sequence[float]) -> Reading:
        """Decide once more, with every act's log-odds moved (`leaning`).

        Args:
            reading: What was read before.
            shifts: One for each output.
        """
        moved = leant(reading.impression, shifts)
        decided = self._decided(
            cleaned(reading.text), reading.clauses, moved, reading.text
        )
        return replace(decided, impression=reading.impression)

    def _decided(
        self,
        clean: Clean,
        parts: tuple[Clause, ...],
        impression: Impression,
        reply: str,
    ) -> Reading:
        heard = self._heard(clean, parts, impression)
        if not heard:
            heard = (Heard(CodeUse(Code.NONE), self._nothing(impression)),)
        codes = {one.use.code for one in heard}
        overall = overall_of(impression.overall, codes - {Code.NONE})
        return Reading(reply, heard, overall, parts, impression)

    def _heard(
        self, clean: Clean, parts: tuple[Clause, ...], impression: Impression
    ) -> tuple[Heard, ...]:
        """Find the acts that are likely enough, in words that are the speaker's own."""
        found: list[Heard] = []
        least, length = self._settings.least, len(words(clean.text))
        passed_by = margin(impression.chances, least)
        if not self._settings.sense.found(impression, passed_by, length):
            return ()
        for number in held(impression.chances, least):
            code, bar = CODES[number], min(least[number], impression.chances[number])
            span = span_of(number, parts, impression, bar)
            if span is None or (
                code is Code.DECEIVE and averted(number, parts, impression, clean.text)
            ):
                continue
            about = self._about(code, span, impression)
            use = CodeUse(code, about, clean.typed(*span))
            chance = self._settings.honest(impression.chances[number])
            found.append(Heard(use, round(chance, _DECIMALS)))
        return tuple(found)

    def _about(
        self, code: Code, span: tuple[int, int], impression: Impression
    ) -> tuple[str, ...]:
        """Return the topics of a question or a fact: at least the likeliest one."""
        if code not in _TOPIC_CODES:
            return ()
        chances = [_topic_chance(topic, span, impression) for topic in TOPICS]
        found = named(chances, self._settings.least[len(CODES) :])
        return tuple(TOPICS[number] for number in found)

    def _nothing(self, impression: Impression) -> float:
        likeliest = max(impression.chances[: len(CODES)])
        return round(1 - self._settings.honest(likeliest), _DECIMALS)


def _topic_chance(topic: Topic, span: tuple[int, int], impression: Impression) -> float:
    """Return how likely these words are about a topic that the reply is about."""
    column = len(CODES) + TOPICS.index(topic)
    inside = (
        part.chances[column]
        for part in impression.parts
        if part.start < span[1] and part.end > span[0]
    )
    return min(max(inside, default=0.0), impression.chances[column])


def overall_of(level: float, codes: Collection[Code]) -> int:
    """Return the overall level: doing nothing is never good, harm never passable.

    Args:
        level: What the encoder says, 0.0..4.0.
        codes: What the reply does; empty when it does nothing.
    """
    most = 4
    if not codes:
        most = 2
    elif not _HARM.isdisjoint(codes):
        most = 1
    return min(max(round(level), 0), most)
