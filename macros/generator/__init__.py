"""All that knows MkDocs: prose and theme come from it, the pages made from the data go through its templates."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
"""The checkout."""


class BuildError(Exception):
    """The generator refused; its words tell why."""
