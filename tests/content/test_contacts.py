"""No contact, domain, handle or deadline reaches a reader unless it stands in the dossiers the guide was written from.

``allowed.txt`` is what ``extract.py`` read out of them. A new value goes into a dossier first, with its proof.
"""

from pathlib import Path

import pytest

from macros.hosts import is_under, url_host
from macros.model.kinds.claims import Clock, Contact
from macros.model.kinds.platforms import Handle, OfficialDomain
from macros.model.library import Library
from tests.content.conftest import Find
from tests.content.extract import allowed_values, contact_values, digits, plain_host

ALLOWED = Path(__file__).with_name("allowed.txt")


@pytest.fixture(scope="module")
def allowed() -> set[str]:
    return set(ALLOWED.read_text(encoding="utf-8").splitlines())


def stands_in(allowed: set[str], contact: Contact) -> bool:
    if contact.host and contact.kind != "email":
        return plain_host(contact.host) in allowed
    if contact.kind == "phone":
        number = digits(contact.value)
        return number in allowed or any(len(known) > 6 and number.endswith(known) for known in allowed)
    if contact.kind == "handle":
        return "@" + contact.value.removeprefix("@") in allowed
    if contact.kind == "post":
        return contact.value in allowed or contact.value.partition(", ")[2] in allowed
    return contact.kind == "app" or contact.value.lower() in allowed


def test_every_contact_stands_in_the_dossiers(find: Find, allowed: set[str]) -> None:
    strange = [f"{where} {contact.value}" for where, contact in find(Contact) if not stands_in(allowed, contact)]
    assert not strange


def test_every_official_domain_stands_in_the_dossiers_or_above_a_host_that_does(find: Find, allowed: set[str]) -> None:
    """Whoever owns support.name.example owns name.example."""
    domains = find(OfficialDomain)
    strange = [f"{where} {domain.host}" for where, domain in domains if not any(is_under(host, domain.host) for host in allowed)]
    assert not strange


def test_every_handle_stands_in_the_dossiers(find: Find, allowed: set[str]) -> None:
    handles = find(Handle)
    strange = [f"{where} {handle.value}" for where, handle in handles if "@" + handle.value.removeprefix("@") not in allowed]
    assert not strange


def test_every_deadline_stands_in_the_dossiers(find: Find, allowed: set[str]) -> None:
    clocks = list(find(Clock))
    assert len(clocks) > 40
    assert [f"{where} {clock.count} {clock.unit}" for where, clock in clocks if f"{clock.count}-{clock.unit}" not in allowed] == []


def test_no_contact_leads_to_the_press_or_to_a_copy(guide: Library, find: Find) -> None:
    sources = [source for source in guide.all("sources").values() if source.url]
    first_hand = {plain_host(url_host(source.url)) for source in sources if source.is_first_hand}
    second_hand = {plain_host(url_host(source.url)) for source in sources if not source.is_first_hand} - first_hand
    strange = [f"{where} {contact.value}" for where, contact in find(Contact) if plain_host(contact.host or "") in second_hand]
    assert not strange


def test_the_ambiguous_name_has_no_address_of_its_own(guide: Library) -> None:
    okpay = guide.get("platforms", "okpay")
    assert okpay.domains == okpay.handles == ()
    assert not guide.has("channels", "okpay")


def test_the_list_is_sorted_one_value_a_line(allowed: set[str]) -> None:
    assert ALLOWED.read_text(encoding="utf-8") == "".join(f"{value}\n" for value in sorted(allowed))


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("- support@name.example : OBSOLETE / unsupported", set()),
        ("- help@name.example [earlier: help@old.example, copy -> obsolete]", {"help@name.example", "name.example"}),
        ("seen on name[.]example and https://bad[.]example/help", set()),
        ("look-alike site 96ll0.cc (letter l). Link nothing but the number.", set()),
        ("https://www.name.example/a/b.html (2024-09-17)", {"name.example"}),
        ("hotline: 0570-016811 (IP 03-5251-6811), weekdays 10-17", {"0570016811", "0352516811"}),
        ("phone: 0300 123 2040 ; police 105 or 111", {"03001232040", "105", "111"}),
        ('several "+852 5808 ****" numbers', set()),
        ("firm_clock: 90 days, EUR 25, art. 188, since 2024", set()),
        ("X @name, github.com/LawRefBook/Laws @2f4c5c2", {"@name", "github.com"}),
    ],
)
def test_extraction(line: str, found: set[str]) -> None:
    assert contact_values(line) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("firm 8 weeks (15 business days, exceptionally 35, for payments)", {"8-week", "15-working-day", "35-working-day"}),
        ("3 vs 5 days; about four weeks; 2y / 6y; 15 days, up to 60", {"3-day", "5-day", "4-week", "2-year", "6-year", "15-day", "60-day"}),
        ("Bybit EU GmbH, Donau-City-Straße 7, 1220 Wien; supervisor FMA", {"Donau-City-Straße 7, 1220 Wien"}),
    ],
)
def test_extraction_of_spans_and_streets(line: str, found: set[str]) -> None:
    assert allowed_values(line) == found
