"""What an entry of each kind looks like, and one record for each kind: everything that is particular to it.

The field names of the models are the contributor's vocabulary. A new kind is a model and a record here; with pages of its
own it is also a module of ``pages/``, a template of ``html/pages/`` and its words in ``data/strings.yaml``.
"""

from dataclasses import dataclass
from typing import Generic, TypeVar

from ..text import Model, Phrase
from .letters import Letter, LetterField
from .places import Body, Place
from .platforms import Channels, ChannelType, Entity, Platform, PlatformContact
from .reference import Evidence, Faq, Question, Retired, Scam, Searches, Source, Synonym, Term
from .troubles import Dimension, Issue, Moment, Rung

M = TypeVar("M", bound=Model, covariant=True)


@dataclass(frozen=True)
class Kind(Generic[M]):
    """A kind of entry: where its entries live, where they stand on the site, and what holds for all of them."""

    name: str
    model: type[M]
    folder: bool = False
    """A folder with one file each; else one file of many."""
    owner: str = ""
    """The kind whose entries hold these, under this kind's name; such a part is referred to as ``owner/part``."""
    address: str = ""
    """Where an entry stands, from its language's root, with ``{id}``, or ``{owner}`` and ``{part}``; empty if no page shows it."""
    grouped: str = ""
    """The field by whose values its entries are parted among pages: ``{group}`` in the address."""
    icon: str = ""
    section: str = ""
    """The phrase that names the section of the site its own pages belong to."""
    named: str = "name"
    """The field by which readers call an entry."""
    retirable: bool = False
    """Whether an id that goes away leaves an address that must lead on."""
    referred: bool = False
    """Whether an entry needs another one that refers to it, because no list leads to it."""

    leads_on: bool = False
    """Whether each of its pages leads on to the one before and the one after."""

    def address_of(self, id: str, group: str = "") -> str:
        """The address of an entry, from its language's root, with its anchor if it is part of a page; '' if no page shows it."""
        owner, _, part = id.partition("/")
        return self.address.format(id=id, owner=owner, part=part, group=group)

    @property
    def home(self) -> str:
        """The address of the page that lists the kind's own pages: ``issues/``."""
        return self.address.partition("{")[0]


PLATFORMS = Kind("platforms", Platform, folder=True, address="platforms/{id}/", icon="headset", section="nav-contact", retirable=True)
CHANNELS = Kind("channels", Channels, folder=True, named="")
CHANNEL_TYPES = Kind(
    "channel-types",
    ChannelType,
    address="channels/{id}/",
    icon="forum-outline",
    section="nav-contact",
    retirable=True,
    referred=True,
)
ISSUES = Kind(
    "issues",
    Issue,
    folder=True,
    address="issues/{id}/",
    icon="lifebuoy",
    section="nav-problems",
    retirable=True,
    leads_on=True,
)
EMERGENCY = Kind("emergency", Moment, address="emergency/#{id}", icon="alarm-light", named="time")
ESCALATION = Kind(
    "escalation",
    Rung,
    folder=True,
    address="escalation/{id}/",
    icon="stairs-up",
    section="nav-escalate",
    retirable=True,
    referred=True,
    leads_on=True,
)
PLACES = Kind(
    "places",
    Place,
    folder=True,
    address="places/{id}/",
    icon="map-marker-outline",
    section="nav-places",
    retirable=True,
    leads_on=True,
)
LETTERS = Kind(
    "letters",
    Letter,
    folder=True,
    address="letters/{id}/",
    icon="file-document-edit-outline",
    section="nav-letters",
    retirable=True,
    referred=True,
    leads_on=True,
)
FIELDS = Kind("fields", LetterField, named="label", referred=True)
EVIDENCE = Kind("evidence", Evidence, address="evidence/#{id}", icon="camera-outline", referred=True)
FAQS = Kind("faqs", Faq, folder=True, address="faq/{id}/", icon="frequently-asked-questions", section="nav-faq", retirable=True)
RUBRIC = Kind("rubric", Dimension)
SCAMS = Kind(
    "scams",
    Scam,
    folder=True,
    address="scams/{id}/",
    icon="shield-alert-outline",
    section="nav-safety",
    retirable=True,
    referred=True,
)
GLOSSARY = Kind("glossary", Term, address="glossary/#{id}", icon="book-open-variant", named="term")
SOURCES = Kind("sources", Source, address="sources/{group}/#{id}", grouped="kind", icon="bookshelf", named="title", referred=True)
STRINGS = Kind("strings", Phrase, named="")
SYNONYMS = Kind("synonyms", Synonym, named="")
SEARCHES = Kind("searches", Searches, folder=True, named="")
RETIRED = Kind("retired", Retired, named="")

BODIES = Kind("bodies", Body, owner="places", address="places/{owner}/#body-{part}", icon="scale-balance")
ENTITIES = Kind("entities", Entity, owner="platforms", address="platforms/{owner}/#entity-{part}", icon="bank-outline")
CONTACTS = Kind("contacts", PlatformContact, owner="channels", address="platforms/{owner}/#contact-{part}", icon="headset")
QUESTIONS = Kind("questions", Question, owner="faqs", address="faq/{owner}/#{part}", icon="frequently-asked-questions", named="question")

KINDS: dict[str, Kind[Model]] = {
    kind.name: kind
    for kind in (
        *(PLATFORMS, CHANNELS, CHANNEL_TYPES, ISSUES, EMERGENCY, ESCALATION, PLACES, LETTERS, FIELDS, EVIDENCE, FAQS, RUBRIC, SCAMS),
        *(GLOSSARY, SOURCES, STRINGS, SYNONYMS, SEARCHES, RETIRED),
        *(BODIES, ENTITIES, CONTACTS, QUESTIONS),
    )
}
FILED = {name: kind for name, kind in KINDS.items() if not kind.owner}
"""The kinds that have files of their own."""
PAGED = tuple(name for name, kind in KINDS.items() if kind.address)
"""The kinds whose entries stand on a page, each at an address of its own."""
