"""What is wrong with a file, where, and what its writer can do about it.

Findings are collected, never raised. Their words are English templates that a
front end translates (`Finding.render`); names and numbers go in as parameters.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from itertools import islice
from typing import Final, NamedTuple, Protocol

from msgspec import Struct
from msgspec.structs import replace

from simulator.messages import N_
from simulator.plaintext import plain
from simulator.scenario.alphabets import foreign

_FOREIGN_LETTERS: Final = N_(
    "It has letters of another alphabet that only look right: {letters}. Type"
    " `{nearest}` in Latin letters."
)
"""The remedy of any name that is otherwise spelt as the nearest one."""
LONGEST_SHOWN: Final = 80
"""Characters of a writer's words that a message quotes at most."""
_LONGEST_LIST: Final = 400
MOST_FINDINGS: Final = 500
"""So many errors, and so many warnings, are told of a file at most."""


class Severity(StrEnum):
    """Whether a file can be played in spite of a finding."""

    ERROR = N_("error")
    WARNING = N_("warning")


class Rule(Struct, frozen=True):
    """One kind of finding: the words that all findings of its code share."""

    code: str
    severity: Severity
    message: str
    """An English template with `{names}`; one sentence without its full stop."""
    remedy: str
    """An English template: what to do."""
    plain_remedy: str | None = None
    """Used instead when there is no nearest spelling to offer."""


class Place(Protocol):
    """Anything that stands somewhere in a file."""

    @property
    def line(self) -> int:
        """Counted from 1."""
        ...

    @property
    def column(self) -> int:
        """Counted from 1, in characters."""
        ...


class Spot(NamedTuple):
    """A bare place in a file."""

    line: int
    column: int


class Texts(Protocol):
    """The catalogue of a language; `gettext.NullTranslations` is one."""

    def gettext(self, message: str, /) -> str:
        """Return the message in the language of the catalogue."""
        ...


class Rendered(NamedTuple):
    """A finding in the reader's language."""

    message: str
    remedy: str


class Param(str):
    """A name or a number that fills a template: `{points:,}` has a decimal comma.

    Only a catalogue whose language writes numbers so asks for it.
    """

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        """Write it, with a comma where the template asks for one."""
        if spec == ",":
            return self.replace(".", ",")
        return super().__format__(spec)


class Finding(Struct, frozen=True):
    """One thing wrong with a file."""

    file: str
    line: int | None
    """Counted from 1; None where no place is known."""
    column: int | None
    """Counted from 1, in characters; None where no place is known."""
    code: str
    severity: Severity
    message: str
    params: Mapping[str, str]
    remedy: str

    def render(self, texts: Texts) -> Rendered:
        """Translate the templates and fill them in."""
        params = {name: Param(words) for name, words in self.params.items()}
        return Rendered(
            texts.gettext(self.message).format(**params),
            texts.gettext(self.remedy).format(**params),
        )

    def text(self, texts: Texts) -> str:
        """Write `file:line:col: error SCN104: what. Remedy.` on one line."""
        where = self.file
        if self.line is not None:
            where += f":{self.line}:{self.column}"
        message, remedy = self.render(texts)
        severity = texts.gettext(str(self.severity))
        return f"{where}: {severity} {self.code}: {message}. {remedy}"


def shown(words: str, longest: int = LONGEST_SHOWN) -> str:
    """Make a writer's words fit for a message: safe, on one line, not long."""
    line = " ".join(plain(words[: longest * 4]).split())
    return line if len(line) <= longest else line[: longest - 1] + "…"


class Report:
    """Collects the findings of one file."""

    __slots__ = ("_counts", "_found", "file")

    def __init__(self, file: str) -> None:
        self.file = file
        self._found: dict[tuple[object, ...], Finding] = {}
        self._counts = dict.fromkeys(Severity, 0)

    def add(self, rule: Rule, at: Place | None, **params: object) -> None:
        """Note a finding; the same one at the same place counts once.

        Args:
            rule: What kind of finding it is.
            at: Where; None when no place is known.
            params: What fills the templates. An empty `nearest` means that no
                spelling is near, and chooses the rule's plain remedy.
        """
        if self._counts[rule.severity] < MOST_FINDINGS:
            self._keep(rule, at, params)

    def close(self, rule: Rule, **params: object) -> None:
        """Add a last finding, about the file as a whole, however many there are."""
        self._keep(rule, None, params)

    def _keep(self, rule: Rule, at: Place | None, params: Mapping[str, object]) -> None:
        near = params.get("nearest", True)
        remedy = rule.remedy if near else rule.plain_remedy or rule.remedy
        letters = foreign(str(params.get("value", params.get("key", ""))), str(near))
        if letters:
            remedy, params = _FOREIGN_LETTERS, {**params, "letters": letters}
        words = {
            name: shown(str(value), _LONGEST_LIST if name == "known" else LONGEST_SHOWN)
            for name, value in params.items()
        }
        line, column = (at.line, at.column) if at else (None, None)
        self._put(
            Finding(
                self.file,
                line,
                column,
                rule.code,
                rule.severity,
                rule.message,
                words,
                remedy,
            )
        )

    def _put(self, found: Finding) -> None:
        """Take in a finding, unless it is there already."""
        key = (found.line, found.column, found.code, *found.params.values())
        if key not in self._found:
            self._counts[found.severity] += 1
            self._found[key] = found

    @property
    def full(self) -> bool:
        """True when there are so many errors that no further one is taken in."""
        return self._counts[Severity.ERROR] >= MOST_FINDINGS

    @property
    def cut_short(self) -> bool:
        """True when some findings may not have been taken in."""
        return max(self._counts.values()) >= MOST_FINDINGS

    def take(self, other: "Report") -> None:
        """Take over the findings of another collection."""
        self._found.update(other._found)
        for severity, count in other._counts.items():
            self._counts[severity] += count

    @property
    def count(self) -> int:
        """How many different findings there are."""
        return len(self._found)

    def since(self, count: int) -> list[Finding]:
        """Return all but the first so many, in the order in which they were made."""
        return list(islice(self._found.values(), count, None))

    def again(self, found: Finding) -> None:
        """Take in a finding that was made by another collection of the same file.

        As when it was made: while there is room, or always where it is of another
        file and was taken over.
        """
        room = self._counts[found.severity] < MOST_FINDINGS
        if room or found.file != self.file:
            self._put(found)

    def move(self, shifts: Mapping[int, int]) -> None:
        """Take back by how much the text of some lines was moved to the right."""
        if shifts:
            self._found = {
                key: _moved(found, shifts) for key, found in self._found.items()
            }

    def drop(self, lines: frozenset[int], spared: str) -> None:
        """Forget what was found on some lines, but for codes below `spared`."""
        self._found = {
            key: found
            for key, found in self._found.items()
            if found.line not in lines or found.code < spared
        }

    def codes(self) -> set[str]:
        """Return the codes of what was found."""
        return {found.code for found in self._found.values()}

    def forget(self, follows: Callable[[Finding], bool]) -> None:
        """Forget what only follows from something else; the file stays unsound."""
        self._found = {
            key: found for key, found in self._found.items() if not follows(found)
        }

    def sorted(self) -> tuple[Finding, ...]:
        """Return the findings by place; those without one come first."""
        return tuple(
            sorted(
                self._found.values(),
                key=lambda f: (f.line or 0, f.column or 0, f.code),
            )
        )

    def clean(self) -> bool:
        """Tell whether nothing found is an error."""
        return not self._counts[Severity.ERROR]


def _moved(found: Finding, shifts: Mapping[int, int]) -> Finding:
    if found.line is None or found.column is None or found.line not in shifts:
        return found
    return replace(found, column=max(1, found.column - shifts[found.line]))
