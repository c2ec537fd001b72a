"""The index of known hosts answers what comparing with each of them would."""

import json
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from macros.engines.lookalikes import Index, looks_like

VECTORS = json.loads((Path(__file__).parent.parent / "vectors/hosts.json").read_text(encoding="utf-8"))["looks_like"]
SEEDS = sorted({host for host, known, _ in VECTORS} | {known for _, known, _ in VECTORS})

LABEL = st.text(st.sampled_from("abokxim01-"), min_size=1, max_size=8).map(lambda label: label.strip("-") or "a")
HOST = st.sampled_from(SEEDS) | st.builds(
    lambda labels, top: ".".join([*labels, top]),
    st.lists(LABEL, min_size=1, max_size=3),
    st.sampled_from(["com", "me", "example", "co.uk"]),
)
EDIT = st.tuples(st.integers(0, 20), st.sampled_from(["", "help", "a", "-", "0", "support", "."]))


def edited(host: str, edit: tuple[int, str]) -> str:
    """A host with something put into it, or a letter of it exchanged with the next."""
    at, put = edit
    return (host[:at] + put + host[at:] if put else host[:at] + host[at + 1 : at + 2] + host[at : at + 1] + host[at + 2 :]).strip(".-")


@given(st.lists(HOST, max_size=6, unique=True), HOST, EDIT)
@example(["okx.com"], "okx.com", (3, "help"))
@example(["binance.com"], "binance.com", (4, ""))
def test_index_finds_what_looks_like_a_known_host(known: list[str], host: str, edit: tuple[int, str]) -> None:
    index = Index(known)
    for asked in (host, *(edited(other, edit) for other in known)):
        if "." in asked.strip(".") and ".." not in asked:
            assert index.twins(asked) == [other for other in known if looks_like(asked, other)]
