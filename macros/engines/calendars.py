"""When the guide's places rest: weekends and public holidays, by the library ``holidays``."""

from datetime import date
from functools import cache

import holidays

from .deadlines import WorkCalendar

YEARS = range(2025, 2031)
"""The years whose holidays are known: past ones in which a complaint may have begun, and those ahead. A test asks for more in time."""

_WEEKEND = frozenset({5, 6})


@cache
def calendar_of(place: str) -> WorkCalendar:
    """The calendar of a place by its code; a place of several countries has only weekends.

    Where Saturdays are working days by law, offices still rest on them: they are taken for days of rest.
    """
    try:
        known = holidays.country_holidays(place.upper(), years=YEARS)
    except NotImplementedError:  # a country that the library does not know
        return WorkCalendar(_WEEKEND)
    return WorkCalendar(_WEEKEND | frozenset(known.weekend), frozenset(day for day in known if isinstance(day, date) and day.year in YEARS))
