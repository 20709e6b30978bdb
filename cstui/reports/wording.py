"""Values as people read them."""

from cstui.i18n import Translator

NO_VALUE = "–"
"""Stands where there is nothing to tell; 0 would tell something."""

_TOLD = {"weekday": "report.weekday", "wait": "metric.band", "age": "metric.band"}
"""Dimensions whose values are told by phrases."""
_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400
_DAYS_FROM = 100 * _HOUR
_TENTHS_BELOW = 10


def duration_text(seconds: float | None, t: Translator) -> str:
    """A duration in the unit that suits it, as `45 s`, `1.5 min`, `12 min`, `3.4 h`, `5.2 d`."""
    if seconds is None:
        return NO_VALUE
    if seconds < _MINUTE - 0.5:
        return t("report.unit_s", value=f"{seconds:.0f}")
    if seconds < _HOUR - _MINUTE / 2:
        minutes = seconds / _MINUTE
        tenths = 1 if minutes < _TENTHS_BELOW - 0.05 else 0
        return t("report.unit_min", value=_number(minutes, tenths))
    if seconds < _DAYS_FROM:
        return t("report.unit_h", value=_number(seconds / _HOUR, 1))
    return t("report.unit_d", value=_number(seconds / _DAY, 1))


def percent_text(rate: float | None) -> str:
    """A rate in percent with one digit after the point."""
    return NO_VALUE if rate is None else f"{rate:.1%}"


def score_text(score: float | None) -> str:
    """A mean score with two digits after the point."""
    return NO_VALUE if score is None else f"{score:.2f}"


def value_text(dimension: str, value: str | None, t: Translator) -> str:
    """A value of a dimension; tickets may have none."""
    if not value:
        return t("report.no_value")
    if dimension == "agent":
        return t.names.get(value, value)
    kind = _TOLD.get(dimension)
    return t(f"{kind}.{value}") if kind else value


def number_text(value: float) -> str:
    """A number with one digit after the point, small ones with two, without idle zeros."""
    text = f"{value:.{1 if abs(value) >= 1 else 2}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _number(value: float, tenths: int) -> str:
    """A number without an idle zero after the point."""
    return f"{value:.{tenths}f}".removesuffix(".0")
