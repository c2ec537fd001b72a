"""The built plans: whole without scripts, honest about what a body can order, and no rivals of the page they belong to."""

import pytest
from lxml import html

from tests.site.checkout import Site, words
from tests.site.test_addresses import plans
from tests.site.test_hostile_texts import addresses_found


def of(guide: Site) -> dict[str, html.HtmlElement]:
    return {f"{root}{address}": guide.pages[f"{root}{address}"] for root in ("", "en/") for address in plans()}


def test_nobody_is_told_of_a_body_without_what_it_can_order(guide: Site) -> None:
    named = 0
    for address, page in of(guide).items():
        for rung in page.xpath("//li[@data-rung][contains(@data-rung, '/')][not(@hidden)]"):
            rules = rung.xpath("./div[contains(@class, 'rung__rule')][not(@hidden)]")
            assert [len(rule.xpath(".//b[@class='rung__orders']")) for rule in rules] == [1], (address, rung.get("data-rung"))
            assert rung.get("data-fit") in ("takes", "perhaps"), address
            assert bool(rules[0].xpath(".//*[@class='rung__ask']")) or rung.get("data-fit") == "takes", (address, rung.get("data-rung"))
            named += 1
    assert named > 3000


def test_every_plan_says_what_to_do_now_and_a_dead_end_says_so(guide: Site) -> None:
    for address, page in of(guide).items():
        assert page.xpath("//guide-plan[@data-outcome]//ol[@class='steps']/li"), address
        bodies = page.xpath("//li[@data-rung][contains(@data-rung, '/')][not(@hidden)]")
        orders = [words(rule) for body in bodies for rule in body.xpath("./div[not(@hidden)]//b[@class='rung__orders']")]
        pays = [said for said in orders if not said.startswith(("它不能", "It cannot"))]
        (end,) = page.xpath("//*[contains(@class, 'rungs__end')]/@data-end")
        assert end == ("nobody" if not bodies else "" if pays else "nobody-orders"), address


def test_a_body_that_cannot_help_stands_under_its_reason(guide: Site) -> None:
    for address, page in of(guide).items():
        taking = set(page.xpath("//li[@data-rung][not(@hidden)]/@data-rung"))
        refused = page.xpath("//*[@data-reason][not(@hidden)]//a[@data-cannot]/@data-cannot")
        assert taking.isdisjoint(refused), address
        assert all(words(reason) for reason in page.xpath("//*[@data-reason][not(@hidden)]/dt")), address


@pytest.mark.parametrize("root", ["", "en/"])
def test_plans_are_no_results_of_the_search(guide: Site, root: str) -> None:
    found = addresses_found(guide, root)
    assert len(found) > 300
    assert found & plans() == set()
