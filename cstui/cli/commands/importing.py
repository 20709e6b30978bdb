"""`cstui import FILE…`: take over calls from sheets."""

import sys
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

from cstui.cli.options import Options
from cstui.cli.progress import progress
from cstui.cli.session import desk, place
from cstui.cli.writing import out_path
from cstui.domain.errors import InputError, NotFound
from cstui.domain.people import names_of
from cstui.exchange.forms.catalogue import SHEET_FORMS
from cstui.exchange.forms.column import SheetForm
from cstui.exchange.guessing import guess_map
from cstui.exchange.importer import Layout, Sender, form_in
from cstui.exchange.map_file import read_map
from cstui.exchange.map_writing import map_text
from cstui.exchange.maps import ImportMap
from cstui.exchange.reject_file import reason_text, reject_file
from cstui.exchange.rejects import Reject
from cstui.i18n import Translator
from cstui.services.desk import Desk
from cstui.services.importing import Importing, ImportResult, Progress

_FINDINGS = 1


def run(options: Options, t: Translator) -> int:
    """Import each file and tell what became of its rows; 1 when some, or a file, were left."""
    if options.form and options.map:
        raise InputError("form_or_map")
    files = [Path(name).expanduser() for name in options.files]
    for file in files:
        if not file.is_file():
            raise NotFound("file_missing", path=file)
    told_map = read_map(Path(options.map).expanduser()) if options.map else None
    rejects = out_path(options.rejects, [place(options), *files]) if options.rejects else None
    rejected = 0
    with (
        desk(options, t.language) as work,
        reject_file(rejects, t) if rejects else nullcontext(_nowhere) as reject,
    ):
        for file in files:
            layout = _layout_of(file, options.form, told_map)
            if layout is None:
                layout = _proposed(work, file, t)
                rejected += 1
                if not options.dry_run:
                    continue
            result = _take_over(work, file, layout, options.dry_run, reject, t)
            _tell(file, layout, result, options.dry_run, t)
            rejected += result.rejected
    return _FINDINGS if rejected else 0


def _nowhere(file: str, reject: Reject) -> None:
    """Nobody asked for the rejects."""


def _layout_of(file: Path, form: str | None, told: ImportMap | None) -> Layout | None:
    """How the columns of a file are known: as told, else by their headers; None if they are not."""
    return SHEET_FORMS[form] if form else told or form_in(file)


def _proposed(work: Desk, file: Path, t: Translator) -> ImportMap:
    """Print what the columns of a file seem to mean, as the map that says so."""
    guessed = guess_map(file, work.rules.zone)
    if guessed is None:
        raise InputError("map_needed", path=file)
    print(t("told.map_guessed", path=file), file=sys.stderr)
    print(map_text(guessed.layout), end="", flush=True)
    if guessed.unused:
        print(t("told.map_unused", columns=", ".join(guessed.unused)), file=sys.stderr)
    return guessed.layout


def _take_over(
    work: Desk,
    file: Path,
    layout: Layout,
    dry_run: bool,
    reject: Callable[[str, Reject], None],
    t: Translator,
) -> ImportResult:
    with progress() as show:

        def far(how: Progress) -> None:
            share = "" if how.share is None else f"  {how.share:.0%}"
            show(f"{file.name}  {how.rows}{share}")

        importing = Importing(
            work.store,
            work.entry,
            _sender(work),
            dry_run=dry_run,
            on_reject=lambda one: reject(file.name, one),
            on_progress=far,
        )
        try:
            return importing.file(file, layout)
        except KeyboardInterrupt:
            show("")
            print(t("told.interrupted"), file=sys.stderr)
            raise


def _sender(work: Desk) -> Sender:
    """Who imports, and by which names sheets may know people."""
    names = names_of(work.rules.settings.people)
    return Sender(work.me.login, work.clock.now(), work.rules.zone, names)


def _tell(file: Path, layout: Layout, result: ImportResult, dry_run: bool, t: Translator) -> None:
    """What was found out about a file, and what became of its rows."""
    say = [f"{file}:"]
    if isinstance(layout, SheetForm):
        say.append(t("told.import_form", form=t(f"forms.{layout.name}")))
    say += [t(f"exchange.guess.{guess.what}", value=guess.value) for guess in result.guesses]
    say.append(t("told.would_import" if dry_run else "told.imported", count=result.added))
    for what in ("known", "rejected", "left_out", "skipped", "rounded_ids"):
        if count := getattr(result, what):
            say.append(t(f"told.import_{what}", count=count))
    print("\n  ".join(say), file=sys.stderr)
    for one in result.examples:
        reason = reason_text(one, t)
        told = t("told.reject", line=one.line, column=one.column, value=one.value, reason=reason)
        print(f"    {told}", file=sys.stderr)
