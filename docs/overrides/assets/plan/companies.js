/**
 * The browser's half of the company finder. Its specification stands in macros/engines/companies.py; tests/plans compares both.
 *
 * @typedef {object} Offer
 * @property {string} id
 * @property {string[]} residents
 * @property {boolean} others
 * @property {string} domain
 * @property {string} since a day or ""
 * @property {string} until a day or ""
 * @property {string} product
 * @typedef {{countries: string[], domain: string, opened: string, product: string}} Answers
 */

/**
 * The companies that nothing speaks against, in their order.
 * @template {Offer} T
 * @param {T[]} offers of one platform
 * @param {Answers} answers
 * @returns {T[]}
 */
export function fitting(offers, answers) {
  const isNamed = answers.countries.some((country) => offers.some(({ residents }) => residents.includes(country)));
  return offers.filter((offer) => fitsResidence(offer, answers.countries, isNamed) && fitsRest(offer, answers));
}

/**
 * The companies of a platform that serve whoever lives in some countries.
 * @template {Offer & {platform: string}} T
 * @param {T[]} companies
 * @param {string} platform
 * @param {string[]} countries none if they are not known
 * @returns {T[]}
 */
export function serving(companies, platform, countries) {
  const own = companies.filter((company) => company.platform === platform);
  return fitting(own, { countries, domain: "", opened: "", product: "" });
}

/** @param {Offer} offer @param {string[]} countries @param {boolean} isNamed */
function fitsResidence({ residents, others }, countries, isNamed) {
  if (!countries.length) return true;
  return residents.length ? countries.some((country) => residents.includes(country)) : !(others && isNamed);
}

/** @param {Offer} offer @param {Answers} answers */
function fitsRest(offer, { domain, opened, product }) {
  if (offer.domain && domain && offer.domain !== domain) return false;
  if (offer.product && product && offer.product !== product) return false;
  return !(opened && ((offer.since && opened < offer.since) || (offer.until && opened > offer.until)));
}
