"""``python -m macros serve`` in a checkout of its own, to be asked for pages."""

import contextlib
import os
import random
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable

from tests.site.checkout import Checkout, environment

PATIENCE = 120


class Preview:
    """Both languages served from a checkout."""

    def __init__(self, checkout: Checkout) -> None:
        self.checkout = checkout
        self.port = free_port()
        self.said = checkout.root / "serve.log"
        command = [sys.executable, "-m", "macros", "serve", "--port", str(self.port)]
        with self.said.open("w") as log:
            self.run = subprocess.Popen(
                command,
                cwd=checkout.root,
                env=environment(),
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=_listen_to_interrupts,
            )

    def get(self, address: str) -> str:
        """A page's HTML; empty if it cannot be had."""
        url = f"http://127.0.0.1:{self.port}/{address}"
        with contextlib.suppress(OSError, urllib.error.URLError), urllib.request.urlopen(url, timeout=10) as answer:
            return str(answer.read().decode())
        return ""

    def wait_for(self, word: str, *addresses: str, patience: float = PATIENCE) -> float:
        """Seconds until a word stands on all the pages; fails when patience ends."""
        return self.wait_until(lambda: all(word in self.get(address) for address in addresses), patience=patience)

    def wait_until(self, holds: Callable[[], bool], *, patience: float = PATIENCE) -> float:
        """Seconds until something holds; fails with the server's words when patience ends."""
        start = time.monotonic()
        while not holds():
            assert time.monotonic() - start < patience, self.said.read_text()[-2000:]
            time.sleep(0.05)
        return time.monotonic() - start

    def interrupt(self) -> int:
        """Exit status after Ctrl-C."""
        self.run.send_signal(signal.SIGINT)
        return self.run.wait(30)

    def is_served(self) -> bool:
        return bool(self.get("") or self.get("en/"))

    def end(self) -> None:
        """Ends whatever is still running."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.run.pid, signal.SIGKILL)
        self.run.wait()


def _listen_to_interrupts() -> None:
    """A shell starts what it runs in the background deaf to Ctrl-C, and so everything that starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def free_port() -> int:
    """A port nobody listens on, drawn by lot: other runs seldom draw the same, this run's workers never."""
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    for port in random.sample(range(18000 + worker, 28000, workers), 100):
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise OSError("no port is free")
