"""The header's fields by name, as corrections and forms speak of them."""

from typing import Any, TypeVar

from msgspec.structs import replace

from cstui.domain.errors import InputError
from cstui.domain.ticket import Customer, Header, Problem

FIELDS = (
    "form", "channel", "category", "priority", "subject", "request", "tags",
    "customer.name", "customer.phone", "customer.number", "customer.order", "customer.kind",
    "problem.text", "problem.when", "problem.where", "problem.what", "problem.outcome",
)  # fmt: skip
"""Everything of a header that can be corrected."""

_BETWEEN_LEVELS = "/"

Part = TypeVar("Part", Header, Customer, Problem, Header | Customer | Problem)


def field_text(header: Header, name: str) -> str:
    """A field as text: category as `type/subtype`, tags with commas between them."""
    match name:
        case "category":
            return _BETWEEN_LEVELS.join(level for level in header.category if level)
        case "tags":
            return ",".join(header.tags)
        case _:
            owner, part = _owner(header, name)
            return str(getattr(owner, part))


def corrected(header: Header, name: str, text: str) -> Header:
    """The header with another value in one field, written as `field_text` writes it."""
    owner, part = _owner(header, name)
    value: object = text
    if part == "category":
        value = category_of(text)
    elif part == "tags":
        value = tuple(tag.strip() for tag in text.split(",") if tag.strip())
    changed = _with(owner, part, value)
    return changed if isinstance(changed, Header) else _with(header, name.split(".")[0], changed)


def category_of(text: str) -> tuple[str, str]:
    """Type and subtype from `type/subtype`."""
    top, _, below = text.partition(_BETWEEN_LEVELS)
    return top.strip(), below.strip()


def _with(owner: Part, field: str, value: object) -> Part:
    changes: dict[str, Any] = {field: value}
    return replace(owner, **changes)


def _owner(header: Header, name: str) -> tuple[Header | Customer | Problem, str]:
    if name not in FIELDS:
        raise InputError("unknown_field", name=name)
    group, _, part = name.rpartition(".")
    return (getattr(header, group) if group else header), part
