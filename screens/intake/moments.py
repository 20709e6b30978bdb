"""Moments and lengths of time, as short as they can be said."""

from datetime import datetime, timedelta

from cstui.i18n import Translator


def moment_text(at: datetime, now: datetime, t: Translator) -> str:
    """A moment near now: `16:00`, `tomorrow 09:00`, `5/12 09:00`."""
    at = at.astimezone(now.tzinfo)
    return t(f"intake.{_day(at, now)}", month=at.month, day=at.day, time=f"{at:%H:%M}")


def day_text(at: datetime, now: datetime, t: Translator) -> str:
    """A day: `today`, `5/12`, and with its year where that is another."""
    at = at.astimezone(now.tzinfo)
    if at.date() == now.date():
        return t("intake.this_day")
    key = "intake.day" if at.year == now.year else "intake.day_of_year"
    return t(key, year=at.year, month=at.month, day=at.day)


def lasting(seconds: float) -> str:
    """Minutes and seconds: `03:25`, `75:00`."""
    minutes, rest = divmod(max(0, int(seconds)), 60)
    return f"{minutes:02}:{rest:02}"


def _day(at: datetime, now: datetime) -> str:
    if at.date() == now.date():
        return "today"
    return "tomorrow" if at.date() == now.date() + timedelta(days=1) else "other_day"
