"""The lines of a file, however long the file or a line of it is: read block by block, in bounded memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import IO, Self

LONGEST_LINE = 1 << 24
"""No longer line is read, in bytes; of one, the first `RAW_KEPT` are kept."""

RAW_KEPT = 4096
"""How much of a line that is too long is kept in its problem, in bytes."""

_BLOCK = 1 << 16


class Unreadable(str):
    """A line that is no text that can be read: itself, or its beginning, with what is not UTF-8 escaped.

    Attributes:
        code: A stable short name of the defect.
        message: What is wrong.
    """

    __slots__ = ("code", "message")

    code: str
    message: str

    def __new__(cls, raw: bytes, code: str, message: str) -> Self:
        """A line of these bytes."""
        line = super().__new__(cls, raw.decode("utf-8", "backslashreplace").rstrip("\r"))
        line.code, line.message = code, message
        return line


def read_lines(file: IO[bytes]) -> Iterator[list[str]]:
    """The lines of a file without their line feeds, as many at once as a block holds."""
    rest = b""
    while block := file.read(_BLOCK):
        whole, feed, left = block.rpartition(b"\n")
        if feed:
            yield _decoded(rest + whole)
            rest = left
        elif len(rest) <= LONGEST_LINE:  # of a longer line no more is needed
            rest += block
    if rest:
        yield _decoded(rest)


def _decoded(block: bytes) -> list[str]:
    if len(block) <= LONGEST_LINE:
        with suppress(UnicodeDecodeError):
            return block.decode().split("\n")
    return [_decoded_line(line) for line in block.split(b"\n")]


def _decoded_line(line: bytes) -> str:
    if len(line) > LONGEST_LINE:
        message = f"longer than {LONGEST_LINE:,} bytes; the first {RAW_KEPT:,} are kept"
        return Unreadable(line[:RAW_KEPT], "too-long", message)
    try:
        return line.decode()
    except UnicodeDecodeError as error:
        return Unreadable(line, "not-utf-8", f"not UTF-8 from byte {error.start} on")
