"""Leaving out tickets that do not concern a period changes no view."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cstui.clock.period import Period, parse_period
from cstui.domain.facts import Flag, RoundFacts
from cstui.reports.render.document_json import as_json
from cstui.reports.views.catalogue import REPORTS, VIEWS, document
from tests.fixtures.facts import CHINA, ZONE, at, response_log, ticket
from tests.fixtures.studies import study

NOW = datetime(2023, 10, 18, 12, tzinfo=CHINA)
ASKED = ("today", "month", "2023-09", "2023-08-09..2023-10-05")
PERIODS = [parse_period(text, NOW, ZONE) for text in ASKED]


def made(day: int, month: int, hours: int, score: int) -> RoundFacts:
    """A ticket of a day, answered within the hour and solved after some hours, or never."""
    opened = at(day, "09:00", month=month)
    solved = opened + hours * 3600 if hours else 0
    flags = Flag.RATED if score else Flag(0)
    return ticket(
        opened, flags if solved else Flag.OPEN, {"channel": "电话"}, responded=opened + 600,
        resolved=solved, ended=solved, rated=solved + 60 if score and solved else 0, score=score,
    )  # fmt: skip


TICKETS = st.builds(
    made, st.integers(1, 28), st.integers(8, 10), st.sampled_from([0, 2, 30, 400]),
    st.integers(0, 5),
)  # fmt: skip


@contextmanager
def all_tickets() -> Iterator[None]:
    """Leaves nothing out for as long as it goes on."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "cstui.reports.study.concerned", lambda columns, *_: np.ones(len(columns), np.bool_)
        )
        yield


@settings(deadline=None, max_examples=30)
@given(
    st.lists(TICKETS | st.sampled_from(response_log()), max_size=12),
    st.sampled_from(PERIODS),
    st.sampled_from([*VIEWS, *REPORTS]),
)
def test_a_view_is_the_same_with_tickets_of_other_times(
    rounds: list[RoundFacts], period: Period, name: str
) -> None:
    """Also where weeks of a long period begin before it, and beside the period before."""
    told = as_json(document(name, study(rounds, period, now=NOW)))
    with all_tickets():
        assert as_json(document(name, study(rounds, period, now=NOW))) == told
