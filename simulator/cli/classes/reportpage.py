"""Write the report of a class as a page."""

from pathlib import Path
from typing import Final

from simulator import clock
from simulator.classroom.classreport import Wishes, class_report
from simulator.classroom.codes import code_of
from simulator.classroom.results import room_of
from simulator.cli.exits import Exit
from simulator.cli.output import tell
from simulator.cli.settings import Shell
from simulator.sessions.filed import write_file
from simulator.store import Logs

_PAGES: Final = (".html", ".htm")


def is_page(path: Path) -> bool:
    """Tell from its ending whether a file is a page."""
    return path.suffix.lower() in _PAGES


def report_page(
    logs: Logs, code: str, output: Path, wishes: Wishes, before: str, shell: Shell
) -> int:
    """Write the report of a class as a page.

    Args:
        logs: Where classes are kept.
        code: That of the class; empty: the class opened last.
        output: The file.
        wishes: How people are named.
        before: The code of an earlier class to compare with; empty: none.
        shell: Gives the language.

    Returns:
        The exit code.

    Raises:
        NoSuchClassError, BadLogError, OtherScenarioError, StoreError,
        NotWrittenError: It cannot be done.
    """
    log, now = logs.open(), clock.now()
    try:
        room = room_of(log, code_of(code), now)
        earlier = room_of(log, code_of(before), now) if code_of(before) else None
    finally:
        log.close()
    write_file(output, class_report(room, wishes, earlier).encode())
    tell(shell.texts.gettext("Saved: {path}").format(path=output))
    return Exit.FINE
