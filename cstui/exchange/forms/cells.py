"""What the cells of the forms say, and how they are written: one function for each kind of cell."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta

from cstui.domain.acts import Provenance, Scale
from cstui.domain.header import category_of, field_text
from cstui.domain.numbering import is_number
from cstui.exchange.cells import is_rounded_number, rating_of
from cstui.exchange.columns import Cell, Told
from cstui.exchange.forms.column import InHand
from cstui.exchange.forms.spans import clock_text, span_of, span_text
from cstui.exchange.times import later, tidied

_NOBODY = "-"
_ANONYMOUS = frozenset(("匿名", "anonymous"))
_SEVERAL = re.compile(r"[/;；，,]")
_ORDER = re.compile(r"(?:订单号?|order(?:\s*no\.?)?)\s*[:#]?\s*(.+)", re.IGNORECASE)
_MEMBER = re.compile(r"(?:会员号?|客户号|member(?:\s*no\.?)?)\s*[:#]?\s*(.+)", re.IGNORECASE)
_ORDER_NUMBER = re.compile(r"ORD[-\s]?\d.*", re.IGNORECASE)
_CODE = re.compile(r"(?:客户|会员|用户|[a-z]{1,4})[-_#]?\d+", re.IGNORECASE)
_TAIL = re.compile(r"^(?:尾号|后四位|ending(?:\s+in)?)\s*[:：]?\s*(\d{2,6})$", re.IGNORECASE)
_HIDDEN = "****"

Read = Callable[[str, InHand], None]


def text_of(field: str) -> Read:
    """Reads a text as it stands."""

    def read(text: str, hand: InHand) -> None:
        hand.values[field] = text

    return read


def number(text: str, hand: InHand) -> None:
    """Reads a number of our own, which names the ticket; any other only counts the rows."""
    if is_number(text):
        hand.values["number"] = text


def category(text: str, hand: InHand) -> None:
    """Reads a type, with its subtype behind a stroke."""
    hand.values["category"] = category_of(text)


def instant(field: str) -> Read:
    """Reads day and time."""

    def read(text: str, hand: InHand) -> None:
        hand.values[field] = hand.times.moment(text)

    return read


def moment(text: str) -> Iterable[str]:
    """The dated text of a cell that holds nothing else."""
    yield text


def scored(form: str) -> Read:
    """Reads a score or a label of the form's scale."""

    def read(text: str, hand: InHand) -> None:
        hand.values["csat"] = rating_of(text, "", "", form)

    return read


def limit(text: str, hand: InHand) -> None:
    """Reads by when it is to be done: so long after the ticket was given to somebody, or when."""
    start = hand.values.get("assigned") or hand.values.get("opened")
    if start is not None:
        spent = span_of(tidied(text))
        hand.values["due"] = hand.times.moment(text) if spent is None else later(start, spent)


def references(text: str, hand: InHand) -> None:
    """Reads order and member numbers, by the words before them; others are member numbers."""
    for part in _SEVERAL.split(text):
        part = unicodedata.normalize("NFKC", part).strip()
        if not part or part == _NOBODY or part.lower() in _ANONYMOUS:
            continue
        if found := _ORDER.fullmatch(part):
            hand.values["order"] = found[1]
        elif _ORDER_NUMBER.fullmatch(part):
            hand.values["order"] = part
        elif is_rounded_number(part):
            hand.rounded_ids += 1
        else:
            found = _MEMBER.fullmatch(part)
            hand.values["customer_id"] = found[1] if found else part


def phone(text: str, hand: InHand) -> None:
    """Reads telephone numbers and addresses; of `尾号5678` only the tail is known."""
    if parts := list(_contacts(text, hand)):
        hand.values["phone"] = "/".join(_TAIL.sub(rf"{_HIDDEN}\1", part) for part in parts)


def phone_or_code(text: str, hand: InHand) -> None:
    """Reads likewise, and codes, as `客户-001`, as numbers that we know the customer by."""
    parts = list(_contacts(text, hand))
    for code in filter(_CODE.fullmatch, parts):
        hand.values["customer_id"] = code
    phone("/".join(part for part in parts if not _CODE.fullmatch(part)), hand)


def _contacts(text: str, hand: InHand) -> Iterator[str]:
    for part in map(str.strip, _SEVERAL.split(unicodedata.normalize("NFKC", text))):
        if is_rounded_number(part):
            hand.rounded_ids += 1
        elif part and part.lower() not in _ANONYMOUS:
            yield part


def name(text: str, hand: InHand) -> None:
    """Reads the customer's name; who wants to stay unknown has none."""
    if text.lower() not in _ANONYMOUS:
        hand.values["customer_name"] = text


# Writing


def category_text(told: Told) -> Cell:
    """Type and subtype, with a stroke between them."""
    return field_text(told.state.header, "category")


def opened(told: Told) -> Cell:
    """When the customer asked."""
    return told.local(told.state.opened)


def references_text(told: Told) -> Cell:
    """Order and member numbers, each after its word."""
    customer = told.customer
    parts = []
    if customer.order:
        parts.append(told.translate("exchange.response.order", order=customer.order))
    if customer.number:
        parts.append(told.translate("exchange.response.member", number=customer.number))
    return "/".join(parts) or _NOBODY


def contact_text(told: Told) -> Cell:
    """The number that we know the customer by, and the telephone number."""
    return "/".join(filter(None, (told.customer.number, told.customer.phone)))


def limit_text(told: Told) -> Cell:
    """How long after it was given to somebody it is to be done."""
    start = told.assigned or told.state.opened
    due = told.due
    if start is None or due is None:
        return told.local(due)
    return span_text(int((due - start) / timedelta(seconds=1)), told.translate)


def score(told: Told) -> Cell:
    """The score of five; labels, estimates and a question asked in vain as text."""
    rating, given = told.state.rating, told.score
    if rating and rating.provenance is Provenance.UNANSWERED:
        return told.translate(f"exchange.provenance.{rating.provenance}")
    if rating is None or given is None:
        return None
    shown: Cell = given
    if rating.scale is not Scale.FIVE:
        shown = told.translate(f"act.score.{rating.scale}.{given}")
    if rating.provenance is Provenance.ESTIMATE:
        shown = told.translate("exchange.response.estimate", score=shown)
    return shown


def words(told: Told) -> Cell:
    """What the customer said."""
    return told.state.rating.words if told.state.rating else ""


def instant_text(instant_of: Callable[[Told], datetime | None]) -> Callable[[Told], Cell]:
    """Writes an instant as text, so that a time of day alone may stand there too."""

    def write(told: Told) -> Cell:
        at = told.local(instant_of(told))
        return clock_text(at, dated=True) if at else ""

    return write
