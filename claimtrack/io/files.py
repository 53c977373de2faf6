"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Generator
from contextlib import contextmanager, suppress
from os import PathLike
from pathlib import Path
from typing import IO


@contextmanager
def replaced(path: str | PathLike[str]) -> Generator[IO[bytes], None, None]:
    """Write a file beside its place and put it there when it is whole and on the disk."""
    place = Path(path)
    handle, name = tempfile.mkstemp(prefix=f".{place.name}.", suffix=".part", dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_mode(place))
        os.replace(name, place)  # noqa: PTH105  # Path.replace says the same at greater length
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _mode(place: Path) -> int:
    """The permissions of the file that is replaced, or those that a new file gets."""
    if place.exists():
        return place.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
