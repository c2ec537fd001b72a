"""A mistake in the data or in a page stops the build, and the words on the screen lead to its file and line."""

import re
import socket
from pathlib import Path

import pytest

from tests.site.checkout import SMALL, URL, Checkout, Site, planted
from tests.site.preview import free_port
from tests.survey import survey

PAGE = "# 标题\n\n一句话。\n\n{call}\n"
CALLS = [
    pytest.param('{{ contact("okx/nope") }}', "There is no entry 'okx/nope' among 'contacts'.$", id="contact"),
    pytest.param('{{ link("fields", "uid") }}', "The kind 'fields' has no pages to lead to.$", id="link"),
    pytest.param('{{ say("fact-count") }}', "Nothing fills the hole .*{facts}.* of the phrase.$", id="phrase"),
]


def refusal(small: Checkout, *command: str) -> str:
    """What the command prints when it refuses to build."""
    done = small.run(*(command or ("macros", "build", "site")), **SMALL)
    assert done.returncode != 0, done.stdout
    return done.stdout


def add_page(small: Checkout, zh: str, en: str = "# Title\n") -> None:
    small.write("docs/zh/extra.md", zh)
    small.write("docs/en/extra.md", en)


@pytest.mark.parametrize(("call", "reason"), CALLS)
def test_page_with_a_wrong_call_is_refused_at_its_line(small: Checkout, call: str, reason: str) -> None:
    add_page(small, PAGE.format(call=call))
    assert re.search(rf"docs/zh/extra\.md:5: .*{reason}", refusal(small), re.MULTILINE)


def test_line_of_a_wrong_call_counts_the_front_matter_in_english_as_well(small: Checkout) -> None:
    add_page(small, "# 标题\n", "---\ndescription: A page.\n---\n\n" + PAGE.format(call='{{ contact("okx/nope") }}'))
    assert "docs/en/extra.md:9: " in refusal(small)


def test_page_with_a_broken_link_or_anchor_is_refused_at_its_line(small: Checkout) -> None:
    add_page(small, "# 标题\n\n[一](nowhere.md)\n\n[二](freshness.md#xyz)\n\n[三](#nope-here)\n\n[四](about.md#what)\n")
    told = refusal(small)
    assert "docs/zh/extra.md:3: The link 'nowhere.md' leads to the page 'nowhere/', which does not exist.\n" in told
    assert "docs/zh/extra.md:5: The link 'freshness.md#xyz' names the anchor '#xyz', which the page 'freshness/' does not have.\n" in told
    assert "docs/zh/extra.md:7: The link '#nope-here' names the anchor '#nope-here', which the page 'extra/' does not have.\n" in told
    assert "extra.md:9" not in told


def test_page_with_a_link_that_is_neither_https_nor_relative_is_refused(small: Checkout) -> None:
    add_page(small, "# 标题\n\n<http://h.example/>\n\n[一](/about/)\n\n[二][b]\n\n[b]: javascript:alert(1)\n")
    told = refusal(small)
    for line, link in ((3, "http://h.example/"), (5, "/about/"), (9, "javascript:alert(1)")):
        assert re.search(rf"docs/zh/extra\.md:{line}: .*'{re.escape(link)}'", told), link


YESTERDAY = {"index.html": b"the site of yesterday", "assets/mark.svg": b"its mark"}


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> tuple[Checkout, str]:
    """A checkout with mistakes in its data and a finished site, and what the command says of it."""
    small = planted(tmp_path_factory.mktemp("faulty") / "small")
    for name, content in YESTERDAY.items():
        small.write(f"site/{name}", content.decode())
    small.replace("data/places/mt.yaml", "brief: {zh: 一个国家。, en: A country.}", "brief: {zh: 一个国家。}")
    small.append("data/places/mt.yaml", "colour: red\n")
    (small.root / "data/issues/dead.yaml").symlink_to("nowhere")
    return small, refusal(small)


@pytest.mark.parametrize(
    "problem",
    [
        "data/places/mt.yaml:{last}: colour: Unknown key 'colour'.\n    fix: The keys here are: name, in_sentence, region, zone, status, brief, ",
        "data/places/mt.yaml:2: brief.en: The English text is missing.\n    fix: Add 'en:' with the English text; there is no fallback.\n",
        "data/issues/dead.yaml:1: This is a symbolic link.\n    fix: Put the file itself here.\n",
    ],
    ids=["unknown key", "missing translation", "symbolic link"],
)
def test_mistake_in_the_data_is_told_at_its_line_once_for_both_languages(faulty: tuple[Checkout, str], problem: str) -> None:
    small, told = faulty
    assert told.count(problem.format(last=small.read("data/places/mt.yaml").count("\n"))) == 1


def test_refusal_leaves_no_traceback(faulty: tuple[Checkout, str]) -> None:
    assert "Traceback" not in faulty[1]


def test_refused_build_leaves_the_finished_site_as_it_was(faulty: tuple[Checkout, str]) -> None:
    small, _ = faulty
    assert Site(small.root / "site").files() == YESTERDAY
    assert [path.name for path in small.root.iterdir() if path.name.startswith(".site")] == []


HIDDEN = (
    ('<{{ say("found", count="") }}meta http-equiv=refresh content=0>', "HTML: 'meta'"),
    ('<{{ say("found", count="") }}img src=x>', "HTML: 'img'"),
    ('x <{{ say("found", count="") }}em onclick=alert(1)>x', "HTML: 'onclick'"),
    ('<{{ say("found", count="") }}!--part:7-->', "HTML: '<!'"),
    ("[click\nhere](http://h.example/1)", "link 'http://h.example/1'"),
    ("[a [b] c](javascript:alert(2))", "link 'javascript:alert(2)'"),
    ("[x][r]\n\n[r]:\n  http://h.example/3", "link 'http://h.example/3'"),
    ("[x](//h.example/4)", "link '//h.example/4'"),
    ("[x](mailto:a%40h.example%2Cx@okx.com)", "link 'mailto:a%40h.example%2Cx@okx.com'"),
    ('<{{ say("found", count="") }}script>alert(1)', "HTML: 'script'"),
)


@pytest.mark.parametrize("command", [("macros", "build", "site"), ("mkdocs", "build", "-d", "plain")])
def test_markup_or_link_that_only_shows_once_the_page_is_made_is_refused(small: Checkout, command: tuple[str, ...]) -> None:
    small.append("data/strings.yaml", 'found: {zh: "{count}", en: "{count}"}\n')
    text = "# 标题\n"
    for written, _ in HIDDEN:
        text += f"\n{written}\n"
    add_page(small, text)
    told = refusal(small, *command)
    silent = [fault for _, fault in HIDDEN if not re.search(rf"docs/zh/extra\.md:\d+: The (page holds )?{re.escape(fault)}", told)]
    assert silent == []
    for link in ("http://h.example/1", "javascript:alert(2)", "http://h.example/3", "//h.example/4"):
        line = text[: text.index(link)].count("\n") + 1
        assert f"docs/zh/extra.md:{line}: The link '{link}' is neither https nor a page of ours." in told
    assert "Traceback" not in told
    assert not (small.root / "plain" / "extra" / "index.html").exists()


@pytest.mark.parametrize(
    "url", ['https://x.example/"><script>', "https://x.example/?a", "https://x.example/#a", "ftp://x.example/", "x.example", "/"]
)
def test_address_of_the_site_that_is_no_folder_of_a_host_is_refused(small: Checkout, url: str) -> None:
    done = small.run("macros", "build", "site", SITE_URL=url)
    assert done.returncode == 1
    assert done.stdout.startswith("SITE_URL is no address of a folder: write it like https://guide.example/help/, ")


@pytest.mark.parametrize("target", ["", ".", "docs", "docs/overrides", "data", "theirs", "no/such/folder/site", "mkdocs.yml"])
def test_build_replaces_no_folder_that_is_not_a_site(small: Checkout, target: str) -> None:
    small.write("theirs/index.html", "somebody else's site")
    small.write("theirs/en/index.html", "somebody else's site")
    before = sorted(small.root.rglob("*"))
    told = refusal(small, "macros", "build", target)
    assert "Traceback" not in told
    assert sorted(path for path in small.root.rglob("*") if "__pycache__" not in path.parts) == [
        p for p in before if "__pycache__" not in p.parts
    ]


@pytest.mark.parametrize("command", [("macros", "build", "site"), ("mkdocs", "build")])
def test_day_that_is_no_count_of_seconds_is_told_without_a_traceback(small: Checkout, command: tuple[str, ...]) -> None:
    done = small.run(*command, SOURCE_DATE_EPOCH="abc")
    assert done.returncode == 1
    assert "SOURCE_DATE_EPOCH is 'abc'. Set it to a number of seconds since 1970, or leave it out.\n" in done.stdout
    assert "Traceback" not in done.stdout


@pytest.mark.parametrize("port", ["80", "65536", "x", "-1"])
def test_port_that_nobody_may_use_is_told_in_a_line(small: Checkout, port: str) -> None:
    done = small.run("macros", "serve", f"--port={port}")
    assert done.returncode == 2
    assert done.stdout.endswith(f"argument --port: a number from 1024 to 65535 is expected, not '{port}'\n")
    assert len(done.stdout) < 500


def test_port_that_is_taken_is_told_in_a_line(small: Checkout) -> None:
    port = free_port()
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        done = small.run("macros", "serve", "--port", str(port))
    assert (done.returncode, done.stdout) == (1, f"Port {port} is taken. Name another: PORT={port + 100} make serve\n")


@survey
def test_mkdocs_alone_refuses_the_same_mistakes_at_the_same_lines(small: Checkout) -> None:
    line = small.append("data/places/mt.yaml", "colour: red\n")
    told = refusal(small, "mkdocs", "build", "-d", "plain")
    assert f"data/places/mt.yaml:{line}: colour: Unknown key 'colour'.\n" in told
    assert "Traceback" not in told
    small.replace("data/places/mt.yaml", "colour: red\n", "")
    add_page(small, PAGE.format(call="[一](nowhere.md)"))
    assert "docs/zh/extra.md:5: The link 'nowhere.md' leads to " in refusal(small, "mkdocs", "build", "-d", "plain")
    add_page(small, PAGE.format(call='{{ contact("okx/nope") }}'))
    assert "docs/zh/extra.md:5: There is no entry 'okx/nope' among 'contacts'." in refusal(small, "mkdocs", "build", "-d", "plain")


def test_build_may_be_started_in_another_folder(small: Checkout, tmp_path: Path) -> None:
    done = Checkout(tmp_path).run("macros", "build", "site", **SMALL, PYTHONPATH=str(small.root))
    assert done.returncode == 0, done.stdout
    assert "en/places/mt/" in Site(tmp_path / "site").pages


def test_build_replaces_what_mkdocs_alone_built_which_is_the_chinese_site(small: Checkout) -> None:
    done = small.run("mkdocs", "build", **SMALL)
    assert done.returncode == 0, done.stdout
    pages = Site(small.root / "site").pages
    assert {page.get("lang") for page in pages.values()} == {"zh-Hans"}
    assert pages["places/mt/"].xpath("//h1/text()") == ["马耳他"]
    assert pages["places/mt/"].xpath("//link[@rel='canonical']/@href") == [f"{URL}places/mt/"]
    assert {"places/mt/", "en/places/mt/"} <= set(small.build(**SMALL).pages)


@survey
def test_build_replaces_what_mkdocs_alone_built_in_english(small: Checkout) -> None:
    assert small.run("mkdocs", "build", "-f", "mkdocs.en.yml", **SMALL).returncode == 0
    assert {"places/mt/", "en/places/mt/"} <= set(small.build(**SMALL).pages)


def test_missing_words_of_the_interface_are_told_where_they_are_asked_for(small: Checkout) -> None:
    strings = small.read("data/strings.yaml")
    small.write("data/strings.yaml", strings.replace("how-to-reach:\n", "how-to-raech:\n").replace("{checked}", "{chekced}"))
    told = refusal(small)
    assert re.search(r"data/strings\.yaml:1: how-to-reach: The phrase is missing\.\n    fix: .*card\.html:\d+ .*'how-to-raech'", told)
    assert re.search(r"data/strings\.yaml:\d+: fact-count: The phrase has the unknown hole \{chekced\}\.", told)
    assert "Traceback" not in told
    small.write("data/strings.yaml", strings.replace("scams-title:\n", "scams-tilte:\n"))
    told = refusal(small)
    assert "data/strings.yaml:1: scams-title: The phrase is missing." in told
    assert "Traceback" not in told


@pytest.mark.parametrize("command", [("macros", "build", "site"), ("mkdocs", "build", "-d", "plain")])
def test_phrase_that_only_a_page_under_way_asks_for_is_told_without_a_traceback(small: Checkout, command: tuple[str, ...]) -> None:
    small.replace("macros/html/pages/start.html", '<p>{{ say("start-place-lead") }}</p>', '{{ say("no-" ~ "such") }}')
    told = refusal(small, *command)
    assert "data/strings.yaml:1: no-such: The phrase is missing.\n    fix: Add it in both languages." in told
    assert "Traceback" not in told
    assert "places/" not in told
