"""Every letter to every company from every place: addressee, mailbox, clauses and the day asked for agree."""

import json
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from macros.engines.companies import Answers, fitting
from macros.engines.letter_template import Clause
from macros.engines.letters import Reader, belongs, fill, plain
from macros.model import kinds
from macros.outputs.companies import offer_of
from macros.pages.index import Index
from tests.letters.desk import LANGUAGES, LETTERS, defaults, examples, library, template
from tests.node import ASSETS, script
from tests.site.checkout import built_guide

EEA_RULES = ("2025/294", "GDPR")
EEA_PLACES = ("eu", "mt")
UNSENT = ("bank-call-script", "phone-script", "public-post", "open-letter")
"""Read out or shown to the public: nobody is asked for an answer by letter."""

Json = dict[str, Any]


@pytest.fixture(scope="module")
def supplies() -> Json:
    """What the forms of all letters share, as the browser gets it."""
    (file,) = (built_guide().folder / "en/assets").glob("letters.*.json")
    return dict(json.loads(file.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def conflicts(supplies: Json) -> dict[tuple[str, str], list[str]]:
    """What the browser says of each company in each place, written to at its own name and mailbox."""
    mailboxes = {box["company"]: box["address"] for box in reversed(supplies["mailboxes"]) if box.get("company")}
    pairs = [(company, place) for company in supplies["companies"] for place in ("", *places())]
    parties = [
        {
            "place": place,
            "platform": company["platform"],
            "company": company["id"],
            "mailbox": mailboxes.get(company["id"], ""),
            "name": company["name"],
        }
        for company, place in pairs
    ]
    said = contradicted(supplies, parties)
    return {(company["id"], place): list(found) for (company, place), found in zip(pairs, said, strict=True)}


def contradicted(supplies: Json, parties: list[Json]) -> list[list[str]]:
    """What the browser says of each party."""
    with script(Path(__file__).with_name("parties.mjs"), str(ASSETS / "elements/letter-form/agreement.js")) as agreement:
        return list(agreement.ask({"supplies": supplies, "parties": parties}))


def places() -> list[str]:
    return [id for id, place in library().all(kinds.PLACES).items() if place.status == "covered"]


def serving() -> set[tuple[str, str]]:
    """Each company and the places it serves, by the engine of the site's own programs."""
    offers: dict[str, list[Any]] = {}
    for platform, company in Index(library()).companies:
        offers.setdefault(platform.id, []).append(offer_of(company))
    fits = (
        (offer.id, place)
        for own, place in product(offers.values(), places())
        for offer in fitting(own, Answers(countries=tuple(library().get(kinds.PLACES, place).countries) or (place,)))
    )
    return set(fits)


def test_only_a_place_that_the_company_does_not_serve_contradicts_its_own_name_and_mailbox(
    conflicts: dict[tuple[str, str], list[str]],
) -> None:
    served = serving()
    assert len(conflicts) > 1000
    wrong = {pair: found for pair, found in conflicts.items() if found != ([] if pair in served or not pair[1] else ["place"])}
    assert wrong == {}


def test_mailbox_of_another_company_always_contradicts(supplies: Json) -> None:
    boxes = [box for box in supplies["mailboxes"] if box.get("company")]
    parties = [
        {"place": "", "platform": company["platform"], "company": company["id"], "mailbox": box["address"], "name": ""}
        for company, box in product(supplies["companies"], boxes)
    ]
    own = {(box["company"], box["address"]) for box in boxes}
    said = contradicted(supplies, parties)
    wrong = [
        (party["company"], party["mailbox"])
        for party, found in zip(parties, said, strict=True)
        if found != ([] if (party["company"], party["mailbox"]) in own or is_everybodys(supplies, party) else ["mailbox"])
    ]
    assert wrong == []


def is_everybodys(supplies: Json, party: Json) -> bool:
    """Whether the mailbox is its platform's and no one company's."""
    return any(
        box["address"] == party["mailbox"] and not box.get("company") and box.get("platform") == party["platform"]
        for box in supplies["mailboxes"]
    )


# ── Clauses ───────────────────────────────────────────────────────────────────


def readers(conflicts: dict[tuple[str, str], list[str]]) -> Iterator[tuple[str, str, Reader]]:
    """Each company and place, "" for one that is not known, and what the engine is told of them."""
    for place in ("", *places()):
        yield "", place, Reader(place=place)
    for (company, place), found in conflicts.items():
        yield company, place, Reader() if found else Reader(company, place)


def wanting(clause: Clause, values: dict[str, str]) -> dict[str, str]:
    """Values with which a clause is wanted, whoever reads the letter."""
    return values | {clause.when.field: (clause.when.is_ or ("yes",))[0]} if clause.when else values


def is_eea_rule(text: str) -> bool:
    return any(rule in text for rule in EEA_RULES) and "UK GDPR" not in text


@pytest.mark.parametrize("letter", LETTERS)
def test_right_of_the_eea_is_claimed_of_companies_authorised_there_and_asked_of_unknown_ones(
    letter: str, conflicts: dict[tuple[str, str], list[str]]
) -> None:
    values = examples(letter)
    rules = [clause for clause in template(letter).clauses if is_eea_rule(clause.text["en"]) and (clause.entities or clause.places)]
    claims, questions = [c for c in rules if not c.company_unknown], [c for c in rules if c.company_unknown]
    assert len(claims) == len(questions)
    for company, place, reader in readers(conflicts):
        authorised = bool(company and library().get(kinds.ENTITIES, company).authorised)
        is_sure = authorised and not conflicts[company, place]
        assert {belongs(claim, wanting(claim, values), reader) for claim in claims} <= {is_sure}, (company, place)
        is_asked = not company and place in EEA_PLACES
        assert {belongs(asked, wanting(asked, values), reader) for asked in questions} <= {is_asked}, (company, place)


@pytest.mark.parametrize("letter", LETTERS)
def test_no_limited_clause_stands_where_company_and_place_contradict(letter: str, conflicts: dict[tuple[str, str], list[str]]) -> None:
    limited = [clause for clause in template(letter).clauses if clause.entities or clause.places]
    contradicting = [reader for company, place, reader in readers(conflicts) if company and conflicts[company, place]]
    assert contradicting
    assert [clause for clause in limited for reader in contradicting[:1] if belongs(clause, examples(letter), reader)] == []
    assert set(contradicting) == {Reader()}


@pytest.mark.parametrize("letter", LETTERS)
def test_clause_of_a_company_stands_for_its_customers_alone(letter: str, conflicts: dict[tuple[str, str], list[str]]) -> None:
    bound = [clause for clause in template(letter).clauses if clause.entities]
    for company, _, reader in readers(conflicts):
        if reader.entity:
            assert [clause for clause in bound if company not in clause.entities and belongs(clause, examples(letter), reader)] == []


def test_day_asked_for_gives_way_to_a_rule_that_sets_a_time() -> None:
    """The writer's wish never contradicts the rule that the same letter names."""
    timed = re.compile(r"[0-9]+ (?:working days?|days|months?|weeks)")
    checked = 0
    for letter in LETTERS:
        rules = [clause for clause in template(letter).clauses if (clause.entities or clause.places) and timed.search(clause.text["en"])]
        wishes = [clause.text["en"] for clause in template(letter).clauses if "{answer-wish}" in clause.text["en"]]
        if rules and wishes and library().get(kinds.LETTERS, letter).group == "platform":
            assert "Where a rule sets a time, that time counts." in wishes[0], letter
            checked += 1
    assert checked >= 6


# ── Addressee and day ─────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("letter", [letter for letter in LETTERS if letter not in UNSENT])
def test_letter_asks_for_an_answer_by_a_day_and_names_whom_it_goes_to(letter: str, language: str) -> None:
    """With what stands in the boxes from the start: nobody has to think of a day."""
    day = "2026-12-14"
    preset = {name: day for name, value in defaults(letter).items() if value[:2] == "20" and name != "signing-date"}
    assert preset, "no day to answer by"
    _, body = plain(fill(template(letter), examples(letter) | {"legal-entity": "Example Platform Ltd"} | preset, Reader(), language), str)
    assert day in body
    if "legal-entity" in template(letter).fields:
        assert "Example Platform Ltd" in body
