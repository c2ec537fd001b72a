"""After any edit a check tells what it would tell from nothing, and a build makes the same site: of 200 edits with RECOURSE_BENCH=1."""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.properties.test_page_digests import edited
from tests.site.checkout import SMALL, Checkout, Site, planted
from tests.survey import survey

PARTS = 4
EDITS = 50 if os.environ.get("RECOURSE_BENCH") else 2
"""How many edits each part makes."""
WORLD = SMALL | {"REPOSITORY_URL": "https://forge.example/org/guide"}


class Answer(NamedTuple):
    """What the two commands say, and the site: nothing if the build refuses."""

    told: str
    built: str
    files: dict[str, bytes]


def answer(checkout: Checkout) -> Answer:
    told, built = (checkout.run("macros", *command, **WORLD) for command in (["check"], ["build", "site"]))
    return Answer(told.stdout, built.stdout, {} if built.returncode else Site(checkout.root / "site").files())


def from_nothing(checkout: Checkout, folder: Path) -> Answer:
    """The answer where nothing is kept and nothing was built."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(checkout.root, folder, symlinks=True, ignore=shutil.ignore_patterns(".cache", "site"))
    return answer(Checkout(folder))


def copied_to(target: Path, source: Path) -> Path:
    """The target, holding what may be edited as it is in the source."""
    for name in ("data", "docs", "macros"):
        shutil.rmtree(target / name, ignore_errors=True)
        shutil.copytree(source / name, target / name)
    return target


def some(checkout: Checkout, chance: random.Random, pattern: str) -> Path:
    """A file of the checkout."""
    return chance.choice(sorted(file for file in checkout.root.glob(pattern) if file.is_file()))


def change_data(checkout: Checkout, chance: random.Random) -> None:
    file = some(checkout, chance, "data/**/*.yaml")
    file.write_text(edited(file.read_text(encoding="utf-8"), chance), encoding="utf-8")


def change_word(checkout: Checkout, chance: random.Random) -> None:
    """Adds a sign to a sentence of the data: most edits are such."""
    file = some(checkout, chance, "data/**/*.yaml")
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    at = chance.choice([number for number, line in enumerate(lines) if line.rstrip().endswith((".", "。"))] or [0])
    file.write_text("".join([*lines[:at], lines[at].rstrip()[:-1] + "!\n", *lines[at + 1 :]]), encoding="utf-8")


def remove_file(checkout: Checkout, chance: random.Random) -> None:
    some(checkout, chance, "data/*/*.yaml").unlink()


def copy_file(checkout: Checkout, chance: random.Random) -> None:
    file = some(checkout, chance, "data/*/*.yaml")
    shutil.copy(file, file.with_stem(f"{file.stem}-{chance.randrange(1000)}"))


def appending(pattern: str, text: str) -> "Edit":
    """Adds a line with a number of its own at the end of a file."""

    def edit(checkout: Checkout, chance: random.Random) -> None:
        with some(checkout, chance, pattern).open("a", encoding="utf-8") as file:
            file.write(text.format(chance.randrange(1000)))

    return edit


def break_what_is_kept(checkout: Checkout, chance: random.Random) -> None:
    file = some(checkout, chance, ".cache/recourse/*")
    data = bytearray(file.read_bytes())
    if data:
        data[chance.randrange(len(data))] ^= 1
    file.write_bytes(data[: chance.choice([len(data), len(data) // 2])])


def meddle_with_site(checkout: Checkout, chance: random.Random) -> None:
    file = some(checkout, chance, "site/**/*")
    file.write_bytes(b"somebody was here") if chance.random() < 0.5 else file.unlink()


Edit = Callable[[Checkout, random.Random], None]
CHANGES: dict[str, tuple[int, Edit]] = {
    "a word": (8, change_word),
    "any value": (6, change_data),
    "a file less": (1, remove_file),
    "a file more": (1, copy_file),
    "a template": (2, appending("macros/html/*/*.html", "<!-- {} -->\n")),
    "the frame": (1, appending("docs/overrides/**/*.html", "<!-- {} -->\n")),
    "a style": (1, appending("docs/overrides/assets/**/*.css", ".edited-{} {{ order: 1 }}\n")),
    "a script": (1, appending("docs/overrides/assets/elements/*/*.js", "globalThis.edited = {};\n")),
    "prose": (2, appending("docs/[ez]*/**/*.md", "\n{}\n")),
    "code": (1, appending("macros/**/*.py", "# {}\n")),
    "what is kept": (2, break_what_is_kept),
    "the site": (2, meddle_with_site),
}
"""What is edited, how often in comparison, and how."""


@survey
@pytest.mark.parametrize("part", range(PARTS))
def test_check_and_build_after_an_edit_are_the_same_as_from_nothing(part: int, tmp_path: Path) -> None:
    chance, checkout = random.Random(part), planted(tmp_path / "guide")
    (checkout.root / ".cache").unlink()
    answer(checkout)
    refused = 0
    for number in range(EDITS):
        (what,) = chance.choices([*CHANGES], [often for often, _ in CHANGES.values()])
        before = copied_to(tmp_path / f"before-{number}", checkout.root)
        CHANGES[what][1](checkout, chance)
        found, expected = answer(checkout), from_nothing(checkout, tmp_path / "nothing")
        changed = [name for name in sorted(found.files.keys() | expected.files) if found.files.get(name) != expected.files.get(name)]
        assert (found.told, found.built, changed) == (expected.told, expected.built, []), f"edit {number}: {what}"
        if not found.files:
            refused += 1
            copied_to(checkout.root, before)
            answer(checkout)
    print(f"\n{EDITS} edits, {refused} of them refused by the check")
