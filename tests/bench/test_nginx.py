"""nginx with our configuration under load: on this machine alone, for a bounded time."""

import re
import shutil
import subprocess
import threading
from pathlib import Path

import pytest

from tests.site.checkout import SMALL, Site, built_once, planted
from tests.site.test_hosting import got, serving

READERS, SECONDS, LEAST = 500, 10, 2_000
"""How many read at once, for how long, and how many requests a second are to be answered."""


@pytest.fixture(scope="module")
def site() -> Site:
    return built_once("hosted", planted, "--compress", **SMALL)


def test_five_hundred_readers_get_every_byte(site: Site, tmp_path: Path) -> None:
    wrk = shutil.which("wrk")
    assert wrk, "This measure needs wrk: install it as 'wrk'."
    paths = ["en/issues/login/", "places/mt/", "en/", "faq/contact/"]
    with serving(site.folder, tmp_path) as address:
        wrong: list[str] = []
        isover = threading.Event()

        def read_along() -> None:
            while not isover.is_set():
                wrong.extend(path for path in paths if got(address + path)[2] != (site.folder / path / "index.html").read_bytes())

        reader = threading.Thread(target=read_along)
        reader.start()
        command = [wrk, "-t2", f"-c{READERS}", f"-d{SECONDS}s", "-H", "Accept-Encoding: gzip", f"{address}{paths[0]}"]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60, check=True)
        isover.set()
        reader.join()
    print(f"\n{done.stdout}")
    (rate,) = re.findall(r"Requests/sec: +([\d.]+)", done.stdout)
    assert float(rate) >= LEAST
    assert "Socket errors" not in done.stdout
    assert "Non-2xx" not in done.stdout
    assert wrong == []
