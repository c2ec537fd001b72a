"""The policy that keeps injected code from running, and pages that need nothing the policy forbids."""

import base64
import hashlib

from lxml import html

from tests.site.checkout import Site

POLICY = (
    "default-src 'none'; script-src 'self' {hashes}; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "worker-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; "
    "require-trusted-types-for 'script'; trusted-types recourse"
)


def inline_scripts(page: html.HtmlElement) -> list[str]:
    return [script.text or "" for script in page.xpath("//script[not(@src)][not(@type) or @type='text/javascript' or @type='module']")]


def test_every_page_allows_its_own_files_and_the_scripts_it_was_built_with_and_nothing_else(guide: Site) -> None:
    for address, page in guide.documents.items():
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        digests = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in inline_scripts(page)]
        assert policy == POLICY.format(hashes=" ".join(f"'sha256-{digest}'" for digest in digests)), address


def test_policy_stands_before_anything_it_governs(guide: Site) -> None:
    for address, page in guide.documents.items():
        tags = [(child.tag, child.get("charset"), child.get("http-equiv")) for child in page.xpath("/html/head/*")[:2]]
        assert tags == [("meta", "utf-8", None), ("meta", None, "Content-Security-Policy")], address


def test_script_in_pages_tells_styles_that_scripts_run_and_does_nothing_else(guide: Site) -> None:
    scripts = {script for page in guide.documents.values() for script in inline_scripts(page)}
    assert scripts == {'document.documentElement.className="js"'}


def test_no_element_carries_code_or_style_of_its_own(guide: Site) -> None:
    assert [a for a, page in guide.documents.items() if page.xpath("//@*[starts-with(name(), 'on')]")] == []
    assert [a for a, page in guide.documents.items() if page.xpath("//*[@style] | //style | //base | //iframe | //object | //embed")] == []


def test_no_page_tells_other_sites_where_the_reader_came_from(guide: Site) -> None:
    said = {tuple(page.xpath("//meta[@name='referrer']/@content")) for page in guide.documents.values()}
    assert said == {("no-referrer",)}


def test_folder_holds_no_leftovers_of_the_build(guide: Site) -> None:
    left = [name for name in guide.files() if name.endswith((".map", ".yaml", ".py", ".md", ".gz")) or name.startswith(".")]
    assert left == []
    assert {name for name in guide.files() if (name.startswith("en/") and "sitemap" in name) or name == "en/404.html"} == set()
