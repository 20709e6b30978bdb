"""Audits: whether what was checked of the records agreed with what they were made from."""

from cstui.domain.facts import Flag
from cstui.metrics.measures import Share
from cstui.metrics.metric import Sample


def audit_agreement(sample: Sample) -> Share:
    """AUD: records that agreed ÷ records checked, of the tickets submitted in the period."""
    columns = sample.columns
    checked = columns.flagged(Flag.AUDITED) & sample.window.covers(columns["submitted"])
    return Share(checked, part=checked & columns.flagged(Flag.AGREED))
