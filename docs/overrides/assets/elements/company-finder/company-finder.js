/**
 * <company-finder>: which of a platform's companies an account belongs to, by what the reader knows; with its complaints desk. If the answers
 * leave more than one, it says so, and where the terms tell. Nothing leaves the tab.
 *
 * @import { Company, Facts } from "../../plan/facts.js"
 */

import { offerBoxes, saidIn } from "../../plan/boxes.js";
import { fitting } from "../../plan/companies.js";
import { countriesOf, fetched } from "../../plan/facts.js";
import { choose, situation } from "../../plan/situation.js";
import { one } from "../../shared/find.js";
import { placeGroup } from "../../shared/places.js";

class CompanyFinder extends HTMLElement {
  #stay = new AbortController();
  /** @type {Facts | null} */
  #facts = null;

  connectedCallback() {
    this.#stay = new AbortController();
    const { signal } = this.#stay;
    this.hidden = false;
    const form = one(this, "form", HTMLFormElement);
    form.addEventListener("focusin", () => this.#load(), { signal, once: true });
    form.addEventListener("change", () => this.#find(), { signal });
    this.addEventListener("click", ({ target }) => this.#keep(target), { signal });
    if (situation().place) this.#load();
  }

  disconnectedCallback() {
    this.#stay.abort();
  }

  /** The companies of the platform. */
  get #own() {
    return (this.#facts?.companies ?? []).filter(({ platform }) => platform === this.dataset.platform);
  }

  async #load() {
    this.#facts = await fetched(this.dataset.facts ?? "").catch(() => null);
    if (!this.#facts || this.#stay.signal.aborted) return;
    this.#offer(this.#facts);
    this.#find();
  }

  /** Asks only for what tells the companies apart. @param {Facts} facts */
  #offer({ regions }) {
    offerBoxes(this, this.#own);
    const place = one(this, "[name=place]", HTMLSelectElement);
    place.append(...regions.map(placeGroup));
    place.value = situation().place || "";
    if (place.selectedIndex < 0) place.value = "";
  }

  #find() {
    const facts = this.#facts;
    if (!facts) return;
    const place = one(this, "[name=place]", HTMLSelectElement).value;
    const said = saidIn(this, countriesOf(facts, place));
    const found = fitting(this.#own, said);
    const sure = found.length === 1 && found[0].residents.length ? found[0] : null;
    const answered = place || said.domain || said.opened || said.product;
    one(this, "[data-found]", HTMLElement).replaceChildren(...(sure ? [this.#one(sure)] : answered ? [this.#copy("many")] : []));
  }

  /** @param {string} name */
  #copy(name) {
    const { content } = one(this, `template[data-${name}]`, HTMLTemplateElement);
    return /** @type {DocumentFragment} */ (content.cloneNode(true));
  }

  /** @param {Company} company */
  #one(company) {
    const answer = this.#copy("one");
    const anchor = company.address.slice(company.address.indexOf("#"));
    const href = `${this.dataset.records}${anchor}`;
    Object.assign(one(answer, "[data-name]", HTMLAnchorElement), { textContent: company.name, href });
    one(answer, "[data-serves]", HTMLElement).textContent = company.serves;
    const desk = this.#deskOf(company);
    one(answer, "[data-desk]", HTMLElement).append(
      ...desk.map((value) => Object.assign(document.createElement("li"), { textContent: value })),
    );
    one(answer, "[data-desk-label]", HTMLElement).hidden = !desk.length;
    one(answer, "[data-action=mine]", HTMLButtonElement).value = company.id;
    return answer;
  }

  /** Where complaints to a company go; what is only reported says so. @param {Company} company */
  #deskOf({ id }) {
    const platform = this.#facts?.platforms.find((each) => each.id === this.dataset.platform);
    const desk = (platform?.contacts ?? []).filter(({ purpose, company }) => purpose === "complaints" && (!company || company === id));
    return desk.map(({ name, value, warning }) => [value, name, warning].filter(Boolean).join(" · "));
  }

  /** @param {EventTarget | null} target */
  #keep(target) {
    const button = target instanceof Element ? target.closest("[data-action=mine]") : null;
    if (!(button instanceof HTMLButtonElement)) return;
    const place = one(this, "[name=place]", HTMLSelectElement).value;
    choose({ platform: this.dataset.platform ?? "", company: button.value, ...(place && { place }) });
  }
}

customElements.define("company-finder", CompanyFinder);
