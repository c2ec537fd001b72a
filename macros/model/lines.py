"""Where the nodes of a YAML file stand, for whoever has something to say of one of them."""

import marshal
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from .problems import Problem

Path = tuple[str | int, ...]
"""The keys and positions that lead to a node, from the top of its file or entry."""


@dataclass(frozen=True)
class Lines:
    """Where the nodes of one YAML file stand. They are packed: of most files nobody asks for a line."""

    path: str
    packed: bytes = marshal.dumps({})

    @classmethod
    def of(cls, path: str, lines: Mapping[Path, int]) -> "Lines":
        """The lines, from 1, of a file's nodes."""
        return cls(path, marshal.dumps(dict(lines)))

    def __reduce__(self) -> tuple[object, ...]:
        return Lines, (self.path, self.packed)

    @cached_property
    def by_node(self) -> dict[Path, int]:
        """The line of each node that stands in the file."""
        return dict(marshal.loads(self.packed))  # noqa: S302  (packed by our own program, here or in what it keeps for itself)

    def line(self, where: Path) -> int:
        """The line of a node, or of the nearest enclosing node that stands in the file."""
        while where and where not in self.by_node:
            where = where[:-1]
        return self.by_node.get(where, 1)

    def problem(self, where: Path, message: str, fix: str) -> Problem:
        """A mistake at a node, with its line and its dotted field."""
        return Problem(self.path, self.line(where), dotted(where), message, fix)


def dotted(where: Path) -> str:
    """``('steps', 2, 'do')`` as ``steps[2].do`` (positions count from 0, as in YAML tools)."""
    text = ""
    for part in where:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text
