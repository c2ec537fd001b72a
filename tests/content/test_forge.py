"""Where a mistake can be mended: the addresses that each kind of forge has for it."""

import pytest

from macros.html.forge import Forge

LINE = {
    "https://github.com/a/b": "https://github.com/a/b/blob/main/data/x.yaml#L7",
    "https://gitlab.example/a/b": "https://gitlab.example/a/b/-/blob/main/data/x.yaml#L7",
    "https://codeberg.org/a/b": "https://codeberg.org/a/b/src/branch/main/data/x.yaml#L7",
}


@pytest.mark.parametrize(("address", "line"), LINE.items())
def test_forge_is_known_by_its_host(address: str, line: str) -> None:
    assert Forge(address).line("data/x.yaml", 7) == line


@pytest.mark.parametrize(
    ("kind", "edit", "report"),
    [
        ("github", "/edit/trunk/data/x.yaml", "/issues/new?template=other-mistake.yml&page=%2Fplaces%2Fhk%2F"),
        ("gitlab", "/-/edit/trunk/data/x.yaml", "/-/issues/new?issue%5Btitle%5D=%5Bfact%5D%20%2Fplaces%2Fhk%2F"),
        ("gitea", "/_edit/trunk/data/x.yaml", "/issues/new?title=%5Bfact%5D%20%2Fplaces%2Fhk%2F"),
    ],
)
def test_branch_and_kind_can_be_named(kind: str, edit: str, report: str) -> None:
    forge = Forge("https://code.example/a/b", "trunk", kind)
    assert (forge.edit("data/x.yaml"), forge.report("/places/hk/")) == (
        f"https://code.example/a/b{edit}",
        f"https://code.example/a/b{report}",
    )


def test_a_place_that_is_reported_cannot_add_to_the_question() -> None:
    assert Forge("https://github.com/a/b").report("x&title=y#z").endswith("&page=x%26title%3Dy%23z")


def test_no_address_is_no_forge() -> None:
    assert not Forge()
