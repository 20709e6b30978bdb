"""The report as JSON: a contract with other programs."""

import json
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from cstui.domain.facts import RoundFacts
from cstui.metrics.columns import Columns
from cstui.metrics.values import DIMENSIONS
from cstui.reports.assembly import assemble
from cstui.reports.json_report import json_report
from cstui.reports.model import Query
from tests.fixtures.facts import CHINA, at, days, facts_table, response_log, ticket

NOW = datetime(2023, 10, 20, 12, tzinfo=CHINA)

TOTAL = {
    "tickets": 3,
    "open": 0,
    "first_response_s": {
        "n": 3, "mean": 1100.0, "p50": 1200.0, "p90": None, "p95": None, "max": 1500,
    },
    "resolution_s": {
        "n": 3, "mean": 2000.0, "p50": 1800.0, "p90": None, "p95": None, "max": 3000,
    },
    "timeout": {"threshold_s": 1800, "n": 3, "late": 0, "rate": 0.0},
    "attainment": {
        "response": {"met": 3, "breached": 0, "running": 0, "rate": 1.0},
        "resolution": {},
        "update": {},
    },
    "csat": {
        "n": 3,
        "mean": 4.0,
        "satisfied_rate": 2 / 3,
        "low_rate": 0.0,
        "counts": {"1": 0, "2": 0, "3": 1, "4": 1, "5": 1},
        "response_rate": 1.0,
    },
    "calls": {"answered": 0, "abandoned": 0},
}  # fmt: skip


def text(rounds: list[RoundFacts], query: Query, now: datetime = NOW) -> str:
    """The report over these rounds."""
    return json_report(assemble(Columns.of(facts_table(rounds)), query, now))


def test_the_printed_log() -> None:
    """The form's three rows give this report, name by name and in this order."""
    expected = {
        "period": {
            "from": "2023-10-01T00:00:00+08:00",
            "to": "2023-11-01T00:00:00+08:00",
            "zone": "Asia/Shanghai",
        },
        "filters": {},
        "excluded": {"negative_response": 0, "negative_resolution": 0},
        "total": TOTAL,
        "groups": [],
    }
    told = text(response_log(), Query(days(1, 31)))
    assert told == json.dumps(expected, ensure_ascii=False, indent=2) + "\n"


def test_numbers_keep_their_kind() -> None:
    """Means and percentiles are written with a point, counts and the longest without."""
    told = text(response_log(), Query(days(1, 31)))
    assert '"mean": 1100.0' in told
    assert '"p50": 1200.0' in told
    assert '"max": 1500' in told


def test_groups_repeat_the_whole_report() -> None:
    """A group names its values, and tells the same figures as the total."""
    groups = json.loads(text(response_log(), Query(days(1, 31), by=("channel",))))["groups"]
    assert [group["by"] for group in groups] == [
        {"channel": "在线客服"},
        {"channel": "电话"},
        {"channel": "邮件"},
    ]
    assert list(groups[0]) == ["by", *TOTAL]
    assert groups[1]["first_response_s"]["mean"] == 600.0


def test_a_missing_word_is_null() -> None:
    """Tickets without a value in a dimension are a group of their own."""
    told = json.loads(text([ticket(at(1))], Query(days(1, 31), by=("team",))))
    assert told["groups"][0]["by"] == {"team": None}


def test_groups_with_nothing_to_tell_are_left_out() -> None:
    """Only what the period knows of is a group."""
    rounds = [ticket(at(1), ended=at(2)), ticket(at(5), ended=at(6)), ticket(at(9))]
    told = json.loads(text(rounds, Query(days(5, 5), by=("day",))))
    assert [group["by"]["day"] for group in told["groups"]] == ["2023-10-05"]


def test_filters_are_named() -> None:
    """The report says what it was filtered by."""
    told = json.loads(text(response_log(), Query(days(1, 31), where={"channel": "电话"})))
    assert told["filters"] == {"channel": "电话"}
    assert told["total"]["tickets"] == 1


def test_impossible_durations_are_counted() -> None:
    """They are told, and in no figure."""
    rounds = [ticket(at(3), responded=at(2), resolved=at(1))]
    told = json.loads(text(rounds, Query(days(1, 31))))
    assert told["excluded"] == {"negative_response": 1, "negative_resolution": 1}
    assert told["total"]["first_response_s"]["n"] == told["total"]["resolution_s"]["n"] == 0


def test_an_empty_store_has_no_values() -> None:
    """Where there is nothing, figures are null and counts are 0."""
    total = json.loads(text([], Query(days(1, 31), by=("month",))))["total"]
    assert total["tickets"] == total["open"] == 0
    assert set(total["first_response_s"].values()) == {0, None}
    assert total["timeout"]["rate"] is total["csat"]["mean"] is None
    assert total["attainment"] == {"response": {}, "resolution": {}, "update": {}}


@given(
    st.lists(st.sampled_from(response_log()), max_size=6),
    st.lists(st.sampled_from(DIMENSIONS), max_size=3, unique=True),
    st.datetimes(datetime(2023, 11, 2), datetime(2030, 1, 1)),  # noqa: DTZ001
)
def test_the_same_report_is_the_same_text(
    rounds: list[RoundFacts], by: list[str], now: datetime
) -> None:
    """A report of a closed period depends on nothing but its tickets, whenever it is made."""
    query = Query(days(1, 31), by=tuple(by))
    assert text(rounds, query) != ""
    later = text(rounds, query, now.replace(tzinfo=CHINA))
    assert later == text(list(reversed(rounds)), query, datetime(2024, 1, 1, tzinfo=CHINA))
