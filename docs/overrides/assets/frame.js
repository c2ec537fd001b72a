/**
 * What the frame of every page does: the language switch keeps the reader's place, the header's buttons work by
 * keyboard, the search takes what is typed, a fold the reader opened is printed.
 */

const HEADER = 100; // pixels from the top of the window to where reading begins
const PLACES = "article :is(h2, h3, section, details, li)[id]";

const language = document.querySelector("[data-other-language]");
language?.addEventListener("click", () => {
  const passed = [...document.querySelectorAll(PLACES)].filter((place) => place.checkVisibility() && place.getBoundingClientRect().top < HEADER);
  language.hash = passed.at(-1)?.id ?? ""; // both languages have the same anchors
});

document.addEventListener("click", ({ target }) => {
  const fold = target.closest("summary")?.parentElement;
  fold?.toggleAttribute("data-kept", !fold.open); // what stands open is printed
});

const search = document.getElementById("__search");
search?.addEventListener("change", () => { if (search.checked) document.querySelector("[data-md-component=search-query]").focus(); });

for (const button of document.querySelectorAll("[data-switch]")) {
  button.addEventListener("click", () => document.getElementById(button.dataset.switch).click());
}
