"""What the guide knows of addresses, mailboxes, accounts and numbers, in one file for the browser to judge pasted ones by."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..checks.public_hosts import PUBLIC_HOSTS, public_host
from ..engines.brands import BAIT, name_of_authority, names_of_platform, registered, twins
from ..engines.letter_template import Json
from ..html.words import Speech, spoken
from ..model.hosts import read_address
from ..model.kinds import BODIES, CONTACTS, PLACES, PLATFORMS, SCAMS, SOURCES
from ..model.kinds.claims import Contact, Verification
from ..model.kinds.places import Place
from ..model.kinds.platforms import NotOfficial, Platform, PlatformContact
from ..model.library import Entry
from ..model.standing import Standing, Verified, standing_of

KNOWN = "assets/known.json"

_OFFICIAL, _REPORTED, _DEAD = range(3)
_SHOWN = 120  # letters of a text: the page it leads to has all of it


def known(speech: Speech) -> str:
    """The file for one language, as JSON of this form.

    owners   [name, address of the page on it, id if it is a platform]
    sources  titles
    values   [kind, value, owner, state, text, source, day]: kind host, page, email, handle or phone; state 0 official, 1 only reported, 2 not to
             be used; owner and source count from 0, the source is -1 if there is none
    brands   [label, owner, host, 1 if it is an ordinary word]: what look-alikes imitate
    twins    signs of other scripts by the Latin ones they look like
    words    what thieves put around a name
    shared   hosts at which anybody can have an address
    signs    [name of a scam, address of its page, what its messages say]
    """
    book = _Book(speech)
    for platform in speech.library.shelf(PLATFORMS).values():
        _add_platform(book, platform)
    for place in speech.library.shelf(PLACES).values():
        _add_place(book, place)
    return json.dumps(book.to_json(), ensure_ascii=False, separators=(",", ":"))


@dataclass
class _Book:
    """The list as it grows: what comes first stays, unless what comes later is better founded."""

    speech: Speech
    owners: dict[tuple[str, str, str], int] = field(default_factory=dict)
    sources: dict[str, int] = field(default_factory=dict)
    values: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    brands: dict[str, list[Json]] = field(default_factory=dict)

    def say(self, words: object) -> str:
        return str(spoken(self.speech.language, words))

    def owner(self, name: object, path: str, platform: str = "") -> int:
        return self.owners.setdefault((self.say(name), path, platform), len(self.owners))

    def add(self, kind: str, value: str, owner: int, about: "_About") -> None:
        """Adds a value; what nobody vouches for is not listed."""
        if about.state is None:
            return
        old = self.values.get((kind, value))
        if old is None or (old[3] == _REPORTED and about.state != _REPORTED):
            source = self._source(about.verification)
            day = str(about.verification.published or "")
            self.values[kind, value] = [kind, value, owner, about.state, self.say(about.text)[:_SHOWN], source, day]

    def _source(self, verification: Verification) -> int:
        if not verification.source:
            return -1
        title = self.say(self.speech.library.get(SOURCES, verification.source).title)
        return self.sources.setdefault(title, len(self.sources))

    def to_json(self) -> dict[str, Json]:
        signs: list[Json] = [
            [self.say(scam.value.name), scam.address, [*scam.value.says.zh, *scam.value.says.en]]
            for scam in self.speech.library.shelf(SCAMS).values()
            if scam.value.says.zh
        ]
        return {
            "owners": [list(owner) for owner in self.owners],
            "sources": list(self.sources),
            "values": list(self.values.values()),
            "brands": list(self.brands.values()),
            "twins": dict(twins()),
            "words": BAIT,
            "shared": list(PUBLIC_HOSTS),
            "signs": signs,
        }


@dataclass(frozen=True)
class _About:
    """How far a value can be trusted, and what is said of it."""

    state: int | None
    text: object
    verification: Verification

    @classmethod
    def of(cls, value: Verified, text: object) -> "_About":
        return cls(_state(standing_of(value)), text, value.verification)


def _state(standing: Standing) -> int | None:
    if standing.is_dead:
        return _DEAD
    return {"official": _OFFICIAL, "reported": _REPORTED}.get(standing.look)


def _add_platform(book: _Book, platform: Entry[Platform]) -> None:
    value = platform.value
    owner = book.owner(value.name, platform.address, platform.id)
    hosts = [domain.host for domain in value.domains if _state(standing_of(domain)) in (_OFFICIAL, _REPORTED)]
    for domain in value.domains:
        book.add("host", domain.host, owner, _About.of(domain, domain.role))
    for handle in value.handles:
        book.add("handle", handle.value.removeprefix("@").lower(), owner, _About.of(handle, handle.network))
    for fake in value.not_official:
        for kind, text in _read(fake):
            book.add(kind, text, owner, _About.of(fake, fake.reason))
    if value.verify and value.verify.contact:
        _add_contact(book, value.verify.contact, owner, hosts)
    for entry in book.speech.library.shelf(CONTACTS).values():
        if entry.id.startswith(f"{platform.id}/") and entry.value.contact:
            _add_contact(book, entry.value, owner, hosts)
    own = (host for host in hosts if not public_host(registered(host)))
    names = names_of_platform(own, (value.name.en, *(former.name for former in value.former_names)))
    for name in names if hosts else ():  # of a platform without an address nobody can say what only looks like it
        host = next((host for host in hosts if registered(host).partition(".")[0] == name), hosts[0])
        book.brands.setdefault(name, [name, owner, host, int(name in value.ordinary)])


def _add_place(book: _Book, place: Entry[Place]) -> None:
    shelf, owner = book.speech.library.shelf(BODIES), book.owner(place.value.name, place.address)
    for contact in (*place.value.life, *place.value.crisis, *place.value.emergency, *place.value.registers, *place.value.warnings):
        _add_contact(book, contact, owner)
    for id in place.value.bodies:
        body = shelf[f"{place.id}/{id}"]
        for contact in body.value.contacts:
            _add_contact(book, contact, book.owner(body.name, body.address))


def _add_contact(book: _Book, item: Contact | PlatformContact, owner: int, own: Iterable[str] = ()) -> None:
    contact = item.contact if isinstance(item, PlatformContact) else item
    if contact is None:
        return
    about = _About.of(item, (item.name if isinstance(item, PlatformContact) else contact.label) or "")
    if contact.kind in ("url", "form"):
        _add_web(book, contact.value, owner, about)
    elif contact.kind == "email":
        book.add("email", contact.value.lower(), owner, about)
    elif contact.kind in ("phone", "text"):
        book.add("phone", re.sub(r"\D", "", contact.value), owner, about)
    elif contact.kind == "handle":
        book.add("handle", contact.value.removeprefix("@").lower(), owner, about)
    host = contact.host
    if not own and host and about.state == _OFFICIAL and not public_host(host) and (name := name_of_authority(host)):
        book.brands.setdefault(name, [name, owner, host.removeprefix("www."), 0])


def _add_web(book: _Book, url: str, owner: int, about: _About) -> None:
    """An address counts for its whole host, unless others have theirs there too, or nobody registered it."""
    host = read_address(url).host
    bare = host.removeprefix("www.")
    if public_host(host):
        book.add("page", _page(url), owner, about)
    else:
        book.add("host", bare if registered(bare) else host, owner, about)


def _page(url: str) -> str:
    """A page at a host where others have theirs: what an address is without "www.", question and anchor."""
    address = read_address(url)
    return (address.host.removeprefix("www.") + re.sub(r"[?#].*", "", address.path)).rstrip("/").lower()


def _read(fake: NotOfficial) -> Iterator[tuple[str, str]]:
    """What a value that circulates is, as far as it can be read: a number may end in x for what is not told."""
    text = fake.value.replace("[.]", ".").replace("[at]", "@")
    if re.fullmatch(r"\+?[0-9x() -]{5,}", text):
        yield "phone", re.sub(r"[^0-9x]", "", text)
    elif re.fullmatch(r"@[\w.]+", text):
        yield "handle", text[1:].lower()
    elif re.fullmatch(r"[^@\s]+@[^@\s]+", text):
        yield "email", text.lower()
    elif host := read_address(text).host:
        yield ("page", _page(text)) if public_host(host) else ("host", host)
