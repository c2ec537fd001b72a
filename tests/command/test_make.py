"""What ``make`` does before anything is set up."""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.sample import ROOT

OLD = """#!/bin/sh
exec {python} -c 'import sys; sys.version_info = (3, 9); exec(sys.argv[-1])' "$@"
"""


def test_old_python_is_told_before_anything_is_installed(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    for lock in ("requirements.lock", "package-lock.json"):
        (tmp_path / lock).touch()
    old = tmp_path / "old-python"
    old.write_text(OLD.format(python=sys.executable))
    old.chmod(0o755)
    done = subprocess.run(["make", "site", f"PYTHON={old}"], cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith(f"Python 3.11 or newer is needed, and {old} is 3.9. Name another one: make PYTHON=…\n")
    assert not (tmp_path / ".venv").exists()


BROKEN = """#!/bin/sh
case "$*" in
  *pip*) exit 1 ;;
  *venv*) echo "begun anew" >> begun; exit 1 ;;
esac
"""


def test_environment_that_was_begun_without_pip_is_begun_anew(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    for lock in ("requirements.lock", "package-lock.json"):
        (tmp_path / lock).touch()
    for python in (tmp_path / ".venv/bin/python", tmp_path / "python"):
        python.parent.mkdir(parents=True, exist_ok=True)
        python.write_text(BROKEN)
        python.chmod(0o755)
    command = ["make", "site", f"PYTHON={tmp_path / 'python'}"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert done.returncode == 2
    assert (tmp_path / "begun").read_text() == "begun anew\n"
    assert "On Debian and Ubuntu: apt install python3-venv" in done.stdout
    assert not (tmp_path / ".venv").exists()
