"""Numbers by which people name tickets: a day's series and a serial within it."""

_PREFIXES = {"after_sales": "SR", "satisfaction": "CSAT"}
_SERIAL_DIGITS = 3


def series_of(form: str, day: str) -> str:
    """The series that numbers a form's tickets of a day.

    Args:
        form: `hotline`, `response`, `after_sales` or `satisfaction`.
        day: as `20231001`.

    Returns:
        As `SR20231001` for after-sales tickets; other forms share the plain `20231001`.
    """
    return _PREFIXES.get(form, "") + day


def is_number(text: str) -> bool:
    """Whether a text is a number of one of our series, as `SR20231001001`."""
    digits = text
    for prefix in _PREFIXES.values():
        digits = digits.removeprefix(prefix)
    return digits.isascii() and digits.isdigit() and len(digits) >= len("20231001") + _SERIAL_DIGITS
