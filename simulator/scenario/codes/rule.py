"""Short ways to declare a rule; every code is declared once, in this package."""

from simulator.scenario.findings import Rule, Severity


def error(
    code: str, message: str, remedy: str, plain_remedy: str | None = None
) -> Rule:
    """Declare a finding that keeps a file from being used."""
    return Rule(code, Severity.ERROR, message, remedy, plain_remedy)


def warning(
    code: str, message: str, remedy: str, plain_remedy: str | None = None
) -> Rule:
    """Declare a finding with which a file can still be used."""
    return Rule(code, Severity.WARNING, message, remedy, plain_remedy)
