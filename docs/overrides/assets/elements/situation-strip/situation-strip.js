/**
 * <situation-strip>: which platform, which company, which place, how far: chosen once, kept in the tab, shown on every page it matters to.
 * What the page holds for others folds away. Nothing is fetched before a reader opens it or has chosen something.
 *
 * @import { Facts } from "../../plan/facts.js"
 * @import { Situation } from "../../plan/situation.js"
 */

import { serving } from "../../plan/companies.js";
import { countriesOf, fetched, nameOfPlace } from "../../plan/facts.js";
import { fitPage } from "../../plan/fit.js";
import { choose, forget, isChosen, onChange, situation } from "../../plan/situation.js";
import { all, one } from "../../shared/find.js";
import { placeGroup } from "../../shared/places.js";
import { showContacts } from "./contacts.js";

class SituationStrip extends HTMLElement {
  #stay = new AbortController();
  /** @type {Facts | null} */
  #facts = null;

  connectedCallback() {
    this.#stay = new AbortController();
    const { signal } = this.#stay;
    this.hidden = false;
    this.#takeOver();
    one(this, "details", HTMLDetailsElement).addEventListener("toggle", () => this.#load(), { signal });
    one(this, "form", HTMLFormElement).addEventListener("change", ({ target }) => this.#choose(target), { signal });
    this.addEventListener("click", ({ target }) => target instanceof Element && target.closest("[data-action=forget]") && forget(), {
      signal,
    });
    onChange(() => this.#load(), signal);
    const chosen = situation();
    if (isChosen(chosen) || chosen.place) this.#load();
  }

  disconnectedCallback() {
    this.#stay.abort();
  }

  /** A plan is opened for its place: that much is chosen by it. */
  #takeOver() {
    const { issue = "", place = "" } = this.dataset;
    if (issue && place) choose({ issue, place });
  }

  /** What was chosen, as far as the page is not about something else itself. @returns {Situation} */
  get #chosen() {
    const kept = situation();
    const { platform = kept.platform, place = kept.place } = this.#own;
    return { ...kept, platform, place, company: platform === kept.platform ? kept.company : "" };
  }

  /** The platform or the place that the page is about. */
  get #own() {
    const { platform, place } = this.dataset;
    return { ...(platform && { platform }), ...(place && { place }) };
  }

  async #load() {
    this.#facts ??= await fetched(this.dataset.facts ?? "").catch(() => null);
    if (!this.#facts || this.#stay.signal.aborted) return;
    this.#fill(this.#facts);
    this.#show();
  }

  /** @param {Facts} facts */
  #fill({ platforms, regions }) {
    const [platform, place] = [this.#list("platform"), this.#list("place")];
    if (platform.options.length > 2) return;
    platform.append(...platforms.map(({ id, name }) => new Option(name, id)));
    place.append(...regions.map(placeGroup));
  }

  /** @param {string} name */
  #list(name) {
    return one(this, `select[name="${name}"]`, HTMLSelectElement);
  }

  #show() {
    const facts = this.#facts;
    const chosen = this.#chosen;
    if (!facts) return;
    this.#offerCompanies(facts, chosen);
    for (const list of all(this, "select", HTMLSelectElement)) list.value = chosen[/** @type {keyof Situation} */ (list.name)];
    one(this, "[data-summary]", HTMLElement).textContent = this.#summary(facts, chosen);
    this.toggleAttribute("data-chosen", isChosen(chosen));
    this.#lead(chosen);
    for (const place of all(document, "[data-contacts]", HTMLElement)) showContacts(place, facts, chosen);
    fitPage(chosen, facts.words.others);
  }

  /** @param {Facts} facts @param {Situation} chosen */
  #offerCompanies(facts, { platform, place }) {
    const list = this.#list("company");
    const own = facts.companies.filter((company) => company.platform === platform);
    const offers = serving(own, platform, countriesOf(facts, place));
    const options = (offers.length ? offers : own).map(({ id, name, serves }) => new Option(`${name} · ${serves}`, id));
    list.replaceChildren(...[...list.options].slice(0, 1), ...options);
    one(this, "[data-company]", HTMLElement).hidden = !own.length;
  }

  /** @param {Facts} facts @param {Situation} chosen */
  #summary(facts, { platform, company, place, stage }) {
    const { platforms, companies, words } = facts;
    const names = [
      platform === "none" ? words.ownWallet : platforms.find(({ id }) => id === platform)?.name,
      companies.find(({ id }) => id === company)?.name,
      place === "elsewhere" ? words.elsewhere : nameOfPlace(facts, place),
      stage === "nothing" ? "" : this.#list("stage").selectedOptions[0]?.text,
    ].filter(Boolean);
    return names.join(" · ") || words.unset;
  }

  /** On the page of a trouble, the way to the plan for it. @param {Situation} chosen */
  #lead({ place }) {
    const { issue, place: own, plans } = this.dataset;
    const link = one(this, "[data-plan]", HTMLAnchorElement);
    link.hidden = !(issue && place && !own);
    link.href = `${plans}${issue}/${place}/`;
  }

  /** @param {EventTarget | null} target */
  #choose(target) {
    if (!(target instanceof HTMLSelectElement)) return;
    const { name, value } = target;
    const company = name === "company" ? value : name === "platform" ? "" : this.#chosen.company;
    choose({ ...this.#own, [name]: value, company });
    if (name === "place") this.#follow(value);
  }

  /** A plan is for one place: another one has its own page. @param {string} place */
  #follow(place) {
    const { place: own, issue, plans } = this.dataset;
    if (own && issue && place && place !== own) location.href = `${plans}${issue}/${place}/`;
  }
}

customElements.define("situation-strip", SituationStrip);
