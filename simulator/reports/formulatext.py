"""A formula as a person writes it: `600 000 ÷ 12 000 000 × 100`."""

from collections.abc import Callable
from gettext import NullTranslations

from scoring.formulas import Call, Formula, Func, Name, Number, Pair, Sign

_SIGNS = {Sign.PLUS: "+", Sign.MINUS: "−", Sign.TIMES: "×", Sign.OVER: "÷"}


class FormulaTeller:
    """Writes formulas in one language."""

    def __init__(self, texts: NullTranslations, value: Callable[[str], str]) -> None:
        """Prepare.

        Args:
            texts: The words of the program.
            value: What is written in place of a quantity's id.
        """
        self._texts, self._value = texts, value

    def told(self, formula: Formula) -> str:
        """Write a formula."""
        match formula:
            case Number():
                return formula.text
            case Name():
                return self._value(formula.id)
            case Pair():
                left = self._operand(formula, formula.left)
                right = self._operand(formula, formula.right, right=True)
                return f"{left} {_SIGNS[formula.sign]} {right}"
            case Call():
                return self._call(formula)

    def _call(self, call: Call) -> str:
        _ = self._texts.gettext
        args = [self.told(one) for one in call.args]
        tight = [self._tight(one) for one in call.args]
        match call.func:
            case Func.PERCENT:
                return f"{tight[0]} ÷ {tight[1]} × 100"
            case Func.PART:
                return f"{tight[0]} % × {tight[1]}"
            case Func.MIN:
                return _("the least of {values}").format(values="; ".join(args))
            case Func.MAX:
                return _("the greatest of {values}").format(values="; ".join(args))
            case Func.CV:
                told = _("standard deviation of {values} ÷ their mean × 100")
                return told.format(values=args[0])
            case Func.CAGR:
                told = _("yearly growth from {first} to {last} in {years}")
                years = self._years(call.args[2])
                return told.format(first=args[0], last=args[1], years=years)

    def _years(self, formula: Formula) -> str:
        if not isinstance(formula, Number) or formula.value.denominator != 1:
            return self.told(formula)
        count = formula.value.numerator
        told = self._texts.ngettext("{n} year", "{n} years", count)
        return told.format(n=count)

    def _operand(self, outer: Pair, inner: Formula, *, right: bool = False) -> str:
        if right or outer.sign in (Sign.TIMES, Sign.OVER):
            return self._tight(inner)
        return self.told(inner)

    def _tight(self, formula: Formula) -> str:
        """Write a formula so that a sign beside it cannot be misread."""
        text = self.told(formula)
        return f"({text})" if isinstance(formula, Pair) else text
