"""Fill-in letters and their blanks."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from ..known import COMPLAINT_FORM, WITHOUT_SUBJECT
from ..problems import shown
from ..text import HoledText, Model, Plain, Text, Words
from .claims import Authorised, Clock, Flag, Id, Ref, Texts, Verification, Whole
from .platforms import PlatformContact

_ATOM = r"(?:\[\^?[A-Za-z0-9 _.@:/+-]+\]|[A-Za-z0-9 _@-])"
_PATTERN = re.compile(rf"\^(?:{_ATOM}(?:[?*+]|\{{\d+(?:,\d+)?\}})?){{1,8}}\$")


def _simple_pattern(text: str) -> str:
    """A pattern that every browser reads as we do, and that takes no time: signs and classes in a row, each with a count."""
    if not _PATTERN.fullmatch(text):
        raise ValueError("a pattern is '^', then signs or classes such as [A-Z0-9], each with a count such as {3,40}, then '$'")
    try:
        re.compile(text)
    except (re.error, OverflowError) as error:
        raise ValueError(f"not a regular expression: {error}") from None
    return text


class Choice(Model):
    value: Id
    label: Text


class LetterField(Model):
    """A blank a letter can have."""

    label: Text
    help: Text | None = None
    kind: Literal[
        "line",
        "reference",
        "records",
        "text",
        "moment",
        "amount",
        "address",
        "txid",
        "choice",
        "events",
        "email",
        "date",
        "tick",
        "country",
    ]
    example: Text
    private: Flag = False
    pattern: Annotated[str, AfterValidator(_simple_pattern)] | None = None
    choices: tuple[Choice, ...] = ()
    default: Id | None = None
    ahead: Annotated[Whole | None, Field(ge=0, le=90, description="days from today; each letter has its own")] = None

    @model_validator(mode="after")
    def _choices_fit(self) -> "LetterField":
        values = [choice.value for choice in self.choices]
        if (self.kind == "choice") != bool(values):
            raise ValueError("a field of the kind 'choice' has choices, and no other field has")
        if len(values) != len(set(values)):
            raise ValueError("two choices have the same value")
        if self.default and self.default not in values:
            raise ValueError(f"the default {shown(self.default)} is not one of the choices")
        if self.ahead is not None and self.kind != "date":
            raise ValueError("only a date lies some days ahead")
        if self.pattern and self.kind not in ("line", "reference"):
            raise ValueError("only a line or a reference has a pattern")
        return self


class Basis(Model):
    """The rule behind a sentence that claims a right or a deadline, and where it applies."""

    rule: Text
    entities: tuple[Annotated[str, Ref("entities")], ...] = ()
    authorised: Annotated[Authorised | None, Field(description="companies authorised there, as they say or as reports say")] = None
    places: tuple[Annotated[str, Ref("places")], ...] = ()
    company_unknown: Annotated[Flag, Field(description="only while the writer does not know the company: a question, not a claim")] = False
    verification: Verification

    @model_validator(mode="after")
    def _unknown_has_places(self) -> "Basis":
        if self.company_unknown and (self.entities or self.authorised or not self.places):
            raise ValueError("what is asked of an unknown company names places, and no companies")
        return self


class Condition(Model):
    """When a paragraph belongs in the letter: a field is filled, or has one of these values."""

    field: Annotated[str, Ref("fields")]
    is_: Annotated[tuple[Id, ...], Field(alias="is")] = ()


class Paragraph(Model):
    text: HoledText
    when: Condition | None = None
    basis: Basis | None = None


class Letter(Model):
    """A fill-in template."""

    name: Text
    icon: Plain = "file-document-edit-outline"
    brief: Text
    also: Words = Words()
    recipient: Text
    group: Literal["platform", "authority", "other"]
    channels: tuple[Annotated[str, Ref("channel-types")], ...] = ()
    optional: tuple[Annotated[str, Ref("fields")], ...] = ()
    subject: HoledText
    paragraphs: Annotated[tuple[Paragraph, ...], Field(min_length=1)]
    attachments: tuple[Annotated[str, Ref("evidence")], ...] = ()
    before: Texts = ()
    reply: tuple[Clock, ...] = ()
    next: Annotated[str, Ref("letters")] | None = None
    public: Flag = False
    places: Annotated[tuple[Annotated[str, Ref("places")], ...], Field(description="only for whoever lives there")] = ()
    bank: Annotated[Flag, Field(description="goes to a bank: no contact of a platform takes it")] = False

    @property
    def purposes(self) -> tuple[str, ...]:
        """What the contacts that take the letter are there for: a complaints desk takes complaints only."""
        return ("complaints", "support") if COMPLAINT_FORM in self.channels else ("support",)

    def may_go_to(self, contact: PlatformContact) -> bool:
        """Whether a platform's contact takes the letter."""
        return not self.bank and contact.type in self.channels and contact.purpose in self.purposes

    @property
    def tells_local_time(self) -> bool:
        """Whether times are told in the writer's zone: only platforms count in UTC."""
        return self.bank or not (self.group == "platform" or self.channels)

    @property
    def has_subject_line(self) -> bool:
        """Whether a copy begins with its subject: a post, a call and a chat have no place for one."""
        return not self.channels or not WITHOUT_SUBJECT.issuperset(self.channels)

    @property
    def fields(self) -> tuple[str, ...]:
        """The blanks in order of first appearance, subject first, conditions included."""
        names = list(self.subject.holes)
        for paragraph in self.paragraphs:
            names += [paragraph.when.field] if paragraph.when else []
            names += paragraph.text.holes
        return tuple(dict.fromkeys(names))
