"""Rules about claims: their dates and sources hold, and each stands once."""

from datetime import date

from ..model.kinds import CHANNELS, KINDS, SOURCES
from ..model.kinds.claims import Claim, Verification
from ..model.library import Entry
from ..model.strict_yaml import Path
from ..model.text import Model
from .context import Context, Problems


def check_dates(context: Context) -> Problems:
    """No document was published, and nothing was checked, in the future."""
    for entry, where, value, _ in context.visits:
        if isinstance(value, date) and value > context.today:
            yield entry.problem(where, f"The date {value} lies in the future (today is {context.today}).", "Correct the date.")


def check_official_source(context: Context) -> Problems:
    """The level 'official' rests on the operator, the authority or the law itself."""
    sources = context.library.all(SOURCES)
    for entry, where, value, _ in context.visits:
        if isinstance(value, Verification) and value.level == "official":
            source = sources.get(value.source or "")
            if source and not source.is_first_hand:
                yield entry.problem(
                    (*where, "level"),
                    f"'official' rests on '{value.source}', which is of the kind '{source.kind}'.",
                    "Use 'reported', or name a source of the kind operator, authority or law.",
                )


def check_sources_agree(context: Context) -> Problems:
    """A claim does not cite its own source twice."""
    for entry, where, value, _ in context.visits:
        if isinstance(value, Verification) and value.source in value.also:
            yield entry.problem((*where, "also"), f"'{value.source}' is named twice.", "Keep it in 'source' only.")


def check_facts_differ(context: Context) -> Problems:
    """A fact stands once on its page: its English words are its anchor."""
    seen: dict[tuple[str, str], tuple[Entry[Model], Path]] = {}
    for entry, where, value, _ in context.visits:
        if isinstance(value, Claim):
            first, place = seen.setdefault((_page_of(entry), value.text.en), (entry, where))
            if (first, place) != (entry, where):
                line = first.origin.document.line((*first.origin.node, *place))
                at = f"on line {line}" if first.origin.path == entry.origin.path else f"in {first.origin.path}:{line}"
                yield entry.problem(where, f"The fact stands here a second time; the first is {at}.", "Delete one of the two.")


def _page_of(entry: Entry[Model]) -> str:
    """The address of the page that shows an entry's facts: a platform's page shows its channels."""
    kind = "platforms" if entry.kind == CHANNELS.name else entry.kind
    return KINDS[kind].address_of(entry.id).partition("#")[0] or f"{kind}/{entry.id}"
