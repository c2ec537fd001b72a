"""Letters: a form beside the live text in two languages; without scripts, the text with visible blanks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from ..engines.letter_template import LetterTemplate, companies_of, letter_template
from ..engines.letters import BlankSheet, blank_sheet
from ..model.kinds import CHANNEL_TYPES, ENTITIES, EVIDENCE, FIELDS, LETTERS, PLACES
from ..model.kinds.letters import Basis, Letter, LetterField, Paragraph
from ..model.kinds.places import Body
from ..model.kinds.platforms import ChannelType
from ..model.kinds.reference import Evidence
from ..model.known import LEGAL_ENTITY
from ..model.library import Entry, Library
from ..model.text import LANGUAGES, Text
from .addresses import CardGroup
from .materials import Materials, choices, grouped
from .page import Page, Section, Words, listed, of_entry


@dataclass(frozen=True)
class Receipt:
    """The rule behind a paragraph, and where it applies."""

    position: int
    basis: Basis
    holds_for: tuple[Words, ...]


@dataclass(frozen=True)
class Reason:
    """When a paragraph belongs in the letter, for a reader who has no scripts: the phrase that begins it, and any of these."""

    phrase: str
    any_of: tuple[Words, ...]


@dataclass(frozen=True, kw_only=True)
class LettersPage(Page):
    template: ClassVar[str] = "letters"


@dataclass(frozen=True, kw_only=True)
class LetterPage(Page):
    template: ClassVar[str] = "letter"
    letter: Letter
    form: LetterTemplate
    sheets: Mapping[str, BlankSheet]
    """The letter to be filled in by hand, by language."""
    fields: tuple[Entry[LetterField], ...]
    reasons: tuple[tuple[Reason, ...], ...]
    """For each paragraph in turn."""
    receipts: tuple[Receipt, ...]
    attachments: tuple[Entry[Evidence], ...]
    channels: tuple[Entry[ChannelType], ...]
    contacts: tuple[CardGroup, ...]
    bodies: tuple[Entry[Body], ...]
    onward: Entry[Letter] | None

    @property
    def is_to_platform(self) -> bool:
        """Whether it goes to a company that the reader chooses."""
        return self.letter.group == "platform"

    @property
    def names_company(self) -> bool:
        """Whether it matters whose customer the writer is."""
        return self.is_to_platform or LEGAL_ENTITY in self.letter.fields

    @property
    def asked_fields(self) -> tuple[Entry[LetterField], ...]:
        """What stands first in the form: without it the letter is useless."""
        return tuple(entry for entry in self.fields if entry.id not in self.letter.optional and entry.value.kind != "tick")

    @property
    def ticks(self) -> tuple[Entry[LetterField], ...]:
        """The sentences that not every writer may sign."""
        return tuple(entry for entry in self.fields if entry.value.kind == "tick")

    @property
    def more_fields(self) -> tuple[Entry[LetterField], ...]:
        """What is asked only of whoever wants to say it."""
        return tuple(entry for entry in self.fields if entry.id in self.letter.optional and entry.value.kind != "tick")

    @property
    def limits(self) -> tuple[tuple[Text, int], ...]:
        """The ways to send it that take only so many characters."""
        items = (card.entry.value for group in self.contacts for card in group.cards)
        return tuple((item.name, item.limit) for item in items if item.limit)


def pages(materials: Materials) -> Iterator[Page]:
    words = materials.words
    groups = grouped(
        materials.library.shelf(LETTERS).values(), lambda entry: entry.value.group, choices(Letter.model_fields["group"].annotation)
    )
    lists = tuple(Section(f"to-{group}", words(f"letters-to-{group}"), "to", letters) for group, letters in groups)
    yield LettersPage(cover=words.cover("letters/", "letters"), sections=(*lists, *words.outline(("good-letter", "good-letter"))))
    yield from (_letter(materials, entry) for _, letters in groups for entry in letters)


def _letter(materials: Materials, entry: Entry[Letter]) -> Page:
    library, letter = materials.library, entry.value
    bodies = tuple(materials.index.bodies_by_letter.get(entry.id, ()))
    contacts = materials.cards.of_types(letter.channels, letter.may_go_to)
    form = letter_template(library, entry.id)
    return LetterPage(
        cover=of_entry(entry),
        sections=_outline(materials, letter, bool(bodies)),
        elements=("letter-form",),
        letter=letter,
        form=form,
        sheets={language: blank_sheet(form, language) for language in LANGUAGES},
        fields=listed(library, FIELDS, letter.fields),
        reasons=tuple(tuple(_reasons(library, paragraph)) for paragraph in letter.paragraphs),
        receipts=tuple(_receipts(library, letter)),
        attachments=listed(library, EVIDENCE, letter.attachments),
        channels=listed(library, CHANNEL_TYPES, letter.channels),
        contacts=contacts,
        bodies=bodies,
        onward=library.shelf(LETTERS)[letter.next] if letter.next else None,
    )


def _outline(materials: Materials, letter: Letter, has_bodies: bool) -> tuple[Section, ...]:
    return materials.words.outline(
        ("letter", "the-letter"),
        ("before", "before-you-send", letter.before),
        ("receipts", "receipts-title", any(paragraph.basis for paragraph in letter.paragraphs)),
        ("attach", "attach-title", letter.attachments),
        ("send", "send-through", letter.channels or has_bodies),
        ("reply", "when-to-expect", letter.reply),
        ("next", "no-answer-title", letter.next),
    )


def _reasons(library: Library, paragraph: Paragraph) -> Iterator[Reason]:
    when, basis = paragraph.when, paragraph.basis
    if when:
        field = library.get(FIELDS, when.field)
        chosen: tuple[Text, ...] = tuple(choice.label for choice in field.choices if choice.value in when.is_)
        unchosen = Reason("keep-if-true" if field.kind == "tick" else "keep-if-filled", (field.label,))
        yield Reason("keep-if-chosen", chosen) if chosen else unchosen
    if basis and (basis.entities or basis.authorised or basis.places):
        yield Reason("keep-if-unknown" if basis.company_unknown else "keep-for", _where(library, basis))


def _receipts(library: Library, letter: Letter) -> Iterator[Receipt]:
    for position, paragraph in enumerate(letter.paragraphs):
        if paragraph.basis:
            yield Receipt(position, paragraph.basis, _where(library, paragraph.basis))


def _where(library: Library, basis: Basis) -> tuple[Words, ...]:
    """The companies and places that a rule is limited to."""
    companies = (entry.value.name for entry in listed(library, ENTITIES, companies_of(library, basis)))
    return (*companies, *(entry.value.name for entry in listed(library, PLACES, basis.places)))
