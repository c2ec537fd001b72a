"""A reader's browser: headless Chromium that notes every request and every complaint, and lets nothing leave the machine."""

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Dialog, Page, Playwright, Request, ViewportSize

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    "--disable-default-apps",
    "--disable-extensions",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
PHONE, DESK = ViewportSize(width=360, height=740), ViewportSize(width=1280, height=900)
PREFIX = "/guide/"

KINDS = [
    ".",
    "start",
    "emergency",
    "platforms",
    "platforms/okx",
    "platforms/okpay",
    "channels",
    "channels/live-chat",
    "issues",
    "issues/account-frozen",
    "issues/account-stolen/hk",
    "issues/withdrawal-delayed/eu",
    "issues/wallet-drained/elsewhere",
    "letters",
    "letters/formal-complaint",
    "evidence",
    "escalation",
    "escalation/ombudsman",
    "places",
    "places/hk",
    "faq",
    "faq/contact",
    "scams",
    "scams/fake-support",
    "verify",
    "case",
    "glossary",
    "sources",
    "freshness",
    "changes",
    "contribute",
    "about",
    "privacy",
    "api",
]
PAGES = [address for kind in KINDS for address in (f"{kind}/".removeprefix("./"), f"en/{kind}/".replace("./", ""))]
"""One page of each kind, in both languages."""
MISSING = "no/such/page/"


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *arguments: Any) -> None:
        """Says nothing: a browser may hang up."""


class _Handler(http.server.SimpleHTTPRequestHandler):
    """A folder below a prefix, as a project's page on a forge is; unknown addresses get the guide's own page."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments: Any) -> None:
        """Says nothing."""

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(PREFIX)) if path.startswith(PREFIX) else "/nowhere"

    def send_error(self, code: int, *arguments: Any, **options: Any) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def served(folder: Path, port: int = 0) -> Iterator[str]:
    """The address of a built folder on loopback, with a slash at the end; by default at any port that is free."""
    with _Server(("127.0.0.1", port), functools.partial(_Handler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
        server.shutdown()


CHROMIUM = ("chromium-headless-shell", "chromium", "google-chrome")
"""The names of the browser, the lightest first: without a desk around its pages a visit costs a quarter less."""


def launched(playwright: Playwright) -> Browser:
    found = next((program for name in CHROMIUM if (program := shutil.which(name))), None)
    return playwright.chromium.launch(executable_path=found, args=FLAGS)


class Reader:
    """One window. ``abroad`` holds requests to other hosts, ``complaints`` what the console said."""

    def __init__(self, browser: Browser, base: str, **options: Any) -> None:
        self.base = base
        self.abroad: list[str] = []
        self.complaints: list[str] = []
        self._size: ViewportSize = options.get("viewport", DESK)
        self._scheme = options.get("color_scheme", "light")
        self.context = browser.new_context(**{"viewport": self._size, "locale": "zh-CN", **options})
        self.context.on("request", self._note_request)
        self.context.set_default_timeout(30_000)  # a busy machine is not a wrong answer
        self.page = self._new_page()

    def _new_page(self) -> Page:
        page = self.context.new_page()
        page.on("console", lambda message: self._note(message.text, message.type))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", self._refuse)
        return page

    def forget(self) -> None:
        """Makes the window as it was when it was new; its tab stays, for a new one takes longer than a visit."""
        self.page, *others = self.context.pages
        for page in others:
            page.close()
        if self.page.url.startswith(self.base):
            self.page.evaluate("localStorage.clear(); sessionStorage.clear()")
        self.page.unroute_all()
        self.page.goto("about:blank")
        self.page.emulate_media(media="null", color_scheme=self._scheme)
        self.page.set_viewport_size(self._size)
        self.context.clear_cookies()
        self.abroad.clear()
        self.complaints.clear()

    def _note_request(self, request: Request) -> None:
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.abroad.append(request.url)

    def _refuse(self, dialog: Dialog) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _note(self, text: str, kind: str) -> None:
        if kind in ("error", "warning") and "status of 404" not in text:
            self.complaints.append(text)

    def open(self, address: str) -> None:
        self.page.goto(self.base + address, wait_until="load")

    @property
    def address(self) -> str:
        """Where the window is, from the guide's root."""
        return self.page.url.removeprefix(self.base)

    def close(self) -> None:
        self.context.close()
