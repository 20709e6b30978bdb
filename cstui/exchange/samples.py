"""What was read from a cell, put into words for somebody who looks it over."""

from collections.abc import Callable, Mapping
from datetime import datetime

from cstui.clock.instants import localized
from cstui.domain.acts import OVERALL, Provenance, Rated, Scale
from cstui.domain.masking import masked_name, masked_phone
from cstui.exchange.fields import FIELDS, Handover, Kind
from cstui.exchange.forms.spans import clock_text, span_text
from cstui.exchange.words import Standing
from cstui.i18n import Translator

_BETWEEN = "; "
_MASKS: Mapping[str, Callable[[str], str]] = {
    "customer_name": masked_name,
    "phone": masked_phone,
}


def sample_text(field: str, value: object, zone: str, translate: Translator) -> str:
    """A field's value as somebody reads it; names and telephone numbers are masked.

    Args:
        field: its name in an import map.
        value: what was read.
        zone: the site's zone.
        translate: into the reader's language.
    """
    match value:
        case None:
            return ""
        case bool():
            return translate(f"sheets.flag.{'yes' if value else 'no'}")
        case int() if FIELDS.get(field) is Kind.SECONDS:
            return span_text(value, translate)
        case datetime():
            return _moment(value, zone)
        case Standing():
            return translate(f"sheets.standing.{value}")
        case Rated():
            return _rating(value, translate)
        case tuple():
            return _several(value, zone)
        case _:
            return _MASKS.get(field, str)(str(value))


def _moment(at: datetime, zone: str) -> str:
    local = localized(at, zone)
    return clock_text(local, dated=True)


def _rating(rating: Rated, translate: Translator) -> str:
    if rating.provenance is Provenance.UNANSWERED:
        return translate(f"exchange.provenance.{rating.provenance}")
    given = rating.scores.get(OVERALL)
    if given is None:
        return ""
    shown = str(given)
    if rating.scale is not Scale.FIVE:
        shown = translate(f"act.score.{rating.scale}.{given}")
    if rating.provenance is Provenance.ESTIMATE:
        shown = translate("exchange.response.estimate", score=shown)
    return shown


def _several(parts: tuple[object, ...], zone: str) -> str:
    """Two levels of a category, or transfers with their times."""
    if any(isinstance(part, Handover) for part in parts):
        handovers = [part for part in parts if isinstance(part, Handover)]
        return _BETWEEN.join(f"{_moment(one.at, zone)} {one.to}" for one in handovers)
    return "/".join(str(part) for part in parts if part)
