"""The company finder: which of a platform's companies a reader's account may belong to.

This is the specification of two engines, this one and the browser's (``plan/companies.js``); tests/plans compares them.

A company stays unless an answer speaks against it: a reader lives elsewhere than its residents, and it does not serve all others;
its customers log in elsewhere; the account was opened outside of its time; it is for another product. A company that serves
everybody else stays only if none of the same platform names the reader's country. No answer speaks against nobody.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Offer:
    """A company as the finder knows it; empty fields say nothing."""

    id: str
    residents: tuple[str, ...] = ()
    others: bool = False
    domain: str = ""
    since: date | None = None
    until: date | None = None
    product: str = ""


@dataclass(frozen=True)
class Answers:
    """What a reader said: countries of residence that the place covers, host, day of opening, product; empty if nothing."""

    countries: tuple[str, ...] = ()
    domain: str = ""
    opened: date | None = None
    product: str = ""


def fitting(offers: Iterable[Offer], answers: Answers) -> tuple[Offer, ...]:
    """The companies that nothing speaks against, in their order."""
    all_offers = tuple(offers)
    named = {country for offer in all_offers for country in offer.residents}
    is_named = any(country in named for country in answers.countries)
    return tuple(offer for offer in all_offers if _fits(offer, answers, is_named))


def _fits(offer: Offer, answers: Answers, is_named: bool) -> bool:
    return (
        _fits_residence(offer, answers.countries, is_named)
        and not (offer.domain and answers.domain and offer.domain != answers.domain)
        and not (offer.product and answers.product and offer.product != answers.product)
        and not (answers.opened and offer.since and answers.opened < offer.since)
        and not (answers.opened and offer.until and answers.opened > offer.until)
    )


def _fits_residence(offer: Offer, countries: tuple[str, ...], is_named: bool) -> bool:
    if not countries:
        return True
    if offer.residents:
        return any(country in offer.residents for country in countries)
    return not (offer.others and is_named)
