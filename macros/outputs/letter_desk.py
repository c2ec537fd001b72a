"""What the forms of all letters share, in one file that a browser keeps: words, companies, places and mailboxes."""

import json
from collections.abc import Iterator

from ..engines.letter_template import Json
from ..html.form import form_words
from ..html.words import Speech, spoken
from ..model.kinds import BODIES, PLACES
from ..model.standing import standing_of
from ..model.text import LANGUAGES
from ..pages.addresses import CardIndex
from ..pages.index import Index
from ..pages.materials import Materials
from .companies import offer_row, place_row


def letter_desk(speech: Speech) -> str:
    """The file for one language, as JSON of this form.

    words      what the form says, by the name that the script knows it by
    platforms  [id, name] of those that have companies or contacts
    companies  {id, platform, name, what decides whether it is the reader's}
    regions    [region, [[id, place, countries]]]
    countries  {place: its name in both languages}, of the places that are one country
    mailboxes  {address, owner, platform, company, type, purpose} of platforms, complaints desks first; {address, owner, letters} of bodies
    """
    materials = Materials.of(speech.library)
    desk: dict[str, Json] = {
        "words": form_words(speech),
        "platforms": [[entry.id, _say(speech, entry.name)] for entry in materials.index.platforms],
        "companies": [
            {**offer_row(entry), "platform": platform.id, "name": _say(speech, entry.name)} for platform, entry in materials.index.companies
        ],
        "regions": [
            [speech.say(f"region-{region}"), [place_row(speech, place) for place in places]] for region, places in materials.regions
        ],
        "countries": {
            id: {language: place.name_in_sentence[language] for language in LANGUAGES}
            for id, place in speech.library.all(PLACES).items()
            if place.is_one_country
        },
        "mailboxes": [*_of_platforms(speech, materials.cards), *_of_bodies(speech, materials.index)],
    }
    return json.dumps(desk, ensure_ascii=False, separators=(",", ":"))


def _say(speech: Speech, words: object) -> str:
    return str(spoken(speech.language, words))


def _of_platforms(speech: Speech, cards: CardIndex) -> Iterator[dict[str, Json]]:
    """A complaints desk stands before ordinary support."""
    for platform, own in cards.by_platform.items():
        for card in sorted(own, key=lambda card: card.entry.value.purpose):
            if card.address and card.address.contact.kind == "email" and card.standing.may_be_prefilled:
                item = card.entry.value
                owner = {
                    "address": card.address.contact.value,
                    "owner": _say(speech, item.name),
                    "platform": platform,
                    "company": item.entity or "",
                }
                yield {**owner, "type": item.type, "purpose": item.purpose}


def _of_bodies(speech: Speech, index: Index) -> Iterator[dict[str, Json]]:
    for body in index.library.shelf(BODIES).values():
        for contact in body.value.contacts:
            if contact.kind == "email" and body.value.letters and standing_of(contact).may_be_prefilled:
                yield {"address": contact.value, "owner": _say(speech, body.name), "letters": list(body.value.letters)}
