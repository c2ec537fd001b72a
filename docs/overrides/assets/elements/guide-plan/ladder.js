/**
 * The steps of a plan on its page: every one that may hold stands there, and the route engine says which do, in which order.
 *
 * @import { Body, Company, Facts } from "../../plan/facts.js"
 * @import { Candidate, Case, Rung } from "../../plan/routes.js"
 * @import { Situation } from "../../plan/situation.js"
 */

import { plan } from "../../plan/routes.js";
import { all, one } from "../../shared/find.js";

export class Ladder {
  #element;
  #plight;
  isAdapted = false;

  /** @param {HTMLElement} element @param {Case} plight */
  constructor(element, plight) {
    this.#element = element;
    this.#plight = plight;
  }

  get list() {
    return one(this.#element, "[data-rungs]", HTMLOListElement);
  }

  /** Where the steps stand that come after the first few. */
  get more() {
    return one(this.#element, "[data-more-rungs]", HTMLDetailsElement);
  }

  get #all() {
    return all(this.#element, "[data-rung]", HTMLLIElement);
  }

  /** The steps that stand in the plan now, in order. */
  get rungs() {
    return this.#all.filter(({ hidden }) => !hidden);
  }

  /** @param {Facts} facts @param {Situation} chosen */
  show(facts, { platform, company, stage }) {
    this.isAdapted = true;
    const own = facts.companies.find(({ id }) => id === company);
    const abroad = this.#abroad(facts, own);
    const plight = { ...this.#plight, candidates: [...this.#plight.candidates, ...abroad.map(([candidate]) => candidate)] };
    const parties = Object.fromEntries(facts.companies.map((party) => [party.id, party]));
    const found = plan(plight, parties, platform === "none" ? "none" : company, stage);
    for (const [{ id }, body] of abroad) if (!this.#rung(id)) this.list.append(this.#made(id, body));
    this.#order(found.rungs);
    this.#sayClocks(own);
    this.#refuse(found.cannot, own);
    one(this.#element, ".rungs__end", HTMLElement).dataset.end = found.end;
  }

  /** The bodies of other places that take cases against the company. @param {Facts} facts @param {Company | undefined} own */
  #abroad({ bodies }, own) {
    const { issue = "", group = "" } = this.#element.dataset;
    const here = new Set(this.#plight.candidates.map(({ id }) => id));
    /** @type {[Candidate, Body][]} */
    const found = [];
    for (const id of own?.bodies ?? []) {
      const body = bodies[id];
      if (!body || here.has(id)) continue;
      const rules = body.takes.filter(({ troubles, groups }) => troubles.includes(issue) || groups.includes(group)).map(({ rule }) => rule);
      if (rules.length) found.push([{ id, kind: body.kind, rules }, body]);
    }
    return found;
  }

  /** @param {string} id */
  #rung(id) {
    return this.#all.find(({ dataset }) => dataset.rung === id);
  }

  /** A step for a body of another place, from the page's template. @param {string} id @param {Body} body */
  #made(id, { name, address, zone, clocks, takes }) {
    const template = one(this.#element, "template[data-abroad]", HTMLTemplateElement);
    const made = one(/** @type {DocumentFragment} */ (template.content.cloneNode(true)), "li", HTMLLIElement);
    Object.assign(made.dataset, { rung: id, zone, clocks: JSON.stringify(clocks) });
    Object.assign(one(made, "a", HTMLAnchorElement), { textContent: name, href: `${this.#element.dataset.root}${address}` });
    const { issue = "", group = "" } = this.#element.dataset;
    const rules = takes.filter(({ troubles, groups }) => troubles.includes(issue) || groups.includes(group)).map(({ rule }) => rule);
    const model = one(made, ".rung__rule", HTMLElement);
    model.replaceWith(
      ...rules.map(({ orders, after, company }, number) => {
        const rule = /** @type {HTMLElement} */ (model.cloneNode(true));
        rule.dataset.number = String(number);
        const said = [orders, `after-${after}`, `ask-${company}`];
        for (const words of all(rule, "[data-says]", HTMLElement)) if (!said.includes(words.dataset.says ?? "")) words.remove();
        return rule;
      }),
    );
    return made;
  }

  /** @param {Rung[]} rungs */
  #order(rungs) {
    for (const each of this.#all) each.hidden = true;
    const more = one(this.more, "ol", HTMLOListElement);
    const few = more.start - 1;
    for (const [position, { id, state, fit, number }] of rungs.entries()) {
      const shown = this.#rung(id);
      if (!shown) continue;
      shown.hidden = false;
      Object.assign(shown.dataset, { state, fit, rule: String(number) });
      for (const rule of all(shown, ".rung__rule", HTMLElement)) rule.hidden = rule.dataset.number !== String(number);
      (position < few ? this.list : more).append(shown);
    }
    this.more.hidden = rungs.length <= few;
  }

  /** What the company says of its own time to answer. @param {Company | undefined} own */
  #sayClocks(own) {
    for (const [id, day] of [
      ["support", "first-contact"],
      ["complaint", "complaint-sent"],
    ]) {
      const place = this.#rung(id)?.querySelector("[data-clocks-of-company]");
      const said = (own?.clocks ?? []).filter((clock) => clock[3] === day && clock[4]).map((clock) => clock[4]);
      place?.replaceChildren(...said.map((text) => Object.assign(document.createElement("li"), { textContent: text })));
    }
  }

  /** Each body that cannot take the case stands under its reason; what speaks against one company is said beside it. @param {[string, string][]} cannot @param {Company | undefined} own */
  #refuse(cannot, own) {
    const reasons = new Map(cannot);
    for (const name of all(this.#element, "[data-cannot]", HTMLElement)) {
      const id = name.dataset.cannot ?? "";
      const reason = reasons.get(id);
      const place = this.#element.querySelector(reason ? `[data-reason="${reason}"] > dd` : "[data-not-refused]");
      place?.append(name);
    }
    for (const group of all(this.#element, "[data-reason]", HTMLElement)) group.hidden = !group.querySelector("[data-cannot]");
    const because = cannot.flatMap(([id, reason]) => (reason === "outside" ? [own?.because[id] ?? ""] : []));
    const said = this.#element.querySelector("[data-reason=outside] > dt");
    if (said && because.length) said.textContent = because.join(" ");
  }
}
