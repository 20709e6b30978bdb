"""Documents as rows: JSON text and its checksum, and back."""

import json
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any
from zlib import crc32

from cstui.domain.errors import StoreDamaged

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode
_decode = json.JSONDecoder().decode


def encode(document: Mapping[str, Any]) -> tuple[str, int]:
    """A document as JSON text and its CRC-32.

    NUL characters and lone surrogates, which no database keeps faithfully, are left out.

    Raises:
        TypeError: a value is none of JSON's.
        ValueError: a number is not finite.
    """
    plain = document if isinstance(document, dict) else dict(document)
    try:
        quick = _quickly()(plain)
        # null may stand for a number that is not finite
        if b"null" not in quick and b"\\u0000" not in quick:
            return quick.decode(), crc32(quick)
    except TypeError:
        pass
    return _strictly(plain)


def _strictly(document: dict[str, Any]) -> tuple[str, int]:
    """The same with the standard library, which takes and refuses what TinyDB itself does."""
    body = _encode(document)
    try:
        if "\\u0000" not in body:
            return body, crc32(body.encode())
    except UnicodeEncodeError:
        pass
    body = _encode(_clean(document))
    return body, crc32(body.encode())


@cache
def _quickly() -> Callable[[object], bytes]:
    """A quicker encoder, read at the first save: who only looks does without it."""
    import orjson

    options = orjson.OPT_PASSTHROUGH_DATACLASS | orjson.OPT_PASSTHROUGH_DATETIME
    return partial(orjson.dumps, option=options)


def decode(body: str, crc: int, table: str, doc_id: int) -> dict[str, Any]:
    """A row's document.

    Raises:
        StoreDamaged: the text is not the one that was stored.
    """
    if not is_sound(body, crc):
        raise StoreDamaged("store_record_damaged", table=table, id=doc_id)
    document: dict[str, Any] = _decode(body)
    return document


def is_sound(body: str, crc: int) -> bool:
    """Whether a row's text is the one that was stored."""
    return crc32(body.encode()) == crc


def decode_part(body: str | None) -> Any:  # noqa: ANN401
    """A part of a document, read by its path; None when there is none."""
    return None if body is None else _decode(body)


def is_storable(text: str) -> bool:
    """Whether a text is stored as it is."""
    return storable(text) == text


def storable(text: str) -> str:
    """A text without what no database keeps faithfully: NUL characters and lone surrogates."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode()


def _clean(value: object) -> object:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, Mapping):
        return {_clean(key): _clean(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(item) for item in value]
    return value
