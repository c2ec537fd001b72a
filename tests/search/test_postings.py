"""What Python writes into an index, the browser reads."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.search.files import bodies_text, names_text
from tests.node import Script

NUMBERS, WEIGHTS = st.integers(0, 5_000), st.integers(0, 99)
NAMES = st.lists(st.tuples(NUMBERS, st.integers(0, 1_023), WEIGHTS), unique_by=lambda name: name[:2]).map(sorted)
BODIES = st.dictionaries(NUMBERS, WEIGHTS).map(lambda bodies: sorted(bodies.items()))


@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], database=None)
@given(names=NAMES, bodies=BODIES)
def test_what_is_written_is_read(judge: Script, names: list[tuple[int, int, int]], bodies: list[tuple[int, int]]) -> None:
    """A weight is told by a letter, and so to a twenty-fifth."""
    read_names, read_bodies = judge.ask({"postings": [names_text(names), bodies_text(bodies)]})
    assert [(document, number) for document, number, _ in read_names] == [(document, number) for document, number, _ in names]
    assert [document for document, *_ in read_bodies] == [document for document, _ in bodies]
    weights = [*(weight for *_, weight in names), *(weight for _, weight in bodies)]
    assert [round(told * 25) for *_, told in (*read_names, *read_bodies)] == [round(weight * 25 / 99) for weight in weights]
