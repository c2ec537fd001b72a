"""A hand-written page becomes what Markdown makes of it, and nothing else is published beside it."""

from tests.site.checkout import Site


def test_page_may_hold_all_that_markdown_makes(varied: Site) -> None:
    page = varied.pages["en/everything/"]
    assert len(page.xpath("//article/*[@class='cards']/section")) == 1
    assert {"mailto:help@okx.com", "https://law.example/act", "../about/#what"} <= set(page.xpath("//article//a/@href"))


def test_description_of_a_page_is_what_is_written(varied: Site) -> None:
    addresses = ("described/", "en/described/", "en/case/")
    said = [varied.pages[address].xpath("//meta[@name='description']/@content") for address in addresses]
    assert said == [
        ["一句话，再一句。"],
        ['Now: one "thing".'],
        ["What to write down from today: timeline, numbers, letters, deadlines and proof."],
    ]
    assert [address for address, page in varied.pages.items() if "description:" in page.text_content()] == []


def test_what_an_editor_leaves_behind_is_neither_refused_nor_published(varied: Site) -> None:
    assert [name for name in varied.files() if "/." in f"/{name}" or "drafts" in name] == []
