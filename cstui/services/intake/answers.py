"""What stands in a form's fields: checked all at once, then made a header and events."""

import re
import unicodedata
from collections.abc import Container, Iterator, Mapping
from datetime import datetime, timedelta

from cstui.domain import acts
from cstui.domain.errors import CstuiError, FieldErrors, InputError
from cstui.domain.forms import EVENT_FIELDS, Form, Input
from cstui.domain.header import corrected
from cstui.domain.ticket import Event, Header, Source
from cstui.services.desk import Desk

_PROBLEM_PARTS = ("problem.when", "problem.where", "problem.what", "problem.outcome")
_SCORE = re.compile(
    r"(?P<score>[1-5])\s*分?\s*(?P<estimate>\(?\s*(?:估计?|est(?:imated?)?)\s*\)?)?", re.IGNORECASE
)
_SLACK = timedelta(minutes=1)
"""Clocks on a wall differ by as much from ours."""

Moments = Mapping[str, datetime]
"""The typed instants by field name."""


def checked(
    form: Form, values: Mapping[str, str], required: Container[str], zone: str, now: datetime
) -> dict[str, datetime]:
    """The typed instants of a form whose fields can all be used.

    A bare time of day is on the day of submission; the submission's own is today.

    Args:
        form: the form that was filled in.
        values: text by field name, without space around it.
        required: the fields that must say something.
        zone: name of the site's zone.
        now: this moment, after which nothing can have happened yet.

    Raises:
        FieldErrors: all that is missing, unreadable or impossible, at once.
    """
    wrong: dict[str, CstuiError] = {}
    moments: dict[str, datetime] = {}
    for asked in form.fields:
        text = values.get(asked.name, "")
        try:
            if not text:
                _check_left_out(asked.name, asked.name in required, values)
            elif asked.input is Input.INSTANT:
                # its patterns take a while to be made ready; most forms have no such field
                from cstui.clock.written import parse_instant

                at = parse_instant(text, zone, on=moments.get("submitted", now))
                # without the submission's day nobody knows on which day a time below it is
                if "submitted" not in wrong:
                    _check_moment(at, moments, now)
                moments[asked.name] = at
            elif asked.input is Input.SCORE:
                _rating(text)
        except InputError as error:
            wrong[asked.name] = error
    if wrong:
        raise FieldErrors(wrong)
    return moments


def header_of(form: Form, values: Mapping[str, str]) -> Header:
    """What a record says beside what happened."""
    header = Header(form.name)
    for asked in form.fields:
        if asked.name not in EVENT_FIELDS and values.get(asked.name):
            header = corrected(header, asked.name, values[asked.name])
    return header


def events_of(values: Mapping[str, str], moments: Moments, desk: Desk) -> Iterator[Event]:
    """What the fields tell beside the header, but owner and solution: the call's end decides."""
    if "submitted" in moments:
        yield _typed(moments["submitted"], acts.Submitted(), desk)
    if "responded" in moments:
        yield _typed(moments["responded"], acts.Responded(), desk)
    if note := values.get("note"):
        yield desk.event(acts.Noted(note))
    if score := values.get("score"):
        yield desk.event(_rating(score), Source.TYPED)


def solved(values: Mapping[str, str], moments: Moments, desk: Desk) -> Iterator[Event]:
    """The solution, at the moment that was typed for it, else now."""
    solution = values.get("solution", "")
    if "resolved" in moments:
        yield _typed(moments["resolved"], acts.Resolved(solution), desk)
    elif solution:
        yield desk.event(acts.Resolved(solution))


def _typed(at: datetime, act: acts.Act, desk: Desk) -> Event:
    return Event(at, desk.me.login, act, Source.TYPED)


def _rating(text: str) -> acts.Rated:
    """The score from 1 to 5 that the customer gave, or the agent's estimate: `4(估)`, `4 est`."""
    found = _SCORE.fullmatch(unicodedata.normalize("NFKC", text))
    if not found:
        raise InputError("score_range", value=text)
    provenance = acts.Provenance.ESTIMATE if found["estimate"] else acts.Provenance.CUSTOMER
    return acts.Rated(acts.Scale.FIVE, {acts.OVERALL: int(found["score"])}, provenance=provenance)


def _check_left_out(name: str, required: bool, values: Mapping[str, str]) -> None:
    """A problem told in its four parts needs no text beside them."""
    told = name == "problem.text" and any(values.get(part) for part in _PROBLEM_PARTS)
    if required and not told:
        raise InputError("required")


def _check_moment(at: datetime, earlier: Moments, now: datetime) -> None:
    """Nothing happens in the future, nor before what stands above it in the form."""
    if at > now + _SLACK:
        raise InputError("moment_ahead")
    if earlier and at < max(earlier.values()):
        raise InputError("moments_swapped")
