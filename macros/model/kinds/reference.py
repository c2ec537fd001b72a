"""Things to keep, questions, scams, terms, sources, and what readers type."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from ..text import Model, Plain, Text, Words
from .claims import Claim, Day, Id, Ref, SomeTexts, Url, Verification, Whole


class Evidence(Model):
    """Something to keep."""

    name: Text
    why: Text
    also: Words = Words()
    capture: SomeTexts
    store: Text
    mask: Text
    facts: tuple[Claim, ...] = ()


class Question(Model):
    question: Text
    also: Words = Words()
    """Other ways in which people ask it: for the search alone."""
    answer: SomeTexts
    facts: tuple[Claim, ...] = ()
    links: tuple[Annotated[str, Ref("*")], ...] = ()


class Faq(Model):
    """Questions on one topic."""

    name: Text
    brief: Text
    order: Annotated[Whole, Field(ge=1, le=99)] = 50
    questions: dict[Id, Question]

    @model_validator(mode="after")
    def _asks_something(self) -> "Faq":
        if not self.questions:
            raise ValueError("a topic has a question at least")
        return self


class Example(Model):
    """A real example, defanged."""

    text: Text
    verification: Verification


class Scam(Model):
    """A pattern that preys on people who seek help."""

    name: Text
    icon: Plain
    brief: Text
    also: Words = Words()
    how: SomeTexts
    tell: SomeTexts
    do: SomeTexts
    says: Annotated[Words, Field(description="words of its messages, by which a pasted one is known")] = Words()
    examples: tuple[Example, ...] = ()
    facts: tuple[Claim, ...] = ()
    issues: tuple[Annotated[str, Ref("issues")], ...] = ()


class Term(Model):
    """A term and what it means."""

    term: Text
    meaning: Text
    also: Words = Words()
    see: tuple[Annotated[str, Ref("*")], ...] = ()


SourceKind = Literal["operator", "authority", "law", "press", "law-firm", "community", "copy", "anonymous"]


class Source(Model):
    """A document a fact comes from."""

    title: Text
    publisher: Annotated[Plain | None, Field(description="left out if nobody knows")] = None
    kind: SourceKind
    url: Url | None = None
    no_url: Text | None = None
    published: Day | None = None
    archived: Day | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _has_address_or_reason(self) -> "Source":
        if (self.url is None) == (self.no_url is None):
            raise ValueError("give either 'url' or 'no_url' (why there is no address to link)")
        return self

    @property
    def is_first_hand(self) -> bool:
        """Whether the operator, the authority or the law itself speaks."""
        return self.kind in ("operator", "authority", "law")


class Synonym(Model):
    """What readers type, and what we call it."""

    zh: tuple[Plain, ...] = ()
    en: tuple[Plain, ...] = ()
    means: tuple[Annotated[str, Ref("*")], ...] = ()
    first: Annotated[str, Ref("*")] | None = None
    """What must stand first in a search for any of these words, whatever else fits: life and money in motion."""


class Asked(Model):
    """What somebody types who needs an entry, in whole phrases; by them the search learns how likely a word leads there."""

    means: Annotated[str, Ref("*")]
    zh: tuple[Plain, ...] = ()
    en: tuple[Plain, ...] = ()

    def __getitem__(self, language: str) -> tuple[str, ...]:
        return tuple(getattr(self, language))


class Searches(Model):
    """What readers type, entry by entry; no reader sees it."""

    phrases: tuple[Asked, ...]


class Retired(Model):
    """An id that no longer exists; its address leads to what replaces it."""

    kind: Annotated[Plain, Field(description="a kind that is 'retirable' in its record")]
    reason: Text
    replacement: Annotated[str, Ref("*")] | None = None
