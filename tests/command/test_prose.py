"""Hand-written pages are judged by the check as the build will make them."""

import pytest
import yaml

from macros.checks.prose.page import EXTENSIONS
from macros.checks.publication import addresses_of
from macros.model.load import load
from macros.pages.catalogue import catalogue
from tests.sample import ROOT, Data

BUILTIN = {"toc", "tables", "fenced_code"}
"""What MkDocs 1.6 adds by itself."""


def test_markdown_of_the_check_is_that_of_the_site() -> None:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    site = yaml.load(text.replace("!ENV ", ""), Loader=yaml.SafeLoader)["markdown_extensions"]
    assert {name: options or {} for name, options in site.items()} == {k: v for k, v in EXTENSIONS.items() if k not in BUILTIN or v}
    assert set(EXTENSIONS) == set(site) | BUILTIN


def test_check_knows_the_pages_that_the_build_makes() -> None:
    library, _ = load(ROOT / "data")
    assert set(addresses_of(library, None)) == set(catalogue(library).anchors)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<script>alert(1)</script>", ["The page holds HTML."]),
        ('{{ contact("okx/nothing") }}', ["There is no entry 'okx/nothing' among 'contacts'."]),
        ("[a](nowhere.md)", ["The link 'nowhere.md' leads to the page 'nowhere/', which does not exist."]),
        ("[a](issues/login.md) [b](evidence.md#ticket) [c](index.md) [d](#licence)", []),
        ("[a](issues/login.md#no-such-part)", ["names the anchor '#no-such-part', which the page 'issues/login/' does not have."]),
        ("[click\nhere](http://h.example/1)", ["The link 'http://h.example/1' is neither https nor a page of ours."]),
        ("```\n{{ say('home') }}\n```", []),
        ('{{ say("fact-count") }}', ["Nothing fills the hole {checked}, {facts}, {sources} of the phrase."]),
        ('{{ link("fields", "uid") }}', ["The kind 'fields' has no pages to lead to."]),
        ('{{ link("issues") }}', ["The macro 'link' is called with other words than it takes."]),
        ("{{ 7 * 7 }}", ["The page holds code."]),
        ("[mail](mailto:help@okx.com) <https://law.example/act> [tel](tel:+356)", []),
    ],
)
def test_page_is_told_once_on_the_line_of_its_fault(guide: Data, text: str, told: list[str]) -> None:
    guide.replace("../docs/en/about.md", "Texts and data are free to use.", text)
    _, problems = guide.check()
    assert len(problems) == len(told)
    for problem, message in zip(problems, told, strict=True):
        assert problem.startswith("docs/en/about.md:1")
        assert message in problem.split("\n")[0]


def test_link_to_an_entry_that_cannot_be_read_is_not_blamed(guide: Data) -> None:
    guide.replace("../docs/en/about.md", "Texts and data are free to use.", "[a](issues/login.md)")
    guide.add("issues/login.yaml", "zzz: 1\n")
    assert [problem.split(": ")[0] for problem in guide.check()[1]] == ["data/issues/login.yaml:27"]


def test_faults_of_data_words_and_prose_are_all_told_at_once(guide: Data) -> None:
    guide.replace("issues/login.yaml", "urgency: normal", "urgency: norml")
    guide.replace("strings.yaml", "\nsearch:\n", "\nsaerch:\n")
    guide.replace("../docs/en/about.md", "Texts and data are free to use.", "<b>Free</b>")
    told = guide.run().stdout
    assert [line.split(": ")[0] for line in told.splitlines()[:-1:2]] == [
        "data/issues/login.yaml:4",
        "data/strings.yaml:1",
        "docs/en/about.md:12",
    ]
    assert told.endswith("3 problems.\n")
