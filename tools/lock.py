"""Pin every package exactly: `requirements.lock` to play, `-dev` to test.

The lock files hold names, versions and hashes, and never a registry's address:
pip takes that from its own settings, so a company mirror works as it is.
"""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMON = (
    *("uv", "pip", "compile", "--universal", "--python-version", "3.11"),
    *("--generate-hashes", "--no-header", "--no-emit-index-url", "--quiet"),
    "pyproject.toml",
)


def main() -> None:
    """Write both lock files anew."""
    for target, extra in (
        ("requirements.lock", "build"),
        ("requirements-dev.lock", "dev"),
    ):
        command = [*COMMON, "--extra", extra, "--output-file", target]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
