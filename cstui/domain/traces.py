"""Traces: by what a caller is found again."""

import unicodedata

from msgspec import Struct

from cstui.domain.ticket import Customer

_COUNTRY = ("0086", "86")
"""Before a Chinese mobile number when it comes from abroad, or from a telephone switch."""
_MOBILE_DIGITS = 11


class Traces(Struct, frozen=True):
    """What a customer can be found by, each in the one form in which it is compared."""

    phone: str = ""
    """Digits alone."""
    number: str = ""
    """Customer or member number, in small letters without spaces."""
    order: str = ""
    """Order number, likewise."""
    name: str = ""
    """Name, likewise."""
    initials: str = ""
    """First letters of the name's syllables, as `lxm` for 李小明."""

    @property
    def identified(self) -> bool:
        """Whether two tickets with the same traces are certainly of one customer."""
        return bool(self.phone or self.number)


def traces_of(customer: Customer) -> Traces:
    """The traces that a customer leaves on a ticket; initials are another's business."""
    return Traces(
        phone=digits_of(customer.phone),
        number=compared(customer.number),
        order=compared(customer.order),
        name=compared(customer.name),
    )


def digits_of(phone: str) -> str:
    """A telephone number's digits, whatever stands between them; without China's own prefix."""
    digits = "".join(
        letter for letter in unicodedata.normalize("NFKC", phone) if letter in "0123456789"
    )
    for prefix in _COUNTRY:
        if digits.startswith(prefix) and len(digits) == len(prefix) + _MOBILE_DIGITS:
            return digits.removeprefix(prefix)
    return digits


def compared(text: str) -> str:
    """A text as it is compared: width, case and spaces do not count."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
