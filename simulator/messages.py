"""Mark a message for translation where no language is known yet.

The pure packages keep messages as English templates; the front ends translate
them with the catalogue of whoever is reading (`simulator.i18n`).
"""


def N_(message: str) -> str:
    """Return the message unchanged; the catalogue tool finds it by this name."""
    return message


def NN_(one: str, many: str) -> tuple[str, str]:
    """Return both forms unchanged; the catalogue tool finds them by this name."""
    return one, many
