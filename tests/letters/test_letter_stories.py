"""Stories of people who do not exist: each walks from the home page to the letter that fits, and signs nothing that is not so."""

from dataclasses import dataclass

import pytest

from tests.letters.desk import ACTIONS, LANGUAGES, Desk, template
from tests.sample import ROOT
from tests.site.checkout import loaded
from tests.survey import few

OPEN_AROUND = """links => links.forEach((link) => {
  for (let at = link; at; at = at.parentElement) if (at instanceof HTMLDetailsElement) at.open = true;
})"""


@dataclass(frozen=True)
class Story:
    """The way, the choices and what is filled in; what the finished letter says, and what it must not. "a|b" is one of both."""

    language: str
    name: str
    way: list[str]
    boxes: dict[str, str]
    says: list[str]
    never: list[str]
    place: str
    platform: str = ""
    company: str = ""
    seat: str = ""
    to: str = ""


def stories() -> list[Story]:
    found = []
    for language in LANGUAGES:
        rows = loaded(ROOT / f"tests/letters/stories.{language}.yaml")
        found += [Story(language, **row) for row in rows]
    return found


STORIES = stories()


def test_there_are_a_dozen_in_each_language() -> None:
    assert [sum(story.language == language for story in STORIES) for language in LANGUAGES] == [12, 12]


@pytest.mark.parametrize("story", few(STORIES, 5), ids=[story.name for story in STORIES])
def test_story_ends_in_a_letter_that_is_true(desk: Desk, story: Story) -> None:
    walk(desk, story)
    choose(desk, story)
    desk.write(**story.boxes)
    assert (desk.missing, desk.conflicts, desk.open_ways) == ({}, [], list(ACTIONS))
    desk.send_in(story.language)
    copied = desk.copied()
    assert [words for words in story.says if not any(each in copied for each in words.split("|"))] == []
    assert [words for words in story.never if words in copied] == []
    assert [value for value in told_as_typed(story) if value not in copied] == []
    if story.to:
        assert desk.mailed()["to"] == story.to


def told_as_typed(story: Story) -> list[str]:
    """What stands in the letter as it was filled in: a time has its zone there, and a choice its words."""
    of = template(story.way[-1].split("/")[-2]).fields
    return [value for name, value in story.boxes.items() if of[name].kind not in ("moment", "events", "choice")]


def walk(desk: Desk, story: Story) -> None:
    """Taps one link after the other; what is folded is opened first."""
    root = "en/" if story.language == "en" else ""
    desk.letter, desk.language = story.way[-1].split("/")[-2], story.language
    if desk.page.url.startswith(desk.root):
        desk.page.evaluate("sessionStorage.clear()")
    desk.page.goto(f"{desk.root}{root}", wait_until="domcontentloaded")
    for address in story.way:
        links = desk.page.locator(f"a[href$='{address}']")
        links.evaluate_all(OPEN_AROUND)
        links.filter(visible=True).first.click()
        desk.page.wait_for_url(f"{desk.root}{root}{address}")
    desk.page.locator("letter-form.is-live").wait_for()


def choose(desk: Desk, story: Story) -> None:
    for name, value in (("place", story.place), ("platform", story.platform), ("entity", story.company), ("seat", story.seat)):
        if value:
            desk.box(name).select_option(value)
