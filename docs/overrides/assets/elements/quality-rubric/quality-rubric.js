/** <quality-rubric>: marks for support quality, exported as text in both languages. Nothing leaves the page by itself. */

import { putOnClipboard } from "../../shared/clipboard.js";

class QualityRubric extends HTMLElement {
  connectedCallback() {
    this.querySelector("[data-out]").hidden = false;
    this.addEventListener("change", () => { this.querySelector("[data-copy]").disabled = !this.marks.length; });
    this.querySelector("[data-copy]").addEventListener("click", () => this.copy());
  }

  get marks() {
    return [...this.querySelectorAll("input:checked")];
  }

  async copy() {
    const line = (mark, language) => {
      const side = mark.closest("fieldset");
      const best = side.querySelectorAll("input").length;
      return `${side.dataset[language]}: ${mark.value}/${best} - ${mark.dataset[language]}`;
    };
    const text = ["zh", "en"].map((language) => this.marks.map((mark) => line(mark, language)).join("\n")).join("\n\n");
    const done = await putOnClipboard(text);
    const said = this.querySelector("[data-said]");
    said.textContent = done ? said.dataset.words : said.dataset.failed;
  }
}

customElements.define("quality-rubric", QualityRubric);
