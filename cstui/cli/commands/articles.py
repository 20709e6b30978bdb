"""`cstui articles [ACTION]`: list, import and export the knowledge base; show what it lacks."""

import sys
from collections.abc import Iterable
from pathlib import Path

from cstui.cli.options import Options
from cstui.cli.session import desk, place
from cstui.cli.writing import out_path
from cstui.domain.articles import Article
from cstui.domain.errors import InputError
from cstui.exchange.articles import (
    Refused,
    Written,
    article_files,
    each_once,
    read_articles,
    write_articles,
)
from cstui.i18n import Translator
from cstui.services.desk import Desk
from cstui.services.knowledge.library import Library, Taken

_FINDINGS = 1
_PLACES = {"list": (0, 0), "missed": (0, 0), "import": (1, None), "export": (1, 1)}
"""How many files each action takes at least and at most."""


def run(options: Options, t: Translator) -> int:
    """Do what is asked; 1 when something of a file could not be used."""
    _check_places(options)
    paths = [Path(name).expanduser() for name in options.paths]
    match options.action:
        case "import":
            return _import(options, paths, t)
        case "export":
            return _export(options, paths[0], t)
        case "missed":
            return _missed(options, t)
        case _:
            return _list(options, t)


def _check_places(options: Options) -> None:
    prog = f"cstui articles {options.action}"
    least, most = _PLACES[options.action]
    if len(options.paths) < least:
        raise InputError("misuse_required", what="PATH", prog=prog)
    if most is not None and len(options.paths) > most:
        raise InputError("misuse_unrecognized", what=" ".join(options.paths[most:]), prog=prog)
    if options.dry_run and options.action != "import":
        raise InputError("misuse_unrecognized", what="--dry-run", prog=prog)


def _list(options: Options, t: Translator) -> int:
    """A line an article, as quotes, section and title; the most quoted first."""
    with desk(options, t.language) as work:
        for article in _offered(work):
            section = t(f"knowledge.section.{article.section}")
            print(f"{article.quotes}\t{section}\t{article.title}")
    return 0


def _missed(options: Options, t: Translator) -> int:
    """A line a search that found nothing, as how often, the last day, and what was sought."""
    with desk(options, t.language) as work:
        for one in Library(work).missed():
            print(f"{one.count}\t{one.last:%Y-%m-%d}\t{one.text}")
    return 0


def _import(options: Options, paths: Iterable[Path], t: Translator) -> int:
    """Take over what the files hold; what cannot be used stops nothing."""
    files = article_files(paths)
    articles, refused = [], 0
    for one in each_once(read for file in files for read in read_articles(*file)):
        if isinstance(one, Written):
            articles.append(one.article)
        else:
            refused += 1
            _tell_refused(one, t)
    with desk(options, t.language) as work:
        taken = Library(work).take_over(articles, dry_run=options.dry_run)
    _tell_taken(taken, refused, options.dry_run, t)
    return _FINDINGS if refused else 0


def _export(options: Options, out: Path, t: Translator) -> int:
    """Write all that is offered to a sheet or a folder."""
    if not out.is_dir():
        out = out_path(str(out), [place(options)])
    with desk(options, t.language) as work:
        articles = _offered(work)
        write_articles(out, articles, t)
    print(t("told.articles_exported", count=len(articles), path=out), file=sys.stderr)
    return 0


def _offered(work: Desk) -> list[Article]:
    library = Library(work)
    library.read()
    return library.search("")


def _tell_refused(one: Refused, t: Translator) -> None:
    where = f"{one.path}:{one.line}" if one.line else f"{one.path}"
    print(f"{where}: {t.text(one.why)}", file=sys.stderr)


def _tell_taken(taken: Taken, refused: int, dry_run: bool, t: Translator) -> None:
    """What became of the articles; what happened to none is not told."""
    counts = {
        "added": taken.added,
        "revised": taken.revised,
        "known": taken.known,
        "retired": taken.retired,
        "refused": refused,
    }
    for what, count in counts.items():
        if count or what == "added":
            print(t(f"told.articles_{what}", count=count), file=sys.stderr)
    if dry_run:
        print(t("told.articles_dry_run"), file=sys.stderr)
