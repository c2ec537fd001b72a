"""Each file of a site once more, compressed: a host that knows how hands them out as they are."""

import gzip
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

_TEXTS = {".css", ".html", ".js", ".json", ".svg", ".txt", ".xml"}
_FEWEST = 512
"""Bytes below which a file fits into the first packet anyhow."""
_BROTLI = 9  # of 11: the last two steps take ten times as long for one part in thirty


def compress(folder: Path) -> int:
    """Puts ``.gz`` and ``.br`` beside every text below a folder; how many texts there are."""
    texts = list(_texts(folder))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return sum(pool.map(_compress, texts))


def _texts(folder: Path) -> Iterator[Path]:
    return (file for file in sorted(folder.rglob("*")) if file.suffix in _TEXTS and file.stat().st_size >= _FEWEST)


def _compress(file: Path) -> int:
    data = file.read_bytes()
    file.with_name(f"{file.name}.gz").write_bytes(gzip.compress(data, 9, mtime=0))  # the same bytes whenever it is made
    file.with_name(f"{file.name}.br").write_bytes(brotli.compress(data, mode=brotli.MODE_TEXT, quality=_BROTLI))
    return 1
