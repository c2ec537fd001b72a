"""A platform that is new is told in its own files, and blames nobody else's: on the guide's own data."""

import re
import shutil
from pathlib import Path

import pytest

from tests.sample import ROOT, Data
from tests.survey import few

BLOCK = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
OWN = ("data/platforms/kestrel.yaml", "data/channels/kestrel.yaml")


@pytest.fixture
def grown(tmp_path: Path) -> Data:
    """The guide's data in a folder of its own."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    return Data(tmp_path / "data")


def add_platform(data: Data, domain: str) -> None:
    """The worked example of CONTRIBUTING at another domain, with the lines that it needs in the list."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").replace("kestrel-help[.]example", "falcon[.]example")
    _, source, platform, channels, *_ = BLOCK.findall(text.replace("kestrel.example", domain))
    data.add("sources.yaml", source)
    data.write("platforms/kestrel.yaml", platform)
    data.write("channels/kestrel.yaml", channels)
    listed = {*data.read("allowed.txt").splitlines(), domain, f"complaints@{domain}"}
    data.write("allowed.txt", "".join(f"{line}\n" for line in sorted(listed)))


@pytest.mark.parametrize(
    "domain", few(["t.me", "bit.com", "binance.us", "coin.com", "x.com", "gate.us", "trust.com", "wallet.com", "tether.us"], 4)
)
def test_new_platform_blames_no_file_that_nobody_touched(grown: Data, domain: str) -> None:
    add_platform(grown, domain)
    assert [problem for problem in grown.check()[1] if not problem.startswith(OWN)] == []


@pytest.mark.parametrize(
    ("domain", "message"),
    [
        ("t.me", "'t.me' is a messenger or social network: anybody can have an address there."),
        ("binance.us", "The domain 'binance.us' belongs to the platform 'binance'."),
        ("okx.us", "The domain 'okx.us' looks like 'okx.com', and 'okx.com' does not vouch for it."),
        ("okx-help.com", "The domain 'okx-help.com' looks like 'okx.com', and 'okx.com' does not vouch for it."),
        ("binance-help.com", "The domain 'binance-help.com' looks like 'binance.com', and 'binance.com' does not vouch for it."),
    ],
)
def test_domain_that_is_not_the_new_platform_s_own_is_told_there_once(grown: Data, domain: str, message: str) -> None:
    add_platform(grown, domain)
    told = [problem.split("\n")[0] for problem in grown.check()[1]]
    assert [problem for problem in told if "domains[0].host" in problem] == [f"data/platforms/kestrel.yaml:12: domains[0].host: {message}"]


def test_source_at_a_look_alike_is_told_at_the_source(grown: Data) -> None:
    source = "theirs:\n  title: {zh: 页面, en: Page}\n  publisher: X\n  kind: operator\n  url: https://0kx.com/help\n"
    line = grown.read("sources.yaml").count("\n") + 5
    grown.add("sources.yaml", source)
    told = [problem.split("\n")[0] for problem in grown.check()[1]]
    assert f"data/sources.yaml:{line}: theirs.url: The domain '0kx.com' looks like 'okx.com' but is not." in told
