"""Hosts: the shared table, and what holds for any text whatever."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.engines.lookalikes import looks_like
from macros.model.hosts import email_host, is_under, parse_host, url_host, written_plainly

VECTORS = json.loads((Path(__file__).parent.parent / "vectors/hosts.json").read_text(encoding="utf-8"))

LABEL = st.from_regex(r"[a-z0-9]([a-z0-9]{0,10}[a-z0-9])?", fullmatch=True)
HOST = st.builds(
    lambda labels, top: ".".join([*labels, top]), st.lists(LABEL, min_size=1, max_size=4), st.from_regex(r"[a-z]{2,8}", fullmatch=True)
)
NEARLY_HOST = st.text(st.sampled_from("abokx019.-_。．@:/[]%\\ \0оé中ß\u200d\u202e"), max_size=30)


@pytest.mark.parametrize(("text", "host"), VECTORS["parse"])
def test_host_is_read_as_a_browser_reads_it(text: str, host: str) -> None:
    assert parse_host(text) == host


@pytest.mark.parametrize("text", VECTORS["refused"])
def test_what_is_no_public_host_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="domain name"):
        parse_host(text)


@pytest.mark.parametrize(("host", "domain", "expected"), VECTORS["under"])
def test_host_lies_under_a_domain_label_by_label(host: str, domain: str, expected: bool) -> None:
    assert is_under(host, domain) is expected


@pytest.mark.parametrize(("host", "known", "expected"), VECTORS["looks_like"])
def test_look_alike_is_seen(host: str, known: str, expected: bool) -> None:
    assert looks_like(host, known) is expected


@given(st.text() | NEARLY_HOST | HOST)
def test_any_text_is_a_plain_host_or_a_value_error(text: str) -> None:
    try:
        host = parse_host(text)
    except ValueError:
        return
    assert host.isascii()
    assert host == host.lower()
    assert len(host) <= 253
    assert all(0 < len(label) <= 63 for label in host.split("."))
    assert parse_host(host) == written_plainly(host) == host


@given(HOST)
def test_plain_host_is_read_as_it_stands(host: str) -> None:
    assert parse_host(host) == parse_host(host.upper()) == host


@given(st.text() | st.builds("https://{}".format, st.text() | NEARLY_HOST))
def test_any_web_address_has_a_plain_host_or_is_refused(url: str) -> None:
    try:
        host = url_host(url)
    except ValueError:
        return
    assert url.startswith(f"https://{host}")
    assert url[len(f"https://{host}") :][:1] in ("", "/", "?", "#")
    assert url.isprintable()
    assert not set(url) & set(" \\\"'<>")


@given(HOST, st.text(st.sampled_from("abc/?#.&=@:%中"), max_size=20))
def test_path_of_a_web_address_does_not_change_its_host(host: str, path: str) -> None:
    assert url_host(f"https://{host}/{path}") == host


@given(st.text() | st.builds("{}@{}".format, st.text(), st.text() | NEARLY_HOST | HOST))
def test_any_email_address_has_a_plain_host_or_is_refused(address: str) -> None:
    try:
        host = email_host(address)
    except ValueError:
        return
    assert address.endswith(f"@{host}")
    assert address.count("@") == 1
    assert address.isascii()


@given(HOST, LABEL)
def test_subdomain_lies_under_its_domain_and_not_the_other_way(domain: str, label: str) -> None:
    assert is_under(domain, domain)
    assert is_under(f"{label}.{domain}", domain)
    assert not is_under(domain, f"{label}.{domain}")


@given(HOST, LABEL)
def test_name_glued_to_a_domain_lies_not_under_it(domain: str, label: str) -> None:
    assert not is_under(label + domain, domain)
    assert not is_under(f"{domain}.{label}", domain)


@given(HOST, HOST)
def test_host_that_lies_under_a_domain_does_not_look_like_it(host: str, domain: str) -> None:
    assert not looks_like(domain, domain)
    assert not looks_like(f"{host}.{domain}", domain)


@given(HOST, LABEL)
def test_domain_with_anything_glued_on_looks_like_it(domain: str, label: str) -> None:
    assert looks_like(label + domain, domain)
    assert looks_like(f"{domain}.{label}.example", domain)


@given(st.text(st.sampled_from("lmosw"), min_size=2, max_size=8))
def test_domain_in_other_letters_of_the_same_shape_looks_like_it(name: str) -> None:
    shapes = {"l": "1", "m": "rn", "o": "0", "s": "5", "w": "vv"}
    assert looks_like("".join(shapes[letter] for letter in name) + ".example", f"{name}.example")
