"""The command: ``python -m macros check | rules | build | serve``."""

import argparse
import io
import os
import sys
from pathlib import Path

from .checks import DayError, Site, read_and_check
from .checks.rules import ALL_RULES
from .generator.build import DEFAULT_URL, BuildError, build_site, serve_site, site_url


def check(root: Path) -> int:
    """Prints every problem of the data below a folder, and of the prose beside it; 1 if there is any."""
    library, problems = read_and_check(root, Site(root.resolve().parent / "docs"))
    for problem in problems:
        print(problem)
        if os.environ.get("CI") or os.environ.get("GITHUB_ACTIONS"):
            print(problem.annotation())
    print(f"{sum(1 for _ in library)} entries, {len(problems)} problem{'' if len(problems) == 1 else 's'}.")
    return 1 if problems else 0


def rules() -> int:
    """Prints every rule with an example of what breaks it and of what keeps it."""
    print("\n\n".join(map(str, ALL_RULES)))
    return 0


def build(target: Path) -> int:
    """Builds the bilingual site into a folder; BuildError if the generator refuses."""
    build_site(target)
    if site_url() == DEFAULT_URL:
        print(f"SITE_URL is not set: the sitemap names {DEFAULT_URL}, which exists nowhere.")
    print(f"The site is in {target}/: Chinese at its root, English in en/.")
    return 0


def _port(text: str) -> int:
    """A port anybody may listen on, with the next one for English."""
    if not (text.isdecimal() and 1024 <= int(text) < 65535):
        raise argparse.ArgumentTypeError(f"a number from 1024 to 65534 is expected, not '{text}'")
    return int(text)


def main() -> int:
    """Runs the command that was typed; the exit status, with a refusal told in its own words."""
    parser = argparse.ArgumentParser(prog="python -m macros", description="Recourse: check the data, build the guide.")
    commands = parser.add_subparsers(required=True)
    checking = commands.add_parser("check", help="check the data and explain every mistake")
    checking.add_argument("root", type=Path, nargs="?", default=Path("data"))
    checking.set_defaults(run=lambda options: check(options.root))
    listing = commands.add_parser("rules", help="print every rule, with an example that breaks it and one that keeps it")
    listing.set_defaults(run=lambda options: rules())
    building = commands.add_parser("build", help="build both languages")
    building.add_argument("target", type=Path, nargs="?", default=Path("site"))
    building.set_defaults(run=lambda options: build(options.target))
    serving = commands.add_parser("serve", help="serve both languages with live reload")
    serving.add_argument("--port", type=_port, default=8000, metavar="PORT")
    serving.set_defaults(run=lambda options: serve_site(options.port))
    options = parser.parse_args()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal may lack a character of the data
    try:
        return int(options.run(options))
    except (BuildError, DayError, OSError) as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
