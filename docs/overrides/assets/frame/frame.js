/**
 * What the frame of every page does: the language switch keeps the reader's place, menu and search work by keyboard, folds open
 * where a link leads into them and where paper needs them.
 */
import "./contents.js";
import "./copy.js";
import "./drawer.js";
import "./folds.js";
import "./marks.js";
import "./not-found.js";
import "./paste.js";
import "./print.js";
import "./search-box.js";

const HEADER = 100; // pixels from the top of the window to where reading begins
const PLACES = "article :is(h2, h3, section, details, li)[id]";

// An element whose script did not come is shown as it is without scripts: its place was kept in vain.
addEventListener("load", () => {
  for (const element of document.querySelectorAll("article :not(:defined)")) element.classList.add("is-lost");
});

document.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element)) return;
  const language = target.closest("a[data-other-language]");
  if (language instanceof HTMLAnchorElement) language.hash = placeOnPage(); // both languages have the same anchors
  const button = target.closest("button[data-switch]");
  if (button instanceof HTMLButtonElement) document.getElementById(button.dataset.switch ?? "")?.click();
});

/** The anchor of the last heading or entry above where reading begins; "" at the top of the page. */
function placeOnPage() {
  const passed = [...document.querySelectorAll(PLACES)].filter(isPassed);
  return passed.at(-1)?.id ?? "";
}

/** @param {Element} place */
function isPassed(place) {
  return place.checkVisibility() && place.getBoundingClientRect().top < HEADER;
}
