/**
 * <guide-flow>: the questions of "Find your way", one at a time, at most six; then the plan. Without scripts they stand below each other
 * as links. Answers stay in the tab; going back is the browser's own way, and the address never holds an answer.
 *
 * @import { Facts } from "../../plan/facts.js"
 * @typedef {"now" | "what" | "platform" | "place" | "company" | "ladder"} Ask
 */

import { fetched } from "../../plan/facts.js";
import { choose } from "../../plan/situation.js";
import { one } from "../../shared/find.js";
import { TabStore } from "../../shared/store.js";
import { companiesFor, offerCompanies } from "./company.js";
import { Question } from "./question.js";

const store = new TabStore("recourse-flow");

class GuideFlow extends HTMLElement {
  /** @type {Map<string, Question>} */
  #questions = new Map();
  /** @type {Facts | null} */
  #facts = null;
  #stay = new AbortController();

  async connectedCallback() {
    this.#stay = new AbortController();
    const { signal } = this.#stay;
    /** @type {string[]} */
    const asks = JSON.parse(one(this, "script", HTMLScriptElement).textContent ?? "");
    this.#questions = new Map(asks.map((ask) => [ask, Question.at(ask)]));
    for (const [ask, question] of this.#questions) question.onAnswer((value) => this.#answer(ask, value), signal);
    addEventListener("popstate", ({ state }) => this.#show(state?.ask ?? asks[0]), { signal });
    this.hidden = false;
    this.#show(history.state?.ask ?? asks[0]);
    this.#facts = await fetched(this.dataset.facts ?? "").catch(() => null);
  }

  disconnectedCallback() {
    this.#stay.abort();
  }

  /** @param {string} ask @param {string} value */
  #answer(ask, value) {
    if (ask === "now" && value === "yes") return this.#leave(this.#question("now").address("yes"));
    const { company = "", ...rest } = store.kept();
    store.keep({ ...rest, ...(company && ask !== "platform" && { company }), [ask]: value });
    const next = this.#after(ask);
    if (!next) return this.#finish();
    history.pushState({ ask: next }, "");
    this.#show(next);
  }

  /** The question that comes next; the company is asked only if there is a choice. @param {string} ask */
  #after(ask) {
    const asks = [...this.#questions.keys()];
    const rest = asks.slice(asks.indexOf(ask) + 1);
    return rest.find((name) => name !== "company" || this.#companies.length > 0);
  }

  get #companies() {
    const { platform = "", place = "" } = store.kept();
    return this.#facts ? companiesFor(this.#facts, platform, place) : [];
  }

  /** @param {string} ask */
  #question(ask) {
    const question = this.#questions.get(ask);
    if (!question) throw new Error(`There is no question ${ask}`);
    return question;
  }

  /** @param {string} ask */
  #show(ask) {
    const given = store.kept();
    if (ask === "company" && this.#facts) offerCompanies(this, this.#question("company"), this.#companies, this.#stay.signal);
    for (const [name, question] of this.#questions) question.show(name === ask, given[name]);
    this.#showTrail(ask);
    if (history.state?.ask) this.#question(ask).focus();
  }

  /** What was answered before, each with the way back to it. @param {string} ask */
  #showTrail(ask) {
    document.querySelector(".trail")?.remove();
    const given = store.kept();
    const before = [...this.#questions].slice(0, [...this.#questions.keys()].indexOf(ask)).filter(([name]) => Object.hasOwn(given, name));
    if (!before.length) return;
    const template = one(this, "template[data-trail]", HTMLTemplateElement);
    const trail = one(/** @type {DocumentFragment} */ (template.content.cloneNode(true)), "nav", HTMLElement);
    const list = document.createElement("ul");
    list.append(...before.map(([name, question]) => this.#wayBack(name, question.label(given[name]))));
    trail.append(list);
    this.#question(ask).section.before(trail);
  }

  /** @param {string} ask @param {string} label */
  #wayBack(ask, label) {
    const [item, button] = [
      document.createElement("li"),
      Object.assign(document.createElement("button"), { type: "button", textContent: label }),
    ];
    button.addEventListener("click", () => this.#goTo(ask), { signal: this.#stay.signal });
    item.append(button);
    return item;
  }

  /** @param {string} ask */
  #goTo(ask) {
    history.pushState({ ask }, "");
    this.#show(ask);
  }

  /** The situation is kept, and the plan is a page of its own. */
  #finish() {
    const { what = "", platform = "", place = "elsewhere", company = "", ladder = "nothing" } = store.kept();
    choose({ issue: what, platform, place, company, stage: ladder });
    this.#leave(`${this.dataset.plans}${what}/${place || "elsewhere"}/`);
  }

  /** @param {string} address */
  #leave(address) {
    location.href = address;
  }
}

customElements.define("guide-flow", GuideFlow);
