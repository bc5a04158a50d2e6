"""What the system refuses, in words: a full disk, a folder that is gone."""

import errno
from collections.abc import Callable
from typing import Final

from simulator.messages import N_

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
_OUTPUT: Final = N_("The output cannot be written: {why}.")
_GONE: Final = N_("The folder that this was started in is not there any more.")
_FILE: Final = N_("{path}: the system says “{why}”.")
_ALONE: Final = N_("The system says “{why}”.")


def refusal(error: OSError, gettext: Callable[[str], str]) -> str:
    """Return an error of the system as a sentence.

    Without a name of a file it was about the output, or about where one stands.
    """
    why = error.strerror or str(error)
    if error.filename is not None:
        return gettext(_FILE).format(path=error.filename, why=why)
    if error.errno in _FULL:
        return gettext(_OUTPUT).format(why=why)
    return gettext(_GONE if error.errno == errno.ENOENT else _ALONE).format(why=why)
