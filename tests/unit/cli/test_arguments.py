"""What commands take."""

from typing import get_args

from cstui.cli import arguments
from cstui.cli.arguments import COMMANDS
from cstui.cli.command_line import parse
from cstui.cli.options import no_words
from cstui.exchange.forms.catalogue import SHEET_FORMS
from cstui.i18n import Translator
from cstui.metrics.values import DIMENSIONS
from cstui.reports.render.formats import Format
from cstui.reports.views.catalogue import REPORTS, VIEWS
from cstui.services.brief import LINES


def test_the_words_of_the_command_line_are_those_of_the_program() -> None:
    """The arguments, which read little to be quick, name what there is, and the usual lines."""
    assert set(arguments.SHEET_FORMS) == set(SHEET_FORMS)
    assert arguments.DIMENSIONS == DIMENSIONS
    assert set(arguments.REPORT_NAMES) == {*REPORTS, *VIEWS, "tickets"}
    assert get_args(Format) == arguments.REPORT_FORMATS
    assert parse(["brief"], Translator("en")).lines == LINES


def test_no_words_ask_for_what_an_empty_command_line_does() -> None:
    """What stands for it, so that no parser has to be read, has its options at their defaults."""
    parsed = parse([], Translator("en"))
    kept = {name for name, value in vars(parsed).items() if name in COMMANDS and value is None}
    assert {*vars(parsed)} - kept == {*vars(no_words())}
    assert all(
        vars(parsed)[name] == vars(no_words())[name] for name in ("store", "acting", "version")
    )
