/** What a tab remembers from page to page under one name. Where the browser forbids a store, only this page remembers. */
export class TabStore {
  /** @type {Record<string, string>} */
  #here = {};
  #name;

  /** @param {string} name */
  constructor(name) {
    this.#name = name;
  }

  /** @returns {Record<string, string>} */
  kept() {
    try {
      return JSON.parse(sessionStorage.getItem(this.#name) ?? "null") ?? {};
    } catch {
      return this.#here;
    }
  }

  /**
   * Keeps the values, or forgets everything if there are none.
   * @param {Record<string, string>} values
   */
  keep(values) {
    this.#here = {};
    try {
      if (Object.keys(values).length) sessionStorage.setItem(this.#name, JSON.stringify(values));
      else sessionStorage.removeItem(this.#name);
    } catch {
      this.#here = values;
    }
  }
}
