"""The worked example of CONTRIBUTING passes the check as it stands, in both languages."""

import re
import shutil
from pathlib import Path

import pytest

from tests.sample import ROOT, Data

BLOCK = re.compile(r"```yaml\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "CONTRIBUTING.zh.md"])
def test_platform_of_the_worked_example_passes(name: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    data = Data(tmp_path / "data")
    _, source, platform, channels, body = BLOCK.findall((ROOT / name).read_text(encoding="utf-8"))
    data.add("sources.yaml", source)
    data.write("platforms/kestrel.yaml", platform)
    data.write("channels/kestrel.yaml", channels)
    listed = re.search(r"```text\n(.*?)```", (ROOT / name).read_text(encoding="utf-8"), re.DOTALL)
    assert listed
    lines = {*data.read("allowed.txt").splitlines(), *listed[1].splitlines()}
    data.write("allowed.txt", "".join(f"{line}\n" for line in sorted(lines)))
    assert data.check() == (0, [])
    replaced = re.sub(r"    takes:\n(?:      .*\n)+", body, data.read("places/nz.yaml"), count=1)
    data.write("places/nz.yaml", replaced)
    assert data.check() == (0, [])
