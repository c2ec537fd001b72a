"""The comparison of two builds tells what a reader would find changed, each change in its category, and nothing else."""

import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from tests.sample import ROOT

PAGE = """<!doctype html>
<html lang="en">
<head><title>Fees</title><meta name="description" content="Costs"><link rel="canonical" href="https://g.example/fees/">
<link rel="stylesheet" href="../style.css"></head>
<body><header id="bar"><nav aria-label="Parts"><a href="../">Home</a></nav></header>
<article>
<h2 id="when">When</h2>
<p>Wait <b>two</b> days.</p><p>Then <a href="../letters/">write</a>.</p><p><a href="mailto:a@g.example">Mail</a></p>
<label for="day">Day</label><input id="day" aria-describedby="hint"><p id="hint">Hint</p>
<details><summary>Why<svg></svg></summary><p lang="de">Darum</p></details>
<form hidden><p>Fill in</p></form><noscript>Print</noscript><script>let quiet = 1</script>
</article>
<footer>Free</footer></body></html>
"""

HEADING, WAIT = '<h2 id="when">When</h2>', "<p>Wait <b>two</b> days.</p>"
SEEN = {
    "title": ("<title>Fees", "<title>Price", ["title - Fees + Price"]),
    "description": ("Costs", "Cost", ["meta - description: Costs + description: Cost"]),
    "canonical": ("/fees/", "/fee/", ["canonical, alternate - canonical: https://g.example/fees/ + canonical: https://g.example/fee/"]),
    "article-id": ('id="when"', 'id="then"', ["article ids - when + then"]),
    "frame-id": ('id="bar"', "", ["frame ids - bar"]),
    "text": ("two</b>", "ten</b>", ["article text - Wait two days. + Wait ten days."]),
    "order": (f"{HEADING}\n{WAIT}", f"{WAIT}\n{HEADING}", ["article text + Wait two days.", "article text - Wait two days."]),
    "no-break-space": ("Wait <b>", "Wait&nbsp;<b>", ["article text (spacing) - Wait two days. + Wait\xa0two days."]),
    "run-together": ("Wait <b>", "Wait<b>", ["article text (spacing) - Wait two days. + Waittwo days."]),
    "one-block": ("</p><p>Then", " Then", ["article text (spacing) - Wait two days. - Then write. + Wait two days. Then write."]),
    "heading": (HEADING, '<h3 id="when">When</h3>', ["headings - h2: When + h3: When"]),
    "link": ("../letters/", "../letters/#top", ["article links - write → /letters/ + write → /letters/#top"]),
    "mail": ("mailto:a", "mailto:b", ["article links - Mail → mailto:a@g.example + Mail → mailto:b@g.example"]),
    "frame": ("Home", "Start", ["frame text - Home + Start", "frame links - Home → / + Start → /"]),
    "footer": ("Free", "", ["frame text - Free"]),
    "hidden": ("Fill in", "Fill out", ["hidden text - Fill in + Fill out"]),
    "shown": ("<form hidden>", "<form>", ["article text + Fill in", "hidden text - Fill in"]),
    "without-scripts": ("Print", "Copy", ["without scripts text - Print + Copy"]),
    "label": ("label for", "label data-for", ["names - input: Day [Hint] + input:  [Hint]"]),
    "input": ('aria-describedby="hint"', "disabled", ["names - input: Day [Hint] + input: Day [disabled=disabled]"]),
    "aria-label": ('"Parts"', '"Topics"', ["names - nav: Parts + nav: Topics"]),
    "language": ('lang="de"', 'lang="fr"', ["languages - de: Darum + fr: Darum"]),
    "fold": ("<details>", "<details open>", ["details - closed: Why + open: Why"]),
    "icon": ("<svg></svg>", "", ["icons - 1 in the article + 0 in the article"]),
    "style": ("../style.css", "../style.1a.css", ["assets - /style.css + /style.1a.css"]),
}

UNSEEN = {
    "class": ("<b>", '<b class="strong">'),
    "element": ('<p lang="de">Darum</p>', '<div lang="de">\n  Darum <!-- so -->\n</div>'),
    "inline": ("<b>two</b>", "<span>t</span>wo"),
    "script": ("quiet = 1", "quiet = 2"),
    "written-otherwise": ('href="../letters/"', 'href="/letters/"'),
}


def plant(folder: Path, pages: dict[str, str]) -> Path:
    for address, text in pages.items():
        file = folder / address / "index.html"
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
    return folder


def exchanged(old: str, new: str) -> str:
    assert PAGE.count(old) == 1, old
    return PAGE.replace(old, new)


def compared(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.site.compare", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=False)


def by_page(report: str) -> dict[str, list[str]]:
    """What a full report tells of each page, a change a line, the category first."""
    told = defaultdict(list)
    _, *sections = re.split(r"^== (.+): \d+ different changes$", report, flags=re.MULTILINE)
    for category, changes in zip(sections[::2], sections[1::2], strict=True):
        for change in changes.strip("\n").split("\n\n"):
            head, *lines = change.splitlines()
            for address in head.split()[3:]:
                told[address.strip("/")].append(" ".join([category, *(line.strip(" ") for line in lines)]))
    return told


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    folder = tmp_path_factory.mktemp("builds")
    after = {name: exchanged(old, new) for name, (old, new, *_) in (SEEN | UNSEEN).items()}
    done = compared(plant(folder / "before", dict.fromkeys(after, PAGE)), plant(folder / "after", after), "--full")
    assert done.returncode == 1, done.stderr
    return by_page(done.stdout)


@pytest.mark.parametrize("name", SEEN)
def test_change_a_reader_meets_is_told_in_its_category_alone(told: dict[str, list[str]], name: str) -> None:
    assert told[name] == SEEN[name][2]


@pytest.mark.parametrize("name", UNSEEN)
def test_change_no_reader_meets_is_not_told(told: dict[str, list[str]], name: str) -> None:
    assert name not in told


def test_new_lines_among_many_that_repeat_are_told_alone(tmp_path: Path) -> None:
    often = "<p>Official</p><p>Reported</p>"
    before = plant(tmp_path / "before", {"p": exchanged(WAIT, often * 150)})
    after = plant(tmp_path / "after", {"p": exchanged(WAIT, f"{often * 100}<p>Disputed</p>{often * 30}<p>Disputed</p>{often * 20}")})
    assert by_page(compared(before, after, "--full").stdout) == {"p": ["article text + Disputed"]}  # told once, 2 ×


@pytest.fixture
def builds(tmp_path: Path) -> tuple[Path, Path]:
    """Five pages with the same change, one that went, one that came, and a file that went."""
    changed = [f"p{number}" for number in range(5)]
    before = plant(tmp_path / "before", dict.fromkeys([*changed, "gone"], PAGE))
    (before / "sitemap.xml").write_text("<urlset/>", encoding="utf-8")
    return before, plant(tmp_path / "after", dict.fromkeys([*changed, "come"], exchanged("Home", "Start")))


def test_identical_changes_are_told_once_with_their_number_and_three_pages(builds: tuple[Path, Path]) -> None:
    report = compared(*builds).stdout
    assert "\n5 × on /p0/ /p1/ /p2/ … 2 more\n  - Home\n  + Start\n" in report
    assert re.search(r"^frame text +5 +5 +0$", report, flags=re.MULTILINE)
    assert "\n5 × on /p0/ /p1/ /p2/ /p3/ /p4/\n  - Home\n  + Start\n" in compared(*builds, "--full").stdout


def test_addresses_that_came_and_went_are_told(builds: tuple[Path, Path]) -> None:
    told = by_page(compared(*builds, "--full").stdout)
    assert [told[name] for name in ("come", "gone", "sitemap.xml")] == [["pages + /come/"], ["pages - /gone/"], ["files - /sitemap.xml"]]


def test_same_build_twice_differs_in_nothing(builds: tuple[Path, Path]) -> None:
    done = compared(builds[0], builds[0])
    assert (done.returncode, "==" in done.stdout) == (0, False)


def test_wanted_changes_are_counted_but_not_held_against_the_build(builds: tuple[Path, Path], tmp_path: Path) -> None:
    allow = tmp_path / "allow.txt"
    allow.write_text("# renamed\n^frame (text|links) .* \\+ Start\n\n^pages \\| /(come|gone)/\n^files", encoding="utf-8")
    done = compared(*builds, "--allow", allow)
    assert (done.returncode, "==" in done.stdout) == (0, False)
    assert "allowed 10 times: ^frame (text|links) .* \\+ Start" in done.stdout


def test_allowance_that_nothing_matches_is_told_and_fails(builds: tuple[Path, Path], tmp_path: Path) -> None:
    allow = tmp_path / "allow.txt"
    allow.write_text("^title", encoding="utf-8")
    done = compared(builds[0], builds[0], "--allow", allow)
    assert done.returncode == 1
    assert "allowed 0 times: ^title" in done.stdout


def test_folder_without_pages_is_no_comparison(builds: tuple[Path, Path], tmp_path: Path) -> None:
    done = compared(builds[0], tmp_path / "nowhere")
    assert done.returncode == 2
    assert done.stderr.endswith(f"no page in {tmp_path / 'nowhere'}\n")


def test_help_tells_what_to_give() -> None:
    done = compared("--help")
    assert done.returncode == 0
    assert done.stdout.startswith("usage: python -m tests.site.compare ")
