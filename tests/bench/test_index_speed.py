"""What indexing both languages takes, with nothing kept from before, as a multiple of plainly loading the same YAML. The goals in seconds are printed."""

import subprocess
import sys

import pytest

from tests.bench.building import PATIENCE, checkout, sizes
from tests.bench.scaling import Size
from tests.bench.test_check_speed import load_plainly, seconds
from tests.site.checkout import environment

MOST = 4  # times plain loading; measured: 1.8 to 3
GOALS = {4000: 4, 10_000: 10}  # seconds at so many pages
INDEX = """
import gc, time
from pathlib import Path
from macros.model.load import load
from macros.outputs.search import search_of
from macros.pages.catalogue import catalogue
gc.disable()  # as in the process that a build starts for it
site = catalogue(load(Path("data"))[0])
searches = [search_of(site, language, Path("docs")) for language in ("zh", "en")]
start = time.process_time()
print(sum(len(search.index()) for search in searches), time.process_time() - start)
"""


@pytest.mark.parametrize("size", sizes(), ids=str)
def test_both_languages_are_indexed_in_a_few_times_what_loading_takes(size: Size) -> None:
    root = checkout(size).root
    done = subprocess.run(
        [sys.executable, "-c", INDEX], cwd=root, env=environment(), capture_output=True, encoding="utf-8", timeout=PATIENCE, check=True
    )
    files, taken = map(float, done.stdout.split())
    plain, _ = seconds(lambda: load_plainly(root / "data"))
    print(f"\n{size}: {files:.0f} files in {taken:.2f} s, {taken / plain:.2f} × plain loading ({plain:.2f} s); the goals are {GOALS}")
    assert taken / plain < MOST
