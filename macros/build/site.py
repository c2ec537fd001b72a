"""Builds both languages at the same time and puts them together into one folder."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from ..paths import ROOTS
from .publish import publish

_CONFIGURATIONS = {"zh": "mkdocs.yml", "en": "mkdocs.en.yml"}
DEFAULT_URL = "https://recourse.example/"


class BuildError(Exception):
    """The generator refused; its output tells why."""


def build_site(target: Path) -> None:
    """Builds the bilingual site into a folder, which is replaced; BuildError if a language fails.

    SITE_URL (with a slash at the end) is where it will be published, REPOSITORY_URL where corrections go.
    """
    url = site_url()
    with tempfile.TemporaryDirectory(dir=target.resolve().parent, prefix=".site-") as folder:
        staging = Path(folder)
        runs = {language: _start(language, staging / language, url) for language in _CONFIGURATIONS}
        outputs = {language: run.communicate()[0] for language, run in runs.items()}
        failed = [_faults(outputs[language]) for language, run in runs.items() if run.returncode]
        if failed:
            raise BuildError("\n".join(failed))
        shutil.move(staging / "en", staging / "zh" / "en")
        publish(staging / "zh", url)
        if target.exists():
            shutil.rmtree(target)
        shutil.move(staging / "zh", target)
        target.chmod(0o755)


def _faults(output: str) -> str:
    """What the generator said, without its progress."""
    return "\n".join(line for line in output.splitlines() if not line.startswith("INFO"))


def site_url() -> str:
    """The address the site is built for, with a slash at the end."""
    return os.environ.get("SITE_URL", "").rstrip("/") + "/" if os.environ.get("SITE_URL") else DEFAULT_URL


def _start(language: str, target: Path, url: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "-f", _CONFIGURATIONS[language], "-d", str(target)]
    return subprocess.Popen(command, env=_environment(url), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def serve_site(port: int) -> int:
    """Serves both languages with live reload until interrupted: Chinese at a port, English at the next."""
    sites = {language: f"http://127.0.0.1:{port + i}/" for i, language in enumerate(_CONFIGURATIONS)}
    runs = []
    for language, configuration in _CONFIGURATIONS.items():
        other = next(address for tongue, address in sites.items() if tongue != language)
        environment = _environment(sites["zh"]) | {"SITE_URL_EN": sites["en"], "OTHER_SITE": other}
        command = [sys.executable, "-m", "mkdocs", "serve", "--dirty", "--no-strict", "-f", configuration, "-a", sites[language][7:-1]]
        runs.append(subprocess.Popen(command, env=environment))
    try:
        return max(run.wait() for run in runs)
    except KeyboardInterrupt:
        return 0
    finally:
        for run in runs:
            run.terminate()


def _environment(url: str) -> dict[str, str]:
    # NO_MKDOCS_2_WARNING: the theme's advertisement for its successor drowns our own words.
    return os.environ | {"SITE_URL": url, "SITE_URL_EN": url + ROOTS["en"], "NO_MKDOCS_2_WARNING": "1"}
