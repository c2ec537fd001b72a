/**
 * What the frame of every page does: the language switch keeps the reader's place, the header's buttons work by
 * keyboard, the search takes what is typed, pasted or dictated, a fold the reader opened is printed. It listens to the document, once,
 * whatever page stands in it.
 */

const HEADER = 100; // pixels from the top of the window to where reading begins
const PLACES = "article :is(h2, h3, section, details, li)[id]";

document.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element)) return;
  const language = target.closest("a[data-other-language]");
  if (language instanceof HTMLAnchorElement) language.hash = placeOnPage(); // both languages have the same anchors
  const fold = target.closest("summary")?.parentElement;
  if (fold instanceof HTMLDetailsElement) fold.toggleAttribute("data-kept", !fold.open); // what stands open is printed
  const button = target.closest("button[data-switch]");
  if (button instanceof HTMLButtonElement) document.getElementById(button.dataset.switch ?? "")?.click();
});

document.addEventListener("change", ({ target }) => {
  const isOpened = target instanceof HTMLInputElement && target.id === "__search" && target.checked;
  const query = isOpened ? document.querySelector("[data-md-component=search-query]") : null;
  if (query instanceof HTMLElement) query.focus();
});

// The theme's search listens to keys alone. Text also comes by paste, dictation and input methods, which make none.
document.addEventListener("input", ({ target }) => {
  if (isQuery(target)) target.dispatchEvent(new KeyboardEvent("keyup"));
});

const search = new BroadcastChannel("search");
document.addEventListener("focusin", ({ target }) => {
  if (isQuery(target)) search.postMessage("open"); // the worker fetches what it needs before the first key
});

/**
 * @param {EventTarget | null} target
 * @returns {target is HTMLInputElement}
 */
function isQuery(target) {
  return target instanceof HTMLInputElement && target.matches("[data-md-component=search-query]");
}

/** The anchor of the last heading or entry above where reading begins; "" at the top of the page. */
function placeOnPage() {
  const passed = [...document.querySelectorAll(PLACES)].filter(isPassed);
  return passed.at(-1)?.id ?? "";
}

/** @param {Element} place */
function isPassed(place) {
  return place.checkVisibility() && place.getBoundingClientRect().top < HEADER;
}
