/**
 * The question of the company: those of the platform that nothing speaks against, and boxes that narrow them down.
 *
 * @import { Company, Facts } from "../../plan/facts.js"
 * @import { Question } from "./question.js"
 */

import { offerBoxes, saidIn } from "../../plan/boxes.js";
import { fitting } from "../../plan/companies.js";
import { countriesOf } from "../../plan/facts.js";
import { all, one } from "../../shared/find.js";

/** @param {Facts} facts @param {string} platform @param {string} place @returns {Company[]} */
export function companiesFor(facts, platform, place) {
  const own = facts.companies.filter((company) => company.platform === platform);
  const found = fitting(own, { countries: countriesOf(facts, place), domain: "", opened: "", product: "" });
  return found.length ? found : own;
}

/** @param {HTMLElement} flow @param {Question} question @param {Company[]} companies @param {AbortSignal} signal */
export function offerCompanies(flow, question, companies, signal) {
  for (const old of all(question.section, ".offer", HTMLElement)) old.remove();
  const place = Object.assign(document.createElement("div"), { className: "offer" });
  const list = Object.assign(document.createElement("ul"), { className: "answers" });
  const fill = (/** @type {Company[]} */ offers) => {
    list.replaceChildren(...offers.map((company) => answer(flow, company.id, company.name, company.serves)), unknown(flow));
    question.press();
  };
  const finder = finderFor(flow, companies);
  finder?.addEventListener("change", () => fill(fitting(companies, saidIn(finder, []))), { signal });
  place.append(list, ...(finder ? [finder] : []));
  question.section.append(place);
  fill(companies);
}

/** @param {HTMLElement} flow @param {string} value @param {string} name @param {string} about */
function answer(flow, value, name, about) {
  const template = one(flow, "template[data-company]", HTMLTemplateElement);
  const item = one(/** @type {DocumentFragment} */ (template.content.cloneNode(true)), "li", HTMLLIElement);
  one(item, "a", HTMLAnchorElement).dataset.value = value;
  one(item, "[data-name]", HTMLElement).append(name, Object.assign(document.createElement("small"), { textContent: about }));
  return item;
}

/** "I do not know" is an answer. @param {HTMLElement} flow */
function unknown(flow) {
  const words = one(flow, "template[data-finder]", HTMLTemplateElement).content.querySelector("option")?.textContent ?? "";
  return answer(flow, "", words, "");
}

/**
 * Boxes for what tells the companies apart; none if nothing does.
 * @param {HTMLElement} flow
 * @param {Company[]} companies
 */
function finderFor(flow, companies) {
  if (companies.length < 2) return null;
  const template = one(flow, "template[data-finder]", HTMLTemplateElement);
  const finder = one(/** @type {DocumentFragment} */ (template.content.cloneNode(true)), "details", HTMLDetailsElement);
  return offerBoxes(finder, companies) ? finder : null;
}
