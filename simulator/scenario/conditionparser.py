"""Words of a condition → a checked `Condition`, by recursive descent.

    either  = both { "or" both }
    both    = negated { "and" negated }
    negated = "not" negated | question
    question = "true" | "false" | "(" either ")" | test(name) | number how number
    number  = whole number | meter | visits[(scene)] | right(scene) | turns | fruitless

The first thing that is out of place ends the parsing; names that stand for
nothing are all reported.
"""

from typing import Final

from simulator.scenario.codes import conditions as codes
from simulator.scenario.conditions import (
    All,
    AnyOf,
    Ask,
    Compare,
    Comparison,
    Condition,
    Not,
    Number,
    NumberName,
    TestName,
)
from simulator.scenario.findings import Rule
from simulator.scenario.naming import Naming
from simulator.scenario.tokens import MEANT, Sort, Token, tokens

DEEPEST: Final = 32
"""Levels of `not` and parentheses."""
_DIGITS: Final = 9
_TESTS: Final = {str(name): name for name in TestName}
_WORDS: Final = (Sort.NAME, Sort.AND, Sort.OR, Sort.NOT, Sort.BOOLEAN)
"""What an id in parentheses may look like."""
_NUMBERS: Final = {"visits", "turns", "fruitless", "right"}


class _MisplacedError(Exception):
    """Ends the parsing of one condition; its finding is in the report."""


class ConditionParser:
    """Parses one condition."""

    __slots__ = ("_at", "_depth", "_naming", "_tokens")

    def __init__(self, words: str, naming: Naming) -> None:
        self._tokens = tokens(words)
        self._at = 0
        self._depth = 0
        self._naming = naming

    def parse(self) -> Condition | None:
        """Return the condition; None, with a finding, when it can't be parsed."""
        try:
            condition = self._either()
            if self._peek().sort is not Sort.END:
                raise self._misplaced(self._peek())
        except _MisplacedError:
            return None
        return condition

    def _peek(self) -> Token:
        return self._tokens[self._at]

    def _take(self) -> Token:
        token = self._tokens[self._at]
        if token.sort is not Sort.END:
            self._at += 1
        return token

    def _either(self) -> Condition:
        parts = [self._both()]
        while self._peek().sort is Sort.OR:
            self._take()
            parts.append(self._both())
        return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))

    def _both(self) -> Condition:
        parts = [self._negated()]
        while self._peek().sort is Sort.AND:
            self._take()
            parts.append(self._negated())
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _negated(self) -> Condition:
        if self._peek().sort is not Sort.NOT:
            return self._question()
        self._enter(self._take())
        inner = self._negated()
        self._depth -= 1
        return Not(inner)

    def _question(self) -> Condition:
        token = self._peek()
        if token.sort is Sort.OPEN:
            return self._group()
        if token.sort is Sort.BOOLEAN:
            self._take()
            return self._alone(token, token.text == "true")
        if token.sort is Sort.NAME and token.text in _TESTS:
            self._take()
            return self._alone(token, self._test(token))
        return self._comparison()

    def _group(self) -> Condition:
        opened = self._take()
        self._enter(opened)
        inner = self._either()
        if self._peek().sort is Sort.END:
            raise self._error(codes.UNCLOSED_PARENTHESIS, opened)
        if self._peek().sort is not Sort.CLOSE:
            raise self._misplaced(self._peek())
        self._take()
        self._depth -= 1
        return self._alone(opened, inner, "(…)")

    def _alone(self, token: Token, condition: Condition, words: str = "") -> Condition:
        """Refuse to compare what is a question already."""
        if self._peek().sort is Sort.COMPARISON:
            raise self._error(codes.NOT_COMPARABLE, token, value=words or token.text)
        return condition

    def _test(self, token: Token) -> Ask:
        name = _TESTS[token.text]
        about = self._argument(token)
        if about is None:
            better = f"{name}({'share' if name is TestName.KNOWS else '…'})"
            raise self._error(codes.NEEDS_NAME, token, value=token.text, nearest=better)
        return Ask(name, self._naming.about(name, about.text, about.offset))

    def _comparison(self) -> Condition:
        first = self._peek()
        left = self._number()
        if self._peek().sort is not Sort.COMPARISON:
            if self._peek().sort is Sort.STRANGE:
                raise self._misplaced(self._peek())
            raise self._error(codes.NUMBER_ALONE, first, value=first.text)
        how = Comparison(self._take().text)
        second = self._peek()
        if second.sort is Sort.BOOLEAN or second.text in _TESTS:
            raise self._error(codes.NOT_COMPARABLE, second, value=second.text)
        right = self._number()
        if self._peek().sort is Sort.COMPARISON:
            raise self._error(codes.CHAINED, self._peek())
        return Compare(left, how, right)

    def _number(self) -> Number | int:
        token = self._peek()
        if token.sort is Sort.NUMBER:
            self._take()
            if len(token.text) > _DIGITS:
                raise self._error(codes.TOO_BIG, token, value=token.text)
            return int(token.text)
        if token.sort is not Sort.NAME:
            raise self._misplaced(token)
        self._take()
        if token.text not in _NUMBERS:
            return self._meter(token)
        return self._count(token)

    def _count(self, token: Token) -> Number:
        about = self._argument(token)
        name = NumberName(token.text)
        if about is None and name is NumberName.RIGHT:
            better = "right(…)"
            raise self._error(codes.NEEDS_NAME, token, value=name, nearest=better)
        if about is None:
            return Number(name, "")
        if name is NumberName.RIGHT:
            return Number(name, self._naming.form(about.text, about.offset))
        if name is not NumberName.VISITS:
            raise self._error(codes.TAKES_NO_NAME, token, value=token.text)
        return Number(name, self._naming.scene(about.text, about.offset))

    def _meter(self, token: Token) -> Number:
        if token.text in MEANT:
            raise self._misplaced(token)
        if self._peek().sort is Sort.OPEN or "." not in token.text:
            about = self._naming.meter(token.text, token.offset)
        else:
            about = self._naming.long_meter(token.text, token.offset)
        if about is None:
            raise _MisplacedError
        return Number(NumberName.METER, about)

    def _argument(self, token: Token) -> Token | None:
        """Take `(name)` if it stands there."""
        if self._peek().sort is not Sort.OPEN:
            return None
        opened = self._take()
        name = self._take()
        if name.sort not in _WORDS:
            rule = codes.ENDS_EARLY if name.sort is Sort.END else codes.NEEDS_NAME
            better = f"{token.text}(…)"
            raise self._error(rule, token, value=token.text, nearest=better)
        if self._peek().sort is Sort.END:
            raise self._error(codes.UNCLOSED_PARENTHESIS, opened)
        if self._take().sort is not Sort.CLOSE:
            better = f"{token.text}({name.text})"
            raise self._error(codes.NEEDS_NAME, token, value=token.text, nearest=better)
        return name

    def _enter(self, token: Token) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._error(codes.TOO_NESTED, token, most=DEEPEST)

    def _misplaced(self, token: Token) -> _MisplacedError:
        """Say what is wrong with a token that cannot stand where it does."""
        if token.sort is Sort.END:
            return self._error(codes.ENDS_EARLY, token)
        if token.sort is Sort.STRANGE or token.text in MEANT:
            better = MEANT.get(token.text, "")
            return self._error(
                codes.STRANGE_SIGN, token, value=token.text, nearest=better
            )
        return self._error(codes.UNEXPECTED, token, value=token.text)

    def _error(self, rule: Rule, token: Token, **params: object) -> _MisplacedError:
        self._naming.report(rule, token.offset, **params)
        return _MisplacedError()
