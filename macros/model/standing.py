"""What a reader may do with a value: decided here, once, for every page, letter, list and file.

Rules: ``official`` is the operator's, the authority's or the law's own word; only that, and only while those do not contradict
each other, is a link, stands in a letter's address, or may be copied from a list of addresses. (A number that saves lives can be tapped if it is
only reported.) A value is never better than what
it contains. Days a fact keeps after a person compared it: 30 for a contact, 90 for a company, 180 for a law, a deadline or a scam.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

from .hosts import is_under
from .kinds.claims import Claim, Contact, Level, Verification
from .kinds.platforms import Entity, Handle, NotOfficial, OfficialDomain, PlatformContact, VerifyTool
from .kinds.reference import Source

Role = Literal["address", "urgent", "list", "life"]
"""Where a value stands: among addresses, among those that people call in danger, in the list of all numbers to call in danger, or among
those that save a life."""

LEVELS: tuple[Level, ...] = get_args(Level)
"""From the strongest to the weakest."""

Verified = Contact | PlatformContact | OfficialDomain | Handle | NotOfficial | VerifyTool | Entity | Claim
_DAYS = {Contact: 30, PlatformContact: 30, OfficialDomain: 30, Handle: 30, VerifyTool: 30, NotOfficial: 180, Entity: 90}
_LASTING = 180  # a law, a deadline, a pattern of a scam


@dataclass(frozen=True)
class Standing:
    """How far a value can be trusted, and what follows.

    ``words`` are the phrases of strings.yaml that go with it, in order; ``due`` is the last day of its shelf life, None if nobody
    has compared it yet.
    """

    level: Level
    disputed: bool = False
    is_fake: bool = False
    """A warning about a value that circulates: whatever its source is worth, it is used by nobody."""
    words: tuple[str, ...] = ()
    due: date | None = None
    saves_lives: bool = False
    """Whoever is in danger and reads a number dials it, by a tap or not: a reported one is no link to money."""

    @property
    def may_be_linked(self) -> bool:
        """Whether one tap may use it."""
        return self._is_vouched_for or (self.saves_lives and self.level == "reported" and not self.disputed)

    @property
    def _is_vouched_for(self) -> bool:
        return self.level == "official" and not self.disputed and not self.is_fake

    @property
    def may_be_prefilled(self) -> bool:
        """Whether a letter may be addressed to it without the reader typing it."""
        return self._is_vouched_for

    @property
    def may_be_copied(self) -> bool:
        """Whether a list for programs may hand it on as an address to use."""
        return self._is_vouched_for

    @property
    def is_dead(self) -> bool:
        """Whether it is shown struck through, in a form that no program takes for an address."""
        return self.is_fake or self.level == "obsolete"

    @property
    def mark(self) -> str:
        """The word for its mark on a page: a level, or ``fake``."""
        return "fake" if self.is_fake else self.level

    @property
    def look(self) -> str:
        """The word by which styles tell it apart: a disputed value looks like a reported one."""
        return "reported" if self.disputed and self.level == "official" else self.mark

    def is_out_of_date(self, day: date) -> bool:
        """Whether its shelf life has ended by a day."""
        return self.due is not None and day > self.due


def weakest(levels: Iterable[Level]) -> Level:
    """The weakest of some levels."""
    return max(levels, key=LEVELS.index)


def standing_of(value: Verified, listed: Iterable[str] = (), role: Role = "address") -> Standing:
    """The standing of a value; ``listed`` are the hosts that the authority itself is officially listed under."""
    inner = value.contact if isinstance(value, PlatformContact | VerifyTool) else None
    level = weakest(found.verification.level for found in (value, inner) if found)
    is_disputed = any(found.disputed for found in (value, inner) if isinstance(found, Contact))
    is_fake = isinstance(value, NotOfficial)
    doubts = () if is_fake else _doubts(_family(value, listed, role), level)
    words = (*doubts, "sources-disagree") if is_disputed else doubts
    due = _due(value.verification, _DAYS.get(type(value), _LASTING))
    return Standing(level, is_disputed, is_fake, words, due, role == "life" and _is_number(value))


WORDS = {
    ("contact", "reported"): "contact-reported",
    ("contact", "unverified"): "contact-unverified",
    ("domain", "reported"): "contact-reported",
    ("domain", "unverified"): "domain-unverified",
    ("page", "unverified"): "page-unverified",
    ("urgent", "reported"): "number-reported",
    ("urgent", "unverified"): "number-unverified",
    ("list", "unverified"): "number-unverified",
    ("life", "unverified"): "number-unverified",
    ("list of addresses", "unverified"): "contact-unverified",
    ("hotline", "reported"): "number-reported",
    ("hotline", "unverified"): "hotline-unverified",
}
"""The phrase for a doubt, by what is doubted and the level; the list of numbers says of reported ones what to do before it begins."""


def _doubts(family: str, level: Level) -> tuple[str, ...]:
    return (WORDS[family, level],) if (family, level) in WORDS else ()


def _family(value: Verified, listed: Iterable[str], role: Role) -> str:
    """What is doubted, as readers should be told."""
    if _is_number(value):
        return {"address": "hotline"}.get(role, role)
    if role in ("list", "life"):
        return "list of addresses"
    if isinstance(value, Contact) and value.host and value.verification.level == "unverified":
        return "page" if any(is_under(value.host, host.removeprefix("www.")) for host in listed) else "contact"
    return "domain" if isinstance(value, OfficialDomain) else "contact"


def _is_number(value: Verified) -> bool:
    return isinstance(value, Contact) and value.kind in ("phone", "text")


def _due(verification: Verification, days: int) -> date | None:
    return verification.checked.on + timedelta(days=days) if verification.checked else None


def may_be_cited(source: Source) -> bool:
    """Whether a page may link to a source: only where the operator, the authority or the law itself speaks."""
    return source.url is not None and source.is_first_hand


def official_hosts(contacts: Iterable[Contact]) -> frozenset[str]:
    """The hosts of the addresses that may be linked."""
    return frozenset(contact.host for contact in contacts if contact.host and standing_of(contact).may_be_linked)
