"""What the list of allowed values cannot tell: see the rules of macros/checks/allowed.py for what it does."""

from macros.checks.listed import AllowList
from macros.model.kinds import PLATFORMS
from macros.model.kinds.claims import Clock, Contact
from macros.model.library import Library
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
