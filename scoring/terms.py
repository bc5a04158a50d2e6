"""Closed sets of terms: the base of every enumeration that is looked up often."""

from enum import StrEnum


class Term(StrEnum):
    """A term out of a closed set; it is a text, and hashes as that text does.

    An enumeration's own hash is a function in Python, called at every look-up: a
    talk asks for its codes some fifty times a turn.
    """

    __hash__ = str.__hash__
