/** What the forms of all letters share: one file, fetched once and kept by the browser. Its form: macros/outputs/letter_desk.py. */

import { one } from "../../shared/find.js";
import { placeGroup } from "../../shared/places.js";
import { listOf } from "./controls.js";

/**
 * @typedef {{address: string, owner: string, company?: string, type?: string, purpose?: string, letters?: string[]}} Mailbox
 * @typedef {object} Supplies
 * @property {import("./desk.js").Messages} words
 * @property {[string, string, string][]} companies id, platform and name
 * @property {[string, [string, string][]][]} regions name, and the places in it as id and name
 * @property {Mailbox[]} mailboxes
 */

/**
 * @param {HTMLElement} element whose data-desk is the file's address
 * @returns {Promise<Supplies>}
 */
export async function fetchSupplies({ dataset }) {
  const answer = await fetch(dataset.desk ?? "");
  return answer.json();
}

/**
 * Fills the lists of companies, places and mailboxes; a letter that no mailbox takes has no list of them.
 * @param {HTMLElement} element
 * @param {Supplies} supplies
 * @param {string} letter its id
 */
export function fillLists(element, { companies, regions, mailboxes }, letter) {
  const form = one(element, "form", HTMLFormElement);
  const { channels = "", purposes = "" } = element.dataset;
  const fits = (/** @type {Mailbox} */ box) => takes(box, letter, { channels: channels.split(" "), purposes: purposes.split(" ") });
  offer(listOf(form, "entity"), companies.map(companyOption));
  offer(listOf(form, "place") ?? listOf(form, "seat"), regions.map(placeGroup));
  offerMailboxes(element, mailboxes.filter(fits));
}

/**
 * Whether a letter can go to a mailbox: a platform's takes what comes by its type of channel, a body's the letters it names.
 * @param {Mailbox} mailbox
 * @param {string} letter
 * @param {{channels: string[], purposes: string[]}} ways
 */
function takes({ type, purpose, letters }, letter, { channels, purposes }) {
  if (letters) return letters.includes(letter);
  return channels.includes(type ?? "") && purposes.includes(purpose ?? "");
}

/**
 * @param {HTMLElement} element
 * @param {Mailbox[]} mailboxes
 */
function offerMailboxes(element, mailboxes) {
  const box = element.querySelector("[data-mailboxes]");
  if (!(box instanceof HTMLElement)) return;
  if (!mailboxes.length) return box.remove();
  box.hidden = false;
  return offer(one(box, "select", HTMLSelectElement), mailboxes.map(mailboxOption));
}

/**
 * Puts choices after the first one, which stands there from the start.
 * @param {HTMLSelectElement | null} list
 * @param {HTMLElement[]} choices
 */
function offer(list, choices) {
  const first = list?.firstElementChild;
  if (list && first) list.replaceChildren(first, ...choices);
}

/** @param {[string, string, string]} company */
function companyOption([id, platform, name]) {
  const option = new Option(`${platform} · ${name}`, id);
  option.dataset.name = name;
  return option;
}

/** @param {Mailbox} mailbox */
function mailboxOption({ address, owner, company = "" }) {
  const option = new Option(`${address} · ${owner}`, address);
  option.dataset.entity = company;
  return option;
}
