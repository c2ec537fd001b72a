"""What a host is given: files in three forms, what to say with them, and a configuration that says it."""

import gzip
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import brotli
import pytest

from macros.outputs.headers import ALWAYS, FOR_GOOD, NAMED_BY_CONTENT
from tests.sample import ROOT
from tests.site.checkout import SMALL, Site, built_once, environment, planted
from tests.site.preview import free_port

CONFIGURATION = (ROOT / "nginx.conf").read_text(encoding="utf-8")
NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin:/opt/homebrew/bin")
TEXTS = (".css", ".html", ".js", ".json", ".svg", ".txt", ".xml")


@pytest.fixture(scope="module")
def site() -> Site:
    """A small guide with compressed copies."""
    return built_once("hosted", planted, "--compress", **SMALL)


def test_each_text_stands_there_in_three_forms_with_the_same_words(site: Site) -> None:
    files = site.files()
    texts = {name: data for name, data in files.items() if name.endswith(TEXTS) and len(data) >= 512}
    assert len(texts) > 60
    for name, data in texts.items():
        assert gzip.decompress(files[f"{name}.gz"]) == data, name
        assert brotli.decompress(files[f"{name}.br"]) == data, name
        assert len(files[f"{name}.br"]) < len(data)
    assert {name[:-3] for name in files if name.endswith((".gz", ".br"))} == texts.keys()


def test_headers_name_the_policy_of_the_pages_and_every_file_that_is_named_by_content(site: Site) -> None:
    rules = rules_of((site.folder / "_headers").read_text(encoding="utf-8"))
    assert rules["/*"] == ALWAYS
    (policy,) = site.pages["en/"].xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert rules["/*"]["Content-Security-Policy"] == f"{policy}; frame-ancestors 'none'"
    for_good = [path for path, said in rules.items() if said == {"Cache-Control": FOR_GOOD}]
    assert len(for_good) == 2 * len(NAMED_BY_CONTENT)
    names = {f"/{name}" for name in site.files() if not name.endswith((".gz", ".br"))}
    for path in for_good:
        assert path.endswith("*"), path  # hosts know a star at the end alone
        assert any(name.startswith(path[:-1]) for name in names) or "letters" in path or "elements" in path, path
    changing = {name for name in names if not name.startswith(tuple(path[:-1] for path in for_good))}
    assert {name.rpartition("/")[2] for name in changing} == {
        *("index.html", "404.html", "core.json", "mark.svg", "opensearch.xml", "robots.txt", "sitemap.xml", "_headers"),
        *("known.json", "companies.json", "calendars.json", "channel-check.js", "secrets.js"),
    }


def rules_of(text: str) -> dict[str, dict[str, str]]:
    """What is said with the files at each path."""
    rules: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        if line.startswith("/"):
            rules[line] = {}
        else:
            name, _, value = line.strip().partition(": ")
            rules[list(rules)[-1]][name] = value
    return rules


def test_nginx_is_told_the_same() -> None:
    said = dict(re.findall(r'^ *add_header (\S+) "(.*)" always;$', CONFIGURATION, re.MULTILINE))
    assert said == ALWAYS
    assert CONFIGURATION.count(FOR_GOOD) == 3


# ── The configuration at work ─────────────────────────────────────────────────


@pytest.fixture(scope="module")
def host(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of nginx with our configuration and that site."""
    assert NGINX, "The tests need nginx: make test installs it as root; else install it as 'nginx'."
    with serving(site.folder, tmp_path_factory.mktemp("nginx")) as address:
        yield address


@contextmanager
def serving(site: Path, folder: Path) -> Iterator[str]:
    port = free_port()
    ours = CONFIGURATION.replace("/srv/recourse/site", str(site)).replace("listen 80;", f"listen 127.0.0.1:{port};")
    ours = ours.replace("    listen [::]:80;\n", "")
    types = "types { text/html html; text/css css; text/javascript js; application/json json; image/svg+xml svg; text/plain txt; text/xml xml; }"
    paths = "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    user = "user root;\n" if os.getuid() == 0 else ""  # else its workers may not read the folders of a test
    (folder / "nginx.conf").write_text(
        f"{user}worker_processes 2;\npid {folder}/pid;\nerror_log {folder}/error.log;\nevents {{ worker_connections 2048; }}\n"
        f"http {{\n{types}\n{paths}{ours}\n}}\n",
        encoding="utf-8",
    )
    command = [str(NGINX), "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(folder / "nginx.conf"), "-g", "daemon off;"]
    with subprocess.Popen(command, env=environment(), stderr=subprocess.PIPE) as process:
        try:
            address = f"http://127.0.0.1:{port}/"
            wait_for(address, process)
            yield address
        finally:
            process.terminate()


def wait_for(address: str, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(200):
        try:
            urlopen(address).close()
        except OSError:
            with_error = process.poll()
            assert with_error is None, process.communicate()[1].decode()
            try:
                process.wait(0.05)
            except subprocess.TimeoutExpired:
                continue
        else:
            return
    raise AssertionError("nginx does not answer")


def got(address: str, encoding: str = "identity") -> tuple[int, dict[str, str], bytes]:
    """The status, the headers and the body at an address."""
    try:
        with urlopen(Request(address, headers={"Accept-Encoding": encoding})) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except HTTPError as error:
        with error:
            return error.code, dict(error.headers), error.read()


def test_nginx_hands_out_each_file_as_it_is_on_disk(host: str, site: Site) -> None:
    names = [name for name in site.files() if not name.endswith((".gz", ".br")) and name != "_headers"]
    for name in names[::7]:
        status, headers, body = got(host + name)
        assert (status, body) == (200, (site.folder / name).read_bytes()), name
        assert {key: headers.get(key) for key in ALWAYS} == ALWAYS, name
        if name.endswith(TEXTS) and len(body) >= 512:
            _, headers, packed = got(host + name, "gzip")
            assert headers["Content-Encoding"] == "gzip"
            assert packed == (site.folder / f"{name}.gz").read_bytes()


def test_nginx_lets_a_browser_keep_what_is_named_by_its_content_and_asks_again_for_the_rest(host: str, site: Site) -> None:
    for name in site.files():
        if name.endswith((".gz", ".br")) or name == "_headers":
            continue
        for_good = any(f"/{name.removeprefix('en/')}".startswith(path[:-1]) for path in NAMED_BY_CONTENT)
        assert got(host + name)[1]["Cache-Control"] == (FOR_GOOD if for_good else "no-cache"), name


def test_nginx_answers_a_wrong_address_with_the_guides_own_page(host: str, site: Site) -> None:
    for path in ("no/such/page/", "_headers", ".git/config", "..%2f..%2fetc/passwd"):
        status, headers, body = got(host + path)
        assert status in (400, 404), path
        assert status == 400 or body == (site.folder / "404.html").read_bytes()
        assert status == 400 or headers["Content-Security-Policy"] == ALWAYS["Content-Security-Policy"]
