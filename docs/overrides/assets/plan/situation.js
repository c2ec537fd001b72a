/**
 * A reader's situation, chosen once and kept in the tab: never in an address, never sent anywhere.
 *
 * @typedef {"platform" | "company" | "place" | "stage" | "issue"} Name
 * @typedef {Record<Name, string>} Situation "" is what is not known; the platform "none" is a wallet of one's own
 */

import { TabStore } from "../shared/store.js";

const store = new TabStore("recourse-situation");
const CHANGED = "recourse-situation";

/** @returns {Situation} */
export function situation() {
  const { platform = "", company = "", place = "", stage = "nothing", issue = "" } = store.kept();
  return { platform, company, place, stage, issue };
}

/**
 * Keeps some choices, and tells the page.
 * @param {Partial<Situation>} choices
 */
export function choose(choices) {
  store.keep({ ...store.kept(), ...choices });
  document.dispatchEvent(new Event(CHANGED));
}

/** Forgets everything, and tells the page. */
export function forget() {
  store.keep({});
  document.dispatchEvent(new Event(CHANGED));
}

/**
 * Whether the reader has chosen anything that changes a page.
 * @param {Situation} chosen
 */
export function isChosen({ platform, company, stage }) {
  return Boolean(platform || company || stage !== "nothing");
}

/**
 * Calls back at each change, until the signal ends it.
 * @param {() => void} follow
 * @param {AbortSignal} signal
 */
export function onChange(follow, signal) {
  document.addEventListener(CHANGED, follow, { signal });
}
