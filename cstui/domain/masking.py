"""Personal data masked at the edge, by the one function that screen, shell and export share."""

import re
from dataclasses import replace

from cstui.domain.ticket import Customer

_DIGITS = re.compile(r"\d")
_CHINESE_NAME = re.compile(r"[\u3400-\u9fff]{2,4}")
_TITLES = ("女士", "先生", "小姐", "老师", "太太")
_SHOWN_TAIL = 4
_SHOWN_HEAD = 3
_HIDDEN = "*"


def masked(customer: Customer) -> Customer:
    """The customer as people without a reason to know more may see them."""
    return replace(customer, name=masked_name(customer.name), phone=masked_phone(customer.phone))


def masked_phone(phone: str) -> str:
    """A number with its middle hidden: `138****5678`; short ones keep their last two digits.

    Whatever stands between the digits stays where it is.
    """
    places = [found.start() for found in _DIGITS.finditer(phone)]
    count = len(places)
    if count > _SHOWN_HEAD + _SHOWN_TAIL:
        hidden = places[_SHOWN_HEAD : count - _SHOWN_TAIL]
    elif count > _SHOWN_TAIL:
        hidden = places[: count - _SHOWN_TAIL]
    else:
        hidden = places[: max(count - 2, 0)]
    letters = list(phone)
    for place in hidden:
        letters[place] = _HIDDEN
    return "".join(letters)


def masked_name(name: str) -> str:
    """A name with the given name hidden: `李*`, `*女士`, `Marisa O.`; company names stay."""
    name = name.strip()
    for title in _TITLES:
        if name.endswith(title):
            return _HIDDEN + title
    if _CHINESE_NAME.fullmatch(name):
        return name[0] + _HIDDEN
    if name and name.isascii() and len(words := name.split()) > 1:
        return " ".join([words[0], *(word[0] + "." for word in words[1:])])
    return name
