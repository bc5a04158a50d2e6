"""Let graphviz draw: its program `dot`, if it is there."""

import shutil
import subprocess
from typing import Final

from simulator.errors import SimulatorError
from simulator.messages import N_

LONGEST: Final = 300
"""Seconds after which `dot` is given up."""


class NoGraphvizError(SimulatorError):
    """The program is not installed."""

    def __init__(self) -> None:
        super().__init__(
            N_(
                "SVG is drawn by graphviz, and its program dot is not on the path. "
                "Install graphviz (apt install graphviz, brew install graphviz, "
                "winget install Graphviz.Graphviz), or take --as mermaid or --as dot."
            )
        )


class DotFailedError(SimulatorError):
    """The program did not draw."""

    def __init__(self, why: str) -> None:
        super().__init__(
            N_("dot could not draw the graph: {why}. Take --as mermaid or --as dot."),
            why=why,
        )


def svg(dot: str) -> bytes:
    """Return a graph in DOT as a picture in SVG.

    Raises:
        NoGraphvizError: graphviz is not installed.
        DotFailedError: It did not draw, or took five minutes.
    """
    program = shutil.which("dot")
    if program is None:
        raise NoGraphvizError
    try:
        done = subprocess.run(
            (program, "-Tsvg"),
            input=dot.encode(),
            capture_output=True,
            timeout=LONGEST,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise DotFailedError(f"> {LONGEST} s") from error
    except OSError as error:
        raise DotFailedError(error.strerror or str(error)) from error
    if done.returncode or not done.stdout:
        why = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise DotFailedError(why.rstrip(".") or str(done.returncode))
    return done.stdout
