"""The same commit gives the same bytes, wherever and whenever it is built."""

import os
import shutil
import time
from pathlib import Path

from tests.sample import ROOT
from tests.site.checkout import REPOSITORY, URL, Site, copied
from tests.survey import survey

A_YEAR = 366 * 24 * 3600


@survey
def test_two_builds_in_other_folders_at_other_times_are_identical(guide: Site, tmp_path: Path) -> None:
    other = copied(tmp_path / "another folder" / "资料")
    (other.root / ".cache").unlink()  # worked out anew
    (other.root / "node_modules").unlink()  # libraries of its own
    shutil.copytree(
        ROOT / "node_modules", other.root / "node_modules", ignore=shutil.ignore_patterns("@biomejs", "@typescript", "typescript")
    )
    for file in other.root.rglob("*"):
        os.utime(file, (A_YEAR, A_YEAR))
    later = str(int(time.time()) + A_YEAR)
    built = other.build(
        SITE_URL=URL, REPOSITORY_URL=REPOSITORY, SOURCE_DATE_EPOCH=later, TZ="Pacific/Kiritimati", LC_ALL="C.UTF-8", PYTHONHASHSEED="7"
    )
    first, second = guide.files(), built.files()
    assert second.keys() == first.keys()
    assert [name for name in sorted(first) if first[name] != second[name]] == []
