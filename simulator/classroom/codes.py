"""The code of a class, as it is shown and as it is compared."""


def code_of(told: str) -> str:
    """Return a code that was typed, as codes are compared: letters and digits only."""
    return "".join(one for one in told.lower() if one.isascii() and one.isalnum())


def code_shown(code: str) -> str:
    """Return a code as people read it out: `k7m2-x9qd`."""
    return f"{code[:4]}-{code[4:]}"
