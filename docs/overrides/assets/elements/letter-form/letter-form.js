/**
 * <letter-form>: a form beside a live letter in two languages. Nothing typed leaves the page by itself; values stay
 * in this tab's session storage so that the next letter need not be filled again. Words come from the site.
 */

import { Desk } from "./desk.js";
import { fetchSupplies, fillLists, suppliesFor } from "./supplies.js";

class LetterForm extends HTMLElement {
  #stay = new AbortController();

  async connectedCallback() {
    this.#stay = new AbortController();
    const { signal } = this.#stay;
    const shared = await fetchSupplies(this).catch((/** @type {unknown} */ error) => {
      this.classList.add("is-lost"); // the sheets are the letter, as without scripts
      throw error;
    });
    if (signal.aborted) return;
    const template = JSON.parse(this.querySelector("script")?.textContent ?? "");
    const supplies = suppliesFor(this, shared, template.id);
    fillLists(this, supplies);
    new Desk(this, template, supplies).open(signal);
  }

  disconnectedCallback() {
    this.#stay.abort();
  }
}

customElements.define("letter-form", LetterForm);
