"""The site's clock: the one place that asks what time it is."""

from datetime import datetime
from time import time

from cstui.clock.instants import from_epoch, zone_of


class SiteClock:
    """Tells the time in the site's zone, whatever the zone of whoever looks.

    Args:
        zone: name of the site's zone, as `Asia/Shanghai`.

    Raises:
        InputError: `unknown_zone`.
    """

    def __init__(self, zone: str) -> None:
        zone_of(zone)
        self.zone = zone
        self._last: tuple[int, datetime] | None = None
        """The second of the last answer, and the answer."""

    def now(self) -> datetime:
        """This moment, to the second begun; asked again within it, it costs next to nothing."""
        second = int(time())
        if self._last is None or self._last[0] != second:
            self._last = second, from_epoch(second, self.zone)
        return self._last[1]
