/** The company a letter goes to, with its legal name and its mailbox. */

import { situation } from "../../plan/situation.js";
import { boxOf, controlOf, listOf, textIn } from "./controls.js";
import { keepOne, kept } from "./memory.js";

/**
 * A chosen company fills in its legal name and its mailbox, here and in the letters to come; a name the reader typed stays.
 * @param {HTMLFormElement} form
 */
export function followCompany(form) {
  const company = listOf(form, "entity");
  if (!company) return;
  const name = company.selectedOptions[0]?.dataset.name ?? "";
  const given = [...company.options].map((option) => option.dataset.name);
  const typed = controlOf(form, "legal-entity")?.value ?? kept()["legal-entity"] ?? "";
  if (name || given.includes(typed)) put(form, "legal-entity", name);
  put(form, "to", company.value && mailboxOf(form, company.value));
}

/**
 * Offers the company and the place of the reader's situation, where this letter asks for them and nothing was chosen yet.
 * @param {HTMLFormElement} form
 */
export function offerSituation(form) {
  const { company, place } = situation();
  if (offer(listOf(form, "entity"), company)) followCompany(form);
  offer(listOf(form, "place"), place);
}

/**
 * @param {HTMLSelectElement | null} list
 * @param {string} value
 * @returns {boolean} whether it was chosen
 */
function offer(list, value) {
  if (!list || list.value || ![...list.options].some((option) => option.value && option.value === value)) return false;
  list.value = value;
  return true;
}

/**
 * Offers the mailbox of the company that was chosen in an earlier letter.
 * @param {HTMLFormElement} form
 */
export function offerMailbox(form) {
  const company = textIn(form, "entity");
  if (company && listOf(form, "to")?.value === "") boxOf(form, "to").value = mailboxOf(form, company);
}

/**
 * Puts a value into its box, or keeps it for the letter that has one.
 * @param {HTMLFormElement} form
 * @param {string} name
 * @param {string} value
 */
function put(form, name, value) {
  const control = controlOf(form, name);
  if (control) control.value = value;
  else keepOne(name, value);
}

/**
 * The mailbox of a company among those the letter may go to; "" if there is none.
 * @param {HTMLFormElement} form
 * @param {string} company
 */
function mailboxOf(form, company) {
  return [...(listOf(form, "to")?.options ?? [])].find(({ dataset }) => dataset.entity === company)?.value ?? "";
}
