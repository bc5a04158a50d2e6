"""Words of a formula → a tree, by recursive descent; never evaluated as code.

comparison = sum ("<" | "<=" | ">" | ">=") sum
sum        = product { ("+" | "-") product }
product    = factor { ("*" | "/") factor }
factor     = number [unit] | name | name "(" sum { "," sum } ")" | "(" sum ")"
"""

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Final, NamedTuple

from scoring.formulas import Call, Formula, Func, Name, Number, Pair, Sign, simplest
from scoring.measures import PURE, UNITS, Measure
from scoring.rulebook import When
from simulator.scenario.codes import quantities as codes
from simulator.scenario.findings import Rule

DEEPEST: Final = 32
"""Levels of parentheses."""
_TOKEN: Final = re.compile(
    r"\s*(?:(?P<number>[0-9]{1,15}(?:\.[0-9]{1,9})?)"
    r"|(?P<name>[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*)"
    r"|(?P<sign><=|>=|[-+*/()<>,%])|(?P<strange>\S))"
)
_FUNCS: Final = {str(func): func for func in Func}
_COMPARISONS: Final = ("<=", ">=", "<", ">")

Report = Callable[..., None]
"""Takes a rule, the offset in the formula, and what fills the rule's words."""


class _Token(NamedTuple):
    kind: str
    text: str
    offset: int


class _MisplacedError(Exception):
    """Ends the parsing; its finding is told already."""


def parse_formula(words: str, report: Report) -> Formula | None:
    """Return a formula as a tree; None, with a finding, when it is none."""
    parser = _Parser(words, report)
    try:
        formula = parser.sum()
        parser.end()
    except _MisplacedError:
        return None
    return formula


def parse_when(words: str, report: Report) -> When | None:
    """Return a comparison of two formulas; None, with a finding, when it is none."""
    parser = _Parser(words, report)
    try:
        left = parser.sum()
        sign = parser.comparison()
        right = parser.sum()
        parser.end()
    except _MisplacedError:
        return None
    return When(left, sign, right)


class _Parser:
    def __init__(self, words: str, report: Report) -> None:
        self._tokens = [
            _Token(m.lastgroup or "", m[m.lastgroup or 0], m.start(m.lastgroup or 0))
            for m in _TOKEN.finditer(words)
        ]
        self._tokens.append(_Token("end", "", len(words.rstrip())))
        self._at = 0
        self._depth = 0
        self._report = report

    def sum(self) -> Formula:
        """Parse `a + b - c`."""
        left = self._product()
        while self._next.text in ("+", "-"):
            sign = Sign(self._take().text)
            left = Pair(sign, left, self._product())
        return left

    def comparison(self) -> str:
        """Parse the sign between two formulas."""
        if self._next.text not in _COMPARISONS:
            raise self._wrong(codes.NOT_COMPARED)
        return self._take().text

    def end(self) -> None:
        """Make sure that nothing follows."""
        if self._next.kind != "end":
            raise self._misplaced()

    @property
    def _next(self) -> _Token:
        return self._tokens[self._at]

    def _take(self) -> _Token:
        token = self._next
        if token.kind != "end":
            self._at += 1
        return token

    def _product(self) -> Formula:
        left = self._factor()
        while self._next.text in ("*", "/"):
            sign = Sign(self._take().text)
            left = Pair(sign, left, self._factor())
        return left

    def _factor(self) -> Formula:
        token = self._next
        if token.kind == "number":
            return self._number()
        if token.text == "(":
            return self._group()
        if token.kind != "name":
            raise self._misplaced()
        if self._tokens[self._at + 1].text != "(":
            return Name(self._take().text)
        if token.text not in _FUNCS:
            raise self._wrong(codes.BAD_FORMULA)
        self._take()
        return self._call(_FUNCS[token.text], token)

    def _number(self) -> Number:
        token = self._take()
        unit = PURE
        text = token.text
        if self._next.text in UNITS:
            name = self._take().text
            unit, text = Measure({name: 1}), f"{text} {name}"
        return Number(simplest(Fraction(token.text)), text, unit)

    def _group(self) -> Formula:
        self._open()
        inner = self.sum()
        self._close()
        return inner

    def _call(self, func: Func, token: _Token) -> Call:
        self._open()
        args = [self.sum()]
        while self._next.text == ",":
            self._take()
            args.append(self.sum())
        self._close()
        least, most = _COUNTS[func]
        if not least <= len(args) <= most:
            count = str(least) if least == most else f"{least}+"
            self._report(codes.WRONG_COUNT, token.offset, value=token.text, count=count)
            raise _MisplacedError
        return Call(func, tuple(args))

    def _open(self) -> None:
        self._take()
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._misplaced()

    def _close(self) -> None:
        if self._next.text != ")":
            raise self._misplaced()
        self._take()
        self._depth -= 1

    def _misplaced(self) -> _MisplacedError:
        ended = self._next.kind == "end"
        return self._wrong(codes.FORMULA_ENDS if ended else codes.BAD_FORMULA)

    def _wrong(self, rule: Rule) -> _MisplacedError:
        self._report(rule, self._next.offset, value=self._next.text)
        return _MisplacedError()


_COUNTS: Final = {
    Func.MIN: (2, 9),
    Func.MAX: (2, 9),
    Func.PERCENT: (2, 2),
    Func.PART: (2, 2),
    Func.CV: (1, 1),
    Func.CAGR: (3, 3),
}
"""How many values each function takes, at least and at most."""
