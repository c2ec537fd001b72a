"""What an entry of each kind looks like. The field names are the contributor's vocabulary."""

from dataclasses import dataclass

from ..text import Model, Phrase
from .letters import Letter, LetterField
from .places import Place
from .platforms import Channels, ChannelType, Platform
from .reference import Evidence, Faq, Retired, Scam, Source, Synonym, Term
from .troubles import Dimension, Issue, Moment, Rung


@dataclass(frozen=True)
class Kind:
    """Where the entries of a kind live: a folder with one file each, or one file of many."""

    name: str
    model: type[Model]
    folder: bool


KINDS = {
    kind.name: kind
    for kind in (
        Kind("platforms", Platform, folder=True),
        Kind("channels", Channels, folder=True),
        Kind("channel-types", ChannelType, folder=False),
        Kind("issues", Issue, folder=True),
        Kind("emergency", Moment, folder=False),
        Kind("escalation", Rung, folder=True),
        Kind("places", Place, folder=True),
        Kind("letters", Letter, folder=True),
        Kind("fields", LetterField, folder=False),
        Kind("evidence", Evidence, folder=False),
        Kind("faqs", Faq, folder=True),
        Kind("rubric", Dimension, folder=False),
        Kind("scams", Scam, folder=True),
        Kind("glossary", Term, folder=False),
        Kind("sources", Source, folder=False),
        Kind("strings", Phrase, folder=False),
        Kind("synonyms", Synonym, folder=False),
        Kind("retired", Retired, folder=False),
    )
}
