/**
 * The boxes for what tells the companies of a platform apart.
 *
 * @import { Answers } from "./companies.js"
 * @import { Company } from "./facts.js"
 */

import { all, one } from "../shared/find.js";

/**
 * Leaves the boxes whose answer can tell, and offers the hosts to log in at.
 * @param {ParentNode} root
 * @param {Company[]} companies
 * @returns {boolean} whether any can
 */
export function offerBoxes(root, companies) {
  const domains = [...new Set(companies.map(({ domain }) => domain).filter(Boolean))];
  const telling = {
    domain: domains.length > 0,
    opened: companies.some(({ since, until }) => since || until),
    product: companies.some(({ product }) => product),
  };
  for (const [name, tells] of Object.entries(telling)) one(root, `[data-of=${name}]`, HTMLElement).hidden = !tells;
  one(root, "[name=domain]", HTMLSelectElement).append(...domains.map((domain) => new Option(domain, domain)));
  return Object.values(telling).some(Boolean);
}

/**
 * What stands in the boxes, beside the countries that are known otherwise.
 * @param {ParentNode} root
 * @param {string[]} countries
 * @returns {Answers}
 */
export function saidIn(root, countries) {
  const boxes = [...all(root, "select", HTMLSelectElement), ...all(root, "input", HTMLInputElement)];
  return { domain: "", opened: "", product: "", ...Object.fromEntries(boxes.map(({ name, value }) => [name, value])), countries };
}
