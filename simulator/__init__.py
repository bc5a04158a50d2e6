"""«Чей клиент?» / Whose Client?: rehearse the talk that is lost without practice.

A functional core and a thin shell. Start reading at `docs/architecture.md`.
"""

__version__ = "0.1.0"
