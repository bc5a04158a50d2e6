"""What a page of a class may have to say instead of what was asked for.

PageError
├── NotYoursError       there is no ticket, or no token, for what was asked
├── WrongPageError      a form that no page of ours has sent
├── NotANumberError     none of the replies has this number
├── NotOverError        the debrief of a talk that goes on
├── NoDayError          a step of a plan has a day that is none
├── SamePlaceError      two points of an agenda have the same place
├── StillEmptyError     parts of a form are empty, and nobody has said that they may be
├── TooMuchError        more was sent than any page sends
├── TooManyTriesError   too many wrong codes or words
└── TooFastError        more is sent than a person can answer
"""

from simulator.classroom.errors import ClassroomError
from simulator.messages import N_


class PageError(ClassroomError):
    """Base of what goes wrong between a browser and the server."""

    status = 400


class NotYoursError(PageError):
    """Whoever asks has no right to it, or is not known here."""

    status = 403

    def __init__(self) -> None:
        super().__init__(
            N_("This device is not in the class yet. Come in by the code of the class.")
        )


class WrongPageError(PageError):
    """A form was not sent from a page of this class."""

    status = 403

    def __init__(self) -> None:
        super().__init__(N_("This page is out of date. Come in again."))


class NotANumberError(PageError):
    """There is no reply of this number."""

    def __init__(self) -> None:
        super().__init__(N_("Choose one of the replies."))


class NotOverError(PageError):
    """A debrief before the end."""

    status = 409

    def __init__(self) -> None:
        super().__init__(N_("The talk is not over yet."))


class NoDayError(PageError):
    """A day of a step is no whole number of days."""

    status = 422

    def __init__(self, told: str, most: int) -> None:
        super().__init__(
            N_("“{told}” is no number of days: type a whole number from 0 to {most}."),
            told=told,
            most=most,
        )


class SamePlaceError(PageError):
    """Two points have the same place."""

    status = 422

    def __init__(self, place: int) -> None:
        super().__init__(
            N_("Two points have place {place}. Give each a place of its own."),
            place=place,
        )


class StillEmptyError(PageError):
    """Parts of a form are empty that may be; whether they shall be is asked once."""

    status = 422

    def __init__(self, said: str, asked: str) -> None:
        super().__init__("{said}", said=said)
        self.asked = asked
        """Which parts, for whoever sends the form again."""


class TooMuchError(PageError):
    """More was sent than any page of ours sends."""

    status = 413

    def __init__(self) -> None:
        super().__init__(N_("That is too much at once."))


class TooManyTriesError(PageError):
    """Somebody guesses."""

    status = 429

    def __init__(self, seconds: int) -> None:
        super().__init__(
            N_("Too many wrong tries. Wait for {seconds} seconds."), seconds=seconds
        )
        self.seconds = seconds


class TooFastError(PageError):
    """Something sends faster than a person can."""

    status = 429

    def __init__(self) -> None:
        super().__init__(N_("That was too fast. Wait a moment and send it again."))
