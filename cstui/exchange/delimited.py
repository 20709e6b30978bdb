"""CSV and its kin: cells between commas, tabs, semicolons or bars, plain or gzipped."""

import csv
import gzip
import io
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO, cast

from cstui.domain.errors import InputError
from cstui.exchange.decoding import encoding_of
from cstui.exchange.maps import FileOptions
from cstui.exchange.sheets import Guess, Row, Table

UNREADABLE = (OSError, EOFError, zlib.error)
"""What reading a file raises that is cut short, damaged, or not ours to read."""

_DELIMITERS = ",\t;|"
_SAMPLE_ROWS = 50
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


class DelimitedFile:
    """A file of lines with delimiters between the cells."""

    def __init__(self, path: Path, options: FileOptions) -> None:
        self.path = path
        self._size = path.stat().st_size
        self._read: BinaryIO | None = None
        guesses: list[Guess] = []
        self._encoding = options.encoding
        if not self._encoding:
            with open_bytes(path) as stream:
                self._encoding = encoding_of(stream, str(path))
            guesses.append(Guess("encoding", self._encoding))
        self._delimiter = options.delimiter
        if not self._delimiter:
            self._delimiter = self._likeliest_delimiter()
            guesses.append(Guess("delimiter", self._delimiter))
        self.guesses = tuple(guesses)
        self.tables: tuple[Table, ...] = (Table("", False, self._rows),)

    def share(self) -> float | None:
        """How much of the file was read so far."""
        if self._read is None or self._read.closed or not self._size:
            return None
        return min(self._read.tell() / self._size, 1.0)

    def close(self) -> None:
        """Let go of the file."""
        if self._read is not None:
            self._read.close()

    def _rows(self) -> Iterator[Row]:
        """The file's rows; a row that the end of the file cuts short is marked as broken."""
        with self.path.open("rb") as raw:
            self._read = raw
            with io.TextIOWrapper(_unpacked(raw, self.path), self._encoding, newline="") as text:
                lines = _Lines(text)
                reader = csv.reader(lines, delimiter=self._delimiter)
                line = 0
                try:
                    for cells in reader:
                        first, line = line + 1, reader.line_num
                        if line > first and lines.quote_open:
                            yield Row(first, cells, "quote_open")
                        elif cells:
                            yield Row(first, cells)
                        lines.quotes = 0
                except (csv.Error, UnicodeDecodeError) as error:
                    raise InputError("sheet_broken", path=str(self.path), line=line + 1) from error
                except UNREADABLE as error:
                    raise InputError("file_unreadable", path=str(self.path)) from error

    def _likeliest_delimiter(self) -> str:
        """The one with the most cuts in those of the first rows that have the same number of cells.

        Rows alone would not tell: within texts of several lines, a semicolon may cut more of them.
        """
        best, delimiter = 0, _DELIMITERS[0]
        for candidate in _DELIMITERS:
            self._delimiter = candidate
            widths = Counter(len(row.cells) for row in islice(self._rows(), _SAMPLE_ROWS))
            agreeing = max((n * (width - 1) for width, n in widths.items()), default=0)
            if agreeing > best:
                best, delimiter = agreeing, candidate
        return delimiter


class _Lines:
    """A text's lines without control characters; counts the quotation marks of a row."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self._text = text
        self.quotes = 0

    @property
    def quote_open(self) -> bool:
        return self.quotes % 2 == 1

    def __iter__(self) -> Iterator[str]:
        control = _CONTROL.search
        for line in self._text:
            self.quotes += line.count('"')
            yield _CONTROL.sub("", line) if control(line) else line


def open_bytes(path: Path) -> BinaryIO:
    """A file's bytes, unpacked where it is gzipped.

    Raises:
        InputError: where it cannot be read.
    """
    try:
        return cast(BinaryIO, gzip.open(path)) if path.suffix == ".gz" else path.open("rb")
    except OSError as error:
        raise InputError("file_unreadable", path=str(path)) from error


def without_control(text: str) -> str:
    """A text without characters that no sheet means and no store keeps."""
    return _CONTROL.sub("", text)


def _unpacked(raw: BinaryIO, path: Path) -> BinaryIO:
    return cast(BinaryIO, gzip.GzipFile(fileobj=raw)) if path.suffix == ".gz" else raw
