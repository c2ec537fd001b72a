"""Rules about addresses: a contact stands on its platform's own domain, says what it is, and nothing dangerous can be opened."""

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

from ..engines.lookalikes import looks_like
from ..model.hosts import is_under, suffixes, url_host
from ..model.kinds import CHANNELS, PLATFORMS, SOURCES
from ..model.kinds.claims import Contact
from ..model.kinds.platforms import NotOfficial, Platform
from ..model.kinds.reference import Source
from ..model.library import Entry, Library
from ..model.lines import Path
from ..model.text import Model
from .context import Context, Problems
from .public_hosts import PUBLIC_HOSTS, public_host


def check_contact_hosts(context: Context) -> Problems:
    """A platform's contact stands on one of the domains listed as official for that platform.

    Bad: data/channels/okx.yaml: https://www.okx.com/chat → https://help.example/chat
    Good: data/channels/okx.yaml: https://www.okx.com/chat → https://help.okx.com/chat
    """
    for channels in context.library.shelf(CHANNELS).values():
        if context.library.is_broken("platforms", channels.id):
            continue
        if not context.library.has("platforms", channels.id):
            yield channels.problem((), f"There is no platform '{channels.id}'.", f"Add platforms/{channels.id}.yaml, or rename this file.")
            continue
        platform = context.library.get(PLATFORMS, channels.id)
        for where, value, _ in channels.visits:
            if isinstance(value, Contact) and value.verification.level != "obsolete" and (fault := _fault_of(value, platform)):
                yield channels.problem((*where, "value"), *fault)


def _fault_of(contact: Contact, platform: Platform) -> tuple[str, str] | None:
    """What is wrong with the host of a platform's contact, and what to do; None if nothing is, or if it has none."""
    if (host := contact.host) is None:
        return None
    levels = {domain.host: domain.verification.level for domain in platform.domains}
    domains = [domain for domain, level in levels.items() if level == "official"]
    if any(is_under(host, domain) for domain in domains):
        return None
    listed = next((domain for domain in suffixes(host) if domain in levels), None)
    twin = next((domain for domain in domains if looks_like(host, domain)), None)
    own = ", ".join(domains) or "none"
    if listed:
        message = f"The domain '{listed}' is listed for the platform, but only as '{levels[listed]}'."
        return message, f"Use an address on an official one ({own}), or find a source that makes this one official."
    if twin:
        fix = f"Use an address under '{twin}', or list this one under 'not_official' as a warning."
        return f"The domain '{host}' looks like '{twin}' but is not.", fix
    if public := public_host(host):
        return f"'{host}' is {PUBLIC_HOSTS[public]}: anybody can have an address there.", f"Use an address on an official domain ({own})."
    fix = "Add the domain to the platform's 'domains' with its source first."
    return f"The domain '{host}' is not among the platform's official domains ({own}).", fix


_PARAMETERS = re.compile(
    r"utm_\w+|[a-z]*clid|mc_[ce]id|igshid|spm|_hs\w+|vero_id|yclid|wt\.mc_id"  # tracking
    r"|ref|refer|referral|referrer|ref_?(?:id|code|by)|rcode|clac_?code|invit\w*|aff|affiliate\w*|aff_?id|partner_?id|promo\w*|coupon"
    r"|channel_?id|campaign_?id|source_?id|share_?code",
    re.IGNORECASE,
)
_INVITING = re.compile(
    r"/(?:invit(?:e|ation)s?|referrals?|affiliates?)(?=/|$)|/(?:join|ref|refer|r/rf|signup|sign-up|register)/(?=[^/]*[A-Z0-9])[A-Za-z0-9_-]{3,}"
)


def check_addresses_invite_nobody(context: Context) -> Problems:
    """No address carries a referral, an invitation or a tracking mark: somebody would earn by it, or follow the reader.

    Bad: data/sources.yaml: https://kestrel.example/help → https://kestrel.example/help?ref=ABC123
    Good: data/sources.yaml: https://kestrel.example/help → https://kestrel.example/help?id=123
    """
    for entry, where, value in (*context.of(Contact), *context.of(Source)):
        for step, url in _urls_of(value):
            parts = urlsplit(url)
            names = [name for name, _ in parse_qsl(parts.query, keep_blank_values=True) if _PARAMETERS.fullmatch(name)]
            found = [f"{name}=" for name in names] or [match[0] for match in [_INVITING.search(parts.path)] if match]
            if found:
                message = f"The address carries '{found[0]}', by which somebody is paid or the reader is followed."
                yield entry.problem((*where, step), message, "Leave that part out.")


def _urls_of(value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, Contact) and value.kind in ("url", "form"):
        yield "value", value.value
    elif isinstance(value, Source) and value.url:
        yield "url", value.url


def check_contact_sources(context: Context) -> Problems:
    """An official contact has a source on a domain listed as official for its platform, or from an authority or the law.

    What stands under such a domain itself may rest on any text of the operator's.

    Bad: data/channels/okx.yaml: url⏎      value: https://www.okx.com/chat⏎      verification: {level: official, source: okx-help} → app⏎      value: Help, Chat⏎      verification: {level: official, source: kestrel-help}
    Good: data/channels/okx.yaml: url⏎      value: https://www.okx.com/chat → app⏎      value: Help, Chat
    """
    for channels in context.library.shelf(CHANNELS).values():
        if not context.library.has("platforms", channels.id):
            continue
        platform = context.library.get(PLATFORMS, channels.id)
        own = [domain.host for domain in platform.domains if domain.verification.level == "official"]
        for where, value, _ in channels.visits:
            if isinstance(value, Contact) and value.verification.level == "official" and not _is_vouched_for(context, value, own):
                message = f"No source of '{value.value}' stands on an official domain of the platform ({', '.join(own) or 'none'})."
                yield channels.problem(
                    (*where, "verification", "source"), message, "Cite the page of the platform itself, or lower the level to 'reported'."
                )


def _is_vouched_for(context: Context, contact: Contact, own: list[str]) -> bool:
    ids = (contact.verification.source, *contact.verification.also)
    sources = [context.library.get(SOURCES, id) for id in ids if id and context.library.has(SOURCES.name, id)]
    hosts = [contact.host, *(url_host(source.url) for source in sources if source.url)]
    if any(source.kind in ("authority", "law") for source in sources) or len(sources) < len([id for id in ids if id]):
        return True  # of a source that is missing, another rule tells
    return any(is_under(host, domain) for host in hosts if host for domain in own)


def check_not_official_is_not(context: Context) -> Problems:
    """What is listed as not official is neither on an official domain nor an official contact's address.

    Bad: data/platforms/okx.yaml: okx-support[.]com → help[.]okx[.]com
    Good: data/platforms/okx.yaml: okx-support[.]com → okx-help[.]com
    """
    official = {domain.host for domain in context.registry.official}
    contacts = {contact.value.lower() for _, _, contact in context.of(Contact) if contact.verification.level == "official"}
    for entry, where, value in context.of(NotOfficial):
        plain = re.sub(r" ?\[(at|\.)\] ?", lambda sign: "@" if sign[1] == "at" else ".", value.value).lower()
        domain = next((domain for domain in suffixes(plain) if domain in official), None)
        if domain or plain in contacts:
            what = f"stands on the official domain '{domain}'" if domain else "is the address of an official contact"
            yield entry.problem((*where, "value"), f"'{value.value}' {what}.", "Correct one of the two.")


_LETTER = "a-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff"  # Latin, Greek and Cyrillic letters, which look alike
_DOMAIN_WORD = re.compile(
    rf"(?<![{_LETTER}0-9@.])(?<!\[\.\])((?:[{_LETTER}0-9-]+\.)+[{_LETTER}]{{2,}})(?!\[\.\]|[{_LETTER}0-9])", re.IGNORECASE
)
_CHINESE_DOT = re.compile(r"(?<=[a-z0-9])[。｡](?=(?:com|net|org|io|cn|cc|me|info|top|xyz|vip)(?![a-z]))", re.IGNORECASE)
_DOT = re.compile(r"[.\u2024\u2026\u2488-\u249b\uff0e\u3002\uff61](?![\s\u3400-\u9fff\"\u201c-\u201d)\uff09]|$)")
"""A sign that may be read as a dot, where no sentence ends: a quick look before the thorough one."""
_OPENS = re.compile(rf"[{_LETTER}0-9]@[{_LETTER}0-9]|://", re.IGNORECASE)
_NAMES = ("name", "original", "publisher", "network")
"""Fields that are names, and shown as they are."""


def check_not_official_cannot_be_opened(context: Context) -> Problems:
    """What is listed as not official is written defanged, so that no program makes a link of it: name[.]example.

    Bad: data/platforms/okx.yaml: okx-support[.]com → okx-support.com
    Good: data/platforms/okx.yaml: okx-support[.]com → help[at]okx-support[.]com
    """
    for entry, where, value in context.of(NotOfficial):
        if _DOMAIN_WORD.search(value.value.replace("-", "")) or _OPENS.search(value.value):
            plain = re.sub(r"https?://", "", value.value).replace("[.]", ".")
            fix = f"Write it defanged: '{plain.replace('.', '[.]').replace('@', '[at]')}'."
            yield entry.problem((*where, "value"), f"'{value.value}' can be opened.", fix)


def check_domains_in_texts(context: Context) -> Problems:
    """A domain inside a sentence is one the library vouches for; any other is written defanged: name[.]example.

    The rule waits until every file that lists domains can be read.

    Bad: data/issues/login.yaml: en: Note the error. → en: Look at okx-help.example.
    Good: data/issues/login.yaml: en: Note the error. → en: "Never open okx-help[.]example."
    """
    if {kind for kind, _ in context.library.broken} & {"platforms", "channels", "places", "sources"}:
        return
    known = _known_hosts(context.library)
    above = {domain for host in known for domain in suffixes(host)}
    for entry, where, text in _sentences(context):
        for word in _domains_in(text):
            if word.lower() not in above and known.isdisjoint(suffixes(word.lower())):
                message = f"The domain '{word}' is nowhere listed as an official one."
                yield entry.problem(where, message, f"Write it defanged: '{word.replace('.', '[.]')}'.")


def _domains_in(text: str) -> list[str]:
    """The domains that a text names, in whatever letters."""
    if not _DOT.search(text):
        return []
    return _DOMAIN_WORD.findall(_CHINESE_DOT.sub(".", unicodedata.normalize("NFKC", text)))


def _known_hosts(library: Library) -> set[str]:
    hosts = {d.host for p in library.all(PLATFORMS).values() for d in p.domains if d.verification.level != "obsolete"}
    for kind in ("places", "channels"):
        for entry in library.entries[kind].values():
            contacts = [v for _, v, _ in entry.visits if isinstance(v, Contact)]
            hosts |= {c.host for c in contacts if c.host and c.verification.level != "obsolete"}
    return hosts | {url_host(s.url) for s in library.all(SOURCES).values() if s.url and s.is_first_hand}


def _sentences(context: Context) -> Iterator[tuple[Entry[Model], Path, str]]:
    """What readers see as text: sentences, ways through an app, postal addresses, names."""
    for entry, where, text in context.texts:
        yield from ((entry, (*where, "zh"), text.zh), (entry, (*where, "en"), text.en))
    for entry, where, contact in context.of(Contact):
        if contact.kind in ("app", "post"):
            yield entry, (*where, "value"), contact.value
    yield from (name for key in _NAMES for name in context.under(key))
