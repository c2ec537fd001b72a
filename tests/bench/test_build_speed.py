"""What a build takes at each size, beside the stock stack with the same text and, if one is named, beside an earlier checkout.

All figures are printed. What is asserted are ratios within the run, and memory, which a busy machine does not change.
"""

import math
import os
from collections.abc import Callable, Iterable
from itertools import pairwise

import pytest

from tests.bench.building import Build, after_an_edit, beside_baseline, ours, rival, sizes
from tests.bench.rivals import RIVALS

GROWTH = 1.1  # exponent: 1 is in step with the pages, 2 with their square
OF_STOCK = 0.5  # of its wall time
OF_BASELINE = 0.6  # of its processor time
AFTER_AN_EDIT = 0.7  # of the wall time of a build from nothing
MEMORY = 700  # megabytes
LETTER = 1.2  # times its size in the smallest guide

Measure = Callable[[Build], float]
MEASURES: dict[str, Measure] = {
    "CPU s": lambda build: build.cost.cpu,
    "wall s": lambda build: build.cost.wall,
    "memory MB": lambda build: build.cost.memory,
    "HTML MB": lambda build: build.html / 1e6,
    "site MB": lambda build: build.site / 1e6,
}
Pair = tuple[Build, Build]


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    """Ours and the stock stack's build of the same text, from the smallest size to the largest."""
    found = [(ours(size), rival("stock", size)) for size in sizes()]
    print_head()
    for size in sizes():
        for name, other in RIVALS.items():
            if other.is_installed:
                print_comparison(ours(size), rival(name, size))
    for smaller, larger in pairwise(found):
        print_growth(smaller[0], larger[0])
        print_growth(smaller[1], larger[1])
    return found


def print_head() -> None:
    print(f"\n{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}: on a busy machine two processes wait longer than one", end="")
    print_row("pages", "", MEASURES)


def print_comparison(mine: Build, other: Build) -> None:
    for build in (mine, other):
        print_row(build.pages, build.by, (f"{measure(build):.1f}" for measure in MEASURES.values()))
    print_row(mine.pages, f"ours ÷ {other.by}", (f"{measure(mine) / measure(other):.2f}" for measure in MEASURES.values()))


def print_growth(small: Build, large: Build) -> None:
    exponents = (f"{growth(small, large, measure):.2f}" for measure in MEASURES.values())
    print_row(f"{small.pages} to {large.pages}", f"{small.by}: exponent", exponents)


def print_row(pages: object, by: str, cells: Iterable[str]) -> None:
    print(f"\n{pages!s:14}{by:28}" + "".join(f"{cell:>11}" for cell in cells), end="", flush=True)


def growth(small: Build, large: Build, measure: Measure) -> float:
    """The exponent with which a measure follows the pages: the slope between both builds on a double logarithmic scale."""
    return math.log(measure(large) / measure(small)) / math.log(large.pages / small.pages)


@pytest.mark.parametrize("measure", ["CPU s", "HTML MB", "site MB"])
def test_cost_grows_in_step_with_the_pages(pairs: list[Pair], measure: str) -> None:
    (small, _), (large, _) = ends(pairs)
    assert growth(small, large, MEASURES[measure]) <= GROWTH


def test_letter_page_stays_as_large_as_it_is_in_a_large_guide(pairs: list[Pair]) -> None:
    (small, _), (large, _) = ends(pairs)
    times = {address: large.letters[address] / size for address, size in small.letters.items()}
    assert max(times.values()) <= LETTER


def test_build_takes_half_of_what_the_stock_stack_takes(pairs: list[Pair]) -> None:
    mine, theirs = pairs[-1]
    assert mine.pages == theirs.pages
    assert mine.cost.wall <= OF_STOCK * theirs.cost.wall


def test_build_after_an_edit_takes_a_part_of_one_from_nothing() -> None:
    for size in sizes():
        cold, warm = ours(size), after_an_edit(size)
        print_comparison(warm, cold)
        assert warm.cost.wall <= AFTER_AN_EDIT * cold.cost.wall


def test_no_process_takes_much_memory(pairs: list[Pair]) -> None:
    assert pairs[-1][0].cost.memory <= MEMORY


def test_build_takes_a_part_of_what_the_earlier_checkout_takes() -> None:
    if not (built := beside_baseline()):
        pytest.skip("RECOURSE_BASELINE names no earlier checkout")
    mine, earlier = built
    print_head()
    print_comparison(mine, earlier)
    assert mine.cost.cpu <= OF_BASELINE * earlier.cost.cpu


def ends(pairs: list[Pair]) -> tuple[Pair, Pair]:
    """The smallest size and the largest."""
    if len(pairs) < 2:
        pytest.skip("RECOURSE_SIZES names one size only")
    return pairs[0], pairs[-1]
