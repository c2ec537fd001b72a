"""The command: ``python -m macros check | rules | build | serve``."""

import argparse
import atexit
import gc
import io
import os
import signal
import sys
from pathlib import Path

from ..checks import DayError
from ..checks import check as check_library
from ..checks.rules import ALL_RULES
from ..model.problems import Problem
from . import ROOT, BuildError
from .reading import checked, publication, read


def tell(problems: list[Problem]) -> None:
    """Prints problems; to a forge also as notes on their lines."""
    for problem in problems:
        print(problem)
        if os.environ.get("CI") or os.environ.get("GITHUB_ACTIONS"):
            print(problem.annotation())


def _keep_everything() -> None:
    """What is read lives as long as the command: looking for waste often finds none."""
    gc.set_threshold(200_000)


def check(root: Path) -> int:
    """Prints every problem below a folder; 1 if there is any."""
    _keep_everything()
    library, problems = read(root, publication(root))
    tell(problems)
    print(f"{sum(1 for _ in library)} entries, {len(problems)} problem{'' if len(problems) == 1 else 's'}.")
    return 1 if problems else 0


def rules() -> int:
    """Prints every rule with an example of what breaks it and of what keeps it."""
    print("\n\n".join(map(str, ALL_RULES)))
    return 0


def build(target: Path, is_compressed: bool) -> int:
    """Builds the bilingual site into a folder, on demand with compressed copies of each file; 1 if the data, the words or the prose are faulty."""
    from .build import DEFAULT_URL, build_site, folder_for, site_url, templates_under_way

    url = site_url()
    folder_for(target)  # what cannot be built is told before anything is read
    _keep_everything()
    with templates_under_way():
        site, problems = checked(ROOT / "data")
        if problems:
            tell(problems)
            return 1
        build_site(site, target, is_compressed=is_compressed)
    if url == DEFAULT_URL:
        print(f"SITE_URL is not set: the sitemap names {DEFAULT_URL}, which exists nowhere.")
    print(f"The site is in {target}/: Chinese at its root, English in en/.")
    return 0


def serve(port: int) -> int:
    """Serves both languages with live reload until interrupted."""
    from .preview import serve_site

    data = ROOT / "data"
    return serve_site(port, lambda library: check_library(library, data, site=publication(data)))


def _port(text: str) -> int:
    """A port anybody may listen on."""
    if not (text.isdecimal() and 1024 <= int(text) <= 65535):
        raise argparse.ArgumentTypeError(f"a number from 1024 to 65535 is expected, not '{text}'")
    return int(text)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m macros", description="Recourse: check the data, build the guide.")
    commands = parser.add_subparsers(required=True)
    checking = commands.add_parser("check", help="check the data and explain every mistake")
    checking.add_argument("root", type=Path, nargs="?", default=Path("data"))
    checking.set_defaults(run=lambda options: check(options.root))
    listing = commands.add_parser("rules", help="print every rule, with an example that breaks it and one that keeps it")
    listing.set_defaults(run=lambda options: rules())
    building = commands.add_parser("build", help="build both languages")
    building.add_argument("target", type=Path, nargs="?", default=Path("site"))
    building.add_argument("--compress", action="store_true", help="put .gz and .br beside each file")
    building.set_defaults(run=lambda options: build(options.target, options.compress))
    serving = commands.add_parser("serve", help="serve both languages with live reload")
    serving.add_argument("--port", type=_port, default=8000, metavar="PORT")
    serving.set_defaults(run=lambda options: serve(options.port))
    return parser


def main() -> int:
    """Runs the command that was typed; the exit status, with a refusal told in its own words."""
    options = _parser().parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that what was begun is cleaned up
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal may lack a character of the data
    try:
        return int(options.run(options))
    except (BuildError, DayError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def look_for_no_garbage() -> None:
    """A check ends in seconds: to look through all that it read, at the end again, would take a tenth of them."""
    if sys.argv[1:2] == ["check"]:
        gc.disable()
        atexit.register(gc.freeze)
