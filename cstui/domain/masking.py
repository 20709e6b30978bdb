"""Personal data masked at the edge, by the one function that screen, shell and export share.

What somebody wrote into a free text is shown as it was written: nobody can tell there what is a
number of a customer and what is one of an order.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping

from msgspec.structs import replace

from cstui.domain.ticket import Customer

_DIGITS = re.compile(r"\d")
_LONG_NUMBER = re.compile(r"\d(?:[ -]?\d){6,}")
_TITLES = ("女士", "先生", "小姐", "老师", "太太")
_COMPANY = re.compile(
    r"公司|集团|厂|店|中心|银行|学校|大学|医院|酒店|\b(?:ltd|inc|llc|gmbh|corp|co|plc|ag)\b\.?",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?:客户|会员|用户|customer|member|client)\W*\d{1,6}", re.IGNORECASE)
_SHOWN_TAIL = 4
_SHOWN_HEAD = 3
_HIDDEN = "*"


def masked(customer: Customer) -> Customer:
    """The customer as people without a reason to know more may see them."""
    return replace(customer, name=masked_name(customer.name), phone=masked_phone(customer.phone))


def masked_phone(phone: str) -> str:
    """A number with its middle hidden: `138****5678`; short ones keep their last two digits.

    One that is masked already stays as it is, and so does whatever stands between the digits. Of
    an address or a name in place of a number only the beginning is shown: `l***@example.com`,
    `w***`.
    """
    phone = unicodedata.normalize("NFKC", phone.strip())
    if any(letter.isalpha() for letter in phone):
        _, at, domain = phone.partition("@")
        return phone[0] + _HIDDEN * 3 + at + domain
    places = [found.start() for found in _DIGITS.finditer(phone)]
    count = len(places)
    if _HIDDEN in phone and count <= _SHOWN_HEAD + _SHOWN_TAIL:
        return phone
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
    """A name with the given name hidden: `李*`, `*女士`, `Marisa O.`, `M*`.

    Names of companies and codes such as `客户-001` stay; a telephone number among them does not.
    """
    name = unicodedata.normalize("NFKC", name.strip())
    if not name:
        return ""
    for title in _TITLES:
        if name.endswith(title):
            return _HIDDEN + title
    if _COMPANY.search(name) or _CODE.fullmatch(name):
        return _LONG_NUMBER.sub(lambda number: masked_phone(number[0]), name)
    first, *others = name.split()
    if others and not _is_chinese(first[0]):
        return " ".join([first, *(word[0] + "." for word in others)])
    return first[0] + _HIDDEN


def _is_chinese(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("CJK")


MASKS: Mapping[str, Callable[[str], str]] = {
    "customer.name": masked_name,
    "customer.phone": masked_phone,
}
"""How fields of the header with personal data are masked, by their dotted names."""
