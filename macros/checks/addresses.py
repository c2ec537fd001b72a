"""Rules about addresses: a contact stands on its platform's own domain, and no look-alike gets in."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from ..engines.lookalikes import brand_of, looks_like
from ..model.hosts import is_under, url_host
from ..model.kinds import CHANNELS, PLATFORMS, SOURCES
from ..model.kinds.claims import Contact
from ..model.kinds.platforms import Entity, NotOfficial, OfficialDomain, Platform
from ..model.kinds.reference import Source
from ..model.library import Entry, Library
from ..model.strict_yaml import Path
from ..model.text import HoledText, Model, Text
from .context import Context, Problems


def check_contact_hosts(context: Context) -> Problems:
    """A platform's contact stands on one of the domains listed as official for that platform."""
    for channels in context.library.shelf(CHANNELS).values():
        if context.library.is_broken("platforms", channels.id):
            continue
        if not context.library.has("platforms", channels.id):
            yield channels.problem((), f"There is no platform '{channels.id}'.", f"Add platforms/{channels.id}.yaml, or rename this file.")
            continue
        domains = _official_hosts([context.library.get(PLATFORMS, channels.id)])
        for where, value, _ in channels.visits:
            if isinstance(value, Contact) and value.host and value.verification.level != "obsolete":
                yield from _judge_host(channels, (*where, "value"), value.host, domains)


def _official_hosts(platforms: Iterable[Platform]) -> list[str]:
    return [domain.host for platform in platforms for domain in platform.domains if domain.verification.level == "official"]


def _judge_host(entry: Entry[Model], where: Path, host: str, domains: list[str]) -> Problems:
    if any(is_under(host, domain) for domain in domains):
        return
    twin = next((domain for domain in domains if looks_like(host, domain)), None)
    if twin:
        yield entry.problem(
            where,
            f"The domain '{host}' looks like '{twin}' but is not.",
            f"Use an address under '{twin}', or list this one under 'not_official' as a warning.",
        )
    else:
        fix = "Add the domain to the platform's 'domains' with its source first."
        yield entry.problem(
            where, f"The domain '{host}' is not among the platform's official domains ({', '.join(domains) or 'none'}).", fix
        )


def check_own_domains_apart(context: Context) -> Problems:
    """No official domain, contact or source address looks like an official domain of a platform without being it."""
    official = _official_hosts(context.library.all(PLATFORMS).values())
    for entry, where, value, _ in context.visits:
        step, host = _host_of(value)
        if host is None or entry.kind == "channels" or any(is_under(host, domain) for domain in official):
            continue
        twin = next((domain for domain in official if looks_like(host, domain)), None)
        if twin:
            yield entry.problem(
                (*where, step),
                f"The domain '{host}' looks like '{twin}' but is not.",
                "Correct it, or give the source without an address ('no_url') and say why.",
            )


def check_look_alikes_are_vouched_for(context: Context) -> Problems:
    """An official domain that looks like another one has a source on that other one, or from an authority.

    The same name under another ending, as companies use in other countries, is left to the reviewers.
    """
    sources = context.library.all(SOURCES)
    official = [d.host for p in context.library.all(PLATFORMS).values() for d in p.domains if d.verification.level == "official"]
    for entry, where, value, _ in context.visits:
        if isinstance(value, OfficialDomain) and value.verification.level == "official":
            cited = [sources[id] for id in (value.verification.source, *value.verification.also) if id in sources]
            twins = (host for host in official if _is_imitation(value.host, host, official))
            if twin := next((host for host in twins if not any(_speaks_for(source, host) for source in cited)), None):
                yield entry.problem(
                    (*where, "host"),
                    f"The domain '{value.host}' looks like '{twin}', and '{twin}' does not vouch for it.",
                    f"Name a source on '{twin}' or from an authority, or list it under 'not_official' as a warning.",
                )


def _is_imitation(host: str, known: str, official: list[str]) -> bool:
    """Whether the host looks like the known one. Of two that look like each other, the one listed later is the imitation."""
    if is_under(known, host) or brand_of(host) == brand_of(known) or not looks_like(host, known):
        return False
    return official.index(known) < official.index(host) or not looks_like(known, host)


def _speaks_for(source: Source, host: str) -> bool:
    return source.kind in ("authority", "law") or (source.url is not None and is_under(url_host(source.url), host))


def _host_of(value: object) -> tuple[str, str | None]:
    """The key under which a value names a host, and the host; None if it names none or warns of it."""
    if isinstance(value, Contact) and value.verification.level != "obsolete":
        return "value", value.host
    if isinstance(value, Source) and value.url:
        return "url", url_host(value.url)
    if isinstance(value, OfficialDomain) and value.verification.level != "obsolete":
        return "host", value.host
    if isinstance(value, Entity):
        return "domain", value.domain
    return "", None


def check_not_official_is_not(context: Context) -> Problems:
    """What is listed as not official stands on no official domain."""
    official = _official_hosts(context.library.all(PLATFORMS).values())
    for entry, where, value, _ in context.visits:
        if isinstance(value, NotOfficial):
            host = value.value.replace("[.]", ".").rpartition("@")[2].lower()
            if domain := next((domain for domain in official if is_under(host, domain)), None):
                yield entry.problem(
                    (*where, "value"), f"'{value.value}' stands on the official domain '{domain}'.", "Correct one of the two."
                )


_LETTER = "a-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff"  # Latin, Greek and Cyrillic letters, which look alike
_DOMAIN_WORD = re.compile(
    rf"(?<![{_LETTER}0-9@.])(?<!\[\.\])((?:[{_LETTER}0-9-]+\.)+[{_LETTER}]{{2,}})(?!\[\.\]|[{_LETTER}0-9])", re.IGNORECASE
)
_CHINESE_DOT = re.compile(r"(?<=[a-z0-9])[。｡](?=(?:com|net|org|io|cn|cc|me|info|top|xyz|vip)(?![a-z]))", re.IGNORECASE)
_NAMES = ("name", "original", "publisher", "network")
"""Fields that are names, and shown as they are."""


def check_domains_in_texts(context: Context) -> Problems:
    """A domain inside a sentence is one the library vouches for; any other is written defanged: name[.]example.

    The rule waits until every file that lists domains can be read.
    """
    if {kind for kind, _ in context.library.broken} & {"platforms", "channels", "places", "sources"}:
        return
    known = _known_hosts(context.library)
    for entry, where, value, _ in context.visits:
        for key, text in _sentences(where, value):
            for word in _DOMAIN_WORD.findall(_CHINESE_DOT.sub(".", unicodedata.normalize("NFKC", text))):
                if not any(is_under(word.lower(), host) or is_under(host, word.lower()) for host in known):
                    yield entry.problem(
                        (*where, *key),
                        f"The domain '{word}' is nowhere listed as an official one.",
                        f"Write it defanged: '{word.replace('.', '[.]')}'.",
                    )


def _known_hosts(library: Library) -> set[str]:
    hosts = {d.host for p in library.all(PLATFORMS).values() for d in p.domains if d.verification.level != "obsolete"}
    for kind in ("places", "channels"):
        for entry in library.entries[kind].values():
            contacts = [v for _, v, _ in entry.visits if isinstance(v, Contact)]
            hosts |= {c.host for c in contacts if c.host and c.verification.level != "obsolete"}
    return hosts | {url_host(s.url) for s in library.all(SOURCES).values() if s.url and s.is_first_hand}


def _sentences(where: Path, value: object) -> Iterator[tuple[Path, str]]:
    """What readers see as text: (the key below this one, the text)."""
    if isinstance(value, Text | HoledText):
        yield from ((("zh",), value.zh), (("en",), value.en))
    elif isinstance(value, Contact) and value.kind in ("app", "post"):
        yield ("value",), value.value
    elif isinstance(value, str) and where and where[-1] in _NAMES:
        yield (), value
