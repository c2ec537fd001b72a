"""Days: both deadline engines give what the vectors say, and agree on any day, span and zone."""

import json
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from macros.engines.calendars import YEARS, calendar_of
from macros.engines.deadlines import days_elsewhere, end_of, last_working_day, opens_on, state_on
from macros.model.kinds import PLACES
from macros.model.kinds.claims import Clock
from macros.model.library import Library
from tests.node import Script
from tests.sample import ROOT

VECTORS: dict[str, list[dict[str, Any]]] = json.loads((ROOT / "tests/vectors/deadlines.json").read_text(encoding="utf-8"))
UNITS = ("hour", "day", "working-day", "week", "month", "year")
PLACES_WITH_CALENDARS = ("cn", "hk", "mt", "gb", "us", "eu")
ZONES = ("Asia/Shanghai", "Europe/London", "America/New_York", "Pacific/Auckland", "Asia/Kolkata", "America/Sao_Paulo", "Europe/Malta")
DAYS = st.dates(date(2009, 1, 3), date(2060, 12, 31))


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def calendars(*places: str) -> dict[str, dict[str, list[Any]]]:
    found = {place: calendar_of(place) for place in places if place}
    return {place: {"weekend": sorted(rest.weekend), "holidays": sorted(map(str, rest.holidays))} for place, rest in found.items()}


def test_both_engines_give_what_the_vectors_say(twin: Script) -> None:
    ends, spans, opens, working, states = (VECTORS[name] for name in ("ends", "spans", "opens", "working", "states"))
    assert sum(map(len, VECTORS.values())) >= 120
    rest = calendars(*(vector["place"] for vector in (*ends, *working)))
    for vector in ends:
        assert (
            str(end_of(vector["count"], vector["unit"], date.fromisoformat(vector["event"]), calendar_of(vector["place"]))) == vector["end"]
        ), vector
    for vector in spans:
        assert [*map(str, days_elsewhere(date.fromisoformat(vector["day"]), vector["own"], vector["other"]))] == [
            vector["first"],
            vector["last"],
        ], vector
    assert [str(opens_on(date.fromisoformat(v["end"]), day(v["answer"]))) for v in opens] == [v["opens"] for v in opens]
    assert [str(last_working_day(date.fromisoformat(v["day"]), calendar_of(v["place"]))) for v in working] == [
        v["working"] for v in working
    ]
    assert [state_on(day(v["earliest"]), day(v["latest"]), date.fromisoformat(v["today"])) for v in states] == [v["state"] for v in states]
    asked = [[v["count"], v["unit"], v["event"], v["place"]] for v in ends]
    assert twin.ask({"ends": asked, "calendars": rest}) == [v["end"] for v in ends]
    assert twin.ask({"spans": [[v["day"], v["own"], v["other"]] for v in spans]}) == [[v["first"], v["last"]] for v in spans]
    assert twin.ask({"opens": [[v["end"], v["answer"]] for v in opens]}) == [v["opens"] for v in opens]
    assert twin.ask({"working": [[v["day"], v["place"]] for v in working], "calendars": rest}) == [v["working"] for v in working]
    assert twin.ask({"states": [[v["earliest"], v["latest"], v["today"]] for v in states]}) == [v["state"] for v in states]


@settings(max_examples=400, deadline=None)
@given(st.integers(1, 400), st.sampled_from(UNITS), DAYS, st.sampled_from(PLACES_WITH_CALENDARS))
def test_the_engines_agree_on_any_span(twin: Script, count: int, unit: str, start: date, place: str) -> None:
    count = min(count, 30) if unit in ("year", "working-day") else count
    end = end_of(count, unit, start, calendar_of(place))
    assert end > start
    assert twin.ask({"ends": [[count, unit, str(start), place]], "calendars": calendars(place)}) == [str(end)]


@settings(max_examples=300, deadline=None)
@given(st.dates(date(2025, 1, 1), date(2031, 12, 31)), st.sampled_from(ZONES), st.sampled_from(ZONES))
def test_the_engines_agree_on_any_day_elsewhere(twin: Script, start: date, own: str, other: str) -> None:
    first, last = days_elsewhere(start, own, other)
    assert first <= last <= first + timedelta(days=2)
    assert twin.ask({"spans": [[str(start), own, other]]}) == [[str(first), str(last)]]


def test_the_holidays_of_this_year_and_the_next_two_are_known(library: Library) -> None:
    assert date.today().year + 2 in YEARS
    covered = [id for id, place in library.shelf(PLACES).items() if place.value.status == "covered"]
    without = [id for id in covered if {day.year for day in calendar_of(id).holidays} != set(YEARS)]
    assert without == ["eu"]


def test_every_clock_names_its_event_and_every_place_its_zone(library: Library) -> None:
    clocks = [value for entry in library for _, value, _ in entry.visits if isinstance(value, Clock)]
    assert len(clocks) > 60
    assert sum(clock.event != "unknown" for clock in clocks) > 50
    assert [id for id, place in library.shelf(PLACES).items() if place.value.status == "covered" and not place.value.zone] == []
