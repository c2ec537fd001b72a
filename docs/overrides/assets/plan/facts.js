/**
 * What plans know beyond their page, fetched once: macros/outputs/companies.py tells of its form.
 *
 * @import { Offer } from "./companies.js"
 * @import { Rule } from "./routes.js"
 * @typedef {{name: string, value: string, uri: string, copied: boolean, warning: string, purpose: string, issues: string[],
 *   company: string, address: string}} Contact
 * @typedef {{id: string, name: string, address: string, custody: string, contacts: Contact[]}} Platform
 * @typedef {[edge: string, count: number, unit: string, day: string]} Clock
 * @typedef {[...Clock, says: string]} CompanyClock
 * @typedef {object} OwnCompany
 * @property {string} platform
 * @property {string} name
 * @property {string} serves
 * @property {string} address
 * @property {string[]} bodies
 * @property {string[]} outside
 * @property {string[]} places
 * @property {Record<string, string>} because
 * @property {CompanyClock[]} clocks
 * @typedef {Offer & OwnCompany} Company
 * @typedef {{troubles: string[], groups: string[], rule: Rule}} Taking
 * @typedef {{name: string, address: string, kind: string, zone: string, takes: Taking[], clocks: Clock[]}} Body
 * @typedef {[region: string, places: [id: string, name: string, countries: string[]][]]} Region
 * @typedef {Record<string, string> & {ask: Record<string, string>}} Words
 * @typedef {{words: Words, platforms: Platform[], companies: Company[], regions: Region[], bodies: Record<string, Body>}} Facts
 */

/** @type {Map<string, Promise<any>>} */
const asked = new Map();

/**
 * A file of ours, fetched once; a later call tries again if that failed.
 * @param {string} address
 */
export function fetched(address) {
  const known =
    asked.get(address) ?? fetch(address).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))));
  asked.set(address, known);
  known.catch(() => asked.delete(address));
  return known;
}

/**
 * A phrase with its holes filled.
 * @param {string} words
 * @param {Record<string, string>} values
 */
export function filled(words, values) {
  return words.replace(/\{([a-z]+)\}/g, (hole, name) => values[name] ?? hole);
}

/**
 * The countries that a place covers; none for one that is not known.
 * @param {{regions: Region[]}} facts
 * @param {string} place
 */
export function countriesOf({ regions }, place) {
  return regions.flatMap(([, places]) => places).find(([id]) => id === place)?.[2] ?? [];
}

/**
 * The name of a place; "" for one that is not known.
 * @param {Facts} facts
 * @param {string} place
 */
export function nameOfPlace({ regions }, place) {
  return regions.flatMap(([, places]) => places).find(([id]) => id === place)?.[1] ?? "";
}
