"""Files that are written whole or not at all, and JSON documents that are read whole."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Generator
from contextlib import contextmanager, suppress
from os import PathLike
from pathlib import Path
from typing import IO

LARGEST_DOCUMENT = 1 << 28
"""No larger JSON document is read, in bytes: it has to fit into memory several times."""

_NEXT = re.compile(r"\s*,?\s*")


def read_document(path: str | PathLike[str], *lists: str) -> tuple[object, str]:
    """Read a JSON document in UTF-8, and say what is wrong with it, or an empty text.

    Of a broken one, what stands before the defect in one of the named lists is kept.

    Raises:
        OSError: If the file cannot be read.
    """
    with Path(path).open("rb") as file:
        data = file.read(LARGEST_DOCUMENT + 1)
    if len(data) > LARGEST_DOCUMENT:
        return None, f"larger than {LARGEST_DOCUMENT:,} bytes: split it"
    try:
        return json.loads(data.decode("utf-8-sig")), ""
    except RecursionError:
        wrong = "nested too deeply"
    except ValueError as error:
        wrong = str(error)
        if isinstance(error, UnicodeDecodeError):
            data = data[: error.start]
    return _before_the_defect(data.decode("utf-8-sig", "ignore"), lists), wrong


def _before_the_defect(text: str, lists: tuple[str, ...]) -> object:
    """The whole things at the beginning of the first of the named lists that is there."""
    decoder = json.JSONDecoder()
    for name in lists:
        start = re.search(rf'"{re.escape(name)}"\s*:\s*\[\s*', text)
        if start is None:
            continue
        found, place = [], start.end()
        with suppress(ValueError, RecursionError):
            while True:
                thing, place = decoder.raw_decode(text, place)
                found.append(thing)
                place = _NEXT.match(text, place).end()  # type: ignore[union-attr]  # it matches nothing too
        return {name: found}
    return None


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
