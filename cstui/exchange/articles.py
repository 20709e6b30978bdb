"""Articles in files and folders: reading what is there, writing all of a knowledge base."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, count
from pathlib import Path

from msgspec import Struct

from cstui.domain.articles import Article
from cstui.domain.errors import CstuiError, InputError, NotFound
from cstui.exchange.article_fields import same_text
from cstui.exchange.article_markdown import ENDINGS, Misplaced, markdown_of, read_markdown
from cstui.exchange.article_sheets import read_sheet, write_sheet
from cstui.exchange.replacing import replacing
from cstui.exchange.words import plain
from cstui.i18n import Translator

_SHEETS = (".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".json")
_NO_FILE_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_NAME_BYTES = 120
"""A file's name may be about twice as long on every system; its number has to fit as well."""


class Written(Struct, frozen=True):
    """An article as a file has it."""

    path: Path
    line: int
    """Where in the file it begins."""
    article: Article


class Refused(Struct, frozen=True):
    """Something in a file that is no article."""

    path: Path
    line: int
    """Where it begins; 0 for the file as a whole."""
    why: CstuiError


def article_files(paths: Iterable[Path]) -> list[tuple[Path, tuple[str, ...]]]:
    """The files that are meant, each with the names of the folders around it, nearest first.

    Of a folder all Markdown files and sheets are, in all the folders below it.

    Raises:
        NotFound: where there is nothing of a name, or nothing in a folder.
    """
    found = []
    for path in paths:
        if path.is_dir():
            found += _files_in(path)
        elif path.exists():
            found.append((path, (path.resolve().parent.name,)))
        else:
            raise NotFound("file_missing", path=path)
    return found


def read_articles(path: Path, folders: Iterable[str]) -> Iterator[Written | Refused]:
    """What a file holds; what cannot be used is told, and stops nothing."""
    if path.suffix.lower() in ENDINGS:
        try:
            yield Written(path, 1, read_markdown(path, folders))
        except Misplaced as error:
            yield Refused(path, error.line, error.why)
        return
    try:
        for line, read in read_sheet(path):
            if isinstance(read, Article):
                yield Written(path, line, read)
            else:
                yield Refused(path, line, read)
    except CstuiError as error:
        yield Refused(path, 0, error)


def each_once(found: Iterable[Written | Refused]) -> Iterator[Written | Refused]:
    """What was found, with every article refused whose title an earlier, different one has."""
    first: dict[str, Written] = {}
    for one in found:
        if isinstance(one, Refused):
            yield one
            continue
        earlier = first.setdefault(plain(one.article.title), one)
        if earlier is one:
            yield one
        elif not same_text(earlier.article, one.article):
            where = f"{earlier.path.name}:{earlier.line}"
            why = InputError("article_twice", title=one.article.title, where=where)
            yield Refused(one.path, one.line, why)


def write_articles(out: Path, articles: Iterable[Article], translate: Translator) -> None:
    """Write articles as one sheet, or to a new folder as a Markdown file each.

    Args:
        out: a sheet by its ending; without one, a folder that is not there yet or is empty.
        articles: what to write.
        translate: gives headers, sections and folders their names.

    Raises:
        InputError: where it cannot be written there.
    """
    if out.suffix and not out.is_dir():
        write_sheet(out, articles, translate)
    else:
        _write_folder(out, articles, translate)


def _files_in(folder: Path) -> list[tuple[Path, tuple[str, ...]]]:
    found = []
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder).parts
        hidden = any(part.startswith(".") for part in inside)
        if path.suffix.lower() in (*ENDINGS, *_SHEETS) and path.is_file() and not hidden:
            folders = (folder.resolve().name, *inside[:-1])
            found.append((path, folders[::-1]))
    if not found:
        raise NotFound("articles_none", path=folder)
    return found


def _write_folder(out: Path, articles: Iterable[Article], translate: Translator) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
        if any(not one.name.startswith(".") for one in out.iterdir()):
            raise InputError("articles_folder_full", path=out)
        taken: set[str] = set()
        for article in articles:
            folder = out / translate(f"knowledge.section.{article.section}")
            folder.mkdir(exist_ok=True)
            path = _free_path(folder, article.title, taken)
            with replacing(path) as beside:
                beside.write_text(markdown_of(article), encoding="utf-8", newline="\n")
    except OSError as error:
        why = error.strerror or str(error)
        raise InputError("file_unwritable", path=str(out), why=why) from error


def _free_path(folder: Path, title: str, taken: set[str]) -> Path:
    """A file's path for an article, which no other has even where case does not count."""
    name = _NO_FILE_NAME.sub("_", title).strip(" .").encode()[:_NAME_BYTES].decode(errors="ignore")
    tails = chain([""], (f"-{number}" for number in count(2)))
    paths = (folder / f"{name or '_'}{tail}.md" for tail in tails)
    path = next(each for each in paths if str(each).casefold() not in taken)
    taken.add(str(path).casefold())
    return path
