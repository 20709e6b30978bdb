"""Finding out in which encoding a text file is written."""

import codecs
import re
from typing import BinaryIO

from cstui.domain.errors import InputError

_CHUNK = 1 << 18
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PAIR = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")
_CHINESE_PAIR = re.compile(rb"[\xa1-\xfe][\xa1-\xfe]")
_MOSTLY = 0.8


def encoding_of(stream: BinaryIO, path: str) -> str:
    """The encoding of a stream, which is read to its end.

    A byte order mark decides; else NUL bytes, which tell UTF-16; else UTF-8 if all of it can be
    read so; else GB18030 if it can be and its pairs of bytes look like Chinese.

    Raises:
        InputError: where none of these fits, so that the encoding must be given.
    """
    head = stream.read(_CHUNK)
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    if b"\0" in head:
        return "utf-16-le" if head[1::2].count(0) >= head[::2].count(0) else "utf-16-be"
    utf8, gb = _Trial("utf-8"), _Trial("gb18030")
    chunk = head
    while chunk and (utf8.good or gb.good):
        utf8.feed(chunk)
        if not utf8.good or not chunk.isascii():
            gb.feed(chunk)
        chunk = stream.read(_CHUNK)
    if utf8.ends():
        return "utf-8"
    if gb.ends() and gb.looks_chinese:
        return "gb18030"
    raise InputError("encoding_unclear", path=path)


class _Trial:
    """Tries one encoding on a file, chunk by chunk."""

    def __init__(self, name: str) -> None:
        self._decoder = codecs.getincrementaldecoder(name)()
        self._pairs = 0
        self._chinese = 0
        self.good = True

    def feed(self, chunk: bytes, final: bool = False) -> None:
        if not self.good:
            return
        try:
            self._decoder.decode(chunk, final)
        except UnicodeDecodeError:
            self.good = False
        self._pairs += len(_PAIR.findall(chunk))
        self._chinese += len(_CHINESE_PAIR.findall(chunk))

    def ends(self) -> bool:
        """Whether all of the file could be read."""
        self.feed(b"", final=True)
        return self.good

    @property
    def looks_chinese(self) -> bool:
        """Western texts, too, are often readable as GB18030, but give few common characters."""
        return self._chinese >= self._pairs * _MOSTLY
