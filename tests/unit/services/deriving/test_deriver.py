"""What is written beside a ticket."""

import pytest
from msgspec.structs import replace

from cstui.clock.instants import epoch, from_epoch
from cstui.clock.readings import read_clocks
from cstui.domain import acts
from cstui.domain.errors import NotFound
from cstui.domain.facts import NO_DURATION, Flag, RoundFacts, Verdict
from cstui.domain.fold import fold
from cstui.domain.listing import Listing
from cstui.domain.ticket import Customer, Event, Header, Problem, Ticket
from cstui.domain.traces import Traces
from cstui.services.deriving import Deriver
from tests.fixtures.times import ZONE, at, calendar, calendars, event, policies

HOUR = 3600
derive = Deriver(policies(), calendars())


def facts_of(header: Header, *events: Event) -> RoundFacts:
    """The facts of a ticket's last round."""
    return derive(Ticket(header, events)).facts[-1]


def listing_of(header: Header, *events: Event) -> Listing:
    """The line of a ticket."""
    return derive(Ticket(header, events)).listing


AIR_CONDITIONER = Ticket(
    Header(
        "after_sales",
        number="SR20231001001",
        channel="电话投诉",
        category=("维修", ""),
        priority="紧急",
        customer=Customer(number="客户-001", kind="个人"),
        problem=Problem("air conditioner does not cool"),
    ),
    (
        event("2023-10-01 14:30", acts.Submitted()),
        event("2023-10-01 14:45", acts.Responded("called back")),
        event("2023-10-02 09:00", acts.Progressed("visit")),
        event("2023-10-02 10:30", acts.Progressed("compressor fault, part needed")),
        event("2023-10-02 16:00", acts.Helped("purchasing", "part due next day")),
        event("2023-10-03 14:00", acts.Progressed("part fitted")),
        event("2023-10-03 16:00", acts.Resolved("compressor part replaced")),
        event("2023-10-03 16:00", acts.ConfirmedByCustomer()),
    ),
)


def test_the_after_sales_example() -> None:
    """Urgent, answered in exactly 15 minutes: met; solved after 49 h 30 min; two updates late."""
    (facts,) = derive(AIR_CONDITIONER).facts
    assert facts.responded - facts.submitted == 15 * 60
    assert facts.response is Verdict.MET
    assert facts.resolved - facts.submitted == 49.5 * HOUR
    assert facts.resolution is Verdict.NONE
    assert (facts.updates_met, facts.updates_breached, facts.update) == (1, 2, Verdict.BREACHED)
    assert facts.words == ("after_sales", "电话投诉", "维修", "紧急", "", "", "个人", "", "")
    assert facts.flags == Flag.FIRST | Flag.LAST | Flag.CONFIRMED
    assert facts.ended == facts.resolved


def test_the_response_logs_example_rows() -> None:
    """First responses of 10, 25 and 20 minutes and solutions of 30, 50 and 20, as printed."""
    rows = [("09:15", "09:25", "09:45"), ("14:20", "14:45", "15:10"), ("16:00", "16:20", "16:20")]
    found = []
    for submitted, responded, resolved in rows:
        facts = facts_of(
            Header("response"),
            event(f"2023-10-01 {submitted}", acts.Submitted()),
            event(f"2023-10-01 {responded}", acts.Responded()),
            event(f"2023-10-01 {resolved}", acts.Resolved("x")),
        )
        assert facts.response is Verdict.MET
        found.append((facts.responded - facts.opened, facts.resolved - facts.opened))
    assert found == [(600, 1800), (1500, 3000), (1200, 1200)]


def test_an_open_ticket_is_running_until_told_otherwise() -> None:
    """Nothing that is stored depends on what time it is: a past due time is compared by readers."""
    facts = facts_of(Header("response"), event("2020-05-06 10:00", acts.Submitted()))
    assert (facts.response, facts.response_due) == (
        Verdict.RUNNING, epoch(at("2020-05-06 10:30")),
    )  # fmt: skip
    assert facts.flags == Flag.OPEN | Flag.FIRST | Flag.LAST
    assert (facts.responded, facts.ended, facts.response_business) == (0, 0, NO_DURATION)


def test_business_time_leaves_out_nights_and_waits_are_told() -> None:
    """Business seconds are those of the site's calendar, the waits' beside them."""
    facts = facts_of(
        Header("hotline"),
        event("2026-05-06 17:00", acts.Submitted()),
        event("2026-05-06 17:30", acts.Responded()),
        event("2026-05-07 09:00", acts.Waiting("part")),
        event("2026-05-07 11:00", acts.Resumed()),
        event("2026-05-07 12:30", acts.Resolved("x")),
    )
    assert facts.response_business == HOUR // 2
    assert facts.resolution_business == 4 * HOUR
    assert facts.waited_business == 2 * HOUR


def test_impossible_times_are_kept_as_they_are() -> None:
    """A reply before its request has a negative duration and no verdict; nothing is made to fit."""
    facts = facts_of(
        Header("response"),
        event("2026-05-06 11:00", acts.Submitted()),
        event("2026-05-06 10:00", acts.Responded()),
    )
    assert facts.responded - facts.opened == -HOUR
    assert facts.response_business == -HOUR
    assert facts.response is Verdict.NONE


def test_an_unknown_beginning_gives_no_duration() -> None:
    """Without a submission there is neither duration nor verdict, but the reply is kept."""
    facts = facts_of(Header("response"), event("2026-05-06 10:00", acts.Responded()))
    assert (facts.opened, facts.response, facts.response_business) == (0, Verdict.NONE, NO_DURATION)
    assert facts.responded == epoch(at("2026-05-06 10:00"))


def test_each_round_has_facts_of_its_own() -> None:
    """The first round stays as it was; the call stands in the first, each rating where given."""
    first, second = derive(
        Ticket(
            Header("hotline"),
            (
                event("2026-05-06 10:00:00", acts.Rang()),
                event("2026-05-06 10:00:20", acts.Answered()),
                event("2026-05-06 11:00:00", acts.Resolved("x")),
                event("2026-05-06 12:00:00", acts.Rated(acts.Scale.HOTLINE, {"overall": 1})),
                event("2026-05-07 10:00:00", acts.Reopened("again")),
                event("2026-05-07 10:30:00", acts.Responded()),
                event("2026-05-07 11:00:00", acts.Resolved("y")),
                event("2026-05-07 12:00:00", acts.Rated(acts.Scale.HOTLINE, {"overall": 3})),
            ),
        )
    ).facts
    assert (first.round, second.round) == (1, 2)
    assert (first.score, second.score, second.scale) == (1, 3, 1)
    assert (first.responded - first.opened, second.responded - second.opened) == (20, 1800)
    assert first.submitted == second.submitted == first.opened
    assert first.ended == second.ended == second.resolved
    assert first.flags == Flag.FIRST | Flag.ANSWERED | Flag.RATED
    assert second.flags == Flag.LAST | Flag.RATED


@pytest.mark.parametrize(
    ("rated", "flags"),
    [
        (acts.Rated(acts.Scale.FIVE, {"overall": 4}), Flag.RATED),
        (
            acts.Rated(acts.Scale.FIVE, {"overall": 4}, provenance=acts.Provenance.ESTIMATE),
            Flag.RATED | Flag.ESTIMATE,
        ),
        (acts.Rated(acts.Scale.FIVE, provenance=acts.Provenance.UNANSWERED), Flag.UNANSWERED),
        (acts.Rated(acts.Scale.FIVE, {"attitude": 4}), Flag(0)),
        (acts.Rated(acts.Scale.FIVE, words="fine"), Flag(0)),
    ],
)
def test_who_rated_is_told_apart(rated: acts.Rated, flags: Flag) -> None:
    """Customers' scores, estimates and silence are never mixed; only an overall score is one."""
    facts = facts_of(Header("response"), event("2026-05-06 10:00", rated))
    mask = Flag.RATED | Flag.ESTIMATE | Flag.UNANSWERED
    assert facts.flags & mask == flags


def test_an_abandoned_call_was_neither_answered_nor_late() -> None:
    """A caller who hung up soon breaches no limit, and is counted as abandoned."""
    facts = facts_of(
        Header("response"),
        event("2026-05-06 10:00:00", acts.Rang()),
        event("2026-05-06 10:01:00", acts.Abandoned()),
    )
    assert facts.flags == Flag.ABANDONED | Flag.FIRST | Flag.LAST
    assert (facts.response, facts.ended) == (Verdict.NONE, epoch(at("2026-05-06 10:01")))


def test_a_paused_clock_has_no_due_time() -> None:
    """While the work waits, the resolution is paused, and the list goes by the other clocks."""
    header = Header("hotline", policy="graded@2020-01-01", priority="P2")
    derived = derive(
        Ticket(
            header,
            (
                event("2026-05-06 10:00", acts.Submitted()),
                event("2026-05-06 10:10", acts.Responded()),
                event("2026-05-06 10:20", acts.Waiting("part")),
            ),
        )
    )
    (facts,) = derived.facts
    assert (facts.resolution, facts.resolution_due) == (Verdict.PAUSED, 0)
    assert (facts.update, facts.update_due) == (Verdict.RUNNING, epoch(at("2026-05-06 14:10")))
    assert (derived.listing.due, derived.listing.due_clock) == (facts.update_due, "update")


@pytest.mark.parametrize(
    ("act", "due", "clock"),
    [
        (acts.Submitted(), "2026-05-08 10:00", "resolution"),
        (acts.Assigned("bob"), "2026-05-06 12:00", "accept"),
        (acts.Promised("x", at("2026-05-06 11:00")), "2026-05-06 11:00", "promise"),
        (acts.CallbackSet(at("2026-05-06 10:30")), "2026-05-06 10:30", "callback"),
        (acts.Resolved("x"), "2026-05-07 10:00", "revisit"),
    ],
)
def test_a_list_goes_by_what_is_due_first(act: acts.Act, due: str, clock: str) -> None:
    """Of all clocks that run, the one due soonest is told with its name."""
    listing = listing_of(
        Header("hotline"),
        event("2026-05-06 10:00", acts.Submitted()),
        event("2026-05-06 10:00", act),
    )
    assert (listing.due, listing.due_clock) == (epoch(at(due)), clock)


def test_a_list_warns_when_the_ticket_itself_does() -> None:
    """A line keeps from when on its next clock is warned of, by the policy's own rule."""
    ticket = Ticket(Header("response"), (event("2026-05-06 10:00", acts.Submitted()),))
    listing = derive(ticket).listing
    assert listing.warn == epoch(at("2026-05-06 10:24"))
    for second, warn in ((-1, False), (0, True)):
        now = from_epoch(listing.warn + second, ZONE)
        policy = policies().governing(ticket)
        assert read_clocks(fold(ticket), policy, calendar(), now)[0].warn is warn


def test_a_closed_ticket_is_never_due() -> None:
    """Nothing is due on a ticket on which nothing is to be done."""
    events = (event("2026-05-06 10:00", acts.Submitted()), event("2026-05-06 10:01", acts.Closed()))
    listing = listing_of(Header("hotline"), *events)
    assert (listing.due, listing.due_clock, listing.open) == (None, "", False)
    assert listing.warn is None


def test_a_line_tells_the_ticket_as_corrected() -> None:
    """A list shows the header as corrected, the row and the revision, and a subject of its own."""
    long = "word " * 40
    ticket = Ticket(
        Header("response", "7", "phone", ("fault", "x"), "high", Customer("李雷", "138", "A1")),
        (
            event("2026-05-06 10:00", acts.Submitted()),
            event("2026-05-06 10:00", acts.Corrected("customer.name", "李雷", "韩梅")),
            event("2026-05-06 10:00", acts.Corrected("problem.text", "", long)),
            event("2026-05-06 10:00", acts.Assigned("bob", "technics")),
        ),
        id=5,
        revision=3,
    )
    listing = derive(ticket).listing
    assert (listing.customer, listing.owner, listing.team) == ("韩梅", "bob", "technics")
    assert (listing.type, listing.id, listing.revision) == ("fault", 5, 3)
    assert listing.subject == ("word " * 16)
    assert listing.opened == epoch(at("2026-05-06 10:00"))


def test_kept_limits_that_nobody_knows_are_told() -> None:
    """A ticket that keeps unknown limits is not judged by others in silence."""
    ticket = replace(AIR_CONDITIONER, header=Header("response", policy="lenient@2020-01-01"))
    with pytest.raises(NotFound) as caught:
        derive(ticket)
    assert caught.value.key == "unknown_policy"


def test_a_ticket_without_events_has_a_line_and_a_round() -> None:
    """An empty ticket is listed as new and gives figures nothing to count."""
    derived = derive(Ticket(Header("hotline")))
    assert (derived.listing.status, derived.listing.due) == ("new", None)
    assert [facts.opened for facts in derived.facts] == [0]


def test_a_ticket_tells_by_what_its_customer_is_found() -> None:
    """As corrected, in the form in which texts are compared; with the initials of the name."""
    customer = Customer("李 小明", "+86 138-0013-8000", "M１", "ord 7")
    ticket = Ticket(Header("hotline", customer=customer))
    assert derive(ticket).traces == Traces("13800138000", "m1", "ord7", "李小明", "lxm")
    corrected = event("2023-10-01 14:30", acts.Corrected("customer.name", "李 小明", "王芳"))
    assert derive(ticket.with_events([corrected])).traces.initials == "wf"


def test_a_ticket_tells_which_articles_it_quotes() -> None:
    """Each once, and none that was taken back."""
    quotes = [event("2023-10-01 14:30", acts.Quoted(title)) for title in ("滤芯", "退款", "滤芯")]
    undone = event("2023-10-01 14:31", acts.Undone(1))
    ticket = Ticket(Header("hotline"), tuple(quotes))
    assert derive(ticket).quoted == ("滤芯", "退款")
    assert derive(ticket.with_events([undone])).quoted == ("滤芯",)


LOW = acts.Rated(acts.Scale.HOTLINE, {acts.OVERALL: 1})
SOLVED = (
    event("2026-05-06 09:00", acts.Submitted()),
    event("2026-05-06 10:00", acts.Resolved("fuse")),
)


@pytest.mark.parametrize(
    ("owed", "clock"),
    [
        (LOW, "follow_up"),
        (acts.MeasureSet("train", "ann", at("2026-05-06 18:00")), "measure"),
        (acts.Promised("refund", at("2026-05-06 18:00")), "promise"),
        (acts.CallbackSet(at("2026-05-06 18:00")), "callback"),
    ],
)
def test_a_solved_ticket_stays_on_the_lists_while_something_is_owed(
    owed: acts.Act, clock: str
) -> None:
    """It is solved all the same, in lists and in figures."""
    events = (*SOLVED, event("2026-05-06 11:00", owed))
    listing = listing_of(Header("response"), *events)
    assert (listing.status, listing.open, listing.due_clock) == ("resolved", True, clock)
    facts = facts_of(Header("response"), *events)
    assert Flag.OPEN not in facts.flags
    assert facts.ended == epoch(at("2026-05-06 10:00"))


def test_a_solved_ticket_to_which_nothing_is_owed_leaves_the_lists() -> None:
    """A revisit that is due has lists of its own."""
    listing = listing_of(Header("hotline"), *SOLVED)
    assert (listing.open, listing.due_clock) == (False, "revisit")


def test_a_wait_with_an_end_is_due_then() -> None:
    """If nothing else is due before."""
    waiting = acts.Waiting("part", at("2026-05-06 18:00"))
    listing = listing_of(Header("graded"), event("2026-05-06 09:00", acts.Responded()),
                         event("2026-05-06 09:30", waiting))  # fmt: skip
    assert (listing.due_clock, listing.due) == ("wait", epoch(at("2026-05-06 18:00")))


def test_lists_know_how_urgent_it_is_and_when_to_call_back() -> None:
    """By the level that the limits give to the priority's word; no time where nobody is to call."""
    called = acts.CallbackSet(at("2026-05-06 15:00"))
    header, opened = (
        Header("after_sales", priority="紧急"),
        event("2026-05-06 09:00", acts.Submitted()),
    )
    listing = listing_of(header, opened, event("2026-05-06 09:05", called))
    assert (listing.level, listing.callback) == (0, epoch(called.due))
    listing = listing_of(replace(header, priority="低优先级"), opened)
    assert (listing.level, listing.callback) == (2, None)


def test_lists_find_a_ticket_by_whom_and_what_it_is_about() -> None:
    """Each as it is compared: width, case and spaces do not count; the number comes later."""
    customer = Customer("李小明", "138 1234 5678", "C１", "ORD9")
    header = Header("hotline", customer=customer, subject="Not Cooling", tags=("VIP",))
    sought = derive(Ticket(header, (event("2026-05-06 09:00", acts.Submitted()),))).sought
    assert sought == "李小明 lxm 13812345678 c1 ord9 notcooling vip"


def test_lists_find_a_ticket_by_the_words_of_its_problem() -> None:
    """Beside a subject of its own, once where both say the same, and as far as lists remember."""
    opened = event("2026-05-06 09:00", acts.Submitted())
    header = Header("hotline", subject="空调", problem=Problem("室外机 不转" + "长" * 200))
    assert derive(Ticket(header, (opened,))).sought == "空调 室外机不转" + "长" * 154
    header = replace(header, subject="空调", problem=Problem("空调"))
    assert derive(Ticket(header, (opened,))).sought == "空调"
