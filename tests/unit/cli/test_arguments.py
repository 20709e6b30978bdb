"""What commands take."""

from typing import get_args

from cstui.cli import arguments
from cstui.cli.command_line import parse
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
