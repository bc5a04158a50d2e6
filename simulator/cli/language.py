"""Which language to speak, known before click reads the command line."""

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct

from simulator import i18n

OPTION: Final = "--lang"


class Chosen(Struct, frozen=True):
    """A language, and what chose it."""

    language: str
    why: str
    """`--lang`, the name of a variable of the environment, or empty: the system."""

    @property
    def asked(self) -> bool:
        """Tell whether somebody asked this program for it, not just the system."""
        return self.why in (OPTION, i18n.VARIABLE)


def chosen(arguments: Sequence[str], environment: Mapping[str, str]) -> Chosen:
    """Choose the language; help and wrong usage need it while the line is read."""
    named = given(arguments, OPTION)
    if named in i18n.LANGUAGES:
        return Chosen(i18n.choose(named, environment), OPTION)
    language = i18n.choose(None, environment)
    variables = (i18n.VARIABLE, "LC_ALL", "LC_MESSAGES", "LANG")
    return Chosen(language, next((v for v in variables if environment.get(v)), ""))


def given(arguments: Sequence[str], option: str) -> str | None:
    """Return the value of an option by a glance at the line; the last one counts."""
    found: str | None = None
    for number, argument in enumerate(arguments):
        if argument == "--":
            break
        name, equals, value = argument.partition("=")
        if name == option:
            found = value if equals else "".join(arguments[number + 1 : number + 2])
    return found
