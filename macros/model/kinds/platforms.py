"""Platforms with their legal entities, and the ways to reach them."""

import re
from typing import Annotated, Literal

from pydantic import Field, model_validator

from ..text import Model, Plain, Text, Words
from .claims import (
    Authorised,
    Claim,
    Clock,
    Contact,
    Correction,
    Country,
    Day,
    Domain,
    Flag,
    Id,
    Language,
    Ref,
    ReplyTime,
    SomeTexts,
    Texts,
    Verification,
    Whole,
)

_FEW_COMPANIES = 3  # so many stand on their platform's page with all that there is to say of them


class FormerName(Model):
    name: Plain
    until: Plain | None = None
    verification: Verification


class OfficialDomain(Model):
    host: Domain
    role: Text
    verification: Verification


class Handle(Model):
    """An account on a social network."""

    network: Plain
    value: Annotated[str, Field(pattern=r"^@?[A-Za-z0-9_./]{2,64}$")]
    role: Text | None = None
    verification: Verification


TakenFor = Literal["site", "mailbox", "number", "account"]


class NotOfficial(Model):
    """A value that circulates and must not be used; shown struck through, defanged, never linked."""

    value: Plain
    reason: Text
    verification: Verification

    @property
    def taken_for(self) -> TakenFor:
        """What people take it for."""
        if "[at]" in self.value:
            return "mailbox"
        if re.fullmatch(r"[+\d\s().-]+", self.value):
            return "number"
        return "account" if self.value.startswith("@") else "site"


class VerifyTool(Model):
    """The platform's own tool for checking whether a channel is really theirs."""

    name: Text
    how: SomeTexts
    caution: Text | None = None
    contact: Contact | None = None
    verification: Verification


class Outside(Model):
    """A body that cannot take a case against a company, though a reader would think so."""

    body: Annotated[str, Ref("bodies")]
    because: Text
    verification: Verification


class Opened(Model):
    """From which to which day an account was opened to belong to a company."""

    since: Day | None = None
    until: Day | None = None


Product = Literal["coins", "money", "derivatives"]


class Entity(Model):
    """A legal entity of a platform: the party a reader has a contract with."""

    name: Plain
    serves: Text
    residents: tuple[Country, ...] = ()
    others: Annotated[Flag, Field(description="serves everybody no other entity serves")] = False
    domain: Domain | None = None
    authorised: Annotated[Authorised | None, Field(description="as a crypto-asset service provider there; 'licence' says who says so")] = (
        None
    )
    licence: Claim | None = None
    regulator: Annotated[str, Ref("bodies")] | None = None
    desk: tuple[Annotated[str, Ref("contacts")], ...] = ()
    escalate: tuple[Annotated[str, Ref("bodies")], ...] = ()
    outside: Annotated[tuple[Outside, ...], Field(description="bodies that cannot take a case against it")] = ()
    opened: Annotated[Opened | None, Field(description="only for accounts opened in this time")] = None
    product: Annotated[Product | None, Field(description="only for this product")] = None
    clocks: tuple[Clock, ...] = ()
    facts: tuple[Claim, ...] = ()
    verification: Verification

    @model_validator(mode="after")
    def _says_who_authorised(self) -> "Entity":
        if self.authorised and not self.licence:
            raise ValueError("'authorised' needs a 'licence' that says who authorised it")
        return self


class Meaning(Model):
    """One of the things an ambiguous name may stand for."""

    name: Text
    what: Text
    sign: Text
    do: SomeTexts
    platform: Annotated[str, Ref("platforms")] | None = None
    links: tuple[Annotated[str, Ref("*")], ...] = ()
    facts: tuple[Claim, ...] = ()
    verification: Verification


class Platform(Model):
    """An exchange, wallet, payment service, token issuer or an ambiguous name."""

    name: Text
    kind: Literal["exchange", "wallet", "payment", "issuer", "ambiguous", "other"]
    custody: Literal["platform", "self", "issuer", "depends", "unknown"]
    brief: Text
    order: Annotated[Whole, Field(ge=1, le=99)] = 50
    first: SomeTexts
    aliases: tuple[Plain, ...] = ()
    ordinary: Annotated[tuple[Plain, ...], Field(description="names of it that are ordinary words, too")] = ()
    former_names: tuple[FormerName, ...] = ()
    domains: tuple[OfficialDomain, ...] = ()
    handles: tuple[Handle, ...] = ()
    not_official: tuple[NotOfficial, ...] = ()
    verify: VerifyTool | None = None
    never_asks: tuple[Claim, ...] = ()
    entities: dict[Id, Entity] = Field(default_factory=dict)
    which_entity: tuple[Claim, ...] = ()
    meanings: dict[Id, Meaning] = Field(default_factory=dict)
    facts: tuple[Claim, ...] = ()
    corrections: tuple[Correction, ...] = ()
    issues: tuple[Annotated[str, Ref("issues")], ...] = ()
    scams: tuple[Annotated[str, Ref("scams")], ...] = ()

    @property
    def has_many_companies(self) -> bool:
        """Whether there is too much to say of its companies for its own page."""
        return len(self.entities) > _FEW_COMPANIES


class PlatformContact(Model):
    """One way to reach a platform or one of its entities."""

    type: Annotated[str, Ref("channel-types")]
    name: Text
    purpose: Literal["support", "complaints", "reports"] = "support"
    entity: Annotated[str, Ref("entities")] | None = None
    contact: Contact | None = None
    steps: Texts = ()
    hours: Claim | None = None
    reply: tuple[ReplyTime, ...] = ()
    languages: tuple[Language, ...] = ()
    good_for: tuple[Annotated[str, Ref("issues")], ...] = ()
    have_ready: tuple[Annotated[str, Ref("evidence")], ...] = ()
    tips: Texts = ()
    cautions: Texts = ()
    limit: Annotated[Whole, Field(ge=1)] | None = None
    verification: Verification


class Channels(Model):
    """The ways to reach one platform."""

    contacts: dict[Id, PlatformContact]
    none_found: tuple[Claim, ...] = ()

    @model_validator(mode="after")
    def _says_something(self) -> "Channels":
        if not self.contacts and not self.none_found:
            raise ValueError("give a contact, or say in 'none_found' that there is none")
        return self


class ChannelType(Model):
    """A way of reaching support, whatever the platform."""

    name: Text
    icon: Plain
    brief: Text
    also: Words = Words()
    good: SomeTexts
    bad: SomeTexts
    how: SomeTexts
    evidence_value: Text
    cautions: Texts = ()
    facts: tuple[Claim, ...] = ()
    reply: tuple[ReplyTime, ...] = ()
