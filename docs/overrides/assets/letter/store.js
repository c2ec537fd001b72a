/** What the tab remembers between letters. Where the browser forbids a store, every letter starts empty. */

const NAME = "recourse-letter";

/** @returns {Record<string, string>} the kept values by the name of their control */
export function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(NAME)) ?? {};
  } catch {
    return {};
  }
}

/** Keeps the values, or forgets everything if there are none. @param {Record<string, string>} values */
export function keep(values) {
  try {
    if (Object.keys(values).length) sessionStorage.setItem(NAME, JSON.stringify(values));
    else sessionStorage.removeItem(NAME);
  } catch {
    // The form works without a store.
  }
}
