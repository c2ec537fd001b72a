"""The deadline engine: from a day, a span and a calendar to the day on which the span ends.

This is the specification of two engines, this one and the browser's (``plan/deadlines.js``); tests/vectors/deadlines.json
drives both.

1. The day of the event does not count. Days and weeks are added; hours are rounded up to days.
2. Months and years end on the day with the same number, or on the last day of a month that has none (29, 30, 31).
3. Working days are days that are neither weekend nor public holiday in the place of the rule. Beyond the years of its calendar
   only weekends are known.
4. A reader's day is not the place's day. A last day is counted from the earliest day it may have been there, the first day one may
   go on from the latest: whoever follows either is never too late and never too early.
5. Once a span is over without an answer, the next step opens the day after; with the answer at hand it opens on its day.
"""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class WorkCalendar:
    """When a place rests: days of the week (Monday is 0), and public holidays."""

    weekend: frozenset[int] = frozenset({5, 6})
    holidays: frozenset[date] = frozenset()

    def rests_on(self, day: date) -> bool:
        """Whether it is no working day."""
        return day.weekday() in self.weekend or day in self.holidays


def end_of(count: int, unit: str, event: date, rest: WorkCalendar | None = None) -> date:
    """The last day of a span that an event starts; ``unit`` as in :class:`macros.model.kinds.claims.Clock`."""
    if unit == "working-day":
        return _after_working_days(event, count, rest or WorkCalendar())
    if unit in ("month", "year"):
        return _after_months(event, count * (12 if unit == "year" else 1))
    days: Mapping[str, int] = {"hour": -(-count // 24), "day": count, "week": 7 * count}
    return event + timedelta(days=days[unit])


def _after_working_days(day: date, count: int, rest: WorkCalendar) -> date:
    while count:
        day += timedelta(days=1)
        count -= not rest.rests_on(day)
    return day


def _after_months(day: date, count: int) -> date:
    years, month = divmod(day.month - 1 + count, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def days_elsewhere(day: date, own: str, other: str) -> tuple[date, date]:
    """The first and the last day it is in another time zone while it is this day in one's own; both as the IANA names them."""
    here, there = ZoneInfo(own), ZoneInfo(other)
    start = datetime.combine(day, time.min, here)
    end = datetime.combine(day + timedelta(days=1), time.min, here)
    return start.astimezone(there).date(), (end.astimezone(ZoneInfo("UTC")) - timedelta(minutes=1)).astimezone(there).date()


def opens_on(end: date, answer: date | None) -> date:
    """The first day on which the next step is open: the day after a span, or the day of the answer if that is earlier."""
    after = end + timedelta(days=1)
    return min(answer, after) if answer else after


def last_working_day(day: date, rest: WorkCalendar) -> date:
    """The day itself or the last working day before it: when somebody is there to receive what has to arrive."""
    while rest.rests_on(day):
        day -= timedelta(days=1)
    return day


def state_on(earliest: date | None, latest: date | None, today: date) -> Literal["unknown", "not-yet", "now", "too-late"]:
    """Where a day stands between two edges, as far as they are known."""
    if latest and today > latest:
        return "too-late"
    if earliest and today < earliest:
        return "not-yet"
    return "now" if earliest or latest else "unknown"
