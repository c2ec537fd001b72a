"""What Python writes into an index, the browser reads."""

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.search.postings import Postings, posting
from tests.node import Script

NUMBERS, WEIGHTS = st.integers(0, 5_000), st.integers(0, 99)
NAMES = st.lists(st.tuples(NUMBERS, st.integers(0, 1_023), WEIGHTS), unique_by=lambda name: name[:2]).map(sorted)
BODIES = st.dictionaries(NUMBERS, WEIGHTS).map(lambda bodies: sorted(bodies.items()))


@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], database=None)
@given(names=NAMES, bodies=BODIES)
def test_what_is_written_is_read(judge: Script, names: list[tuple[int, int, int]], bodies: list[tuple[int, int]]) -> None:
    """A weight is told by a letter, and so to a twenty-fifth."""
    of_bodies = [(document, 0, weight) for document, weight in bodies]
    read_names, read_bodies = judge.ask({"postings": [written(names, " "), written(of_bodies, "")]})
    assert [(document, number) for document, number, _ in read_names] == [(document, number) for document, number, _ in names]
    assert [document for document, *_ in read_bodies] == [document for document, _ in bodies]
    weights = [*(weight for *_, weight in names), *(weight for _, weight in bodies)]
    assert [round(told * 25) for *_, told in (*read_names, *read_bodies)] == [round(weight * 25 / 99) for weight in weights]


def written(rows: list[tuple[int, int, int]], between: str) -> str:
    """Postings of one term, between those of two others."""
    document, number, weight = np.array([(1, 2, 3), *rows, (4, 5, 6)], np.int64).T
    term = np.array([0, *(1 for _ in rows), 2])
    return Postings.of(["a", "b", "c"], term, posting(document, number, weight), 10_000).texts(between)["b"]
