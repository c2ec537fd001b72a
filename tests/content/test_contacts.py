"""What the list of allowed values cannot tell: see the rules of macros/checks/allowed.py for what it does."""

from macros.checks.listed import AllowList
from macros.model.kinds import PLATFORMS
from macros.model.kinds.claims import Clock, Contact
from macros.model.library import Library
from macros.model.standing import standing_of
from tests.content.conftest import Find
from tests.sample import ROOT


def test_the_guide_has_a_list_and_much_to_hold_against_it(find: Find) -> None:
    listed = AllowList.below(ROOT / "data")
    assert listed is not None
    assert len(listed.lines) > 150
    assert sum(1 for _ in find(Clock)) > 40
    assert sum(1 for _ in find(Contact)) > 100


def test_the_ambiguous_name_has_no_address_of_its_own(guide: Library) -> None:
    okpay = guide.get(PLATFORMS, "okpay")
    assert not okpay.domains
    assert not okpay.handles
    assert not guide.has("channels", "okpay")


def address(kind: str, value: str, level: str = "reported", disputed: str = "false") -> Contact:
    """An address as a file would give it."""
    verification = {"level": level, **({} if level == "unverified" else {"source": "a-report"})}
    return Contact.model_validate({"kind": kind, "value": value, "disputed": disputed, "verification": verification})


def test_only_a_number_that_saves_lives_may_be_tapped_when_it_is_only_reported() -> None:
    number = address("phone", "112")
    assert standing_of(number, role="life").may_be_linked
    assert not standing_of(number, role="life").may_be_prefilled
    assert not standing_of(number, role="list").may_be_linked
    for other in (
        address("phone", "112", disputed="true"),
        address("phone", "112", "unverified"),
        address("url", "https://crisis.example/"),
    ):
        assert not standing_of(other, role="life").may_be_linked
