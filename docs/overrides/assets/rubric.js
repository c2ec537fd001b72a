/** <quality-rubric>: marks for support quality, exported as text in both languages. Nothing leaves the page by itself. */

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
    await navigator.clipboard.writeText(text);
    const said = this.querySelector("[data-said]");
    said.textContent = said.dataset.words;
  }
}

customElements.define("quality-rubric", QualityRubric);
