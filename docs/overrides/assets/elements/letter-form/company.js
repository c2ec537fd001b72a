/** The company a letter goes to: where the reader lives, then the platform, then those of its companies that serve the place. */

import { fitPage } from "../../plan/fit.js";
import { choose, situation } from "../../plan/situation.js";
import { all, one } from "../../shared/find.js";
import { companiesFor, conflictsOf } from "./agreement.js";
import { countryOf, partyOf } from "./boxes.js";
import { controlOf, listOf, textIn } from "./controls.js";
import { keepOne, kept } from "./memory.js";
import { mailboxOption } from "./supplies.js";

/** @import { Supplies } from "./supplies.js" */
/** @typedef {{form: HTMLFormElement, supplies: Supplies}} Choosing */

/** What one list says is taken over by those after it. */
const CHOICES = ["place", "platform", "entity"];

/**
 * Takes a choice over into the lists after it, and into the reader's situation.
 * @param {Choosing} choosing
 * @param {string} name of the list that changed
 */
export function follow(choosing, name) {
  if (!CHOICES.includes(name)) return;
  offer(choosing);
  if (name !== "place") followCompany(choosing);
  const { place, platform, company } = partyOf(choosing.form);
  choose(name === "place" ? { place } : { platform, company });
}

/**
 * Offers the place, the platform and the company of the reader's situation, or else those of an earlier letter, and what follows from a
 * company that is new here.
 * @param {Choosing} choosing
 */
export function offerSituation(choosing) {
  const { form } = choosing;
  const { place, ...chosen } = situation();
  const company = chosen.company || (!chosen.platform && kept().entity) || "";
  preset(listOf(form, "place"), place);
  preset(listOf(form, "platform"), chosen.platform || platformOf(choosing, company));
  offer(choosing);
  const to = listOf(form, "to");
  preset(to, kept().to ?? "");
  if (preset(listOf(form, "entity"), company) && company !== kept().entity) followCompany(choosing);
  if (to?.value === "" && textIn(form, "entity")) to.value = mailboxOf(choosing);
}

/** @param {Choosing} choosing @param {string} company */
function platformOf({ supplies }, company) {
  return supplies.companies.find(({ id }) => id === company)?.platform ?? "";
}

/**
 * @param {HTMLSelectElement | null} list
 * @param {string} value
 * @returns {boolean} whether the list has it, and so it is chosen
 */
function preset(list, value) {
  if (!list || ![...list.options].some((option) => option.value && option.value === value)) return false;
  list.value = value;
  return true;
}

/**
 * Lists the companies that serve the place, and the mailboxes of the platform; what was chosen stays, though it may not fit.
 * @param {Choosing} choosing
 */
function offer({ form, supplies }) {
  const { place, platform, company, mailbox } = partyOf(form);
  const fits = companiesFor(supplies, platform, place);
  const own = supplies.companies.filter((each) => each.platform === platform && (fits.includes(each) || each.id === company));
  fill(
    listOf(form, "entity"),
    company,
    own.map(({ id, name }) => new Option(name, id)),
  );
  const boxes = supplies.mailboxes.filter((box) => !platform || box.letters || box.platform === platform || box.address === mailbox);
  fill(listOf(form, "to"), mailbox, boxes.map(mailboxOption));
  const box = form.querySelector("[data-mailboxes]");
  if (box instanceof HTMLElement) box.hidden = !boxes.length;
  const country = form.querySelector('[data-box="country"]');
  if (country instanceof HTMLElement) country.hidden = countryOf(form, supplies) !== "";
}

/**
 * Puts choices after the first one, and chooses again what was chosen if it is among them.
 * @param {HTMLSelectElement | null} list
 * @param {string} value
 * @param {HTMLOptionElement[]} options
 */
function fill(list, value, options) {
  if (!list) return;
  list.replaceChildren(...[...list.options].slice(0, 1), ...options);
  list.value = options.some((option) => option.value === value) ? value : "";
}

/**
 * A chosen company fills in its legal name and its mailbox, here and in the letters to come; a name the reader typed stays.
 * @param {Choosing} choosing
 */
function followCompany(choosing) {
  const { form, supplies } = choosing;
  const { company } = partyOf(form);
  const name = supplies.companies.find(({ id }) => id === company)?.name ?? "";
  const typed = controlOf(form, "legal-entity")?.value ?? kept()["legal-entity"] ?? "";
  if (name || supplies.companies.some((each) => each.name === typed)) put(form, "legal-entity", name);
  put(form, "to", mailboxOf(choosing));
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
 * The mailbox of the chosen company among those the letter may go to; "" if there is none.
 * @param {Choosing} choosing
 */
function mailboxOf({ form, supplies }) {
  const company = textIn(form, "entity");
  return supplies.mailboxes.find((box) => company && box.company === company)?.address ?? "";
}

/**
 * Says what does not agree about the company, and shows where to send the letter.
 * @param {Choosing & {element: HTMLElement}} desk
 */
export function tellParty({ element, form, supplies }) {
  const party = partyOf(form);
  const told = conflictsOf(party, supplies).map((conflict) => supplies.words.conflict[conflict]);
  const list = one(element, "[data-conflicts]", HTMLElement);
  if (
    all(list, "li", HTMLElement)
      .map((item) => item.textContent)
      .join("\n") !== told.join("\n")
  ) {
    list.replaceChildren(...told.map((textContent) => Object.assign(document.createElement("li"), { textContent })));
  }
  fitPage({ platform: party.platform }, supplies.words.others);
  tellWay(party.platform);
}

/**
 * Says how to write to a platform for which there is no address that takes this letter.
 * @param {string} platform
 */
function tellWay(platform) {
  const isThere = document.querySelector(`[data-fit="platform"] [data-for="${platform}"]`) !== null;
  for (const way of all(document, "[data-no-contact]", HTMLElement)) way.hidden = !platform || isThere;
}
