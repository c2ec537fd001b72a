"""Builds both languages at the same time and puts them together into one folder."""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from ..outputs.publish import publish
from ..paths import ROOTS

_CONFIGURATIONS = {language: str(Path(__file__).parents[2] / name) for language, name in (("zh", "mkdocs.yml"), ("en", "mkdocs.en.yml"))}
POLL = 0.2  # seconds between two looks at whether both servers are still up
DEFAULT_URL = "https://recourse.example/"


class BuildError(Exception):
    """The generator refused; its output tells why."""


def build_site(target: Path) -> None:
    """Builds the bilingual site into a folder, which is replaced; BuildError if a language fails.

    SITE_URL (with a slash at the end) is where it will be published, REPOSITORY_URL where corrections go.
    """
    url = site_url()
    target = target.resolve()
    _refuse_folder(target)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".site-") as folder:
        staging = Path(folder)
        runs = {language: _start(language, staging / language, url) for language in _CONFIGURATIONS}
        outputs = [run.communicate()[0] for run in runs.values()]
        if any(run.returncode for run in runs.values()):
            raise BuildError(_faults(outputs))
        (staging / "en").rename(staging / "zh" / "en")
        publish(staging / "zh", url)
        if target.exists():
            target.rename(staging / "before")
        (staging / "zh").rename(target)
        target.chmod(0o755)


def _refuse_folder(target: Path) -> None:
    """A build replaces a folder, so it must be one that a build made, or an empty or a new one; BuildError if not."""
    if target.is_dir() and any(target.iterdir()) and not _is_built(target):
        raise BuildError(f"{target} holds something else than a site, and a build would delete it. Name another folder.")
    if target.exists() and not target.is_dir():
        raise BuildError(f"{target} is no folder. Name another one.")
    if not target.parent.is_dir():
        raise BuildError(f"There is no folder {target.parent}. Make it first.")


def _is_built(folder: Path) -> bool:
    """Whether the folder holds the guide in either language, by whichever command: its first page beside its own styles."""
    return any(
        (folder / root / "index.html").is_file() and (folder / root / "assets/styles/tokens.css").is_file() for root in ROOTS.values()
    )


def _faults(outputs: list[str]) -> str:
    """What the generator said in either language, without its progress, each mistake once with all its lines."""
    mistakes: list[str] = []
    for line in (line for output in outputs for line in output.splitlines() if not line.startswith("INFO")):
        if line.startswith(" ") and mistakes:
            mistakes[-1] += f"\n{line}"
        else:
            mistakes.append(line)
    return "\n".join(dict.fromkeys(mistakes))


_URL = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:/[\w.~%/-]*)?", re.ASCII)


def site_url() -> str:
    """The address the site is built for, with a slash at the end; BuildError if no folder of a host has it."""
    url = os.environ.get("SITE_URL") or DEFAULT_URL
    if not _URL.fullmatch(url):
        raise BuildError("SITE_URL is no address of a folder: write it like https://guide.example/help/, without '?', '#' or quotes.")
    return url.rstrip("/") + "/"


def _start(language: str, target: Path, url: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "-f", _CONFIGURATIONS[language], "-d", str(target)]
    return subprocess.Popen(command, env=_environment(url), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def serve_site(port: int) -> int:
    """Serves both languages with live reload until interrupted: Chinese at a port, English at the next; BuildError if one is taken."""
    for wanted in (port, port + 1):
        _refuse_taken(wanted)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # ends as on Ctrl-C, and takes both servers along
    sites = {language: f"http://127.0.0.1:{port + i}/" for i, language in enumerate(_CONFIGURATIONS)}
    runs = []
    for language, configuration in _CONFIGURATIONS.items():
        other = next(address for tongue, address in sites.items() if tongue != language)
        environment = _environment(sites["zh"]) | {"SITE_URL_EN": sites["en"], "OTHER_SITE": other}
        command = [sys.executable, "-m", "mkdocs", "serve", "--dirty", "--no-strict", "-f", configuration, "-a", sites[language][7:-1]]
        runs.append(subprocess.Popen(command, env=environment))
    try:
        while all(run.poll() is None for run in runs):
            time.sleep(POLL)
        return max(run.poll() or 0 for run in runs)
    except KeyboardInterrupt:
        return 0
    finally:
        for run in runs:
            run.terminate()


def _refuse_taken(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server itself does
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise BuildError(f"Port {port} is taken. Name another: --port …") from None


def _environment(url: str) -> dict[str, str]:
    # NO_MKDOCS_2_WARNING: the theme's advertisement for its successor drowns our own words.
    return os.environ | {"SITE_URL": url, "SITE_URL_EN": url + ROOTS["en"], "NO_MKDOCS_2_WARNING": "1"}
