"""What the scripts of plans read: a case and its clocks as plain data, and their words."""

import json
from dataclasses import asdict

from ..engines.letter_template import Json
from ..engines.plan_form import ASKED, EVENTS, SAID
from ..engines.routes import Case
from ..model.kinds import STRINGS
from ..model.kinds.claims import Clock
from ..model.kinds.places import Body
from .words import Speech


def case_data(case: Case) -> dict[str, Json]:
    """A case as the browser's route engine takes it."""
    data: dict[str, Json] = asdict(case)
    return data


def clocks_of_body(body: Body) -> list[Json]:
    """A body's clocks, as :func:`clock_data` gives them: when it may be asked, and until when."""
    opening = (clock_data(clock, "opens") for clock in body.firm_time if clock.opens)
    return [*filter(None, opening), *filter(None, (clock_data(clock, "until") for clock in body.file_within))]


def clock_data(clock: Clock, edge: str) -> list[Json]:
    """A clock as [edge, count, unit, the day that is asked for]; nothing if no day starts it."""
    return [edge, clock.count, clock.unit, EVENTS[clock.event]] if clock.event in EVENTS else []


def clock_json(body: Body) -> str:
    """A body's clocks for an attribute."""
    return json.dumps(clocks_of_body(body), separators=(",", ":"))


def plan_words(speech: Speech) -> dict[str, Json]:
    """What the scripts say, by the names that they know it by; they fill the holes."""
    strings = speech.library.all(STRINGS)
    return {
        "ask": {event: speech.say(f"event-{event}") for event in ASKED},
        **{name: strings[key][speech.language] for name, key in SAID.items()},
    }
