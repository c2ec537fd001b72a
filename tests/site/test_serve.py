"""What a contributor sees while writing: both languages side by side, each edit soon on the page."""

import json
from collections.abc import Iterator

import pytest

from tests.site.checkout import Checkout, planted
from tests.site.preview import Preview


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A small guide being served; stopped when the module ends."""
    preview = Preview(planted(tmp_path_factory.mktemp("serve") / "small"))
    try:
        print(f"\nboth languages served after {preview.wait_for('<html', '', 'en/'):.1f} s")
        yield preview
    finally:
        preview.end()


def test_edit_of_the_data_is_soon_on_the_pages_of_both_languages(preview: Preview) -> None:
    preview.checkout.replace("data/places/mt.yaml", "{zh: 马耳他, en: Malta}", "{zh: 马耳他 EDITED, en: Malta EDITED}")
    preview.wait_for("EDITED", "places/mt/", "en/places/mt/")


def test_search_of_the_preview_knows_every_page_once_after_an_edit(preview: Preview) -> None:
    preview.checkout.replace("data/issues/login.yaml", "en: Cannot log in}", "en: Cannot log in SEARCHED}")
    preview.wait_for("SEARCHED", "en/issues/login/")
    folder = json.loads(preview.get("en/search/core.json"))["details"]
    details = [row for number in range(40) for row in json.loads(preview.get(f"en/search/{folder}d{number}.json") or "[]")]
    places = [address for address, *_ in details]
    assert len(places) == len(set(places))
    assert {"", "places/mt/", "issues/login/", "about/"} <= set(places)
    assert "Cannot log in SEARCHED" in [title for _, title, *_ in details]


def test_hand_written_pages_and_deleted_entries_follow_the_data(preview: Preview) -> None:
    preview.checkout.replace("data/strings.yaml", '  en: "Texts and data: CC BY 4.0. Code: MIT."', '  en: "Texts and data: NEWLICENCE."')
    preview.checkout.write("data/scams/short-lived.yaml", preview.checkout.read("data/scams/fake-support.yaml"))
    preview.checkout.replace("data/issues/login.yaml", "scams: [", "scams: [short-lived, ")
    preview.wait_for("NEWLICENCE", "en/about/", "en/scams/short-lived/")
    preview.checkout.replace("data/issues/login.yaml", "scams: [short-lived, ", "scams: [")
    (preview.checkout.root / "data/scams/short-lived.yaml").unlink()
    preview.wait_until(lambda: "NEWLICENCE" not in preview.get("en/scams/short-lived/"))


def test_language_links_lead_from_one_language_to_the_other(preview: Preview) -> None:
    preview.wait_for('href="../../en/places/mt/"', "places/mt/")
    preview.wait_for('href="../../../places/mt/"', "en/places/mt/")


def test_server_survives_a_mistake_says_where_it_is_and_goes_on_once_it_is_mended(preview: Preview) -> None:
    line = preview.checkout.append("data/places/mt.yaml", "colour: red\n")
    told = f"data/places/mt.yaml:{line}: colour: Unknown key 'colour'."
    preview.wait_until(lambda: told in preview.said.read_text())
    assert told in preview.get("preview/state?after=")
    assert "<html" in preview.get("places/mt/")
    preview.checkout.replace("data/places/mt.yaml", "colour: red\n", "")
    preview.checkout.replace("docs/en/about.md", "# About this site {#top}\n", "# About this site MENDED {#top}\n")
    preview.wait_for("MENDED", "en/about/")


def test_typography_and_other_rules_are_told_while_the_page_is_shown(preview: Preview) -> None:
    preview.checkout.replace("data/evidence.yaml", "{zh: 截图。, en: Take a picture.}", "{zh: 截图!存好。, en: Take a picture.}")
    preview.wait_for("截图!存好。", "evidence/")
    preview.wait_until(lambda: "half-width punctuation" in preview.get("preview/state?after="))
    preview.checkout.replace("data/evidence.yaml", "截图!存好。", "截图。")
    preview.wait_until(lambda: json.loads(preview.get("preview/state?after="))["problems"] == [])


def test_interrupt_ends_the_server_quietly(small: Checkout) -> None:
    preview = Preview(small)
    try:
        preview.wait_for("<html", "", "en/")
        assert preview.interrupt() == 0
        assert "Traceback" not in preview.said.read_text()
        preview.wait_until(lambda: not preview.is_served())
    finally:
        preview.end()
