/** Whether what a reader chose agrees: where they live, the company, its mailbox and its name. */

import { serving } from "../../plan/companies.js";
import { countriesOf } from "../../plan/facts.js";

/** @import { Supplies } from "./supplies.js" */
/** @typedef {"place" | "mailbox" | "name"} Conflict */
/** @typedef {{place: string, platform: string, company: string, mailbox: string, name: string}} Party "" is what is not known */

/**
 * The companies of a platform that serve whoever lives in a place.
 * @param {Supplies} supplies
 * @param {string} platform
 * @param {string} place
 */
export function companiesFor({ companies, regions }, platform, place) {
  return serving(companies, platform, countriesOf({ regions }, place));
}

/**
 * What contradicts the reader's choice: the company does not serve the place, the mailbox is another company's, the letter names another.
 * @param {Party} party
 * @param {Supplies} supplies
 * @returns {Conflict[]}
 */
export function conflictsOf(party, supplies) {
  const company = supplies.companies.find(({ id }) => id === party.company);
  /** @type {(Conflict | false)[]} */
  const found = [
    company !== undefined && !companiesFor(supplies, company.platform, party.place).includes(company) && "place",
    isForeign(party, supplies) && "mailbox",
    company !== undefined && party.name.trim() !== "" && plain(party.name) !== plain(company.name) && "name",
  ];
  return found.filter((each) => each !== false);
}

/**
 * Whether the mailbox is another platform's or another company's.
 * @param {Party} party
 * @param {Supplies} supplies
 */
function isForeign({ platform, company, mailbox }, { mailboxes }) {
  const owners = mailboxes.filter(({ address, letters }) => address === mailbox && !letters);
  const isOwn = owners.some((box) => (!platform || box.platform === platform) && (!company || !box.company || box.company === company));
  return owners.length > 0 && !isOwn;
}

/** A name without the differences that a typing hand makes. @param {string} name */
function plain(name) {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s.,]+/g, " ")
    .trim();
}
