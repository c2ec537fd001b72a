/** <quality-rubric>: marks for support quality, exported as text in both languages. Nothing leaves the page by itself. */

import { putOnClipboard } from "../../shared/clipboard.js";
import { all, one } from "../../shared/find.js";

class QualityRubric extends HTMLElement {
  #stay = new AbortController();

  connectedCallback() {
    this.#stay = new AbortController();
    const { signal } = this.#stay;
    const button = one(this, "[data-copy]", HTMLButtonElement);
    one(this, "[data-out]", HTMLElement).hidden = false;
    button.disabled = this.#isEmpty;
    this.addEventListener("change", () => Object.assign(button, { disabled: this.#isEmpty }), { signal });
    button.addEventListener("click", () => this.#copy(), { signal });
  }

  disconnectedCallback() {
    this.#stay.abort();
  }

  get #marks() {
    return all(this, "input:checked", HTMLInputElement);
  }

  get #isEmpty() {
    return this.#marks.length === 0;
  }

  async #copy() {
    const text = ["zh", "en"].map((language) => this.#marks.map((mark) => line(mark, language)).join("\n")).join("\n\n");
    const done = await putOnClipboard(text);
    const status = one(this, "[data-said]", HTMLElement);
    status.textContent = (done ? status.dataset.words : status.dataset.failed) ?? "";
  }
}

/**
 * A mark among those of its side: "Answers the question: 3/5 - in part".
 * @param {HTMLInputElement} mark
 * @param {string} language
 */
function line(mark, language) {
  const side = mark.closest("fieldset");
  const best = side?.querySelectorAll("input").length;
  return `${side?.dataset[language]}: ${mark.value}/${best} - ${mark.dataset[language]}`;
}

customElements.define("quality-rubric", QualityRubric);
