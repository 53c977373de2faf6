"""Readers of other people's files."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.claims import Claim
from claimtrack.errors import BrokenLaw, ClaimtrackError, InvalidField, Problem
from claimtrack.figures import Figure
from claimtrack.ledger import Ledger
from claimtrack.testing.trying import hold

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

LAW_SHAPE: Final = "a reader returns the ledger and its problems."
LAW_WHOLE: Final = "a sound file is read."
LAW_SAME: Final = "read twice, a file gives the same."
LAW_REFUSED: Final = "a damaged file is read or refused, and nothing else happens."
LAW_PLACE: Final = "a problem says what is wrong, and where."
LAW_STANDS: Final = "a number that is read stands in the file, or the claim says that it is imputed."
LAW_SPOILT: Final = "a number that cannot be read is reported, never dropped in silence."

_WHOLE_CELLS: Final = re.compile(rb'(?:(?<=[,;\t"\n\[])|(?<=: ))\d+(?=[,;\t"\r\n\]}]|$)')
"""Numbers that stand alone between separators: in running text a spoilt number may be no number."""
_NUMBERS: Final = re.compile(r"\d+(?:[.,' \u00a0\u202f]\d{3})*")
_ODD: Final = (
    b"", b"\x00", b"\xff", b'"', b"\n", b"\r\n", b",", b";", b"\t", b"-", b"9" * 30, b"1e9", b"NaN",
    b"\\u0000", b"{", b"]", b"=1+1", b"\xef\xbb\xbf", b"<", "٢٥".encode(), "\u202e".encode(), b" " * 99,
)  # fmt: skip

Read = Callable[[Path], tuple[Ledger, tuple[Problem, ...]]]


@attrs.frozen
class Damage:
    """One damage to a file.

    Attributes:
        name: The file.
        sound: Its bytes before.
        start: The first byte that is taken out.
        end: The byte after the last one taken out.
        put: What is put there instead.
    """

    name: str
    sound: bytes
    start: int
    end: int
    put: bytes

    @property
    def damaged(self) -> bytes:
        """The bytes after the damage."""
        return self.sound[: self.start] + self.put + self.sound[self.end :]

    @property
    def digit_lost(self) -> bool:
        """Whether one digit became the letter x, and nothing else changed."""
        return self.put == b"x" and self.end == self.start + 1

    def __str__(self) -> str:
        line = self.sound.count(b"\n", 0, self.start) + 1
        taken = self.sound[self.start : self.end]
        if not taken and not self.put:
            return f"{self.name} as it is."
        return f"{self.name}, line {line}, from byte {self.start}: {_cut(taken)} became {_cut(self.put)}."


def check_reader(
    read: Read, *files: str | PathLike[str] | bytes, suffix: str = "", examples: int = 200
) -> None:
    r"""Hold a reader of a format against its laws, on sound files and on every sort of damage to them.

    Files are cut, spoilt, doubled and filled with what parsers fall over. Whatever happens, the reader
    reads what it can and reports the rest, or refuses with an error of claimtrack or of the system.

    Args:
        read: Reads a path: the ledger, and the problems that were found.
        files: Sound files of the format, as paths or as bytes; short ones give the best results.
        suffix: How the name of a file ends; by default as that of the path.
        examples: How many damaged files are tried.

    Raises:
        BrokenLaw: If a law does not hold: it names the law and the smallest damage found.
        InvalidField: If no file is given.
        MissingExtra: If Hypothesis is not installed.

    Example:
        >>> from claimtrack.io import ucdp
        >>> columns = b"id,side_a,side_b,date_start,date_end,low,best,high"
        >>> row = b"1,Army,Rebels,2024-01-01,2024-01-01,3,4,5"
        >>> check_reader(ucdp.read, columns + b"\n" + row, suffix=".csv", examples=30)
    """
    if not files:
        raise InvalidField("check_reader", "files", files, "at least one sound file of the format")
    sound = [_sound(file, number) for number, file in enumerate(files, start=1)]
    with tempfile.TemporaryDirectory() as folder:
        trial = _Trial(read, Path(folder), suffix)
        for file in sound:
            trial.check_sound(file)
        hold(trial.check, lambda: _damages(sound), examples=examples, part="claimtrack.testing.check_reader")


def _sound(file: str | PathLike[str] | bytes, number: int) -> Damage:
    if isinstance(file, bytes):
        return Damage(f"file {number}", file, 0, 0, b"")
    return Damage(Path(file).name, Path(file).read_bytes(), 0, 0, b"")


def _damages(files: list[Damage]) -> SearchStrategy[Damage]:
    from hypothesis import strategies as st

    @st.composite
    def damages(draw: DrawFn) -> Damage:
        file = draw(st.sampled_from(files))
        digits: list[int] = [at for cell in _WHOLE_CELLS.finditer(file.sound) for at in range(*cell.span())]
        spoil = draw(st.booleans())
        if digits and spoil:
            place = draw(st.sampled_from(digits))
            return attrs.evolve(file, start=place, end=place + 1, put=b"x")
        start = draw(st.integers(0, len(file.sound)))
        lengths = st.one_of(st.integers(0, 3), st.just(len(file.sound)), st.integers(0, len(file.sound)))
        end = min(len(file.sound), start + draw(lengths))
        doubled = st.just(2 * file.sound[start:end])
        put = draw(st.one_of(st.sampled_from(_ODD), st.binary(max_size=4), doubled))
        return attrs.evolve(file, start=start, end=end, put=put)

    return damages()


class _Trial:
    """A reader on trial: what it made of the sound files, and what it makes of damaged ones."""

    def __init__(self, read: Read, folder: Path, suffix: str) -> None:
        self._read = read
        self._folder = folder
        self._suffix = suffix
        self._sound: dict[str, tuple[Ledger, tuple[Problem, ...]]] = {}

    def check_sound(self, file: Damage) -> None:
        """Read a sound file, which must be read."""
        found = self._reading(file)
        if found is None:
            raise BrokenLaw(LAW_WHOLE, "It was refused.", str(file))
        if not len(found[0]):
            raise BrokenLaw(LAW_WHOLE, "Nothing was read.", str(file))
        self._sound[file.name] = found

    def check(self, damage: Damage) -> None:
        """Hold the reader against every law on one damaged file."""
        found = self._reading(damage)
        if found is None:
            return
        ledger, problems = found
        again = self._reading(damage)
        if again is None or _told(again) != _told(found):
            raise BrokenLaw(LAW_SAME, "The second time it gave something else.", str(damage))
        before, known = self._sound[damage.name]
        if damage.digit_lost and len(ledger.claims()) < len(before.claims()) and len(problems) <= len(known):
            detail = f"{len(before.claims())} claims became {len(ledger.claims())}, without a problem more."
            raise BrokenLaw(LAW_SPOILT, detail, str(damage))

    def _reading(self, damage: Damage) -> tuple[Ledger, tuple[Problem, ...]] | None:
        """What the reader makes of a file; `None` where it refuses it."""
        suffix = self._suffix or Path(damage.name).suffix
        path = self._folder / f"file{suffix}"
        path.write_bytes(damage.damaged)
        try:
            found = self._read(path)
        except (ClaimtrackError, OSError):
            return None
        except Exception as error:
            raise BrokenLaw(LAW_REFUSED, f"It raised {type(error).__name__}: {error}", str(damage)) from error
        if not _is_reading(found):
            raise BrokenLaw(LAW_SHAPE, f"It returned {found!r}.", str(damage))
        ledger, problems = found
        for problem in problems:
            if not (problem.message.strip() and problem.location.strip()):
                raise BrokenLaw(LAW_PLACE, repr(problem), str(damage))
        self._check_numbers(ledger, damage)
        return ledger, problems

    def _check_numbers(self, ledger: Ledger, damage: Damage) -> None:
        """Check that whole figures without words are numbers of the file, where it is a text."""
        if b"\x00" in damage.damaged:
            return
        text = damage.damaged.decode("utf-8", "replace")
        there: set[int] | None = None
        for claim in ledger.claims():
            for number in _stated(claim):
                if there is None:
                    there = {int(re.sub(r"\D", "", found)) for found in _NUMBERS.findall(text)}
                    there |= {int(found) for found in re.findall(r"\d+", text)}
                if number not in there:
                    raise BrokenLaw(LAW_STANDS, f"{claim!r} says {number}.", str(damage))


def _stated(claim: Claim) -> tuple[int, ...]:
    """The numbers that a claim states, where neither words nor an analyst stand between it and the file."""
    figure = claim.answer
    if not isinstance(figure, Figure) or figure.words or figure.imputed or claim.imputed:
        return ()
    return tuple({end for end in (*figure.stated_ends, figure.point) if end is not None})


def _told(found: tuple[Ledger, tuple[Problem, ...]]) -> tuple[object, ...]:
    ledger, problems = found
    return [entry.record for entry in ledger.entries()], problems


def _is_reading(found: object) -> bool:
    return (
        isinstance(found, tuple)
        and len(found) == 2
        and isinstance(found[0], Ledger)
        and isinstance(found[1], tuple)
        and all(isinstance(problem, Problem) for problem in found[1])
    )


def _cut(data: bytes) -> str:
    return repr(data)[1:] if len(data) <= 60 else f"{data[:60]!r}… ({len(data)} bytes)"
