/** What a page holds for others folds away, and what is the reader's own opens. */

import { all } from "../shared/find.js";

/**
 * In each group of choices ([data-fit] names what they are told apart by, each child bears it), the reader's own stands open, and the rest
 * in a fold of its own. A group that holds nothing of the reader's stays as it is.
 * @param {Record<string, string>} chosen
 * @param {string} others what the fold is called
 */
export function fitPage(chosen, others) {
  for (const group of all(document, "[data-fit]", HTMLElement)) {
    unfold(group);
    const value = chosen[group.dataset.fit ?? ""];
    const items = all(group, ":scope > [data-for]", HTMLElement);
    const own = items.filter((item) => value && item.dataset.for === value);
    for (const item of own) if (item instanceof HTMLDetailsElement) item.open = true;
    const asked = items.filter((item) => item.matches(":target") || item.querySelector(":target"));
    const rest = items.filter((item) => !own.includes(item) && !asked.includes(item));
    if (own.length) foldAway(group, rest, others);
    if (own.length) openAround(group);
  }
}

/** What is the reader's own stands in no closed fold. @param {HTMLElement} group */
function openAround(group) {
  for (let fold = group.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
}

/** @param {HTMLElement} group @param {HTMLElement[]} items @param {string} others */
function foldAway(group, items, others) {
  if (!items.length) return;
  const fold = Object.assign(document.createElement("details"), { className: "fold others" });
  const title = Object.assign(document.createElement("summary"), { textContent: others });
  fold.append(title, ...items);
  group.append(fold);
}

/** Puts back what was folded away. @param {HTMLElement} group */
function unfold(group) {
  const fold = group.querySelector(":scope > .others");
  fold?.replaceWith(...[...fold.children].slice(1));
}
