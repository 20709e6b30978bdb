"""How long customers usually wait for a first reply, by type and channel."""

from collections.abc import Mapping

from cstui.clock.instants import epoch
from cstui.services.desk import Desk

_DAY = 86400
_PERIOD = 30 * _DAY
_KEPT_FOR = 3600
"""Seconds for which the means are good enough: those of a month change little in an hour."""


class UsualResponses:
    """Mean first responses of the last thirty days; reads the store once an hour at most.

    Args:
        desk: whose store and clock.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._means: Mapping[tuple[str, str], float] = {}
        self._read_at = 0

    def mean(self, kind: str, channel: str) -> float | None:
        """Seconds that such tickets took to be answered; None where too few tell.

        Args:
            kind: the type, without its subtype.
            channel: how the request came in.
        """
        now = epoch(self._desk.clock.now())
        if not self._read_at or now - self._read_at >= _KEPT_FOR:
            from cstui.metrics.usual import mean_responses
            from cstui.services.live_facts import LiveFacts

            facts = LiveFacts(self._desk.store)
            self._means = mean_responses(facts.rounds, now - _PERIOD)
            self._read_at = now
        return self._means.get((kind, channel))
