"""A preview with live reload: both languages at one port, each edit on the page as soon as it can be read."""

import json
import mimetypes
import os
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from . import ROOT, BuildError
from .workshop import Check, Workshop

_SCRIPT = Path(__file__).with_name("preview.js")
_WATCHED = ("data", "docs", "macros")
_QUIET = 0.05  # seconds without a change after which an edit is over: an editor writes a file in several steps
_PATIENCE = 25  # seconds that a page waits for news before it asks again


def serve_site(port: int, check: Check) -> int:
    """Serves both languages until interrupted, Chinese at the root of a port and English in en/; BuildError if the port is taken."""
    with _interrupted_politely(), tempfile.TemporaryDirectory(prefix="recourse-") as folder, _listening(port) as server:
        url = f"http://127.0.0.1:{port}/"
        workshop = Workshop(Path(folder), url, check)
        server.workshop = workshop
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            workshop.read()
            print(f"Chinese: {url}  English: {url}en/", flush=True)
            _follow_edits(workshop)
        finally:
            workshop.close()
            server.shutdown()
    return 0


@contextmanager
def _interrupted_politely() -> Iterator[None]:
    """Ctrl-C and a request to end are the ordinary way out."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with suppress(KeyboardInterrupt):
        yield


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    workshop: Workshop


@contextmanager
def _listening(port: int) -> Iterator[_Server]:
    try:
        server = _Server(("127.0.0.1", port), _Answer)
    except OSError:
        raise BuildError(f"Port {port} is taken. Name another: PORT={port + 100 if port < 65000 else 8100} make serve") from None
    with server:
        yield server


class _Edits(FileSystemEventHandler):
    """Notes which files were written."""

    def __init__(self) -> None:
        self.paths: set[str] = set()
        self.noted = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in ("opened", "closed_no_write") or event.is_directory:
            return
        self.paths |= {str(path) for path in (event.src_path, event.dest_path) if path}
        self.noted.set()

    def next(self) -> set[str]:
        """The files of the next edit, relative to the project."""
        self.noted.wait()
        while self.noted.is_set():
            self.noted.clear()
            time.sleep(_QUIET)
        paths, self.paths = self.paths, set()
        return {Path(path).relative_to(ROOT).as_posix() for path in paths if Path(path).is_relative_to(ROOT)}


def _follow_edits(workshop: Workshop) -> None:
    edits, observer = _Edits(), Observer()
    for folder in _WATCHED:
        observer.schedule(edits, str(ROOT / folder), recursive=True)
    observer.start()
    try:
        while True:
            _take_in(workshop, edits.next())
    finally:
        observer.stop()
        observer.join()


def _take_in(workshop: Workshop, paths: set[str]) -> None:
    start = time.perf_counter()
    if any(path.endswith(".py") for path in paths):
        os.execv(sys.executable, [sys.executable, "-m", "macros", *sys.argv[1:]])  # noqa: S606 - this program itself, begun anew
    if any(path.startswith("data/") for path in paths):
        workshop.read()
    elif any(path.endswith((".md", ".html", ".css", ".js")) for path in paths):
        workshop.refresh()
    else:
        return
    print(f"{', '.join(sorted(paths)[:3])}: taken in after {time.perf_counter() - start:.1f} s", flush=True)


class _Answer(BaseHTTPRequestHandler):
    """One request."""

    server: _Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answers with a page made now, a file, or what the preview itself has to say."""
        parts = urlsplit(self.path)
        path = unquote(parts.path).lstrip("/")
        if path.startswith("preview/"):
            self._answer_page(path.removeprefix("preview/"), parse_qs(parts.query))
            return
        language, address = ("en", path.removeprefix("en/")) if path.startswith("en/") else ("zh", path)
        self._answer(language, address.removesuffix("index.html"))

    def _answer_page(self, name: str, query: dict[str, list[str]]) -> None:
        """What the script on each page asks for."""
        if name == "preview.js":
            self._send(HTTPStatus.OK, "text/javascript", _SCRIPT.read_bytes())
            return
        state = self.server.workshop.wait(query.get("after", [""])[0], _PATIENCE)
        self._send(HTTPStatus.OK, "application/json", json.dumps({"version": state.version, "problems": state.problems}).encode())

    def _answer(self, language: str, address: str) -> None:
        workshop = self.server.workshop
        if document := workshop.document(language, address):
            self._send(HTTPStatus.OK, "text/html; charset=utf-8", document.encode())
        elif address.startswith("search/") and (text := workshop.search_file(language, address)) is not None:
            self._send(HTTPStatus.OK, mimetypes.guess_type(address)[0] or "text/plain", text.encode())
        elif file := workshop.file(language, address):
            self._send(HTTPStatus.OK, mimetypes.guess_type(file.name)[0] or "application/octet-stream", file.read_bytes())
        elif file := workshop.file("zh", "404.html"):
            self._send(HTTPStatus.NOT_FOUND, "text/html; charset=utf-8", file.read_bytes())

    def _send(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *_: object) -> None:
        """Requests are not worth a line each."""
