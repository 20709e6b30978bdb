"""Origins: what tells an imported row from all others, in whatever file it comes again."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from hashlib import blake2b

from cstui.domain.acts import Rated
from cstui.exchange.fields import Handover, Happened

_BYTES = 12
_BETWEEN_FIELDS = "\x1e"
_WITHIN_FIELD = "\x1f"


class Origins:
    """Gives the rows of one file their origins.

    The origin follows from what a row means, not from how it is written: the same table as CSV and
    as XLSX gives the same. Rows that mean the same within one file are counted, so that each has
    its own.
    """

    def __init__(self) -> None:
        self._met: Counter[bytes] = Counter()

    def of(self, values: Mapping[str, object]) -> str:
        """The origin of a row.

        Args:
            values: what its fields say, by field; those that say nothing left out.
        """
        meaning = _BETWEEN_FIELDS.join(
            [name + _WITHIN_FIELD + _meaning(values[name]) for name in sorted(values)]
        )
        digest = blake2b(meaning.encode(), digest_size=_BYTES).digest()
        self._met[digest] += 1
        times = self._met[digest]
        return digest.hex() if times == 1 else f"{digest.hex()}-{times}"


def _meaning(value: object) -> str:
    """A value written so that nothing but a change of meaning changes it."""
    if isinstance(value, str):
        return value
    if isinstance(value, datetime):
        return str(int(value.timestamp()))
    if isinstance(value, Rated):
        scores = ",".join(f"{name}={score}" for name, score in sorted(value.scores.items()))
        more = filter(None, (value.improve, value.suggestion))
        return _WITHIN_FIELD.join((value.scale, scores, value.words, value.provenance, *more))
    if isinstance(value, Handover):
        return f"{int(value.at.timestamp())}{_WITHIN_FIELD}{value.to}"
    if isinstance(value, Happened):
        return f"{int(value.at.timestamp())}{_WITHIN_FIELD}{value.act}"
    if isinstance(value, tuple):
        return _WITHIN_FIELD.join(map(_meaning, value))
    return str(value)
