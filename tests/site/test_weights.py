"""What a page weighs on a slow line: packed, with all its ways to a forge."""

import gzip

from tests.site.checkout import Site

MOST = 30_000
"""Bytes of a page as a host sends it."""
LARGE = 2 * MOST
"""Bytes of a page as it stands on the disk: one that has fewer packs to less than a half, and need not be asked."""


def test_no_page_is_heavy(guide: Site) -> None:
    files = [file for file in guide.folder.rglob("index.html") if file.stat().st_size > LARGE]
    weights = {file.parent.relative_to(guide.folder).as_posix(): len(gzip.compress(file.read_bytes(), 9)) for file in files}
    assert max(weights.values()) > MOST / 2
    assert {address: weight for address, weight in weights.items() if weight > MOST} == {}
