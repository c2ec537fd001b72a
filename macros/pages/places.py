"""Jurisdictions and their bodies, and the first hour with each country's numbers."""

from collections.abc import Iterator
from typing import Any, get_args

from ..model.kinds.places import Body, BodyKind, Place
from ..model.library import Library
from .guide import Guide, Page
from .issues import never
from .section import entry_pages, grouped, section_page

BODY_ICONS = {
    "regulator": "shield-account-outline",
    "ombudsman": "scale-balance",
    "consumer": "account-group-outline",
    "police": "police-badge-outline",
    "helpline": "phone-outline",
    "data-protection": "lock-outline",
    "court": "gavel",
    "reporting": "flag-outline",
}


def pages(library: Library) -> Iterator[Page]:
    yield section_page(library, "places/", "places")
    yield from entry_pages(library, "places", "place", _place)
    yield section_page(library, "emergency/", "emergency", _emergency)


def _place(guide: Guide, id: str) -> dict[str, Any]:
    place: Place = guide.library.get("places", id)
    bodies: dict[str, Body] = place.bodies
    kinds = [
        (kind, [(body, bodies[body]) for body in members])
        for kind, members in grouped(bodies, lambda body: bodies[body].kind, get_args(BodyKind))
    ]
    places = guide.library.all("places")
    return {
        "place": place,
        "kinds": kinds,
        "body_icons": BODY_ICONS,
        "parts": [other for other, value in places.items() if value.part_of == id],
        "entities": [key for key, entity in guide.library.all("entities").items() if id in entity.residents],
    }


def _emergency(guide: Guide) -> dict[str, Any]:
    places = [(id, place) for id, place in guide.library.all("places").items() if place.emergency]
    return {"places": places, "never": never(guide)}
