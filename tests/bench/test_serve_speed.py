"""How long an edit takes to be on the page, as a share of what building both languages from nothing takes; and what many edits leave behind.

RECOURSE_EDITS says how many edits are made at the smallest size.
"""

import os
import statistics
from dataclasses import dataclass
from functools import cache

import pytest

from tests.bench.building import PATIENCE, checkout, ours, sizes
from tests.bench.memory import megabytes_of_group
from tests.bench.scaling import Size
from tests.site.checkout import Checkout
from tests.site.preview import Preview

EDITS = int(os.environ.get("RECOURSE_EDITS", "20"))
FEW = 3  # edits at the larger sizes
MOST = 0.25  # of a build
GOALS = {350: 1.5, 4000: 4.0}  # seconds at so many pages
FLAT = 1.1  # times what all processes hold after the first edits
EDITED = "data/places/hk.yaml"


@dataclass(frozen=True)
class Edit:
    """Seconds until it was shown, and the megabytes that all processes of the preview held then."""

    seconds: float
    memory: float


@cache
def edits(size: Size) -> list[Edit]:
    """What a preview made of one edit after the other."""
    site = checkout(size)
    before = site.read(EDITED)
    preview = Preview(site)
    try:
        preview.wait_for("<html", "", "en/", patience=PATIENCE)
        return [edit(preview, number) for number in range(EDITS if size == min(sizes()) else FEW)]
    finally:
        preview.end()
        site.write(EDITED, before)


def edit(preview: Preview, number: int) -> Edit:
    """Renames a place, which many pages name, and waits until both languages show it."""
    rename(preview.checkout, f"Edit{number}x")
    seconds = preview.wait_for(f"Edit{number}x", "places/hk/", "en/places/hk/", patience=PATIENCE)
    return Edit(seconds, megabytes_of_group(preview.run.pid))


def rename(site: Checkout, name: str) -> None:
    lines = site.read(EDITED).splitlines()
    start = lines.index("name:")
    lines[start + 1 : start + 3] = [f"  zh: {name}", f"  en: {name}"]
    site.write(EDITED, "\n".join(lines) + "\n")


@pytest.mark.parametrize("size", sizes())
def test_an_edit_is_on_the_page_in_a_quarter_of_what_a_build_takes(size: Size) -> None:
    built = ours(size)
    seconds = [edit.seconds for edit in edits(size)]
    ratio = statistics.median(seconds) / built.cost.wall
    print(
        f"\n{built.pages} pages: build {built.cost.wall:.1f} s, {len(seconds)} edits shown after {statistics.median(seconds):.1f} s "
        f"({min(seconds):.1f} to {max(seconds):.1f}): {ratio:.2f} of a build; the goals are {GOALS} s"
    )
    assert ratio <= MOST


def test_memory_of_a_preview_stays_flat_over_many_edits() -> None:
    memory = [edit.memory for edit in edits(min(sizes()))]
    fifth = max(1, len(memory) // 5)
    early, late = statistics.median(memory[fifth : 2 * fifth]), statistics.median(memory[-fifth:])
    print(f"\n{len(memory)} edits: {memory[0]:.0f} MB after the first, {early:.0f} MB early, {late:.0f} MB in the end")
    assert late <= FLAT * early
