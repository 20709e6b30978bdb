"""The minute ledger as text."""

import pytest
from msgspec.structs import replace

from cstui.domain import acts
from cstui.domain.ticket import Customer, Header, Ticket
from cstui.i18n import LANGUAGES, Language, Translator
from cstui.reports.explain import explain_text
from tests.fixtures.times import at, calendars, event, policies

TICKET = Ticket(
    Header("hotline", "20260506001", priority="P1", policy="graded@2020-01-01",
           customer=Customer("李雷", "13812345678")),
    (
        event("2026-05-06 11:00", acts.Submitted()),
        event("2026-05-06 11:04", acts.Responded()),
        event("2026-05-06 11:30", acts.Waiting("配件")),
        event("2026-05-06 13:30", acts.Resumed()),
        event("2026-05-06 15:30", acts.Resolved("x")),
    ),
)  # fmt: skip

EXPLAINED = """\
20260506001: limits graded@2020-01-01, urgent, every hour counts; calendar cn@2024-01-01, \
Asia/Shanghai

First response, round 1: in time
  limit 0:05:00, used 0:04:00, due 2026-05-06 11:05:00
    2026-05-06 11:00:00 – 2026-05-06 11:04:00    0:04:00  counted
  in working hours 0:04:00
    2026-05-06 11:00:00 – 2026-05-06 11:04:00    0:04:00  counted

Resolution, round 1: late
  limit 2:00:00, used 2:30:00, due 2026-05-06 15:00:00
    2026-05-06 11:00:00 – 2026-05-06 11:30:00    0:30:00  counted
    2026-05-06 11:30:00 – 2026-05-06 13:30:00    0:00:00  waiting: 配件
    2026-05-06 13:30:00 – 2026-05-06 15:00:00    1:30:00  counted
    2026-05-06 15:00:00 – 2026-05-06 15:30:00    0:30:00  counted, past the limit
  in working hours 3:30:00
    2026-05-06 11:00:00 – 2026-05-06 12:00:00    1:00:00  counted
    2026-05-06 12:00:00 – 2026-05-06 13:00:00    0:00:00  outside working hours
    2026-05-06 13:00:00 – 2026-05-06 15:30:00    2:30:00  counted
"""


def explained(ticket: Ticket, language: Language = "en") -> str:
    """The explanation of a ticket on a day in May."""
    now = at("2026-05-06 18:00")
    return explain_text(ticket, policies(), calendars(), now, Translator(language))


def test_every_clock_is_explained_minute_by_minute() -> None:
    """Limit, due time and each stretch are told, by the clock and in working hours."""
    assert explained(TICKET) == EXPLAINED


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_personal_data_is_told(language: Language) -> None:
    """The ledger needs neither name nor number of the customer."""
    text = explained(TICKET, language)
    assert "李" not in text
    assert "138" not in text


def test_years_without_holidays_are_warned_of() -> None:
    """Working time of a year whose holidays are unknown is told to be so."""
    old = Ticket(Header("response", "1"), (event("2023-10-01 09:15", acts.Submitted()),))
    assert "no holidays of 2023" in explained(old)
    assert "no holidays" not in explained(TICKET)


def test_a_ticket_without_clocks_says_so() -> None:
    """Where nothing has started, there is nothing to explain, and that is said."""
    text = explained(Ticket(Header("satisfaction", "CSAT20260506001")), "zh")
    assert text.endswith("该工单尚无计时。\n")


def test_a_revisit_that_opens_later_tells_when() -> None:
    """From the third working day on, until the end of the fifth."""
    header = replace(TICKET.header, category=("售后支持", "定期保养"), policy="hotline@2020-01-01")
    text = explained(replace(TICKET, header=header))
    assert "from 2026-05-09 09:00:00 on, due 2026-05-12 18:00:00" in text
