"""The report's text as people see it, at 80 columns.

After a wanted change, write the golden files anew with
`CSTUI_SNAPSHOTS=write python -m pytest tests/snapshot` and look at them.
"""

import os
from datetime import datetime
from pathlib import Path

import pytest

from cstui.i18n import LANGUAGES, Language, Translator
from cstui.metrics.columns import Columns
from cstui.reports.assembly import assemble
from cstui.reports.layout import cells
from cstui.reports.model import Query
from cstui.reports.text_report import text_report
from tests.fixtures.facts import CHINA, at, days, facts_table, response_log, ticket

WIDTH = 80


@pytest.mark.parametrize("language", LANGUAGES)
def test_report(language: Language) -> None:
    """The text is what was last looked at and found good, and fits the terminal."""
    rounds = [*response_log(), ticket(at(3), responded=at(2)), ticket(at(4))]
    query = Query(days(1, 31), by=("channel", "type"))
    now = datetime(2023, 10, 20, 12, 30, tzinfo=CHINA)
    told = text_report(
        assemble(Columns.of(facts_table(rounds)), query, now), Translator(language), WIDTH
    )
    golden = Path(__file__).with_name(f"report_{language}.txt")
    if os.environ.get("CSTUI_SNAPSHOTS") == "write":
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")
    assert max(map(cells, told.splitlines())) <= WIDTH
