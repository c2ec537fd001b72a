"""Letters: a form beside the live text in two languages; without scripts, the text with visible blanks."""

from collections.abc import Iterator
from typing import Any, get_args

from ..engines.letter_template import letter_template, to_json
from ..model.kinds.claims import Contact
from ..model.kinds.letters import Basis, Letter, Paragraph
from ..model.library import Library
from ..model.text import LANGUAGES, Text
from .guide import Guide, Page
from .places import by_region
from .platforms import contacts_where
from .section import entry_pages, grouped, section_page

_GROUPS = get_args(Letter.model_fields["group"].annotation)
ACTIONS = ("copy", "mail", "eml", "txt", "print")
SECRETS = ("seed", "key", "code", "password", "card", "id")
DOUBTS = ("form", "address-checksum", "address-unknown", "txid-unknown", "date", "open-time")
_ODD_ZONES = (
    *("UTC-09:30", "UTC-03:30", "UTC-02:30", "UTC+03:30", "UTC+04:30", "UTC+05:30", "UTC+05:45"),
    *("UTC+06:30", "UTC+08:45", "UTC+09:30", "UTC+10:30", "UTC+12:45", "UTC+13:45"),
)
"""The zones of the world that are no whole hours, in summer too."""


def pages(library: Library) -> Iterator[Page]:
    yield section_page(library, "letters/", "letters", _letters)
    yield from entry_pages(library, "letters", "letter", _letter, lambda letter: "elements/letter-form/letter-form.js")
    yield section_page(library, "evidence/", "evidence")


def _letters(guide: Guide) -> dict[str, Any]:
    letters: dict[str, Letter] = guide.library.all("letters")
    return {"groups": grouped(letters, lambda id: letters[id].group, _GROUPS)}


def _letter(guide: Guide, id: str) -> dict[str, Any]:
    letter: Letter = guide.library.get("letters", id)
    fields = guide.library.all("fields")
    contacts = contacts_where(guide, letter.may_go_to)
    return {
        "letter": letter,
        "source": to_json(letter_template(guide.library, id)),
        "words": _words(guide),
        "labels": {tongue: {name: fields[name].label[tongue] for name in letter.fields} for tongue in LANGUAGES},
        "other": next(tongue for tongue in LANGUAGES if tongue != guide.language),
        "receipts": [(i, paragraph.basis) for i, paragraph in enumerate(letter.paragraphs) if paragraph.basis],
        "conditions": [_condition(guide, paragraph) for paragraph in letter.paragraphs],
        "say_in": lambda tongue, key: guide.library.get("strings", key)[tongue],
        "applies": lambda basis: _applies(guide, basis),
        "contacts": contacts,
        "bodies": [body for body, value in guide.library.all("bodies").items() if id in value.letters],
        "regions": by_region(guide.library),
        "entities": _entities(guide) if letter.group == "platform" else [],
        "mailboxes": _official_mailboxes(guide, id, letter),
        "limits": [f"{guide.in_language(c.name)} {c.limit}" for _, cards in contacts for _, c in cards if c.limit],
        "actions": ACTIONS,
        "zones": sorted({f"UTC{hour:+03d}:00" for hour in range(-12, 15)} | set(_ODD_ZONES), key=_minutes),
    }


def _minutes(zone: str) -> int:
    hours, minutes = int(zone[3:6]), int(zone[7:])
    return hours * 60 + (minutes if zone[3] == "+" else -minutes)


def _words(guide: Guide) -> dict[str, Any]:
    """What the form says, in the reader's language; the subject's word in the letter's."""
    say = guide.library.all("strings")
    return {
        "refused": {name: guide.say(f"refused-{name}") for name in SECRETS},
        "doubt": {name: guide.say(f"doubt-{name}") for name in DOUBTS},
        "subject": {tongue: say["subject-word"][tongue] for tongue in LANGUAGES},
        "open": say["blanks-open"][guide.language],
        "complete": guide.say("letter-complete"),
        "completeMasked": guide.say("letter-complete-masked"),
        "blocked": guide.say("letter-blocked"),
        "mail": guide.say("do-mail"),
        "copyThenMail": guide.say("do-copy-then-mail"),
        "copied": guide.say("said-copied"),
        "notCopied": guide.say("said-not-copied"),
        "copiedBody": guide.say("said-copied-body"),
        "cleared": guide.say("said-cleared"),
    }


def _entities(guide: Guide) -> list[tuple[str, str, Any]]:
    return [(id, guide.name("platforms", id.split("/")[0]), entity) for id, entity in guide.library.all("entities").items()]


def _official_mailboxes(guide: Guide, id: str, letter: Letter) -> list[tuple[str, str, str]]:
    """The official mailboxes the letter may go to: (address, whose it is, the entity it serves or nothing)."""
    if letter.group == "platform":
        found = [
            (contact.contact, guide.in_language(contact.name), contact.entity or "")
            for platform, cards in contacts_where(guide, letter.may_go_to)
            for _, contact in sorted(cards, key=lambda card: card[1].purpose)  # a complaints desk before ordinary support
        ]
    else:
        bodies = guide.library.all("bodies")
        found = [
            (contact, guide.name("bodies", body), "") for body, value in bodies.items() if id in value.letters for contact in value.contacts
        ]
    return [(contact.value, owner, entity) for contact, owner, entity in found if contact and _is_official_mailbox(contact)]


def _is_official_mailbox(contact: Contact) -> bool:
    return contact.kind == "email" and contact.may_be_linked


def _condition(guide: Guide, paragraph: Paragraph) -> list[tuple[str, list[Text | dict[str, str]]]]:
    """When a paragraph belongs in the letter, for a reader who has no scripts: (the words that begin it, any of these)."""
    when, basis = paragraph.when, paragraph.basis
    conditions: list[tuple[str, list[Text | dict[str, str]]]] = []
    if when:
        field = guide.library.get("fields", when.field)
        chosen = [choice.label for choice in field.choices if choice.value in when.is_]
        conditions.append(("keep-if-chosen", chosen) if chosen else ("keep-if-filled", [field.label]))
    if basis and (basis.entities or basis.places):
        companies = [dict.fromkeys(LANGUAGES, guide.library.get("entities", id).name) for id in basis.entities]
        conditions.append(("keep-for", [*companies, *(guide.library.get("places", id).name for id in basis.places)]))
    return conditions


def _applies(guide: Guide, basis: Basis) -> list[str]:
    """Where a rule holds: the names of the entities and places it is limited to."""
    entities = [guide.library.get("entities", id).name for id in basis.entities]
    return entities + [guide.name("places", id) for id in basis.places]
