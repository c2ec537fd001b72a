"""Every trouble × place × company × stage ends in one plan, the same in Python and in the browser, and no plan sends anybody the wrong way."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.engines.routes import FITS, NOBODY, ORDERS, STAGES, UNKNOWN, Candidate, Case, Party, Plan, Rule, plan
from macros.model.kinds import BODIES, ISSUES, PLACES
from macros.model.library import Library
from macros.pages.materials import Materials
from macros.pages.plans import pages
from macros.pages.routes import Routes
from macros.pages.shared import Shared
from tests.node import Script

SITUATIONS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("situations.yaml").read_text(encoding="utf-8"))


def all_cases(library: Library) -> Iterator[tuple[str, str, Case]]:
    routes = Routes(library)
    places = [place for place in library.shelf(PLACES).values() if place.value.status == "covered"]
    for id, issue in library.shelf(ISSUES).items():
        for place in (*places, None):
            yield id, place.id if place else "elsewhere", routes.case(issue, place)


def party_data(parties: dict[str, Party]) -> dict[str, dict[str, list[str]]]:
    return {id: {name: sorted(value) for name, value in asdict(party).items()} for id, party in parties.items()}


def written(found: Plan) -> str:
    """A plan as the browser writes it."""
    return json.dumps(asdict(found), ensure_ascii=False, separators=(",", ":")) + "\n"


def standings(case: Case, parties: dict[str, Party]) -> dict[object, list[str]]:
    """The companies by all that the engine can see of them in a case: those of one group have the same plan."""
    ids, places = {body.id for body in case.candidates}, {body.place for body in case.candidates}
    named = {entity for body in case.candidates for rule in body.rules for entity in rule.entities}
    groups: dict[object, list[str]] = {}
    for id, party in parties.items():
        seen = (party.bodies & ids, party.outside & ids, party.places & places, id if id in named else "")
        groups.setdefault(seen, []).append(id)
    return groups


def test_each_situation_ends_in_one_plan_and_both_engines_agree(library: Library, twin: Script) -> None:
    parties = Routes(library).parties
    situations = 0
    digests, asked = [], []
    for case in (case for _, _, case in all_cases(library)):
        groups = standings(case, parties)
        companies = [UNKNOWN, NOBODY, *(members[0] for members in groups.values())]
        digest = hashlib.sha256()
        for company in companies:
            for stage in STAGES:
                found = plan(case, parties, company, stage)
                assert_is_sound(case, found, company)
                digest.update(written(found).encode())
        situations += len(STAGES) * (2 + sum(map(len, groups.values())))
        digests.append(digest.hexdigest())
        asked.append([asdict(case), companies])
    assert situations > 190_000
    assert twin.ask({"cases": asked, "parties": party_data(parties), "stages": STAGES}) == digests


def assert_is_sound(case: Case, found: Plan, company: str) -> None:
    """Each body stands in the plan or among those that cannot help; what excludes the case names no body; the end is told truly."""
    bodies = [rung for rung in found.rungs if rung.id not in ("support", "complaint")]
    assert sorted([rung.id for rung in bodies] + [id for id, _ in found.cannot]) == sorted(body.id for body in case.candidates)
    assert all(rung.fit in FITS[:2] and bool(rung.reason) == (rung.fit == "perhaps") for rung in bodies)
    assert all(reason for _, reason in found.cannot)
    assert (found.end == "") == any(rung.orders != "nothing" for rung in bodies)
    assert (found.end == "nobody") == (not bodies)
    if company == NOBODY and case.has_complaint:
        assert "complaint" not in {rung.id for rung in found.rungs}


@pytest.mark.parametrize("situation", SITUATIONS, ids=[situation["name"] for situation in SITUATIONS])
def test_a_situation_read_from_the_dossiers_has_the_plan_that_they_ask_for(library: Library, situation: dict[str, Any]) -> None:
    routes = Routes(library)
    company = situation["company"] or UNKNOWN
    case = routes.case(library.shelf(ISSUES)[situation["issue"]], library.shelf(PLACES)[situation["place"]], company)
    found = plan(case, routes.parties, company, situation["stage"])
    fits = {rung.id: rung for rung in found.rungs}
    assert [id for id in situation["takes"] if id not in fits or fits[id].fit != "takes"] == []
    assert [id for id in situation["perhaps"] if id not in fits] == []
    assert [id for id in situation["not"] if id in fits] == []
    assert [id for id in situation["open_now"] if fits[id].state != "now"] == []
    pays = {id for id in (*situation["takes"], *situation["perhaps"]) if fits[id].orders == "payment"}
    assert pays == set(situation["orders_payment"])


def test_every_body_takes_some_trouble_or_says_that_it_takes_none(library: Library) -> None:
    idle = [id for id, body in library.shelf(BODIES).items() if not body.value.takes and "takes" not in body.value.model_fields_set]
    assert idle == []


# ── Rules that nobody wrote ───────────────────────────────────────────────────

COMPANIES = ("a/eu", "a/us", "b/x")
BODIES_OF_ALL_KINDS = st.sampled_from(("ombudsman", "data-protection", "consumer", "regulator", "court", "police", "helpline", "reporting"))
RULES = st.builds(
    Rule,
    company=st.sampled_from(("any", "licensed-here", "member", "not-licensed", "bank")),
    entities=st.lists(st.sampled_from(COMPANIES), max_size=2, unique=True).map(tuple),
    after=st.sampled_from(STAGES),
    orders=st.sampled_from(ORDERS),
)
IDS = ("eu/one", "eu/two", "mt/three", "us/four")
CANDIDATES = st.lists(
    st.builds(Candidate, st.sampled_from(IDS), BODIES_OF_ALL_KINDS, st.lists(RULES, max_size=3).map(tuple)), unique_by=lambda c: c.id
)
CASES = st.builds(Case, CANDIDATES.map(tuple), st.booleans(), st.booleans(), st.booleans())
SOME = st.frozensets(st.sampled_from(IDS), max_size=2)
PARTIES = st.dictionaries(st.sampled_from(COMPANIES), st.builds(Party, SOME, SOME, st.frozensets(st.sampled_from(("eu", "mt", "us")))))


@settings(max_examples=300, deadline=None)
@given(CASES, PARTIES, st.sampled_from((UNKNOWN, NOBODY, *COMPANIES)), st.sampled_from(STAGES))
def test_the_engines_agree_on_rules_that_nobody_wrote(
    twin: Script, case: Case, parties: dict[str, Party], company: str, stage: str
) -> None:
    found = plan(case, parties, company, stage)
    assert_is_sound(case, found, company)
    answer = twin.ask({"plans": [[asdict(case), company, stage]], "parties": party_data(parties)})
    assert answer == [json.loads(written(found))]


def test_plans_are_the_same_whether_they_share_their_parts_or_not(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    materials = Materials.of(library)
    sharing = list(pages(materials))
    monkeypatch.setattr(Shared, "once", lambda self, key, make: make())
    alone = list(pages(materials))
    assert len(sharing) == len(alone) > 700
    assert [page.cover.path for page, other in zip(sharing, alone, strict=True) if page != other] == []
