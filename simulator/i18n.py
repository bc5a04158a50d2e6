"""In which language to speak, and its catalogue of messages.

Messages are English in the code; the Russian ones stand in
`simulator/locale/ru`. Nothing global: a catalogue is handed to whoever speaks.
"""

from collections.abc import Mapping
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("ru", "en")
DOMAIN: Final = "whose-client"
VARIABLE: Final = "WHOSE_CLIENT_LANG"
LOCALE: Final = Path(__file__).parent / "locale"
_ASKED: Final = (VARIABLE, "LC_ALL", "LC_MESSAGES", "LANG")
"""In the order in which they are asked; the first that is set decides."""


def load(language: str) -> NullTranslations:
    """Return the catalogue of a language; one without a catalogue is English."""
    path = LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
    try:
        with path.open("rb") as file:
            return GNUTranslations(file)
    except OSError:
        return NullTranslations()


def choose(explicit: str | None, environment: Mapping[str, str]) -> str:
    """Return the language to speak.

    Args:
        explicit: What `--lang` says; wins over everything.
        environment: The variables `WHOSE_CLIENT_LANG`, `LC_ALL`, `LC_MESSAGES`
            and `LANG` are asked in this order.

    Returns:
        `ru` where the language asked for is Russian, otherwise `en`. Without
        any word in the environment, as on Windows, the system's own language.
    """
    if explicit in LANGUAGES:
        return str(explicit)
    for name in _ASKED:
        if named := environment.get(name):
            return "ru" if named.lower().startswith("ru") else "en"
    return _of_system()


def _of_system() -> str:
    import locale

    named = locale.getlocale()[0] or ""
    return "ru" if named.lower().startswith("ru") else "en"
