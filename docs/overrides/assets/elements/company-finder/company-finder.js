/**
 * <company-finder>: which of a platform's companies an account belongs to, by what the reader knows; with its complaints desk. If the answers
 * leave more than one, it says so, and where the terms tell. Nothing leaves the tab.
 *
 * @import { Company, Facts } from "../../plan/facts.js"
 */

import { fitting } from "../../plan/companies.js";
import { countriesOf, fetched } from "../../plan/facts.js";
import { choose, situation } from "../../plan/situation.js";
import { all, one } from "../../shared/find.js";

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
    const own = this.#own;
    const domains = [...new Set(own.map(({ domain }) => domain).filter(Boolean))];
    const telling = {
      domain: domains.length > 0,
      opened: own.some(({ since, until }) => since || until),
      product: own.some(({ product }) => product),
    };
    for (const [name, tells] of Object.entries(telling)) one(this, `[data-of=${name}]`, HTMLElement).hidden = !tells;
    one(this, "[name=domain]", HTMLSelectElement).append(...domains.map((domain) => new Option(domain, domain)));
    const place = one(this, "[name=place]", HTMLSelectElement);
    for (const [label, places] of regions) {
      const group = Object.assign(document.createElement("optgroup"), { label });
      group.append(...places.map(([id, name]) => new Option(name, id)));
      place.append(group);
    }
    place.value = situation().place || "";
    if (place.selectedIndex < 0) place.value = "";
  }

  #find() {
    const facts = this.#facts;
    if (!facts) return;
    const { place = "", ...said } = this.#said;
    const found = fitting(this.#own, { countries: countriesOf(facts, place), domain: "", opened: "", product: "", ...said });
    const sure = found.length === 1 && found[0].residents.length ? found[0] : null;
    const answered = Object.values(this.#said).some(Boolean);
    one(this, "[data-found]", HTMLElement).replaceChildren(...(sure ? [this.#one(sure)] : answered ? [this.#copy("many")] : []));
  }

  /** What stands in the boxes. @returns {Record<string, string>} */
  get #said() {
    const boxes = [...all(this, "select", HTMLSelectElement), ...all(this, "input", HTMLInputElement)];
    return Object.fromEntries(boxes.map(({ name, value }) => [name, value]));
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
    Object.assign(one(answer, "[data-name]", HTMLAnchorElement), { textContent: company.name, href: anchor });
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
    const { place = "" } = this.#said;
    choose({ platform: this.dataset.platform ?? "", company: button.value, ...(place && { place }) });
  }
}

customElements.define("company-finder", CompanyFinder);
