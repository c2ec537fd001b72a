"""Jurisdictions and their bodies, and the first hour with each country's numbers."""

from collections.abc import Iterator
from typing import Any, get_args

from ..model.kinds.places import Body, BodyKind, Place, Region
from ..model.kinds.platforms import Entity
from ..model.library import Library
from .guide import Guide, Page
from .section import entry_pages, grouped, never, section_page

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
    yield section_page(library, "places/", "places", lambda guide: {"regions": by_region(guide.library)})
    yield from entry_pages(library, "places", "place", _place)
    yield section_page(library, "emergency/", "emergency", _emergency)


def by_region(library: Library) -> list[tuple[str, list[str]]]:
    """The places of each region, regions in order."""
    places: dict[str, Place] = library.all("places")
    return grouped(by_name(library), lambda id: places[id].region, get_args(Region))


def by_name(library: Library) -> list[str]:
    """The places in the order of their English names, in both languages."""
    places: dict[str, Place] = library.all("places")
    return sorted(places, key=lambda id: places[id].name.en)


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
        **_companies(guide, id, place),
    }


def _companies(guide: Guide, id: str, place: Place) -> dict[str, Any]:
    """The companies that name residents of the place, and, if none does, those that serve everybody else."""
    entities: dict[str, Entity] = guide.library.all("entities")
    here = {id, *place.countries}
    named = [key for key, entity in entities.items() if here & {*entity.residents}]
    others = [key for key, entity in entities.items() if entity.others] if not named and place.bodies else []
    return {"entities": named, "others": others}


def _emergency(guide: Guide) -> dict[str, Any]:
    places = guide.library.all("places")
    regions = [(region, [(id, places[id]) for id in ids if places[id].emergency]) for region, ids in by_region(guide.library)]
    return {"regions": regions, "never": never(guide)}
