"""What Python raises at a zip file that is broken inside, or locked."""

import zipfile
import zlib
from typing import Final

BROKEN_ZIP: Final = (
    *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError),
)
"""A file cut off, changed, packed in a way that is not known, locked by a password."""
