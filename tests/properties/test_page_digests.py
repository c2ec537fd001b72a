"""A page with the digest it had before looks as it did before, whatever was edited elsewhere."""

import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml

from macros.checks import read_and_check
from macros.html.edition import Edition
from macros.html.forge import Forge
from macros.model.kinds import STRINGS
from macros.model.text import LANGUAGES
from macros.pages.catalogue import catalogue
from macros.pages.digests import Digests
from macros.pages.page import Site
from tests.sample import Data
from tests.survey import survey

EDITS = 200 if os.environ.get("RECOURSE_BENCH") else 25
FORGE = "https://forge.example/org/guide"

Seen = dict[tuple[str, str, str, str], str]
"""What a page looked like: by its address, its digest, the words of the interface, and the language."""


def site_of(data: Path) -> Site | None:
    """The site of a data folder; None if the edit broke a rule."""
    library, problems = read_and_check(data)
    return None if problems else catalogue(library)


def looks(site: Site) -> Seen:
    of = Digests(site.library, has_lines=True).of
    words = str(site.library.all(STRINGS))
    return {
        (address, of(page), words, language): Edition(site, language, Forge(FORGE)).article(page)
        for language in LANGUAGES
        for address, page in site.pages.items()
    }


def scalars(value: object) -> Iterator[tuple[Callable[[object], None], object]]:
    """Every scalar below a value, with what puts another in its place."""
    places: list[tuple[dict[object, object] | list[object], object]] = []
    if isinstance(value, dict):
        places = [(value, key) for key in value]
    elif isinstance(value, list):
        places = [(value, at) for at in range(len(value))]
    for holder, key in places:
        inner = holder[key]  # type: ignore[call-overload] # a key of a mapping, a number of a list
        if isinstance(inner, dict | list):
            yield from scalars(inner)
        else:
            yield (lambda new, holder=holder, key=key: holder.__setitem__(key, new)), inner  # type: ignore[misc] # bound now, not later


def edited(text: str, chance: random.Random) -> str:
    """A file with one scalar changed: a word more, another's value, or lines that move it down."""
    content = yaml.load(text, Loader=yaml.CSafeLoader)
    found = list(scalars(content))
    put, old = chance.choice(found)
    put(chance.choice([f"{old} more", f"{old}x", chance.choice(found)[1], True, 3]))
    return chance.choice(["", "# a line above\n"]) + yaml.safe_dump(content, allow_unicode=True, sort_keys=False)


@survey
def test_page_with_the_same_digest_looks_the_same_after_any_edit(worded: Data) -> None:
    chance = random.Random(20261129)
    files = sorted(file for file in worded.root.rglob("*.yaml"))
    first = site_of(worded.root)
    assert first
    seen, done, same, other = looks(first), 0, 0, 0
    while done < EDITS:
        file = chance.choice(files)
        before = file.read_text(encoding="utf-8")
        file.write_text(edited(before, chance), encoding="utf-8")
        site = site_of(worded.root)
        if site is None:
            file.write_text(before, encoding="utf-8")
            continue
        done += 1
        now = looks(site)
        assert [key[:2] for key in now.keys() & seen.keys() if now[key] != seen[key]] == [], file.name
        same, other = same + len(now.keys() & seen.keys()), other + len(now.keys() - seen.keys())
        seen |= now
    print(f"\n{done} edits: {same} pages as before, {other} anew")
    assert same > other > 0
