"""Everything the data model fixed by name is there, in the promised number."""

import pytest

from macros.model.kinds import ISSUES, KINDS, PLACES
from macros.model.library import Library

FIXED = {
    "platforms": """okx okpay binance bybit gate htx bitget kucoin coinbase kraken metamask imtoken tokenpocket trust-wallet
        tether circle""",
    "issues": """account-stolen wallet-drained scam-payment fake-support lost-2fa login-problem kyc-problem account-frozen
        legal-freeze country-exit deposit-missing wrong-network withdrawal-delayed wrong-address fiat-payment p2p-dispute
        bank-card-frozen trade-dispute fees campaign-reward delisting product-risk own-mistake policy-change support-quality
        privacy estate-and-records token-frozen-by-issuer unknown-operator""",
    "escalation": """prepare contact-support follow-up formal-complaint public-pressure collective-action open-letter third-party
        regulator ombudsman arbitration lawyer court police walk-away""",
    "letters": """first-ticket formal-complaint follow-up final-notice account-stolen account-frozen withdrawal-delayed
        deposit-missing trade-dispute p2p-dispute campaign-reward fees support-complaint eu-complaint-form regulator-report
        ombudsman-referral police-report receiving-exchange-hold log-preservation data-access-request bank-freeze-inquiry
        law-firm-brief open-letter public-post phone-script""",
    "places": "cn hk mo tw sg my jp kr th vn id ph in ae tr eu mt gb us ca au nz br ar ng za ru",
    "scams": """account-rental address-poisoning advance-fee-unfreeze circular-verification fake-airdrop fake-app fake-law-firm
        fake-police fake-regulator fake-support malicious-approval p2p-triangle pig-butchering recovery-scam remote-control
        seo-download-bait""",
}

NO_VERBS = """a an the this that these those it its your you we they there here if when while once after before until unless since
    because as in on at for to with by from under over about of no not never always only first then next also please some any every
    each all most many few both what who how where why which whether and or but so"""


@pytest.mark.parametrize("kind", FIXED)
def test_the_fixed_ids_exist(guide: Library, kind: str) -> None:
    assert set(FIXED[kind].split()) - set(guide.all(KINDS[kind])) == set()


@pytest.mark.parametrize(("kind", "least"), [("scams", 14), ("questions", 120), ("faqs", 10), ("glossary", 90), ("evidence", 25)])
def test_the_shelves_are_as_full_as_promised(guide: Library, kind: str, least: int) -> None:
    assert len(guide.all(KINDS[kind])) >= least


def test_one_place_is_not_covered_yet_and_gives_no_advice(guide: Library) -> None:
    places = guide.all(PLACES)
    assert [id for id, place in places.items() if place.status == "not-covered"] == ["ru"]
    assert not places["ru"].bodies
    assert not places["ru"].law


def test_every_step_of_an_issue_begins_with_a_verb(guide: Library) -> None:
    """No list of verbs is ever complete, so the words that begin another kind of sentence are refused."""
    first_words = {
        f"issues/{id} {i}": step.do.en.split()[0].strip(",:").lower()
        for id, issue in guide.all(ISSUES).items()
        for i, step in enumerate(issue.steps, 1)
    }
    assert {step: word for step, word in first_words.items() if word in NO_VERBS.split()} == {}
