"""How we know a thing: references, verification, claims, clocks and contacts."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from babel import Locale, UnknownLocaleError
from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from ..hosts import email_host, url_host, written_plainly
from ..text import Model, Plain, Text, faults


@dataclass(frozen=True)
class Ref:
    """Marks a string that names an entry of a kind; ``Ref("*")`` is written ``kind/id``."""

    kind: str


def _iso_date(value: object) -> object:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(value)):
        raise ValueError("a date is written YYYY-MM-DD")
    return value


def _whole_number(value: object) -> object:
    """Digits and nothing else: pydantic would read ``1_0``, ``1.0`` and ``007`` too."""
    if not re.fullmatch(r"-?(0|[1-9][0-9]{0,8})", str(value)):
        raise PydanticCustomError("int_parsing", "not a whole number")
    return value


def _true_or_false(value: object) -> object:
    """One of the two words: pydantic would read ``y``, ``on`` and ``1`` too."""
    if str(value) not in ("true", "false"):
        raise PydanticCustomError("bool_parsing", "neither true nor false")
    return value


def _language(code: str) -> str:
    """BCP 47, as far as the Unicode CLDR has a name for it: ``zh``, ``zh-Hant``."""
    try:
        Locale.parse(code, sep="-")
    except (ValueError, UnknownLocaleError):
        raise ValueError(f"'{code}' is not a language code") from None
    return code


def _country(code: str) -> str:
    """ISO 3166-1, in lower case: ``de``; ``eu`` and ``eea`` are places, not countries."""
    if code != code.lower() or len(code) != 2 or code.upper() not in Locale("en").territories:
        raise ValueError(f"'{code}' is not a country code")
    return code


def _https(url: str) -> str:
    url_host(url)
    return url


Day = Annotated[date, BeforeValidator(_iso_date)]
Url = Annotated[str, AfterValidator(_https)]
Domain = Annotated[str, AfterValidator(written_plainly)]
Language = Annotated[str, AfterValidator(_language)]
Country = Annotated[str, AfterValidator(_country)]
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Whole = Annotated[int, BeforeValidator(_whole_number)]
Authorised = Literal["eea"]
"""Where a company may be authorised as a crypto-asset service provider under one law for many places."""

Flag = Annotated[bool, BeforeValidator(_true_or_false)]
Texts = tuple[Text, ...]
SomeTexts = Annotated[Texts, Field(min_length=1)]

Level = Literal["official", "reported", "unverified", "obsolete"]
SourceRef = Annotated[str, Ref("sources")]


class Checked(Model):
    """A person compared the value with the live page."""

    on: Day
    by: Plain


class Verification(Model):
    """How we know a claim: level, source, and when the source said so."""

    level: Level
    source: SourceRef | None = None
    also: tuple[SourceRef, ...] = ()
    published: Day | None = None
    checked: Checked | None = None

    @model_validator(mode="after")
    def _names_its_source(self) -> "Verification":
        if self.source is None and self.level != "unverified":
            raise ValueError(f"the level '{self.level}' needs a source")
        return self


class Claim(Model):
    """A sentence a reader acts on, with how we know it."""

    text: Text
    verification: Verification


Event = Literal[
    "incident",
    "noticed",
    "payment",
    "freeze-start",
    "first-contact",
    "complaint-sent",
    "complaint-received",
    "final-response",
    "request-received",
    "report-filed",
    "refusal",
    "decision",
    "unknown",
]
"""What starts a clock, in the order in which it happens; ``unknown``: the source does not say, so no day is computed."""


class Clock(Model):
    """A span of time a rule or a promise sets, and what starts it."""

    count: Annotated[Whole, Field(ge=1, le=3650)]
    unit: Literal["hour", "day", "working-day", "week", "month", "year"]
    event: Event
    starts: Text
    opens: Annotated[Flag, Field(description="once it is over without an answer, the next step is open")] = False
    says: Text | None = None
    verification: Verification


ContactKind = Literal["url", "form", "email", "phone", "text", "handle", "post", "app"]
"""A ``text`` is a number that takes messages and no calls."""

_PHONE = re.compile(r"\+?[0-9](?:[0-9]|[ -](?=[0-9])){1,19}")
_HANDLE = re.compile(r"@?[A-Za-z0-9_.]{2,64}")


def _check_contact_value(kind: ContactKind, value: str) -> None:
    if kind in ("url", "form"):
        url_host(value)
    elif kind == "email":
        email_host(value)
    elif kind in ("phone", "text") and not _PHONE.fullmatch(value):
        raise ValueError(f"'{value}' is not a phone number (digits, single spaces or hyphens, + in front)")
    elif kind == "handle" and not _HANDLE.fullmatch(value):
        raise ValueError(f"'{value}' is not a handle")
    elif kind in ("post", "app") and (fault := next(faults(value), None)):
        raise ValueError(fault)


class Contact(Model):
    """An address: exactly one value, of one kind, with how we know it."""

    kind: ContactKind
    value: Annotated[str, Field(min_length=2, max_length=400)]
    shown: Annotated[Text | None, Field(description="a way through an app, in the words of each language")] = None
    label: Text | None = None
    note: Text | None = None
    reason: Text | None = None
    disputed: Annotated[Flag, Field(description="first-hand sources disagree on it")] = False
    verification: Verification

    @field_validator("value")
    @classmethod
    def _fits_kind(cls, value: str, info: ValidationInfo) -> str:
        if kind := info.data.get("kind"):
            _check_contact_value(kind, value)
        return value

    @model_validator(mode="after")
    def _shows_its_value(self) -> "Contact":
        if self.shown and self.kind != "app":
            raise ValueError("only a way through an app has a 'shown'; an address is shown as it is")
        return self

    @model_validator(mode="after")
    def _warns_if_obsolete(self) -> "Contact":
        if self.verification.level == "obsolete" and self.reason is None:
            raise ValueError("an obsolete value needs a 'reason' that warns the reader")
        return self

    @property
    def may_be_linked(self) -> bool:
        """Whether one tap may use it: the operator or authority itself says so, and in one voice."""
        return self.verification.level == "official" and not self.disputed

    @property
    def host(self) -> str | None:
        """The host the value leads to, or None for a phone number, a handle or a postal address."""
        if self.kind in ("url", "form"):
            return url_host(self.value)
        return email_host(self.value) if self.kind == "email" else None


class Correction(Model):
    """Something widely copied articles get wrong, and what to do instead."""

    wrong: Text
    right: Text
    instead: Text
    verification: Verification


class ReplyTime(Model):
    """What somebody claims about how fast a channel answers; claims that disagree stand side by side."""

    says: Text
    verification: Verification
