"""Every event in both languages."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from msgspec import NODEFAULT
from msgspec.structs import FieldInfo, fields

from cstui.clock.policy import ClockName
from cstui.domain import acts
from cstui.domain.acts import KINDS, Act, Provenance, Scale
from cstui.domain.header import FIELDS
from cstui.domain.state import Status
from cstui.i18n import LANGUAGES, Language, Translator
from cstui.services.followup import FollowUp
from screens.followup.deeds import DEEDS
from screens.followup.telling import Teller
from tests.fixtures.desks import make_team
from tests.fixtures.times import at, event


@pytest.fixture
def followup(tmp_path: Path) -> Iterator[FollowUp]:
    """Somebody who follows up, in May 2026."""
    with make_team(tmp_path / "desk.db").desk("lina") as desk:
        yield FollowUp(desk)


def value_for(field: FieldInfo) -> Any:  # noqa: ANN401
    """Something to put into a field of an act."""
    if field.default is not NODEFAULT:
        return field.default
    values: dict[object, object] = {
        str: "words",
        int: 0,
        bool: True,
        datetime: at("2026-05-07 09:00"),
        Scale: Scale.FIVE,
    }
    return values.get(field.type, {})


def line(followup: FollowUp, act: Act, language: Language = "en", *before: Act) -> str:
    """How an event reads."""
    events = [event("2026-05-06 09:00", one, "lina") for one in (*before, act)]
    return Teller(followup, Translator(language)).line(events[-1], events)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_event_can_be_told(followup: FollowUp, kind: str, language: Language) -> None:
    """A new kind needs a name before anybody meets it."""
    made = KINDS[kind]
    if made is acts.Corrected:
        act: Act = acts.Corrected("subject", "", "fan")
    else:
        act = made(**{one.name: value_for(one) for one in fields(made)})
    assert line(followup, act, language, acts.Noted("hm"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_lists_and_keys_name_has_a_phrase(language: Language) -> None:
    """Fields, statuses, clocks and deeds, in both languages."""
    t = Translator(language)
    keys = [f"act.field.{field}" for field in FIELDS]
    keys += [f"act.status.{status.value}" for status in Status]
    never_listed = (ClockName.GREETING, ClockName.WRAP_UP)
    keys += [f"followup.clock.{each.value}" for each in ClockName if each not in never_listed]
    keys += [f"followup.{name}" for name in DEEDS]
    assert [key for key in keys if not t.known(key)] == []


@pytest.mark.parametrize(
    ("act", "told"),
    [
        (acts.Responded("phone", "agreed"), "Replied: phone · agreed"),
        (acts.Responded(automatic=True), "Replied: automatic"),
        (acts.Accepted(), "Accepted"),
        (acts.Transferred("wangwei", "knows it", "技术支持"),
         "Transferred: to 王伟 (技术支持) · knows it"),
        (acts.Assigned("", "技术支持"), "Assigned: to 技术支持"),
        (acts.Promised("refund", at("2026-05-08 12:00")), "Promised: refund · by 05-08 12:00"),
        (acts.CallbackTried("busy", reached=False), "Call back tried: not reached · busy"),
        (acts.Caused("fuse", "test it", ("why",)), "Root cause: fuse · why · measure: test it"),
        (acts.Explained("late", "ill"), "Reason given: late · ill"),
        (acts.Answered(known=False), "Call answered: time not known"),
        (acts.Corrected("subject", "", "fan"), "Corrected: subject (empty) → fan"),
        (acts.Corrected("customer.phone", "13812345678", ""),
         "Corrected: phone 138****5678 → (empty)"),
        (acts.Corrected("customer.name", "李小明", "王小明", "misheard"),
         "Corrected: customer's name 李* → 王* · misheard"),
        (acts.Rated(Scale.FIVE, {"overall": 4}, "fine"), "Rating: 4 of 5 · fine"),
        (acts.Rated(Scale.HOTLINE, {"overall": 2}), "Rating: so-so"),
        (acts.Rated(Scale.AFTER_SALES, {"overall": 2}, "", Provenance.ESTIMATE),
         "Rating: mostly content · estimated by us"),
        (acts.Rated(Scale.FIVE, {"attitude": 4, "skill": 3, "overall": 3}),
         "Rating: 4/3/3 of 5"),
        (acts.Rated(Scale.FIVE, {}, "", Provenance.UNANSWERED), "Rating: not answered"),
        (acts.Rated(Scale.HOTLINE, {"overall": 1}, "slow", Provenance.ANONYMOUS, "reply", "ring",
                    "asked for it"),
         "Rating: not content · slow · to improve: reply · suggests: ring · anonymous"
         " · reason: asked for it"),
        (acts.Waiting("part", at("2026-05-08 12:00")), "Waiting: part · by 05-08 12:00"),
        (acts.Helped("legal", "sent", "a letter"),
         "Help from others: legal · asked: a letter · result: sent"),
        (acts.Transferred("", "knows it", "技术支持"), "Transferred: to 技术支持 · knows it"),
        (acts.ClosedAsDuplicate("SR1"), "Closed as a duplicate: goes on in SR1"),
        (acts.HasDuplicate("SR2"), "Has a duplicate: SR2"),
        (acts.MeasureSet("train", "wangwei", at("2026-06-01 18:00"), "late"),
         "Measure: train · cause: late · 王伟 sees to it · check 06-01 18:00"),
        (acts.MeasureChecked(False, "no better"), "Measure checked: missed its aim · no better"),
    ],
)  # fmt: skip
def test_what_an_event_says(followup: FollowUp, act: Act, told: str) -> None:
    """Its name, then its words; personal data masked."""
    assert line(followup, act) == told


def test_a_timeline_names_people_and_marks_what_was_taken_back(followup: FollowUp) -> None:
    """The year is left out where it is this one."""
    done: Sequence[tuple[str, Act]] = [
        ("2025-12-31 09:00", acts.Submitted()),
        ("2026-05-06 09:00", acts.Noted("oops")),
        ("2026-05-06 09:01", acts.Undone(1)),
    ]
    events = [event(when, act, "wangwei") for when, act in done]
    told = Teller(followup, Translator("en")).timeline(events)
    assert [(one.when, one.who, one.gone) for one in told] == [
        ("2025-12-31 09:00", "王伟", False),
        ("05-06 09:00", "王伟", True),
        ("05-06 09:01", "王伟", False),
    ]
    assert told[2].what == "Taken back: Note: oops"
