"""Facts as packed records."""

import numpy as np
from msgspec.structs import replace

from cstui.domain.facts import LAYOUT, MOMENT_LAYOUT, Moment, MomentKind, Verdict
from cstui.metrics.sources import RECORD, packed_dtype
from data.packing import packed, packed_moments
from tests.fixtures.facts import at, ticket

WORDS = ["", "li", "电话"]


def test_a_round_is_packed_as_figures_read_it() -> None:
    """Each part under its own name, and each word as its number."""
    facts = replace(
        ticket(at(1), words={"agent": "li", "channel": "电话"}, caller=2**64 - 1),
        response_business=-5, wrap=9, transfers=3, ease=2, loop_started=at(2),
    )  # fmt: skip
    (record,) = np.frombuffer(packed(7, [facts], WORDS.index), RECORD)
    assert (record["ticket"], record["opened"], record["caller"]) == (7, at(1), 2**64 - 1)
    assert (record["response_business"], record["loop_started"]) == (-5, at(2))
    assert (record["agent"], record["channel"], record["cause"]) == (1, 2, 0)
    assert (record["wrap"], record["transfers"], record["ease"]) == (9, 3, 2)
    assert len(packed(7, [facts], WORDS.index)) == sum(int(kind[1]) for _, kind in LAYOUT)


def test_what_has_no_room_is_capped() -> None:
    """A wrap-up of days, or hundreds of transfers, stand as the most that there is room for."""
    facts = replace(ticket(at(1)), wrap=10**6, transfers=999)
    (record,) = np.frombuffer(packed(1, [facts], WORDS.index), RECORD)
    assert (record["wrap"], record["transfers"]) == (65535, 255)


def test_a_moment_is_packed_as_figures_read_it() -> None:
    """Each part under its own name."""
    moment = Moment(MomentKind.UPDATE, at(1), at(2), at(3), "li", Verdict.MET)
    (record,) = np.frombuffer(packed_moments(7, [moment], WORDS.index), packed_dtype(MOMENT_LAYOUT))
    assert record.tolist() == (7, at(1), at(2), at(3), 1, MomentKind.UPDATE, Verdict.MET)
