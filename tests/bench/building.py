"""Measured builds of the guide at each size: ours, the stock stack's with the same text, and an earlier checkout's.

RECOURSE_SIZES=350,1000,2000,4000 names the sizes, in pages of both languages; RECOURSE_BASELINE=FOLDER the earlier checkout.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.rivals import RIVALS
from tests.bench.scaling import Size, scale
from tests.site.checkout import URL, Checkout, copied, environment

PATIENCE = 3600
folder = TemporaryDirectory(prefix="recourse-bench-")
AS_IT_IS = Size.nearest(0)
TIMES = 2
"""How often the smallest size is built: the quickest counts, so that what the first run finds cold is not held against it."""
_MEASURE = str(Path(__file__).with_name("measure.py"))
_OURS = ("macros", "build", "site")
_WORD = "Anyone can look the transfer up with it."
"""A sentence of the glossary's first entry."""


@dataclass(frozen=True)
class Cost:
    """Processor and wall seconds of all processes, and the memory of the largest one in megabytes."""

    cpu: float
    wall: float
    memory: float


@dataclass(frozen=True)
class Build:
    """What a build took and what it made, in bytes."""

    by: str
    cost: Cost
    pages: int
    html: int
    site: int
    letters: dict[str, int] = field(repr=False)
    """The size of each letter's page, by its address."""


def sizes() -> tuple[Size, ...]:
    """The sizes asked for."""
    asked = os.environ.get("RECOURSE_SIZES", "350,1000").split(",")
    return tuple(sorted({Size.nearest(int(pages)) for pages in asked}))


@cache
def checkout(size: Size) -> Checkout:
    """A copy of this checkout of a size."""
    copy = copied(Path(folder.name) / f"guide-{size}")
    (copy.root / ".cache").unlink()
    scale(copy, size)
    return copy


@cache
def ours(size: Size) -> Build:
    root = checkout(size).root
    return _read("ours", root / "site", _cost(size, root, *_OURS))


@cache
def after_an_edit(size: Size) -> Build:
    """Ours once more, after a word of one entry was changed."""
    ours(size)
    glossary = checkout(size).root / "data/glossary.yaml"
    glossary.write_text(glossary.read_text("utf-8").replace(_WORD, f"{_WORD} Once more.", 1), "utf-8")
    root = checkout(size).root
    return _read("ours, one edit", root / "site", _measured(root, *_OURS))


@cache
def rival(name: str, size: Size) -> Build:
    """Another generator's build of the same text."""
    other = RIVALS[name]
    assert other.is_installed, f"{name} is not installed: run 'make bench'."
    ours(size)
    root = rival_folder(name, size)
    other.prepare(checkout(size).root / "site", root)
    return _read(name, root / other.site, _cost(size, root, *other.command))


def rival_folder(name: str, size: Size) -> Path:
    """Where another generator's project stands."""
    return Path(folder.name) / f"{name}-{size}"


def beside_baseline() -> tuple[Build, Build] | None:
    """Ours and the earlier checkout's build of today's data, run by turns; of its own data, said in the table, if it refuses ours."""
    if not (source := os.environ.get("RECOURSE_BASELINE")):
        return None
    earlier = Checkout(Path(folder.name) / "baseline")
    shutil.copytree(source, earlier.root, ignore=shutil.ignore_patterns(".*", "site", "tests", "__pycache__"))
    own = _take_data(earlier)
    turns = [(_measured_cold(checkout(AS_IT_IS).root, *_OURS), _measured(earlier.root, *_OURS)) for _ in range(TIMES)]
    mine, theirs = (_quickest(costs) for costs in zip(*turns, strict=True))
    return _read("ours", checkout(AS_IT_IS).root / "site", mine), _read(f"baseline{own}", earlier.root / "site", theirs)


def _take_data(earlier: Checkout) -> str:
    """Gives an earlier checkout today's data with its own words; what the table says if they do not fit it."""
    data, own = earlier.root / "data", earlier.root / "data-of-its-own"
    data.rename(own)
    shutil.copytree(checkout(AS_IT_IS).root / "data", data)
    shutil.copy(own / "strings.yaml", data)
    if earlier.run("macros", "check").returncode == 0:
        return ""
    shutil.rmtree(data)
    own.rename(data)
    return " (own data)"


def _cost(size: Size, root: Path, *command: str) -> Cost:
    """What ``python -m …`` takes; the smallest size is built several times."""
    times = TIMES if size == min(sizes()) else 1
    return _quickest(_measured_cold(root, *command) for _ in range(times))


def _measured_cold(root: Path, *command: str) -> Cost:
    """The same where nothing is kept from an earlier build."""
    shutil.rmtree(root / ".cache", ignore_errors=True)
    return _measured(root, *command)


def _quickest(costs: Iterable[Cost]) -> Cost:
    return min(costs, key=lambda cost: cost.cpu)


def _measured(root: Path, *command: str) -> Cost:
    result = root / "cost.json"
    done = subprocess.run(
        [sys.executable, _MEASURE, str(result), sys.executable, "-m", *command],
        cwd=root,
        env=environment(SITE_URL=URL, NO_MKDOCS_2_WARNING="1"),
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]
    return Cost(**json.loads(result.read_text(encoding="utf-8")))


def _read(by: str, site: Path, cost: Cost) -> Build:
    found = {file.relative_to(site).as_posix(): file.stat().st_size for file in site.rglob("*") if file.is_file()}
    pages = [address for address in found if address.endswith("index.html")]
    letters = {address: found[address] for address in pages if re.fullmatch(r"(en/)?letters/[^/]+/index\.html", address)}
    html = sum(size for address, size in found.items() if address.endswith(".html"))
    return Build(by, cost, len(pages), html, sum(found.values()), letters)
