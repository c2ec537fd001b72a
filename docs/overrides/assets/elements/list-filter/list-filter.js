/** <list-filter>: leaves of a page's long lists only what holds all the words typed; closed sections open for what is found in them. */

import { all, one } from "../../shared/find.js";

class ListFilter extends HTMLElement {
  #stay = new AbortController();

  connectedCallback() {
    this.#stay = new AbortController();
    this.hidden = false;
    one(this, "input", HTMLInputElement).addEventListener("input", ({ currentTarget }) => this.#leave(currentTarget), {
      signal: this.#stay.signal,
    });
  }

  disconnectedCallback() {
    this.#stay.abort();
  }

  /** @param {EventTarget | null} box */
  #leave(box) {
    const words = box instanceof HTMLInputElement ? plain(box.value).split(/\s+/u).filter(Boolean) : [];
    const items = all(document, `article ${this.dataset.items}`, HTMLElement);
    for (const item of items) item.hidden = !words.every((word) => plain(item.textContent ?? "").includes(word));
    for (const section of all(document, "article details.part", HTMLDetailsElement))
      fit(section, this.dataset.items ?? "", words.length > 0);
    this.#say(words.length ? items.filter((item) => !item.hidden).length : null);
  }

  /** @param {number | null} left how many are left, if not all */
  #say(left) {
    const place = one(this, "[data-said]", HTMLElement);
    const { said = "", none = "" } = place.dataset;
    place.textContent = left === null ? "" : left ? `${said}${left}` : none;
  }
}

/** A section that holds items opens while something is asked for, and goes if none of them is left. @param {HTMLDetailsElement} section @param {string} items @param {boolean} isAsked */
function fit(section, items, isAsked) {
  const held = all(section, items, HTMLElement);
  if (!held.length) return;
  section.hidden = held.every((item) => item.hidden);
  section.open = isAsked;
}

/** @param {string} text */
function plain(text) {
  return text.normalize("NFKC").toLowerCase();
}

customElements.define("list-filter", ListFilter);
