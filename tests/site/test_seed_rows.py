"""Each fact of the articles the guide began from is where a reader would look for it.

``seed_rows.txt``: a row's id in the list of facts, then the addresses at which it stands, the same in both languages.
"""

from pathlib import Path

from tests.site.checkout import Site

ROWS = [line.split() for line in Path(__file__).with_name("seed_rows.txt").read_text(encoding="utf-8").splitlines()]
COUNTS = {"A": 12, "B": 12, "C": 10, "D": 13, "E": 4, "F": 2, "G": 15}
"""Channels, categories, preparing, ladder, emergencies, support quality, questions."""


def test_every_row_is_listed_with_a_place() -> None:
    assert [row[0] for row in ROWS] == [f"{group}{i:02}" for group, count in COUNTS.items() for i in range(1, count + 1)]
    assert [row for row in ROWS if len(row) < 2] == []


def test_every_place_of_a_row_exists_in_both_languages(guide: Site) -> None:
    places = {(row[0], root + place) for row in ROWS for place in row[1:] for root in ("", "en/")}
    assert {(row, place) for row, place in places if not stands(guide, *place.partition("#")[::2])} == set()


def stands(guide: Site, address: str, anchor: str) -> bool:
    return address in guide.pages and (not anchor or anchor in guide.anchors[address])
