"""Rules about the domains of platforms: they are their own, and no look-alike gets in."""

from collections.abc import Iterator

from ..engines.lookalikes import brand_of
from ..model.hosts import is_under, url_host
from ..model.kinds import CHANNELS, SOURCES
from ..model.kinds.claims import Contact, Verification
from ..model.kinds.platforms import Entity, OfficialDomain
from ..model.kinds.reference import Source
from ..model.library import Entry
from ..model.text import Model
from .context import Context, Problems
from .public_hosts import PUBLIC_HOSTS, public_host
from .registry import Listed


def check_domains_are_no_public_hosts(context: Context) -> Problems:
    """No domain of a platform is a host at which anybody can have an address: mail, forms, files, short links, messengers, free sites.

    Bad: data/platforms/kestrel.yaml: host: redbird.example → host: bit.ly
    Good: data/platforms/kestrel.yaml: host: redbird.example → host: pay.kestrel.example
    """
    for listed in context.registry.listed:
        if public := public_host(listed.host):
            message = f"'{listed.host}' is {PUBLIC_HOSTS[public]}: anybody can have an address there."
            yield listed.problem(message, "List the platform's own domain, or none.")


def check_domains_have_one_owner(context: Context) -> Problems:
    """A domain belongs to one platform: the one whose sources came first.

    Bad: data/platforms/kestrel.yaml: host: redbird.example → host: www.okx.com
    Good: data/platforms/kestrel.yaml: host: redbird.example → host: pay.kestrel.example
    """
    registry = context.registry
    for listed in registry.listed:
        if owner := registry.owner_of(listed):
            yield listed.problem(f"The domain '{listed.host}' belongs to the platform '{owner}'.", "Delete it here.")


def check_own_domains_apart(context: Context) -> Problems:
    """No domain, contact or source address looks like an official domain of a platform without being it.

    Of two that look alike, the one that came later is told: new sources are added at the end of sources.yaml.

    Bad: data/sources.yaml: https://law.example/act → https://0kx.com/act
    Good: data/sources.yaml: https://law.example/act → https://www.okx.com/act
    """
    registry = context.registry
    for entry, where, value in (*context.of(Contact), *context.of(Source), *context.of(OfficialDomain), *context.of(Entity)):
        step, host = _host_of(value)
        if host is None or entry.kind == CHANNELS.name or registry.is_settled(host, value):
            continue
        if twin := next((twin for twin in registry.official_twins(host) if not _is_family(entry, host, twin)), None):
            if not _came_before(context, entry, host, twin):
                message = f"The domain '{host}' looks like '{twin.host}' but is not."
                yield entry.problem((*where, step), message, "Correct it, or give the source without an address ('no_url') and say why.")
            elif not any(_is_authority(source) for source in _cited(context, twin.domain.verification)):
                message = f"The domain '{twin.host}' can be mistaken for '{host}' ({entry.origin.path}:{entry.line((*where, step))})."
                yield twin.problem(message, f"Name a source from an authority for '{twin.host}', or leave it out.")


def _is_family(entry: Entry[Model], host: str, twin: Listed) -> bool:
    """Whether both are a platform's own, by one name under two endings, as companies use in other countries."""
    return (entry.kind, entry.id) == (twin.entry.kind, twin.entry.id) and brand_of(host) == brand_of(twin.host)


def _came_before(context: Context, entry: Entry[Model], host: str, twin: Listed) -> bool:
    """Whether the library had the host before the official domain that it looks like."""
    registry = context.registry
    if entry.kind == twin.entry.kind:
        return registry.earliest(entry.id) < registry.earliest(twin.entry.id)
    return registry.first_seen(host) < registry.turn(twin.domain.verification)


def check_look_alikes_are_vouched_for(context: Context) -> Problems:
    """An official domain that looks like another listed one has a source on that other one, or from an authority.

    Of the two, the one that came later needs it. One company's name under another ending, as companies use in other
    countries, is left to the reviewers.

    Bad: data/platforms/okx.yaml: domains: → domains:⏎  - {host: okxhelp.com, role: {zh: 帮助, en: Help}, verification: {level: official, source: kestrel-help}}
    Good: data/platforms/okx.yaml: domains: → domains:⏎  - {host: okxhelp.com, role: {zh: 帮助, en: Help}, verification: {level: official, source: okx-help}}
    """
    registry = context.registry
    told: set[str] = set()
    for listed in registry.official:
        for twin in registry.listed_twins(listed.host):
            newer, older = _in_order(context, listed, twin)
            if newer.host in told or is_under(twin.host, listed.host) or _is_family(listed.entry, listed.host, twin):
                continue
            if not any(_speaks_for(source, older.host) for source in _cited(context, newer.domain.verification)):
                told.add(newer.host)
                yield newer.problem(
                    f"The domain '{newer.host}' looks like '{older.host}', and '{older.host}' does not vouch for it.",
                    f"Name a source on '{older.host}' or from an authority, or list it under 'not_official' as a warning.",
                )


def _in_order(context: Context, listed: Listed, twin: Listed) -> tuple[Listed, Listed]:
    """Of a domain and one it looks like: the newer and the older. Within one platform the later listed is the newer."""
    registry = context.registry
    if listed.entry.id == twin.entry.id:
        mutual = any(other.host == listed.host for other in registry.listed_twins(twin.host))
        return (twin, listed) if mutual and listed.number < twin.number else (listed, twin)
    turns = registry.earliest(listed.entry.id), registry.earliest(twin.entry.id)
    return (twin, listed) if turns[0] < turns[1] else (listed, twin)


def _cited(context: Context, verification: Verification) -> Iterator[Source]:
    sources = context.library.all(SOURCES)
    yield from (sources[id] for id in (verification.source, *verification.also) if id in sources)


def _is_authority(source: Source) -> bool:
    return source.kind in ("authority", "law")


def _speaks_for(source: Source, host: str) -> bool:
    return _is_authority(source) or (source.url is not None and is_under(url_host(source.url), host))


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
