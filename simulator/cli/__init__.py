"""The command line: `whose-client`, one file per command in `commands/`.

stdout is data, stderr is talk, and exit codes are an API (`cli.exits`).
Nothing heavy is imported until a command runs. Start reading at `cli.door.run`.
"""

import gc
import os
import sys
from typing import Final

YOUNG: Final = 20_000
"""So many things more than were let go are made before garbage is looked for among
them. Python's own 700 fit programs that make little; to start makes some hundred
thousand things that stay, and was an eighth longer with them looked through."""


def main() -> None:
    """Run the program with the arguments of the process, then leave."""
    gc.set_threshold(YOUNG)
    from simulator.cli.door import run

    sys.exit(run(sys.argv[1:], _leave_at_once))


def _leave_at_once(code: int) -> None:
    """End the process as it stands; what was written is written."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
