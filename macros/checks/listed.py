"""The list beside the data in which every address and deadline stands a second time, so that no slip of a finger passes unseen."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path as FilePath

from ..model.hosts import suffixes
from ..model.load import ALLOWED
from ..model.problems import Problem


@dataclass(frozen=True)
class AllowList:
    """The lines of the file; ``path`` as a contributor sees it."""

    path: str
    lines: tuple[str, ...]

    @classmethod
    def below(cls, root: FilePath) -> "AllowList | None":
        """The list of a data folder, if it has one."""
        file = root / ALLOWED
        if not file.is_file():
            return None
        text = file.read_bytes().decode("utf-8", "replace")
        return cls(f"{root.resolve().name}/{ALLOWED}", tuple(text.removesuffix("\n").split("\n")))

    @cached_property
    def values(self) -> frozenset[str]:
        """The lines."""
        return frozenset(self.lines)

    @cached_property
    def domains(self) -> frozenset[str]:
        """Every host of the list and those above it: whoever owns support.name.example owns name.example."""
        return frozenset(domain for line in self.lines for domain in suffixes(line))

    @cached_property
    def endings(self) -> frozenset[str]:
        """The phone numbers without what may stand before them: a number is known with and without its country."""
        return frozenset(line for line in self.lines if len(line) > _SHORT and line.isdecimal())

    def has_phone(self, number: str) -> bool:
        """Whether the list has a number of these digits, in short or in full."""
        tails = (number[i:] for i in range(len(number) - _SHORT))
        return number in self.values or any(tail in self.endings for tail in tails)

    def problem(self, number: int, message: str, fix: str) -> Problem:
        """A mistake on a line of the list, from 1."""
        return Problem(self.path, number, "", message, fix)

    def out_of_order(self) -> Iterator[tuple[int, str, str]]:
        """The first line that is not greater than the one before: (number, the line, the one before)."""
        pairs = enumerate(zip(self.lines, self.lines[1:], strict=False), 2)
        yield from ((number, line, before) for number, (before, line) in pairs if line <= before)


_SHORT = 6
"""Digits up to which a number is a short one, such as 110, that is nothing but itself."""


def plain_host(host: str) -> str:
    """The host without ``www.``, which says nothing about whose it is."""
    return host.lower().removeprefix("www.")


def digits(phone: str) -> str:
    """A phone number as its digits alone."""
    return re.sub(r"\D", "", phone)
