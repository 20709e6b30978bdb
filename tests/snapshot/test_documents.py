"""Documents as people see them: text at 80 columns, and a page.

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
from cstui.reports.document import Document
from cstui.reports.model import Query
from cstui.reports.render.formats import Format, rendered
from cstui.reports.views.overview import overview
from tests.fixtures.documents import sample_document
from tests.fixtures.facts import CHINA, at, days, facts_table, response_log, ticket


def plain_report(t: Translator) -> Document:
    """The printed response log by channel and type, with an impossible and an open ticket."""
    rounds = [*response_log(), ticket(at(3), responded=at(2)), ticket(at(4))]
    query = Query(days(1, 31), by=("channel", "type"))
    now = datetime(2023, 10, 20, 12, 30, tzinfo=CHINA)
    return overview(assemble(Columns.of(facts_table(rounds)), query, now), t)


def check(told: bytes, name: str) -> None:
    """It is what was last looked at and found good."""
    golden = Path(__file__).with_name(name)
    if os.environ.get("CSTUI_SNAPSHOTS") == "write":
        golden.write_bytes(told)
    assert told == golden.read_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_of_a_document(language: Language) -> None:
    """Tables and charts of each kind as text."""
    check(rendered(sample_document(), "text", Translator(language)), f"document_{language}.txt")


@pytest.mark.parametrize(
    ("form", "language"), [("html", "en"), ("html", "zh"), ("md", "zh"), ("csv", "zh")]
)
def test_the_plain_report(form: Format, language: Language) -> None:
    """As a page, as Markdown and as CSV."""
    t = Translator(language)
    check(rendered(plain_report(t), form, t), f"overview_{language}.{form}")
