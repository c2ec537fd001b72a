"""Every fault of a hand-written page is told at its line; one run of the command tells all there are."""

import pytest

from tests.site.checkout import SMALL, planted

PROGRAMS = (
    '{{ say.__wrapped__.__globals__["sys"] }}',
    '{{ "".__class__ }}',
    "{{ 7*7 }}",
    "{{ say }}",
    '{{ say("home") | upper }}',
    "{{ say(key) }}",
    '{{ say("ho" ~ "me") }}',
    "{% set x = 1 %}",
    '{% include "main.html" %}',
)
MARKUP = (
    "<script>alert(1)</script>",
    "<meta http-equiv=refresh content=0>",
    "<base href=/>",
    "text <b onmouseover=alert(1)>x</b>",
    "<!--part:0-->",
    "![x](https://evil.example/x.png)",
    "# x {: onclick=alert(1) }",
    "word{ .red }",
    "# x {#Bad Anchor}",
    "[[#- c -#]]",
)
COMMENTS = "# 标题\n\n<[[#- c -#]]meta http-equiv=refresh content=0>\n\n<[[#\n-#]]script>alert(1)</script>\n"
LINKS = {"zh/more": "outside", "en/one.md": "outside/page.md", "en/dead.md": "nowhere", "overrides/assets/.x": "outside"}
"""Symbolic links below docs/, and where beside the checkout they lead."""
PAGE_WITH_CALL = "# 标题\n\n一句话。\n\n{}\n"
TWICE = ("twice.md", "twice/index.md")
NO_IDS = ("One.md", "Two.md")
FILES = [
    ("more-keys.md", '---\nparts: ["\\x3cscript\\x3e"]\n---\n# T\n', "1: The front matter holds more than a description."),
    ("a-list.md", "---\ndescription: [a]\n---\n# T\n", "2: description: '[a]' is not read as it is written."),
    ("two-colons.md", "---\ndescription: a: b\n---\n# T\n", "2: description: 'a: b' is not read as it is written."),
    ("a-word.md", "---\ndescription: yes\n---\n# T\n", "2: description: 'yes' is not read as it is written."),
    (
        "no-such-day.md",
        "---\ndescription: 2026-02-30\n---\n# T\n",
        "2: description: '2026-02-30' is not read as it is written.",
    ),
    ("a-comment.md", "---\ndescription: Call #110\n---\n# T\n", "2: description: 'Call #110' is not read as it is written."),
    (
        "a-separator.md",
        "---\ndescription: 'a'\u2028redirect: b\n---\n# T\n",
        "2: description: \"'a'\\u2028redirect: b\" is not read as it is written.",
    ),
    ("no-heading.md", "---\ndescription: a\n---\nT\n", "4: The page does not begin with its heading."),
    (
        "keys-alone.md",
        "redirect: https://evil.example/\ntitle: Fake\n\n# T {#top}\n",
        "1: The page does not begin with its heading.",
    ),
    ("a-note.md", "Note: read this first.\n\n# T\n", "1: The page does not begin with its heading."),
    ("indented.md", " ---\nredirect: https://evil.example/\n---\n# T\n", "1: The page does not begin with its heading."),
    ("blank-lines.md", "\n\nT\n", "3: The page does not begin with its heading."),
    ("marked.md", "\ufeff---\nredirect: https://evil.example/\n---\n# T\n", "1: The file begins with a byte-order mark."),
    ("extra.html", "<p>x</p>", "1: Only '.md' files live here."),
    ("places/mt.md", "# T\n", "1: A page made from the data has this address."),
    ("templates/x.md", "# T\n", "1: The address 'templates/' is taken by the site itself."),
    ("en/x.md", "# T\n", "1: The address 'en/' is taken by the site itself."),
    ("en.md", "# T\n", "1: The address 'en/' is taken by the site itself."),
    ("assets/x.md", "# T\n", "1: The address 'assets/' is taken by the site itself."),
    ("issues/index.md", "# T\n", "1: A page made from the data has this address."),
    ("index.md", "# T\n", "1: A page made from the data has this address."),
    ("README.md", "# T\n", "1: The name 'README' is not an id."),
    ("sitemap.xml.md", "# T\n", "1: The name 'sitemap.xml' is not an id."),
    (
        "misspelt.md",
        PAGE_WITH_CALL.format('{{ contatc("okx/chat") }}'),
        "5: The macro 'contatc' is undefined.\n    fix: Did you mean 'contact'?",
    ),
    (
        "endless.md",
        PAGE_WITH_CALL.format('{{ contact("okx/chat") '),
        "5: The call of a macro cannot be read: unexpected end of template",
    ),
]
"""Name of a page, what stands in it, the line and the words that tell it."""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the command says of a checkout with all of these in it."""
    folder = tmp_path_factory.mktemp("faulty")
    small = planted(folder / "small")
    pages = {name: text for name, text, _ in FILES} | dict.fromkeys((*TWICE, *NO_IDS), "# T\n")
    pages |= {"programs.md": "# 标题\n\n" + "\n\n".join((*PROGRAMS, *MARKUP)) + "\n", "comments.md": COMMENTS}
    for name, text in pages.items():
        small.write(f"docs/zh/{name}", text)
        small.write(f"docs/en/{name}", text)
    small.write("docs/en/alone.md", "# Title\n")
    (folder / "outside").mkdir()
    (folder / "outside/page.md").write_text("# T\n<script>alert(1)</script>\n")
    for link, target in LINKS.items():
        (small.root / "docs" / link).symlink_to(folder / target)
    done = small.run("macros", "build", "site", **SMALL)
    assert done.returncode == 1
    return done.stdout


def test_refusal_leaves_no_traceback(told: str) -> None:
    assert "Traceback" not in told


@pytest.mark.parametrize(("name", "text", "reason"), FILES)
def test_file_that_is_no_plain_page_is_refused(told: str, name: str, text: str, reason: str) -> None:
    for language in ("zh", "en"):
        assert f"docs/{language}/{name}:{reason}" in told


def test_page_that_holds_a_program_or_markup_is_refused_line_by_line(told: str) -> None:
    silent = [line for i, line in enumerate((*PROGRAMS, *MARKUP)) if f"docs/zh/programs.md:{2 * i + 3}: " not in told]
    assert silent == []


def test_comment_that_splits_markup_over_lines_is_refused(told: str) -> None:
    assert "docs/zh/comments.md:3: The page holds a comment.\n    fix: Delete it.\n" in told
    assert "docs/zh/comments.md:5: The page holds a comment.\n" in told


def test_page_that_exists_in_one_language_is_refused(told: str) -> None:
    assert "docs/en/alone.md:1: The page has no counterpart in 'docs/zh'.\n    fix: Write docs/zh/alone.md, or delete this one.\n" in told


@pytest.mark.parametrize("link", LINKS)
def test_symbolic_link_anywhere_below_docs_is_refused(told: str, link: str) -> None:
    assert f"docs/{link}:1: This is a symbolic link.\n" in told


def test_pages_at_one_address_are_refused(told: str) -> None:
    assert "docs/zh/twice.md:1: Another page has this address.\n    fix: Choose another name.\n" in told


def test_each_mistake_keeps_its_own_way_out(told: str) -> None:
    assert told.count("is not an id.\n    fix: Use lower-case letters, digits and single hyphens.") == told.count("is not an id.") >= 8
