"""Pin every package exactly: `requirements.lock` to play, `-dev` to test.

`tests/lrs/requirements.lock` is for the learning record store of the tests, which
lives in an environment of its own.

The lock files hold names, versions and hashes, and never a registry's address:
pip takes that from its own settings, so a company mirror works as it is.
"""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMON = (
    *("uv", "pip", "compile", "--universal", "--python-version", "3.11"),
    *("--generate-hashes", "--no-header", "--no-emit-index-url", "--quiet"),
)
LRS = "tests/lrs/requirements"


def main() -> None:
    """Write all lock files anew."""
    for target, wanted in (
        ("requirements.lock", ("pyproject.toml", "--extra", "build")),
        ("requirements-dev.lock", ("pyproject.toml", "--extra", "dev")),
        (f"{LRS}.lock", (f"{LRS}.in", "--no-strip-extras")),
    ):
        command = [*COMMON, *wanted, "--output-file", target]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
