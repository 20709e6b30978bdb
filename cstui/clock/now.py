"""The site's clock: the one place that asks what time it is."""

from datetime import datetime

from cstui.clock.instants import localized, zone_of


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

    def now(self) -> datetime:
        """This moment, to the second begun."""
        import pendulum

        return localized(pendulum.now(self.zone).replace(microsecond=0), self.zone)
