"""The query sets: what readers type, written before the search was tuned, one part to tune on and one that only the gate sees.

What helps each was completed twice, in both parts alike: results of several rankings, mixed and judged without their ranks; the second time
by two judges who did not see each other's verdicts (they agreed on 988 of 1,000) and had to agree. It added 11 of 1,455 pairs.
Whoever wrote the phrases of data/searches saw none of the queries.

The end of the held part came last, when the search was as it is: whole questions, and more of the sorts of which there were few, written by
hands that knew the list of pages alone.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from tests.sample import ROOT
from tests.site.checkout import loaded

Part = Literal["tune", "held"]


@dataclass(frozen=True)
class Query:
    """Something a reader types, of which sort it is, and the addresses that would help, any of them."""

    text: str
    type: str
    to: tuple[str, ...]

    def is_helped_by(self, address: str) -> bool:
        """Whether an address is one of those, or a page that holds it, or a part of a page that helps as a whole."""
        page = address.partition("#")[0]
        return any(
            address == wanted or (page == wanted) or ("#" not in address and wanted.partition("#")[0] == address) for wanted in self.to
        )


@cache
def queries(language: str, part: Part) -> tuple[Query, ...]:
    """The queries of one part."""
    rows = loaded(ROOT / f"tests/search/queries.{language}.yaml")[part]
    return tuple(Query(row["q"], row["type"], tuple(row["to"])) for row in rows)


@dataclass(frozen=True)
class Marks:
    """How well a number of queries were answered."""

    number: int
    first: float
    among_three: float
    reciprocal: float
    nothing: float

    @classmethod
    def of(cls, asked: list[tuple[Query, list[str]]]) -> "Marks":
        """Marks for queries and the addresses found for each, best first."""
        ranks = [next((at for at, address in enumerate(found, 1) if query.is_helped_by(address)), 0) for query, found in asked]
        number = len(asked)
        return cls(
            number,
            sum(rank == 1 for rank in ranks) / number,
            sum(1 <= rank <= 3 for rank in ranks) / number,
            sum(1 / rank for rank in ranks if rank) / number,
            sum(not found for _, found in asked) / number,
        )

    def __str__(self) -> str:
        return f"{self.number:4d}  {self.first:.2f}  {self.among_three:.2f}  {self.reciprocal:.2f}  {self.nothing:.2f}"


def by_type(asked: list[tuple[Query, list[str]]]) -> dict[str, Marks]:
    """Marks for each type of query, and for all."""
    types = sorted({query.type for query, _ in asked})
    return {name: Marks.of([pair for pair in asked if pair[0].type == name]) for name in types} | {"all": Marks.of(asked)}
