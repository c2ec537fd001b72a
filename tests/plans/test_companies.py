"""The company finder: both engines lead a reader to the same companies, and never past the right one."""

from dataclasses import asdict
from datetime import date
from itertools import product

from macros.engines.companies import Answers, Offer, fitting
from macros.model.kinds import PLACES
from macros.model.library import Library
from macros.outputs.companies import offer_of
from macros.pages.index import Index
from tests.node import Script

OPENED = (None, date(2019, 6, 1), date(2024, 3, 1), date(2026, 6, 1))
MADE_UP = (
    Offer("a/old", ("de", "fr"), until=date(2024, 6, 29)),
    Offer("a/new", ("de", "fr"), since=date(2024, 6, 30), domain="my.a.example"),
    Offer("a/us", ("us",), domain="us.a.example"),
    Offer("a/card", ("de",), product="money"),
    Offer("a/world", others=True),
    Offer("a/untold"),
)


def data(offer: Offer) -> dict[str, object]:
    """A company as the browser's file has it."""
    return {**asdict(offer), "since": str(offer.since or ""), "until": str(offer.until or "")}


def asked(answers: Answers) -> dict[str, object]:
    return {**asdict(answers), "opened": str(answers.opened or "")}


def offers(library: Library) -> dict[str, tuple[Offer, ...]]:
    found: dict[str, tuple[Offer, ...]] = {"made up": MADE_UP}
    for platform, company in Index(library).companies:
        found[platform.id] = (*found.get(platform.id, ()), offer_of(company))
    return found


def test_both_engines_find_the_same_companies(library: Library, twin: Script) -> None:
    countries = [(), *(place.value.countries or (id,) for id, place in library.shelf(PLACES).items())]
    situations = 0
    for found in offers(library).values():
        domains = ("", *{offer.domain for offer in found if offer.domain})
        given = [Answers(*answer) for answer in product(countries, domains, OPENED, ("", "coins", "money"))]
        expected = [[offer.id for offer in fitting(found, answers)] for answers in given]
        assert twin.ask({"offers": [data(offer) for offer in found], "answers": [asked(answers) for answers in given]}) == expected
        situations += len(given)
    assert situations > 5000


def test_an_answer_narrows_the_choice_and_nothing_known_leaves_all() -> None:
    def ids(answers: Answers) -> list[str]:
        return [offer.id.partition("/")[2] for offer in fitting(MADE_UP, answers)]

    assert ids(Answers()) == ["old", "new", "us", "card", "world", "untold"]
    assert ids(Answers(countries=("de",))) == ["old", "new", "card", "untold"]
    assert ids(Answers(countries=("de",), opened=date(2024, 6, 29))) == ["old", "card", "untold"]
    assert ids(Answers(countries=("de",), opened=date(2024, 6, 30), product="coins")) == ["new", "untold"]
    assert ids(Answers(countries=("cn",))) == ["world", "untold"]
    assert ids(Answers(domain="us.a.example")) == ["old", "us", "card", "world", "untold"]


def test_a_customer_of_okx_finds_the_company_by_the_place(library: Library) -> None:
    own = offers(library)["okx"]
    by_place = {
        place: [offer.id for offer in fitting(own, Answers((place,)))] for place in ("de", "us", "tr", "sg", "br", "hk", "cn", "ae")
    }
    assert by_place == {
        "de": ["okx/eea"],
        "us": ["okx/us"],
        "tr": ["okx/tr"],
        "sg": ["okx/sg"],
        "br": ["okx/br"],
        "hk": ["okx/hk"],
        "cn": ["okx/global"],
        "ae": ["okx/uae"],
    }
