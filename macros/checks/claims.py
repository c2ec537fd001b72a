"""Rules about claims: their dates, sources and levels hold, and each stands once."""

from collections.abc import Iterator
from datetime import date

from ..model.kinds import CHANNELS, KINDS, SOURCES
from ..model.kinds.claims import Claim, Level, Verification
from ..model.kinds.platforms import PlatformContact, VerifyTool
from ..model.library import Entry
from ..model.lines import Path
from ..model.standing import LEVELS
from ..model.text import Model
from .context import Context, Problems
from .figures import spans


def check_dates(context: Context) -> Problems:
    """No document was published, and nothing was checked, in the future.

    Bad: data/sources.yaml: published: 2026-01-15 → published: 2026-12-02
    Good: data/sources.yaml: published: 2026-01-15 → published: 2026-12-01
    """
    for entry, where, value in context.of(date):
        if value > context.today:
            yield entry.problem(where, f"The date {value} lies in the future (today is {context.today}).", "Correct the date.")


def check_official_source(context: Context) -> Problems:
    """The level 'official' rests on the operator, the authority or the law itself.

    Bad: data/issues/login.yaml: {level: reported, source: blog} → {level: official, source: blog}
    Good: data/issues/login.yaml: {level: reported, source: blog} → {level: official, source: okx-help}
    """
    sources = context.library.all(SOURCES)
    for entry, where, value in context.of(Verification):
        if value.level == "official":
            source = sources.get(value.source or "")
            if source and not source.is_first_hand:
                yield entry.problem(
                    (*where, "level"),
                    f"'official' rests on '{value.source}', which is of the kind '{source.kind}'.",
                    "Use 'reported', or name a source of the kind operator, authority or law.",
                )


def check_sources_agree(context: Context) -> Problems:
    """A claim does not cite its own source twice.

    Bad: data/issues/login.yaml: {level: reported, source: blog} → {level: reported, source: blog, also: [blog]}
    Good: data/issues/login.yaml: {level: reported, source: blog} → {level: reported, source: blog, also: [okx-help]}
    """
    for entry, where, value in context.of(Verification):
        if value.source in value.also:
            yield entry.problem((*where, "also"), f"'{value.source}' is named twice.", "Keep it in 'source' only.")


def check_levels_descend(context: Context) -> Problems:
    """A channel or a tool is no better known than the address it gives: its level is not above the address's.

    Bad: data/channels/okx.yaml: official, source: okx-help}⏎    languages → reported, source: okx-help}⏎    languages
    Good: data/channels/okx.yaml: limit: 500⏎    verification: {level: official → limit: 500⏎    verification: {level: reported
    """
    both: list[tuple[Entry[Model], Path, PlatformContact | VerifyTool]] = [*context.of(PlatformContact), *context.of(VerifyTool)]
    for entry, where, value in both:
        if value.contact:
            outer, inner = value.verification.level, value.contact.verification.level
            if LEVELS.index(outer) < LEVELS.index(inner):
                message = f"The level '{outer}' stands above that of the address, which is '{inner}'."
                yield entry.problem((*where, "verification", "level"), message, f"Use '{inner}' here too.")


def check_facts_differ(context: Context) -> Problems:
    """A fact stands once on its page: its English words are its anchor.

    Bad: data/places/mt.yaml: region: → law: [{text: {zh: 可以处罚。, en: It can fine.}, verification: {level: unverified}}]⏎region:
    Good: data/places/mt.yaml: region: → law: [{text: {zh: 可以暂停。, en: It can suspend.}, verification: {level: unverified}}]⏎region:
    """
    seen: dict[tuple[str, str], tuple[Entry[Model], Path]] = {}
    for entry, where, value in context.of(Claim):
        first, place = seen.setdefault((_page_of(entry), value.text.en), (entry, where))
        if (first, place) != (entry, where):
            line = first.line(place)
            at = f"on line {line}" if first.origin.path == entry.origin.path else f"in {first.origin.path}:{line}"
            yield entry.problem(where, f"The fact stands here a second time; the first is {at}.", "Delete one of the two.")


def check_one_level(context: Context) -> Problems:
    """One claim has one level everywhere: the same sentence, and the same figures out of the same source; a conclusion of ours is unverified.

    Bad: data/issues/login.yaml: cannot: [] → cannot: [{text: {zh: 它有执照。, en: It has a licence.}, verification: {level: reported, source: okx-help}}]
    Good: data/issues/login.yaml: cannot: [] → cannot: [{text: {zh: 它有执照。, en: It has a licence.}, verification: {level: official, source: okx-help}}]
    """
    seen: dict[tuple[object, ...], tuple[Level, Entry[Model], Path]] = {}
    for entry, where, claim in context.of(Claim):
        level = claim.verification.level
        for key in _said_by(claim):
            known, first, place = seen.setdefault(key, (level, entry, where))
            if known != level:
                at = f"{first.origin.path}:{first.line(place)}"
                message = f"The level is '{level}' here, and '{known}' for the same {key[0]} in {at}."
                yield entry.problem((*where, "verification", "level"), message, "Give both the level that the source bears.")
                break


def _said_by(claim: Claim) -> Iterator[tuple[object, ...]]:
    """What has one level: the sentence out of its source, and figures with their units, unless they are a conclusion of ours."""
    source, level = claim.verification.source, claim.verification.level
    yield "sentence", claim.text.zh, source
    if source and level in ("official", "reported") and (said := _figures(claim.text.en)):
        yield "figures", said, source


def _figures(text: str) -> frozenset[tuple[float, str]]:
    """The numbers of a text that have units, with those."""
    return frozenset((number, unit) for number, units in spans(text).items() for unit in units)


def _page_of(entry: Entry[Model]) -> str:
    """The address of the page that shows an entry's facts: a platform's page shows its channels."""
    kind = "platforms" if entry.kind == CHANNELS.name else entry.kind
    return KINDS[kind].address_of(entry.id).partition("#")[0] or f"{kind}/{entry.id}"
