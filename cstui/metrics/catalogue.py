"""The list of metrics, by id.

OCC is not in it: facts do not hold the time in which agents were ready, so `calls.occupancy` tells
it of numbers that come from elsewhere.
"""

from collections.abc import Iterable, Mapping

from cstui.metrics import (
    anomalies,
    audits,
    backlog,
    calls,
    contacts,
    holding,
    limits,
    surveys,
    times,
)
from cstui.metrics.metric import Better, Metric, Rules, Unit

_SECONDS, _RATE, _SCORE, _COUNT = Unit.SECONDS, Unit.RATE, Unit.SCORE, Unit.COUNT
_LOWER, _HIGHER, _NEITHER = Better.LOWER, Better.HIGHER, Better.NEITHER

_TIMES = (
    Metric("FRT", _SECONDS, _LOWER, times.first_response_time),
    Metric("RT", _SECONDS, _LOWER, times.resolution_time),
    Metric("RT.round", _SECONDS, _LOWER, times.round_resolution_time),
    Metric("RTN", _SECONDS, _LOWER, times.net_resolution_time),
    Metric("RTN.round", _SECONDS, _LOWER, times.round_net_resolution_time),
    Metric("ACC", _SECONDS, _LOWER, times.accept_time),
    Metric("TPH", _SECONDS, _LOWER, holding.time_per_holder),
)
_LIMITS = (
    Metric("TO", _RATE, _LOWER, limits.timeout_rate),
    Metric("SLA.response", _RATE, _HIGHER, limits.response_attainment),
    Metric("SLA.update", _RATE, _HIGHER, limits.updates_in_time),
    Metric("SLA.resolution", _RATE, _HIGHER, limits.resolution_attainment),
    Metric("SLA.accept", _RATE, _HIGHER, limits.accept_attainment),
    Metric("SLA.all", _RATE, _HIGHER, limits.all_attained),
    Metric("BRK.response", _SECONDS, _LOWER, limits.response_breach),
    Metric("BRK.resolution", _SECONDS, _LOWER, limits.resolution_breach),
    Metric("HB", _RATE, _HIGHER, limits.updates_in_time),
    Metric("PK", _RATE, _HIGHER, limits.promises_kept),
)
_CALLS = (
    Metric("SL", _RATE, _HIGHER, calls.service_level),
    Metric("ASA", _SECONDS, _LOWER, calls.speed_of_answer),
    Metric("ABA", _RATE, _LOWER, calls.abandonment),
    Metric("AHT", _SECONDS, _LOWER, calls.handling_time),
    Metric("ACW", _SECONDS, _LOWER, calls.wrap_up_time),
    Metric("GR", _RATE, _HIGHER, calls.greeting_on_time),
)
_CONTACTS = (
    Metric("VOL", _COUNT, _NEITHER, backlog.submitted),
    Metric("BL", _COUNT, _LOWER, backlog.backlog),
    Metric("FCR", _RATE, _HIGHER, contacts.claimed_first_contact_resolution),
    Metric(
        "FCR.verified",
        _RATE,
        _HIGHER,
        contacts.verified_first_contact_resolution,
        lambda rules: rules.repeat_s,
        alone=False,
    ),
    Metric(
        "RPT", _RATE, _LOWER, contacts.repeat_contacts, lambda rules: rules.repeat_s, alone=False
    ),
    Metric("RO", _RATE, _LOWER, contacts.reopen_rate),
    Metric("TR", _RATE, _LOWER, contacts.transfer_rate),
    Metric("AUD", _RATE, _HIGHER, audits.audit_agreement),
    Metric("ANOM", _RATE, _LOWER, anomalies.anomaly_rate),
    Metric("ANOM.explained", _RATE, _HIGHER, anomalies.explained),
)
_SURVEYS = (
    Metric("CSAT", _SCORE, _HIGHER, surveys.mean_score("score")),
    *(
        Metric(f"CSAT.{name}", _SCORE, _HIGHER, surveys.mean_score(name))
        for name in surveys.DIMENSIONS
    ),
    Metric("T2B", _RATE, _HIGHER, surveys.satisfied("score")),
    *(
        Metric(f"T2B.{name}", _RATE, _HIGHER, surveys.satisfied(name))
        for name in surveys.DIMENSIONS
    ),
    Metric("T2B.three", _RATE, _HIGHER, surveys.content),
    Metric("T2B.middle", _RATE, _HIGHER, surveys.content_or_middle),
    Metric("B2B", _RATE, _LOWER, surveys.low("score")),
    *(Metric(f"B2B.{name}", _RATE, _LOWER, surveys.low(name)) for name in surveys.DIMENSIONS),
    Metric("B2B.three", _RATE, _LOWER, surveys.discontent),
    Metric("RR", _RATE, _HIGHER, surveys.response_rate),
    Metric("RR.three", _RATE, _HIGHER, surveys.response_rate_of_three),
    Metric("RV", _RATE, _HIGHER, surveys.revisit_rate, lambda rules: rules.revisit_s),
    Metric("CL", _RATE, _HIGHER, surveys.loop_started, lambda rules: rules.loop_s),
    Metric("CLW", _RATE, _HIGHER, surveys.loop_closed),
)

METRICS: Mapping[str, Metric] = {
    metric.id: metric for metric in (*_TIMES, *_LIMITS, *_CALLS, *_CONTACTS, *_SURVEYS)
}
"""Every metric that is read from facts, in the order in which lists tell them."""


def back_s(rules: Rules, metrics: Iterable[Metric]) -> int:
    """So many seconds after something happened, some of these metrics may still tell of it."""
    return max((metric.back_s(rules) for metric in metrics), default=0)
