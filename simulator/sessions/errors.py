"""What the use cases raise.

SessionError
├── NothingKeptError     a use case that needs a store, without one
├── BadFileError         a file that is no kept attempt
├── NotWrittenError      a file could not be written
├── LostAttemptError     an attempt that cannot be gone through again
├── MissingRulesError    the rubric or the rulebook of an attempt is gone
├── EmptyWordsError      nothing was said
├── NumberAloneError     a number was typed where words are wanted
├── TooManyWordsError    more was said than anybody says at once
├── UnfinishedFormError  a form that cannot be handed in yet
├── NothingToCorrectError  there is no reading that could be corrected
├── UnreachableError     the machine that holds the talk does not answer
├── UnfinishedTalkError  a talk that must be over first
├── NoOriginError        a talk that branched off from no other
├── TwoScenariosError    talks of two scenarios, which nobody compares
└── ExamError            an exam is one go
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from scoring.forms.model import Part
from simulator.errors import SimulatorError
from simulator.messages import N_
from simulator.packs import PackError


class SessionError(SimulatorError):
    """Base of everything that the use cases raise."""


class NothingKeptError(SessionError):
    """There is no store."""

    def __init__(self) -> None:
        super().__init__(
            N_("Nothing is kept in this session, so nothing can be resumed.")
        )


class BadFileError(SessionError):
    """A file is not an attempt that was kept elsewhere."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            N_("{path} is not a talk that this program has kept."), path=path
        )


class NotWrittenError(SessionError):
    """A file could not be written."""

    def __init__(self, path: Path, why: str) -> None:
        """Say so.

        Args:
            path: The file.
            why: A message of the catalogue, or the system's own words.
        """
        super().__init__(N_("{path} cannot be written: {why}."), path=path, why=why)
        self.path, self.why = path, why

    def sentence(self, gettext: Callable[[str], str]) -> str:
        """Return what went wrong, its reason too, in the language of a catalogue."""
        return gettext(self.template).format(path=self.path, why=gettext(self.why))


class LostAttemptError(SessionError):
    """An attempt's events do not fit its scenario."""

    def __init__(self, attempt: str) -> None:
        super().__init__(
            N_(
                "The attempt {attempt} cannot be gone through again: what was kept of"
                " it is damaged."
            ),
            attempt=attempt,
        )


class EmptyWordsError(SessionError):
    """The trainee's own words have no word in them."""

    def __init__(self) -> None:
        super().__init__(N_("There is nothing to say yet: type your reply first."))


class NumberAloneError(SessionError):
    """A number alone, as if a reply could be chosen by it."""

    def __init__(self) -> None:
        super().__init__(N_("A number chooses nothing here: say it in your own words."))


class TooManyWordsError(SessionError):
    """The trainee's own words are too many for one reply."""

    def __init__(self, words: int, most: int) -> None:
        super().__init__(
            N_(
                "That is {words} words. Nobody listens to more than {most} at a time:"
                " say the main thing."
            ),
            words=words,
            most=most,
        )


class UnfinishedFormError(SessionError):
    """A form lacks the part without which it cannot be handed in."""

    def __init__(self, part: Part) -> None:
        super().__init__(_UNFINISHED.get(part, N_("The form is not filled in yet.")))
        self.part = part


_UNFINISHED: Final[Mapping[Part, str]] = {
    Part.STATUS: N_("Choose the status first: it is the last part of the worksheet."),
    Part.DATE: N_("Choose a date for the meeting first."),
    Part.OPTION: N_("Choose what is decided first."),
    Part.STEPS: N_("Put at least one step into the plan first."),
}


class NothingToCorrectError(SessionError):
    """The last answer was not read from own words, so nobody misread it."""

    def __init__(self) -> None:
        super().__init__(N_("There is no answer in your own words to correct."))


class ExamError(SessionError):
    """Nothing is taken back in an exam."""

    def __init__(self) -> None:
        super().__init__(N_("An exam is one go: nothing is taken back."))


class UnreachableError(SessionError):
    """The machine that holds the talk does not answer; it may do so again."""

    def __init__(self, why: str) -> None:
        super().__init__(N_("The class cannot be reached: {why}."), why=why)


class MissingRulesError(SessionError):
    """The rubric or the rulebook that an attempt is scored by cannot be used."""

    def __init__(self, cause: PackError) -> None:
        super().__init__(cause.template, **cause.values)
        self.cause = cause

    def sentence(self, gettext: Callable[[str], str]) -> str:
        """Return what is wrong with it, in the language of a catalogue."""
        return self.cause.sentence(gettext)


class UnfinishedTalkError(SessionError):
    """Another branch of a talk, or its comparison, before it is over."""

    def __init__(self) -> None:
        super().__init__(N_("This talk is not over yet. Play it to its end first."))


class NoOriginError(SessionError):
    """A talk to be compared with the one it branched off from is no branch."""

    def __init__(self) -> None:
        super().__init__(
            N_(
                "This talk is no branch of another one, nor an exam held again after a "
                "week: name the talk to compare it with."
            )
        )


class TwoScenariosError(SessionError):
    """Talks of two scenarios are to be compared."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(
            N_(
                "These are talks of two scenarios, {one} and {other}: only talks of "
                "the same one can be compared."
            ),
            one=one,
            other=other,
        )
