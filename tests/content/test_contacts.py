"""No contact, domain, handle or deadline reaches a reader unless it stands in ``allowed.txt`` as well.

The list began as what ``extract.py`` read out of the dossiers the guide was written from. A value stands in two places, so
that no slip of a finger and no stray edit changes an address unseen.
"""

from pathlib import Path

import pytest

from macros.model.hosts import is_under, url_host
from macros.model.kinds import PLATFORMS, SOURCES
from macros.model.kinds.claims import Clock, Contact
from macros.model.kinds.platforms import Handle, OfficialDomain
from macros.model.library import Library
from tests.content.conftest import Find
from tests.content.extract import allowed_values, contact_values, digits, plain_host

ALLOWED = Path(__file__).with_name("allowed.txt")


@pytest.fixture(scope="module")
def allowed() -> set[str]:
    return set(ALLOWED.read_text(encoding="utf-8").splitlines())


def line_of(contact: Contact) -> str:
    """What the list must hold for a contact; nothing for an app, which is a name."""
    if contact.host and contact.kind != "email":
        return plain_host(contact.host)
    if contact.kind == "phone":
        return digits(contact.value)
    if contact.kind == "handle":
        return "@" + contact.value.removeprefix("@")
    return {"app": "", "post": contact.value}.get(contact.kind, contact.value.lower())


def stands_in(allowed: set[str], contact: Contact) -> bool:
    line = line_of(contact)
    if contact.kind == "phone" and any(len(known) > 6 and line.endswith(known) for known in allowed):
        return True
    return not line or line in allowed or (contact.kind == "post" and line.partition(", ")[2] in allowed)


def refuse(strange: list[str]) -> None:
    """Fails with the lines that the list lacks, and with what to do."""
    how = "Add the value to tests/content/allowed.txt, in order, once you have seen it at its source; see CONTRIBUTING.md:"
    assert not strange, "\n    ".join([how, *strange])


def test_every_contact_stands_in_the_list(find: Find, allowed: set[str]) -> None:
    refuse([f"{line_of(contact)} for {where}" for where, contact in find(Contact) if not stands_in(allowed, contact)])


def test_every_official_domain_stands_in_the_list_or_above_a_host_that_does(find: Find, allowed: set[str]) -> None:
    """Whoever owns support.name.example owns name.example."""
    domains = find(OfficialDomain)
    refuse([f"{domain.host} for {where}" for where, domain in domains if not any(is_under(host, domain.host) for host in allowed)])


def test_every_handle_stands_in_the_list(find: Find, allowed: set[str]) -> None:
    handles = [(where, "@" + handle.value.removeprefix("@")) for where, handle in find(Handle)]
    refuse([f"{handle} for {where}" for where, handle in handles if handle not in allowed])


def test_every_deadline_stands_in_the_list(find: Find, allowed: set[str]) -> None:
    clocks = [(where, f"{clock.count}-{clock.unit}") for where, clock in find(Clock)]
    assert len(clocks) > 40
    refuse([f"{clock} for {where}" for where, clock in clocks if clock not in allowed])


def test_no_contact_leads_to_the_press_or_to_a_copy(guide: Library, find: Find) -> None:
    sources = [source for source in guide.all(SOURCES).values() if source.url]
    first_hand = {plain_host(url_host(source.url)) for source in sources if source.is_first_hand}
    second_hand = {plain_host(url_host(source.url)) for source in sources if not source.is_first_hand} - first_hand
    strange = [f"{where} {contact.value}" for where, contact in find(Contact) if plain_host(contact.host or "") in second_hand]
    assert not strange


def test_the_ambiguous_name_has_no_address_of_its_own(guide: Library) -> None:
    okpay = guide.get(PLATFORMS, "okpay")
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
