"""Which findings are wanted: by code, on the command line or in the file itself.

    # whose-client: ignore SCN861 the talk is about figures, so the best has them
    # whose-client: ignore-file SCN872 played by choosing only

The first speaks of its own line, or of the next one when it stands alone; the second
of the whole file. A reason is asked for: the next author must know why.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import get_close_matches
from functools import cache
from typing import Final

from msgspec import Struct

from simulator.authoring.spans import in_words, words_of
from simulator.messages import N_
from simulator.scenario.alphabets import in_latin
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Finding, Report, Severity, Spot
from simulator.scenario.text import lines_of

NO_REASON = warning(
    "SCN891",
    N_("`{value}` is ignored here without a reason"),
    N_("Write after the code why it may stay, in a few words."),
)
IGNORES_NOTHING = warning(
    "SCN892",
    N_("`{value}` is ignored here, but it is not found here"),
    N_("Delete the comment; an error that keeps a file from being read always counts."),
)
NO_SUCH_CODE = warning(
    "SCN893",
    N_("`{value}` is to be ignored here, and there is no such code"),
    N_("Did you mean `{nearest}`? A code is written whole: SCN861, not SCN86."),
    N_("Write a code after `ignore`, such as SCN861, and then the reason."),
)
PLAYED: Final = "SCN88"
"""How codes begin that only `rehearse` finds."""
HEARD: Final = frozenset({"SCN871"})
"""Codes that are found only with the reader of own words."""
_READABLE: Final = "SCN800"
"""From this code on a finding is about a file that could be read."""
_MARK: Final = "whose-client:"
_COMMENT: Final = re.compile(
    rf"(?:^|\s)#\s*{_MARK}\s*(?P<how>ignore-file|ignore)\s+"
    r"(?P<codes>[^\s,:]+(?:\s*,\s*SCN[^\s,:]*)*)(?P<reason>.*)$"
)
_FIGURES: Final = str.maketrans("lIiOo", "11100")
"""Letters that are read as figures."""
_CODE: Final = re.compile(r"[^\s,]+")


class Selection(Struct, frozen=True):
    """Codes that are wanted, by how they begin: `SCN8` means all from 800 to 899."""

    select: tuple[str, ...] = ()
    """Only these; none: all."""
    ignore: tuple[str, ...] = ()
    """Not these, though selected."""

    def wants(self, finding: Finding) -> bool:
        """Tell whether a finding is told. One that stops the reading always is."""
        return not _yields(finding) or self.covers(finding.code)

    def covers(self, code: str) -> bool:
        """Tell whether a code is looked for."""
        chosen = not self.select or code.startswith(self.select)
        return chosen and not code.startswith(self.ignore or ("-",))


EVERYTHING: Final = Selection()


class Suppression(Struct):
    """A comment that asks for findings not to be told."""

    line: int
    """Where it stands, counted from 1."""
    column: int
    code: str
    reason: str
    whole_file: bool
    about: int
    """The line that it speaks of."""
    used: bool = False

    def covers(self, finding: Finding) -> bool:
        """Tell whether it speaks of a finding."""
        here = self.whole_file or finding.line == self.about
        return here and finding.code == self.code and _yields(finding)


def remaining(
    file: str,
    text: str,
    findings: Iterable[Finding],
    selection: Selection,
    unsought: Collection[str] = (),
) -> Iterator[Finding]:
    """Yield what is left of a file's findings, and what is wrong with its comments.

    Args:
        file: What findings call the file.
        text: The file.
        findings: Those of this file.
        selection: What is wanted.
        unsought: Codes that nobody has looked for this time.
    """
    comments = list(suppressions(text))
    readable = True
    for finding in findings:
        readable = readable and _yields(finding)
        covering = [one for one in comments if one.covers(finding)]
        for one in covering:
            one.used = True
        if not covering and selection.wants(finding):
            yield finding
    report = Report(file)
    for one in comments:
        sought = readable and selection.covers(one.code) and one.code not in unsought
        if not one.reason and selection.covers(NO_REASON.code):
            report.add(NO_REASON, Spot(one.line, one.column), value=one.code)
        if not one.used and _is_strange(one.code):
            _report_strange(one, report)
        elif not one.used and sought and not one.code.startswith(PLAYED):
            report.add(IGNORES_NOTHING, Spot(one.line, one.column), value=one.code)
    yield from (one for one in report.sorted() if selection.covers(one.code))


def _is_strange(code: str) -> bool:
    """Tell whether there is no such code."""
    from simulator.authoring.codes import ALL  # which gathers those of this module

    return code not in ALL


def _report_strange(one: Suppression, report: Report) -> None:
    from simulator.authoring.codes import ALL

    figures = in_latin(one.code[3:]).translate(_FIGURES)
    near = get_close_matches(f"SCN{figures}", ALL, n=1, cutoff=0.7)
    place = Spot(one.line, one.column)
    report.add(NO_SUCH_CODE, place, value=one.code, nearest="".join(near))


def played_only(
    file: str,
    text: str,
    findings: Iterable[Finding],
    selection: Selection = EVERYTHING,
) -> Iterator[Finding]:
    """Yield what is left of what only plays can find, as `remaining` does."""
    kept = remaining(file, text, findings, selection)
    return (one for one in kept if one.code.startswith(PLAYED))


def may_suppress(data: bytes) -> bool:
    """Tell whether a file may have such a comment: most have none."""
    return _MARK.encode() in data


def suppressions(text: str) -> Iterator[Suppression]:
    """Yield every such comment of a file, once for each code."""
    if _MARK not in text:  # as in most files; looking at each line takes a while
        return
    text = text.removeprefix("\ufeff")
    lines = lines_of(text)
    words = cache(lambda: tuple(words_of(text)))
    for number, line in enumerate(lines, 1):
        found = _COMMENT.search(line) if _MARK in line else None
        if found is None:
            continue
        before = line.index("#", found.start())
        # At the margin nothing is said, which saves reading most files once more.
        if before and in_words(Spot(number, before + 1), words()):
            continue
        alone = not line[: found.start()].strip() and line.lstrip().startswith("#")
        about = _next_line(lines, number) if alone else number
        for code in _CODE.findall(found["codes"]):
            yield Suppression(
                line=number,
                column=line.index("#", found.start()) + 1,
                code=code,
                reason=found["reason"].strip(" \t-–—:,."),
                whole_file=found["how"] == "ignore-file",
                about=about,
            )


def _next_line(lines: Sequence[str], number: int) -> int:
    """Return the first line after one that holds more than a comment."""
    for later, line in enumerate(lines[number:], number + 1):
        if line.strip() and not line.lstrip().startswith("#"):
            return later
    return number


def _yields(finding: Finding) -> bool:
    """Tell whether a finding can be left out: the file can be read in spite of it."""
    return finding.severity is Severity.WARNING or finding.code >= _READABLE
