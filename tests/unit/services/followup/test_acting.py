"""Acting on tickets in a real store, by several people."""

from collections.abc import Callable
from contextlib import ExitStack

import pytest
from msgspec.structs import replace

from cstui.clock.policy import ClockName
from cstui.domain import acts
from cstui.domain.acts import Act
from cstui.domain.errors import InputError, NotAllowed
from cstui.domain.fold import fold
from cstui.domain.people import Role
from cstui.domain.ticket import Source, Ticket
from cstui.services.desk import Desk
from cstui.services.followup import Collided, FollowUp
from tests.fixtures.desks import Team, ticket


def test_a_look_tells_how_the_clocks_stand(lina: Desk) -> None:
    """The ticket, what follows from it, and its clocks by the limits that hold for it."""
    (one,) = lina.add([ticket("2026-05-06 09:50")])
    look = FollowUp(lina).look(one.id)
    assert look.ticket == one
    assert look.now == lina.clock.now()
    first = next(each for each in look.readings if each.clock is ClockName.FIRST_RESPONSE)
    assert (first.limit_s, first.used_s, first.warn) == (900, 600, False)


@pytest.mark.parametrize(
    ("do", "done"),
    [
        (lambda f, t: f.accept(t), [acts.Accepted()]),
        (lambda f, t: f.respond(t, " phone ", "agreed "), [acts.Responded("phone", "agreed")]),
        (lambda f, t: f.progress(t, " part "), [acts.Progressed("part")]),
        (
            lambda f, t: f.transfer(t, " wangwei ", "knows it"),
            [acts.Transferred("wangwei", "knows it", "技术支持")],
        ),
        (lambda f, t: f.wait(t, "part "), [acts.Waiting("part")]),
        (lambda f, t: f.resume(f.wait(t, "part")), [acts.Waiting("part"), acts.Resumed()]),
        (lambda f, t: f.note(t, "hm "), [acts.Noted("hm")]),
        (lambda f, t: f.resolve(t, "fuse ", False), [acts.Resolved("fuse")]),
        (
            lambda f, t: f.resolve(t, "fuse", True),
            [acts.Resolved("fuse"), acts.ConfirmedByCustomer()],
        ),
        (
            lambda f, t: f.confirm(f.resolve(t, "fuse", False)),
            [acts.Resolved("fuse"), acts.ConfirmedByCustomer()],
        ),
        (
            lambda f, t: f.reopen(f.resolve(t, "fuse", False), " warm"),
            [acts.Resolved("fuse"), acts.Reopened("warm")],
        ),
        (
            lambda f, t: f.correct(t, {"subject": " fan ", "priority": "紧急"}),
            [acts.Corrected("subject", "", "fan")],
        ),
        (lambda f, t: f.undo(f.note(t, "oops")), [acts.Noted("oops"), acts.Undone(1)]),
    ],
)
def test_each_act_is_saved_as_events_of_mine(
    lina: Desk, do: Callable[[FollowUp, Ticket], Ticket], done: list[Act]
) -> None:
    """At this moment, by me, without the spaces around the words."""
    (one,) = lina.add([ticket()])
    saved = do(FollowUp(lina), one)
    assert lina.store.ticket(one.number) == saved
    added = saved.events[1:]
    assert [event.act for event in added] == done
    assert all((event.by, event.at) == ("lina", lina.clock.now()) for event in added)


def test_a_correction_that_changes_nothing_is_not_saved(lina: Desk) -> None:
    """No event, no revision."""
    (one,) = lina.add([ticket()])
    assert FollowUp(lina).correct(one, {"priority": "紧急 "}) is one


def test_personal_data_is_shown_in_full_to_supervisors_only(lina: Desk) -> None:
    """An agent sees name and phone masked, and all else as it is."""
    phone = ("customer.phone", "13812345678")
    assert FollowUp(lina).shown(*phone) == "138****5678"
    assert FollowUp(lina).shown("customer.name", "李小明") == "李*"
    assert FollowUp(lina).shown("subject", "13812345678") == "13812345678"
    lina.me = replace(lina.me, role=Role.SUPERVISOR)
    assert FollowUp(lina).shown(*phone) == "13812345678"


def test_only_supervisors_check_records(lina: Desk) -> None:
    """A record that agrees needs no words; one that does not says in what it differs."""
    (one,) = lina.add([ticket()])
    followup = FollowUp(lina)
    with pytest.raises(NotAllowed, match="supervisor_only"):
        followup.audit(one, agrees=True)
    lina.me = replace(lina.me, role=Role.SUPERVISOR)
    saved = followup.audit(one, agrees=True)
    with pytest.raises(InputError):
        followup.audit(saved, agrees=False, note=" ")
    saved = followup.audit(saved, agrees=False, note="no time given ")
    assert [event.act for event in saved.events[1:]] == [
        acts.Audited(True), acts.Audited(False, "no time given"),
    ]  # fmt: skip


def test_a_masked_value_given_back_is_no_correction(lina: Desk) -> None:
    """Neither is the full one; a new one is saved beside the old one in full."""
    (one,) = lina.add([ticket()])
    followup = FollowUp(lina)
    same = {"customer.name": "李*", "customer.phone": "138****5678 "}
    assert followup.correct(one, same) is one
    assert followup.correct(one, {"customer.phone": "13812345678"}) is one
    saved = followup.correct(one, {**same, "customer.phone": "13912345678"})
    assert [event.act for event in saved.events[1:]] == [
        acts.Corrected("customer.phone", "13812345678", "13912345678")
    ]


def test_a_masked_value_is_not_saved_in_part(lina: Desk) -> None:
    """Asterisks that stand for hidden digits would replace the digits themselves."""
    (one,) = lina.add([ticket()])
    with pytest.raises(InputError) as refused:
        FollowUp(lina).correct(one, {"subject": "fan", "customer.phone": "138****5679"})
    assert refused.value.key == "masked_value"
    assert lina.store.ticket(one.number) == one


def test_a_refused_act_saves_nothing(lina: Desk) -> None:
    """Also none of those that came before it in the same go."""
    (one,) = lina.add([ticket()])
    with pytest.raises(InputError):
        FollowUp(lina).do(one, [acts.Noted("hm"), acts.Resumed()])
    assert lina.store.ticket(one.number) == one


def test_a_ticket_of_another_is_not_accepted(lina: Desk, wangwei: Desk) -> None:
    """It is transferred first, so that nobody loses a ticket unawares."""
    (one,) = lina.add([ticket()])
    held = FollowUp(wangwei).accept(one)
    with pytest.raises(InputError) as refused:
        FollowUp(lina).accept(held)
    assert (refused.value.key, refused.value.values["owner"]) == ("not_yours", "王伟")


def test_what_others_did_is_not_taken_back(lina: Desk, wangwei: Desk) -> None:
    """Undo knows one's own events only."""
    (one,) = lina.add([ticket()])
    noted = FollowUp(wangwei).note(one, "hm")
    with pytest.raises(InputError) as refused:
        FollowUp(lina).undo(noted)
    assert refused.value.key == "nothing_to_undo"
    assert FollowUp(wangwei).last_of_mine(noted).act == acts.Noted("hm")


def test_what_others_went_on_from_is_not_taken_back(lina: Desk, wangwei: Desk) -> None:
    """Whoever took the ticket over keeps it; the refusal names them."""
    (one,) = lina.add([ticket()])
    given = FollowUp(lina).transfer(one, "wangwei", "knows it")
    assert FollowUp(lina).last_of_mine(given).act == given.events[-1].act
    taken = FollowUp(wangwei).accept(given)
    for refuses in (FollowUp(lina).undo, FollowUp(lina).last_of_mine):
        with pytest.raises(InputError) as refused:
            refuses(taken)
        assert (refused.value.key, refused.value.values["who"]) == ("others_went_on", "王伟")
    assert lina.store.ticket(one.number) == taken


def test_a_correction_is_known_as_one(lina: Desk) -> None:
    """It replaces a value, while all else was done at the moment that it names."""
    (one,) = lina.add([ticket()])
    saved = FollowUp(lina).note(FollowUp(lina).correct(one, {"subject": "fan"}), "hm")
    sources = [event.source for event in lina.store.ticket(saved.number).events[1:]]
    assert sources == [Source.CORRECTED, Source.MEASURED]


def test_whoever_is_second_is_told_and_merges(lina: Desk, wangwei: Desk) -> None:
    """Nothing is written over the other's; merged, the store holds both."""
    (one,) = lina.add([ticket()])
    theirs = FollowUp(wangwei).correct(one, {"subject": "fan", "request": "refund"})
    followup = FollowUp(lina)
    with pytest.raises(Collided) as told:
        followup.correct(one, {"subject": "fuse", "priority": "一般"})
    collision = told.value.collision
    assert collision.current == theirs == lina.store.ticket(one.number)
    assert [event.by for event in collision.theirs] == ["wangwei", "wangwei"]
    assert collision.clashes == (acts.Corrected("subject", "fan", "fuse"),)
    saved = followup.merge(collision, ["subject"])
    assert lina.store.ticket(one.number) == saved
    header = fold(saved).header
    assert (header.subject, header.request, header.priority) == ("fuse", "refund", "一般")


def test_a_merge_that_collides_again_is_told_again(lina: Desk, wangwei: Desk) -> None:
    """Each go starts from what the store holds, until nobody was faster."""
    (one,) = lina.add([ticket()])
    other, followup = FollowUp(wangwei), FollowUp(lina)
    theirs = other.note(one, "1")
    with pytest.raises(Collided) as first:
        followup.note(one, "mine")
    other.note(theirs, "2")
    with pytest.raises(Collided) as second:
        followup.merge(first.value.collision, ())
    assert [event.act for event in second.value.collision.theirs] == [acts.Noted("2")]
    saved = followup.merge(second.value.collision, ())
    assert [event.act for event in saved.events[1:]] == [
        acts.Noted("1"),
        acts.Noted("2"),
        acts.Noted("mine"),
    ]


def test_a_merge_of_nothing_saves_nothing(lina: Desk, wangwei: Desk) -> None:
    """Given up, mine leaves the store as the other left it."""
    (one,) = lina.add([ticket()])
    theirs = FollowUp(wangwei).correct(one, {"subject": "fan"})
    followup = FollowUp(lina)
    with pytest.raises(Collided) as told:
        followup.correct(one, {"subject": "fuse"})
    assert followup.merge(told.value.collision, ()) == theirs


def test_many_at_once_lose_nothing(team: Team) -> None:
    """Several desks take turns on one stale ticket; all that each did is in the store."""
    (one,) = team.add(ticket())
    with ExitStack() as opened:
        desks = [opened.enter_context(team.desk(who)) for who in ("lina", "wangwei", "zhangmin")]
        for turn in range(5):
            for desk in desks:
                text = f"{desk.me.login} {turn}"
                try:
                    FollowUp(desk).note(one, text)
                except Collided as collided:
                    FollowUp(desk).merge(collided.collision, ())
    noted = [event.act for event in team.stored(one.number).events[1:]]
    assert len(noted) == len(set(noted)) == 15


def test_a_correction_keeps_its_reason(lina: Desk) -> None:
    """With each field that changed, beside the old value."""
    (one,) = lina.add([ticket()])
    saved = FollowUp(lina).correct(one, {"tags": "返修,VIP", "channel": "邮件"}, " 听错 ")
    corrected = [event.act for event in saved.events if isinstance(event.act, acts.Corrected)]
    assert [(act.old, act.new, act.why) for act in corrected] == [
        ("", "返修,VIP", "听错"),
        ("电话", "邮件", "听错"),
    ]
