"""What a contributor sees while writing: both languages side by side, each edit soon on the page."""

import json
import time
from collections.abc import Iterator

import pytest

from tests.site.checkout import Checkout, copied
from tests.site.preview import Preview

VISIBLE_WITHIN = 120


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """The real guide being served; stopped when the module ends."""
    preview = Preview(copied(tmp_path_factory.mktemp("serve")))
    try:
        print(f"\nboth languages served after {preview.wait_for('<html', '', 'en/'):.1f} s")
        yield preview
    finally:
        preview.end()


def test_edit_of_the_data_is_soon_on_the_pages_of_both_languages(preview: Preview) -> None:
    name = "name:\n  zh: 香港\n  en: Hong Kong\n"
    preview.checkout.replace("data/places/hk.yaml", name, "name:\n  zh: 香港测试 EDITED\n  en: Hong Kong EDITED\n")
    taken = preview.wait_for("EDITED", "places/hk/", "en/places/hk/", patience=VISIBLE_WITHIN)
    print(f"\nedit of a data file visible in both languages after {taken:.1f} s")


def test_search_of_the_preview_knows_every_page_once_after_an_edit(preview: Preview) -> None:
    preview.checkout.replace("data/places/mo.yaml", "\n  en: Macau\n", "\n  en: Macau SEARCHED\n")
    preview.wait_for("SEARCHED", "en/places/mo/", patience=VISIBLE_WITHIN)
    places = [entry["location"] for entry in json.loads(preview.get("en/search/search_index.json"))["docs"]]
    assert len(places) == len(set(places))
    assert {"", "places/hk/", "issues/fees/", "about/"} <= set(places)


def test_hand_written_pages_and_deleted_entries_follow_the_data(preview: Preview) -> None:
    preview.checkout.replace("data/strings.yaml", '  en: "Texts and data: CC BY 4.0. Code: MIT."', '  en: "Texts and data: NEWLICENCE."')
    preview.checkout.write("data/scams/short-lived.yaml", preview.checkout.read("data/scams/fake-airdrop.yaml"))
    preview.checkout.replace("data/issues/fees.yaml", "scams: [", "scams: [short-lived, ")
    preview.wait_for("NEWLICENCE", "en/about/", "en/scams/short-lived/", patience=VISIBLE_WITHIN)
    preview.checkout.replace("data/issues/fees.yaml", "scams: [short-lived, ", "scams: [")
    (preview.checkout.root / "data/scams/short-lived.yaml").unlink()
    start = time.monotonic()
    while "NEWLICENCE" in preview.get("en/scams/short-lived/"):
        assert time.monotonic() - start < VISIBLE_WITHIN
        time.sleep(0.1)


def test_language_links_lead_from_one_server_to_the_other(preview: Preview) -> None:
    assert f'href="http://127.0.0.1:{preview.port + 1}/places/hk/"' in preview.get("places/hk/")
    assert f'href="http://127.0.0.1:{preview.port}/places/hk/"' in preview.get("en/places/hk/")


def test_server_survives_a_mistake_says_where_it_is_and_goes_on_once_it_is_mended(preview: Preview) -> None:
    line = preview.checkout.append("data/places/sg.yaml", "colour: red\n")
    start = time.monotonic()
    while f"data/places/sg.yaml:{line}: colour: Unknown key 'colour'." not in preview.said.read_text():
        assert time.monotonic() - start < VISIBLE_WITHIN, preview.said.read_text()[-2000:]
        time.sleep(0.05)
    preview.checkout.replace("data/places/sg.yaml", "colour: red\n", "")
    preview.checkout.replace("docs/en/about.md", "# About this site {#top}\n", "# About this site MENDED {#top}\n")
    preview.wait_for("MENDED", "en/about/", patience=VISIBLE_WITHIN)


def test_interrupt_ends_both_servers_quietly(small: Checkout) -> None:
    preview = Preview(small)
    try:
        preview.wait_for("<html", "", "en/")
        assert preview.interrupt() == 0
        deadline = time.monotonic() + 20
        while preview.is_served():
            assert time.monotonic() < deadline
            time.sleep(0.1)
    finally:
        preview.end()
