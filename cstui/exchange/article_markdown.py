"""Articles as Markdown files, one a file.

    +++
    section = "operation"
    words = ["空调", "不凉"]
    title_en = "Air conditioner does not cool"
    +++

    # 空调不制冷

    请先确认……

What stands between the lines of plus signs is TOML. A file without it is read too: its section is
then that of its folder's name, and its title the heading, or else the file's name.
"""

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from cstui.domain.articles import Article
from cstui.domain.errors import CstuiError, InputError
from cstui.exchange.article_fields import article_of, field_of, section_of, tidied
from cstui.exchange.decoding import encoding_of
from cstui.exchange.delimited import UNREADABLE, open_bytes

ENDINGS = (".md", ".markdown")

_FENCE = "+++"
_HEADING = "# "
_LINE = re.compile(r"at line (\d+)")


class Misplaced(Exception):
    """A file that holds no article, and the line at which that shows."""

    def __init__(self, line: int, why: CstuiError) -> None:
        super().__init__(line, why)
        self.line = line
        self.why = why


def read_markdown(path: Path, folders: Iterable[str]) -> Article:
    """The article of a file.

    Args:
        path: the file.
        folders: names of the folders around it, the nearest first.

    Raises:
        Misplaced: where it holds none.
    """
    try:
        text = _text_of(path)
    except CstuiError as error:
        raise Misplaced(0, error) from error
    told, rest, line = _parted(text)
    heading, body = _headed(rest)
    values = {
        "title": heading or path.stem,
        "section": next(filter(section_of, folders), ""),
        "body": body,
        **told,
    }
    try:
        return article_of(values)
    except InputError as error:
        raise Misplaced(line, error) from error


def markdown_of(article: Article) -> str:
    """The text of an article's file, which reads as the same article."""
    article = tidied(article)
    told = [f"section = {json.dumps(article.section.value)}"]
    if article.words:
        told.append(f"words = {json.dumps(article.words, ensure_ascii=False)}")
    if article.title_en:
        told.append(f"title_en = {json.dumps(article.title_en, ensure_ascii=False)}")
    front = "\n".join((_FENCE, *told, _FENCE))
    return f"{front}\n\n{_HEADING}{article.title}\n\n{article.body}\n"


def _text_of(path: Path) -> str:
    try:
        with open_bytes(path) as stream:
            encoding = encoding_of(stream, str(path))
        with open_bytes(path) as stream:
            text = stream.read().decode(encoding)
    except UNREADABLE as error:
        raise InputError("file_unreadable", path=str(path)) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _parted(text: str) -> tuple[Mapping[str, str], str, int]:
    """What the lines between the plus signs tell, the rest, and where that begins."""
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        return {}, text, 1
    ends = [place for place, line in enumerate(lines) if line.rstrip() == _FENCE]
    if len(ends) == 1:
        raise Misplaced(1, InputError("article_front_open"))
    front, rest = "\n".join(lines[1 : ends[1]]), "\n".join(lines[ends[1] + 1 :])
    try:
        told = tomllib.loads(front)
    except tomllib.TOMLDecodeError as error:
        at = _LINE.search(str(error))
        line = 1 + int(at[1]) if at else ends[1]
        raise Misplaced(line, InputError("article_front")) from error
    return {field_of(name): _cell(value) for name, value in told.items()}, rest, ends[1] + 2


def _cell(value: object) -> str:
    """A value as a sheet's cell would have it."""
    return "\n".join(map(str, value)) if isinstance(value, list) else str(value)


def _headed(text: str) -> tuple[str, str]:
    """The heading and what stands below it; no heading where the text begins otherwise."""
    text = text.strip()
    first, _, rest = text.partition("\n")
    return (first[len(_HEADING) :].strip(), rest) if first.startswith(_HEADING) else ("", text)
