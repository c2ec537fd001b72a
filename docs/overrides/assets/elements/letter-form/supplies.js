/** What the forms of all letters share: one file, fetched once and kept by the browser. Its form: macros/outputs/letter_desk.py. */

import { one } from "../../shared/find.js";
import { placeGroup } from "../../shared/places.js";
import { listOf } from "./controls.js";

/**
 * @import { Offer } from "../../plan/companies.js"
 * @import { Region } from "../../plan/facts.js"
 * @import { Bilingual } from "./engine.js"
 * @typedef {{address: string, owner: string, platform?: string, company?: string, type?: string, purpose?: string, letters?: string[]}} Mailbox
 * @typedef {Offer & {platform: string, name: string}} Company
 * @typedef {object} Supplies
 * @property {import("./desk.js").Messages} words
 * @property {[id: string, name: string][]} platforms
 * @property {Company[]} companies
 * @property {Region[]} regions
 * @property {Record<string, Bilingual>} countries the places that are one country, by id
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
 * What a letter can use of it: only the mailboxes that take the letter.
 * @param {HTMLElement} element
 * @param {Supplies} supplies
 * @param {string} letter its id
 * @returns {Supplies}
 */
export function suppliesFor({ dataset }, supplies, letter) {
  const { channels = "", purposes = "" } = dataset;
  const ways = { channels: channels.split(" "), purposes: purposes.split(" ") };
  return { ...supplies, mailboxes: supplies.mailboxes.filter((box) => takes(box, letter, ways)) };
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
 * Fills the lists that are the same for every reader; a letter that no mailbox takes has no list of them.
 * @param {HTMLElement} element
 * @param {Supplies} supplies
 */
export function fillLists(element, { platforms, regions, mailboxes }) {
  const form = one(element, "form", HTMLFormElement);
  for (const name of ["place", "seat"]) listOf(form, name)?.append(...regions.map(placeGroup));
  listOf(form, "platform")?.append(...platforms.map(([id, name]) => new Option(name, id)));
  if (!mailboxes.length) form.querySelector("[data-mailboxes]")?.remove();
}

/** @param {Mailbox} mailbox */
export function mailboxOption({ address, owner }) {
  return new Option(`${address} · ${owner}`, address);
}
