"""Seventy-five slips and more: each is told once, on its line, with a fix that mends it in one edit."""

import pytest

from tests.command.slips import SLIPS, Slip
from tests.sample import Data
from tests.survey import few


@pytest.mark.parametrize("slip", few(SLIPS, 2), ids=lambda slip: slip.name)
def test_slip_is_told_once_and_mended_by_one_edit(guide: Data, slip: Slip) -> None:
    path = f"../{slip.path}"
    before = guide.read(path)
    assert before.count(slip.right) == 1
    guide.write(path, before.replace(slip.right, slip.wrong).encode())
    assert guide.check() == (1, [slip.problem])
    guide.write(path, before.replace(slip.right, slip.mended or slip.right).encode())
    assert guide.check() == (0, [])


def test_there_are_at_least_seventy_five_different_ones() -> None:
    assert len({slip.name for slip in SLIPS}) == len(SLIPS) >= 75
    assert len({(slip.path, slip.wrong) for slip in SLIPS}) == len(SLIPS)


VALID = "name: {zh: 题, en: Topic}\nbrief: {zh: 题。, en: A topic.}\nquestions:\n  why: {question: {zh: 为何？, en: Why?}, answer: [{zh: 这样。, en: So.}]}\n"


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("faqs/topic.yml", "Only '.yaml' files live here."),
        ("faqs/Topic.yaml", "The file name 'Topic' is not an id."),
        ("faqs/my_topic.yaml", "The file name 'my_topic' is not an id."),
        ("faq/topic.yaml", "No kind of entry lives here."),
        ("topic.yaml", "No kind of entry lives here."),
    ],
)
def test_file_in_the_wrong_place_is_told_once_and_mended_by_moving_it(guide: Data, wrong: str, message: str) -> None:
    guide.write(wrong, VALID)
    code, [problem] = guide.check()
    assert (code, problem.split("\n")[0]) == (1, f"data/{wrong}:1: {message}")
    (guide.root / wrong).rename(guide.root / "faqs/topic.yaml")
    assert guide.check() == (0, [])


def test_page_in_one_language_is_told_once_and_mended_by_the_other(guide: Data) -> None:
    guide.write("../docs/en/new.md", "# New\n")
    assert guide.check() == (
        1,
        ["docs/en/new.md:1: The page has no counterpart in 'docs/zh'.\n    fix: Write docs/zh/new.md, or delete this one."],
    )
    guide.write("../docs/zh/new.md", "# 新的一页\n")
    assert guide.check() == (0, [])
