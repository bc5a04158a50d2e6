"""Run every strict tool, all of them even when one fails, and say which did."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
TOOLS = (
    ("formatting", "ruff", "format", "--check", "."),
    ("lint", "ruff", "check", "."),
    ("types", "mypy"),
    ("types of scoring", "pyright"),
    ("arrows", "lint-imports"),
    ("schemas", "python", "-m", "tools.schemas", "--check"),
    ("content", "whose-client", "check", "--quick", "scenarios", "--lang", "en"),
    ("the library page", "python", "-m", "tools.library", "--check"),
)


def main() -> int:
    """Run the tools one after another.

    Returns:
        The exit code: 0 when all are content, 1 otherwise.
    """
    failed = []
    for title, program, *arguments in TOOLS:
        sys.stderr.write(f"— {title}: {program} {' '.join(arguments)}\n")
        if subprocess.run(
            [BIN / program, *arguments], cwd=ROOT, check=False
        ).returncode:
            failed.append(title)
    sys.stderr.write(f"failed: {', '.join(failed)}\n" if failed else "all content\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
