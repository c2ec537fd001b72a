"""What plans, the way to them and the strip of a reader's situation know of platforms, companies, places and bodies, in one file."""

import json
from dataclasses import asdict

from ..engines.calendars import YEARS, calendar_of
from ..engines.companies import Offer
from ..engines.letter_template import Json
from ..html.links import uri
from ..html.plan import clock_data, clocks_of_body, plan_words
from ..html.words import Speech, spoken
from ..model.kinds import BODIES, PLACES
from ..model.kinds.places import Body, Place
from ..model.kinds.platforms import Entity, Opened, Platform
from ..model.library import Entry
from ..pages.addresses import Card
from ..pages.materials import Materials
from ..pages.routes import Routes, rule_of

COMPANIES, CALENDARS = "assets/companies.json", "assets/calendars.json"


def companies(speech: Speech) -> str:
    """The file for one language, as JSON of this form.

    words      what the scripts say
    platforms  {id, name, address, custody, contacts: {name, value, uri, copied, warning, purpose, issues, company, address}}
    companies  {id, platform, name, serves, address, what decides whether it is the reader's, what the route engine takes, clocks, because}
    regions    [region, [[id, place, countries]]]
    bodies     those that companies name, by id: {name, address, kind, zone, takes: {troubles, groups, rule}, clocks}
    """
    materials = Materials.of(speech.library)
    parties = Routes(speech.library).parties
    shelf = speech.library.shelf(BODIES)
    named = dict.fromkeys(body for _, company in materials.index.companies for body in company.value.escalate)
    data: dict[str, Json] = {
        "words": plan_words(speech),
        "platforms": [_platform(speech, entry, materials.cards.by_platform.get(entry.id, ())) for entry in materials.index.platforms],
        "companies": [
            _company(speech, platform, company)
            | {"bodies": sorted(parties[company.id].bodies), "outside": sorted(parties[company.id].outside)}
            | {"places": sorted(parties[company.id].places)}
            for platform, company in materials.index.companies
        ],
        "regions": [
            [speech.say(f"region-{region}"), [place_row(speech, place) for place in places]] for region, places in materials.covered
        ],
        "bodies": {id: _body(speech, shelf[id]) for id in named},
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def calendars(speech: Speech) -> str:
    """When each place rests, as JSON: its code → {weekend, holidays}, and the last year that is known."""
    places = {id: calendar_of(id) for id, entry in speech.library.shelf(PLACES).items() if entry.value.status == "covered"}
    data = {id: {"weekend": sorted(rest.weekend), "holidays": sorted(map(str, rest.holidays))} for id, rest in places.items()}
    return json.dumps({"until": YEARS[-1], "places": data}, separators=(",", ":"))


def _say(speech: Speech, words: object) -> str:
    return str(spoken(speech.language, words)) if words else ""


def _platform(speech: Speech, entry: Entry[Platform], cards: tuple[Card, ...]) -> dict[str, Json]:
    contacts: list[Json] = [*(_contact(speech, card) for card in cards if card.address and not card.standing.is_dead)]
    name = _say(speech, entry.name)
    return {"id": entry.id, "name": name, "address": entry.address, "custody": entry.value.custody, "contacts": contacts}


def _contact(speech: Speech, card: Card) -> dict[str, Json]:
    """A contact as far as its standing lets a reader use it; ``uri`` is empty if one tap may not."""
    item, address = card.entry.value, card.address
    if address is None:
        raise ValueError(f"'{card.entry.id}' has no address")
    shown = _say(speech, address.contact.shown) or address.contact.value
    return {
        "name": _say(speech, item.name),
        "value": shown,
        "uri": uri(address) if card.standing.may_be_linked else "",
        "copied": card.standing.may_be_copied and address.contact.kind in ("email", "phone", "post"),
        "warning": " ".join(speech.say(word) for word in card.standing.words),
        "purpose": item.purpose,
        "issues": list(item.good_for),
        "company": item.entity or "",
        "address": card.entry.address,
    }


def offer_of(entry: Entry[Entity]) -> Offer:
    """A company as the finder takes it."""
    company, opened = entry.value, entry.value.opened or Opened()
    return Offer(entry.id, company.residents, company.others, company.domain or "", opened.since, opened.until, company.product or "")


def offer_row(entry: Entry[Entity]) -> dict[str, Json]:
    """The same for the browser, in plain values."""
    offer = offer_of(entry)
    return {**asdict(offer), "since": str(offer.since or ""), "until": str(offer.until or "")}


def _company(speech: Speech, platform: Entry[Platform], entry: Entry[Entity]) -> dict[str, Json]:
    company = entry.value
    return {
        **offer_row(entry),
        "platform": platform.id,
        "name": _say(speech, company.name),
        "serves": _say(speech, company.serves),
        "address": entry.address,
        "because": {outside.body: _say(speech, outside.because) for outside in company.outside},
        "clocks": [[*found, _say(speech, clock.says)] for clock in company.clocks if (found := clock_data(clock, _edge(clock.opens)))],
    }


def _edge(opens: bool) -> str:
    return "opens" if opens else "answer"


def place_row(speech: Speech, place: Entry[Place]) -> list[Json]:
    """A place for a list to choose from: its id, its name, and the countries it covers."""
    return [place.id, _say(speech, place.name), list(place.value.countries or (place.id,))]


def _body(speech: Speech, entry: Entry[Body]) -> dict[str, Json]:
    place = speech.library.shelf(PLACES)[entry.id.partition("/")[0]].value
    takes: list[Json] = [
        {"troubles": list(taking.troubles), "groups": list(taking.groups), "rule": asdict(rule_of(taking))} for taking in entry.value.takes
    ]
    return {
        "name": _say(speech, entry.name),
        "address": entry.address,
        "kind": entry.value.kind,
        "zone": place.zone or "",
        "takes": takes,
        "clocks": clocks_of_body(entry.value),
    }
