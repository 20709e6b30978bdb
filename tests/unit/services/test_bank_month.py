"""A month of a bank's calls: figures of the views, and the same calculated with pandas."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd
import pytest

from cstui.cli.session import create, seat
from cstui.clock.period import parse_period
from cstui.exchange.importer import Sender
from cstui.exchange.map_file import read_map
from cstui.i18n import Translator
from cstui.metrics.percentiles import LEAST
from cstui.reports.model import Query
from cstui.reports.render.document_json import as_json
from cstui.services.analysing import Analysis
from cstui.services.importing import Importing
from data.desk import open_store
from tests.fixtures.exchange.sheets import sample_data, sample_map

BANK, ZONE = "technion_bank_1999-01.tsv.gz", "Asia/Jerusalem"
MONTH = parse_period("1999-01", datetime(2024, 1, 1, tzinfo=ZoneInfo(ZONE)), ZONE)
THRESHOLD_S = 60
ENGLISH = Translator("en")
GROUPED = ("type", "agent", "priority", "hour")
Figures = dict[str, list[float | None]]
"""Figures of each group by its label; of all calls by the empty one."""


@pytest.fixture(scope="module")
def analysis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Analysis]:
    """What is asked of a store that took the month over."""
    data = sample_data(BANK)
    path = tmp_path_factory.mktemp("bank") / "desk.db"
    create(path, zone=ZONE, language="en")
    store = open_store(path)
    desk = seat(store, None)
    sender = Sender("chen", desk.clock.now(), ZONE)
    result = Importing(store, desk.entry, sender).file(data, read_map(sample_map("bank.toml")))
    assert (result.added, result.left_out) == (31_359, 240)
    yield Analysis(desk)
    store.close()


@pytest.fixture(scope="module")
def calls() -> Any:  # noqa: ANN401
    """The month's rows as they are printed, with the times that they tell."""
    rows = pd.read_csv(sample_data(BANK), sep="\t", dtype=str)
    rows = rows[rows["outcome"] != "PHANTOM"].reset_index(drop=True)
    day = pd.to_datetime(rows["date"], format="%y%m%d")
    opened = day + pd.to_timedelta(rows["vru_entry"])
    served = (rows["outcome"] == "AGENT") & (rows["ser_start"] != "0:00:00")
    ended = (rows["outcome"] == "AGENT") & (rows["ser_exit"] != "0:00:00")
    for name, column, told in (("waited", "ser_start", served), ("solved", "ser_exit", ended)):
        moment = day + pd.to_timedelta(rows[column])
        moment = moment.where(moment >= opened, moment + pd.Timedelta(days=1))
        rows[name] = (moment - opened).dt.total_seconds().where(told)
    rows["hour"] = opened.dt.strftime("%H")
    rows["agent"] = rows["server"].where(rows["server"] != "NO_SERVER", "(none)")
    rows["answered"] = rows["outcome"] == "AGENT"
    rows["abandoned"] = rows["outcome"] == "HANG"
    return rows


def asked(analysis: Analysis, view: str, by: str) -> dict[str, Figures]:
    """The figures of a view's tables, as other programs read them."""
    query = Query(MONTH, (by,), threshold_s=THRESHOLD_S)
    told = json.loads(as_json(analysis.document(view, query, ENGLISH)))
    return {
        table["name"]: {
            "" if not row["where"] else row["cells"][0]: row["cells"][1:] for row in table["rows"]
        }
        for section in told["sections"]
        for table in section["tables"]
    }


def spread(calls: Any, by: str, column: str) -> Figures:  # noqa: ANN401
    """Number, mean, median, 90th and 95th percentile and longest of a duration, with pandas."""
    known = calls[calls[column].notna()]
    groups = [("", known[column]), *known.groupby(by)[column]]
    return {
        label: [
            len(each),
            each.mean(),
            *(
                each.quantile(percent / 100) if len(each) >= least else None
                for percent, least in LEAST.items()
            ),
            each.max(),
        ]
        for label, each in groups
    }


def close(told: Figures, expected: Figures) -> bool:
    """Whether both have the same groups, with the same figures."""
    assert told.keys() == expected.keys()
    return all(told[label] == pytest.approx(figures) for label, figures in expected.items())


@pytest.mark.parametrize("by", GROUPED)
def test_response_and_resolution_times(analysis: Analysis, calls: Any, by: str) -> None:  # noqa: ANN401
    """Number, mean, percentiles and longest of each group and of all."""
    told = asked(analysis, "response", by)
    assert close(told["FRT.spread"], spread(calls, by, "waited"))
    assert close(told["RT.spread"], spread(calls, by, "solved"))


@pytest.mark.parametrize("by", GROUPED)
def test_timeouts(analysis: Analysis, calls: Any, by: str) -> None:  # noqa: ANN401
    """The share of first responses that came later than a minute."""
    waited = calls[calls["waited"].notna()]
    groups = [("", waited["waited"]), *waited.groupby(by)["waited"]]
    expected = {label: [(each > THRESHOLD_S).mean(), len(each)] for label, each in groups}
    told = asked(analysis, "response", by)["limits"]
    assert close({label: told[label][:2] for label in expected}, expected)


@pytest.mark.parametrize("by", GROUPED)
def test_volumes_add_up(analysis: Analysis, calls: Any, by: str) -> None:  # noqa: ANN401
    """Each call is in one group; so groups add up to all calls."""
    query = Query(MONTH, (by,), threshold_s=THRESHOLD_S)
    study = analysis.study(query, ENGLISH).near()
    counts = {label[0]: reading.value for label, reading in study.each("VOL", by)}
    expected = calls[by].value_counts().to_dict()
    assert {label or "(none)": count for label, count in counts.items()} == expected
    assert sum(expected.values()) == study.total("VOL").value == len(calls)
    given_up = {label[0]: reading.value for label, reading in study.each("ABA", by)}
    offered = calls[calls["answered"] | calls["abandoned"]]
    rates = offered.groupby(by)["abandoned"].mean().to_dict()
    assert {label or "(none)": rate for label, rate in given_up.items()} == pytest.approx(rates)
