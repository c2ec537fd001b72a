"""The page that shows every component: what is doubtful can be told by shape and word alone, close to the value."""

import pytest

from tests.browser.conftest import NewReader
from tests.browser.reader import PHONE

NEAR = 40
"""Pixels between a value and the word that says how far it can be trusted."""
DOUBTS = """() => [...document.querySelectorAll(".card:not(.card--official), .contact:not(.contact--official), .dead > .warning")].map((box) => {
  const [value, mark] = [box.querySelector(".value"), box.querySelector(".proof > summary, a.proof")];
  const [a, b] = [value ?? box.querySelector(".card__name"), mark].map((part) => part.getBoundingClientRect());
  const away = Math.max(0, b.top - a.bottom, a.top - b.bottom) + Math.max(0, b.left - a.right, a.left - b.right);
  const { borderStyle, borderInlineStartStyle, backgroundImage } = getComputedStyle(box);
  const word = mark.querySelector(".proof__word");
  return {
    look: box.className, away, word: word.checkVisibility() && word.getBoundingClientRect().width > 10 ? word.textContent : "",
    shape: [borderStyle, borderInlineStartStyle, backgroundImage === "none", getComputedStyle(mark).borderStyle,
      value ? getComputedStyle(value).textDecorationLine : ""].join(" "),
  };
})"""
OFFICIAL = """() => [...document.querySelectorAll(".card--official, .contact--official")].map((box) => {
  const { borderStyle, borderInlineStartStyle, backgroundImage } = getComputedStyle(box);
  const [value, mark] = [box.querySelector(".value"), box.querySelector(".proof > summary, a.proof")];
  return [borderStyle, borderInlineStartStyle, backgroundImage === "none", getComputedStyle(mark).borderStyle,
    value ? getComputedStyle(value).textDecorationLine.replace("underline", "none") : ""].join(" ");
})"""


@pytest.mark.parametrize("root", ["", "en/"])
def test_doubt_is_told_by_shape_and_word_beside_the_value(new_reader: NewReader, root: str) -> None:
    reader = new_reader(viewport=PHONE)
    reader.open(f"{root}about/design/")
    doubts = reader.page.evaluate(DOUBTS)
    official = set(reader.page.evaluate(OFFICIAL))
    assert {word for doubt in doubts for word in ("reported", "unverified", "warning") if word in doubt["look"]} == {
        "reported",
        "unverified",
        "warning",
    }
    assert [doubt for doubt in doubts if not doubt["word"] or doubt["away"] > NEAR] == []
    assert official
    assert [doubt for doubt in doubts if doubt["shape"] in official] == []


def test_a_date_stands_on_one_line(new_reader: NewReader) -> None:
    reader = new_reader(viewport=PHONE)
    reader.open("places/hk/")
    broken = reader.page.evaluate(
        """() => {
          const found = [], texts = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) if (texts.currentNode.parentElement.checkVisibility()) for (const date of texts.currentNode.data.matchAll(/\\d+\\s年\\s\\d+\\s月\\s\\d+\\s日/gu)) {
            const range = document.createRange();
            range.setStart(texts.currentNode, date.index);
            range.setEnd(texts.currentNode, date.index + date[0].length);
            if (new Set([...range.getClientRects()].map((rect) => Math.round(rect.top))).size > 1) found.push(date[0]);
          }
          return found;
        }"""
    )
    assert broken == []


@pytest.mark.parametrize(("root", "letters"), [("", 36), ("en/", 70)])
def test_lines_are_short_enough_to_read(new_reader: NewReader, root: str, letters: int) -> None:
    reader = new_reader(viewport={"width": 1600, "height": 900})
    reader.open(f"{root}places/hk/")
    longest = reader.page.evaluate(
        """() => Math.max(...[...document.querySelectorAll("article :is(p, .fact__text)")].filter((p) => p.checkVisibility()).map((p) => {
          const range = document.createRange();
          range.selectNodeContents(p);
          const lines = new Set([...range.getClientRects()].map((rect) => Math.round(rect.top / 8))).size;
          return lines > 1 ? p.textContent.length / lines : 0;
        }))"""
    )
    assert 20 < longest <= letters
