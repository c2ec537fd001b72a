"""Jurisdictions and the bodies in them."""

from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field, model_validator

from ..problems import shown
from ..text import Model, Plain, Text, Words
from .claims import Claim, Clock, Contact, Correction, Country, Id, Language, Ref, Verification

Region = Literal["east-asia", "south-east-asia", "south-asia-middle-east", "europe", "americas", "oceania-africa"]
"""Where a place is listed, in the order of the lists."""


def _time_zone(name: str) -> str:
    """A name of the IANA database: ``Europe/Malta``."""
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(f"'{name}' is not a time zone of the IANA database") from None


TimeZone = Annotated[str, AfterValidator(_time_zone)]

BodyKind = Literal["regulator", "ombudsman", "consumer", "police", "helpline", "data-protection", "court", "reporting"]


Group = Literal["safety", "money", "account", "trading", "service"]
"""What a trouble is about."""

Stage = Literal["nothing", "support", "complaint", "answer"]
"""How far a reader has come: nothing done, support contacted, formal complaint sent, final answer or silence until its limit."""


Bar = Literal["arbitration-agreed", "in-court", "under-investigation"]
"""What keeps a body from taking a case that it would take otherwise."""


class Taking(Model):
    """When a body may take a case (all that is named must hold), and the most it can order the company to do."""

    troubles: tuple[Annotated[str, Ref("issues")], ...] = ()
    groups: tuple[Group, ...] = ()
    company: Annotated[
        Literal["any", "licensed-here", "member", "not-licensed", "bank"],
        Field(description="which companies: under licence in this place, members of its scheme, without a licence here; or the bank"),
    ] = "any"
    entities: Annotated[tuple[Annotated[str, Ref("entities")], ...], Field(description="only these companies")] = ()
    who: Literal["anyone", "consumer", "victim-of-crime"] = "anyone"
    after: Stage = "nothing"
    unless: tuple[Bar, ...] = ()
    orders: Literal["payment", "release", "data", "nothing"]
    verification: Verification

    @model_validator(mode="after")
    def _names_a_trouble(self) -> "Taking":
        if not self.troubles and not self.groups:
            raise ValueError("name the 'troubles' or the 'groups' of troubles it takes")
        return self


class Body(Model):
    """A regulator, ombudsman, consumer body, police desk or court."""

    name: Text
    original: Plain | None = None
    kind: BodyKind
    can: tuple[Claim, ...] = ()
    cannot: tuple[Claim, ...] = ()
    prerequisite: tuple[Claim, ...] = ()
    contacts: tuple[Contact, ...] = ()
    firm_time: tuple[Clock, ...] = ()
    file_within: tuple[Clock, ...] = ()
    cost: Claim | None = None
    award: Claim | None = None
    languages: tuple[Language, ...] = ()
    facts: tuple[Claim, ...] = ()
    letters: tuple[Annotated[str, Ref("letters")], ...] = ()
    takes: tuple[Taking, ...] = ()


class State(Model):
    """One of the countries that a place covers: who supervises firms there, and who settles disputes."""

    authority: Annotated[tuple[Claim, ...], Field(min_length=1)]
    disputes: tuple[Claim, ...] = ()
    contacts: tuple[Contact, ...] = ()


class Place(Model):
    """A jurisdiction: its law in brief, and who in it can take a case."""

    name: Text
    in_sentence: Annotated[Text | None, Field(description="the name within a sentence, if it differs: 'the United States'")] = None
    region: Region
    zone: Annotated[TimeZone | None, Field(description="the time zone that its bodies count days in")] = None
    status: Literal["covered", "not-covered"] = "covered"
    brief: Text
    also: Words = Words()
    languages: tuple[Language, ...] = ()
    life: Annotated[tuple[Contact, ...], Field(description="whom to call when a life is in danger")] = ()
    crisis: Annotated[tuple[Contact, ...], Field(description="who listens when it is too much to bear")] = ()
    emergency: Annotated[tuple[Contact, ...], Field(description="where money may still be stopped, and a crime is reported")] = ()
    law: tuple[Claim, ...] = ()
    possible: tuple[Claim, ...] = ()
    bodies: dict[Id, Body] = Field(default_factory=dict)
    registers: tuple[Contact, ...] = ()
    warnings: tuple[Contact, ...] = ()
    cautions: tuple[Claim, ...] = ()
    corrections: tuple[Correction, ...] = ()
    countries: Annotated[tuple[Country, ...], Field(description="the countries it covers, if it is more than one")] = ()
    states: Annotated[dict[Country, State], Field(description="one row for each country it covers")] = Field(default_factory=dict)
    part_of: Annotated[str, Ref("places")] | None = None

    @model_validator(mode="after")
    def _covers_its_states(self) -> "Place":
        for code in self.states:
            if code not in self.countries:
                raise ValueError(f"'states' holds {shown(code)}, which is not among 'countries'")
        return self

    @property
    def is_one_country(self) -> bool:
        """Whether living there says which country one lives in."""
        return len(self.countries) <= 1

    @property
    def name_in_sentence(self) -> Text:
        return self.in_sentence or self.name
