/**
 * <letter-form>: a form beside a live letter in two languages. Nothing typed leaves the page by itself; values stay
 * in this tab's session storage so that the next letter need not be filled again. Words come from the page.
 */

import { Desk } from "./desk.js";

class LetterForm extends HTMLElement {
  #stay = new AbortController();

  connectedCallback() {
    this.#stay = new AbortController();
    new Desk(this).open(this.#stay.signal);
  }

  disconnectedCallback() {
    this.#stay.abort();
  }
}

customElements.define("letter-form", LetterForm);
