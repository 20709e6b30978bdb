"""Reports over a store's tickets."""

import subprocess
import sys
from datetime import datetime

import pytest

from cstui.clock.period import Period
from cstui.domain.errors import InputError
from cstui.i18n import LANGUAGES, Language, Translator
from cstui.reports.model import Query
from cstui.services.reporting import conditions, report
from tests.fixtures.facts import CHINA, ZONE, Shelf, response_log
from tests.fixtures.times import FrozenClock

CLOCK = FrozenClock(datetime(2023, 10, 20, 12, tzinfo=CHINA))
ALL = Query(Period("all", None, None, ZONE))


def test_a_report_of_the_store_as_it_is() -> None:
    """A report reads the facts once and tells the clock's moment."""
    shelf = Shelf(response_log())
    told = report(shelf, CLOCK, ALL)
    assert told.content["total"]["tickets"] == 3
    assert told.as_of == CLOCK.now()
    assert shelf.read == 1


def test_conditions() -> None:
    """A filter is a dimension and a value, which may hold anything, and may be empty."""
    assert conditions([" channel = 电话 ", "type=a=b", "team="]) == {
        "channel": "电话",
        "type": "a=b",
        "team": "",
    }


@pytest.mark.parametrize(
    ("texts", "key"),
    [
        (["channel"], "bad_condition"),
        (["colour=red"], "unknown_dimension"),
        (["hour=25"], "dimension_value"),
        (["team=a", "team=b"], "condition_twice"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_misuse_is_told_in_words(texts: list[str], key: str, language: Language) -> None:
    """A slip in a filter is a failure with a title and a sentence in both languages."""
    with pytest.raises(InputError, match=key) as failure:
        report(Shelf([]), CLOCK, Query(ALL.period, where=conditions(texts)))
    t = Translator(language)
    assert t.title(failure.value)
    assert "{" not in t.text(failure.value)


def test_reading_the_module_is_cheap() -> None:
    """Who only logs calls never pays for numpy or plotext."""
    modules = "cstui.services.reporting, cstui.reports.text_report, cstui.reports.json_report"
    code = f"import sys, {modules}; print({{'numpy', 'plotext'}} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
