"""Lengths of time as settings write them and as ledgers show them."""

import re
import unicodedata

from cstui.domain.errors import InputError

_SECONDS = {
    "s": 1, "秒": 1,
    "min": 60, "分": 60, "分钟": 60,
    "h": 3600, "小时": 3600,
    "d": 86400, "天": 86400,
}  # fmt: skip
_WRITTEN = re.compile(rf"(\d{{1,5}})\s*({'|'.join(sorted(_SECONDS, key=len, reverse=True))})")


def parse_duration(text: str) -> int:
    """Seconds of `10 s`, `15 min`, `2 h`, `3 d`, `15分钟`.

    Raises:
        InputError: `bad_duration`.
    """
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    found = _WRITTEN.fullmatch(plain)
    if not found:
        raise InputError("bad_duration", text=text)
    return int(found[1]) * _SECONDS[found[2]]


def written_duration(seconds: int) -> str:
    """A length of time as `parse_duration` reads it: `30 min`, `48 h`; days from three on."""
    if seconds >= 3 * _SECONDS["d"] and seconds % _SECONDS["d"] == 0:
        return f"{seconds // _SECONDS['d']} d"
    unit = next(unit for unit in ("h", "min", "s") if seconds % _SECONDS[unit] == 0)
    return f"{seconds // _SECONDS[unit]} {unit}"


def exact_text(seconds: int) -> str:
    """Hours, minutes and seconds, to the second: `49:30:00`."""
    sign = "-" if seconds < 0 else ""
    minutes, second = divmod(abs(seconds), 60)
    return f"{sign}{minutes // 60}:{minutes % 60:02}:{second:02}"
