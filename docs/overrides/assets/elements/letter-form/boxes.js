/** What the reader filled in: the values of the blanks, who reads the letter, and in which language it is sent. */

import { eventsTold, inUtc, withZone } from "../../shared/moments.js";
import { conflictsOf } from "./agreement.js";
import { boxOf, textIn } from "./controls.js";

/** @import { LetterTemplate, Reader, Values } from "./engine.js" */
/** @import { Supplies } from "./supplies.js" */
/** @typedef {"zh" | "en"} Language */
/** @typedef {{form: HTMLFormElement, template: LetterTemplate, supplies: Supplies}} Paper */

/** What a ticked sentence has for a value. */
const TICKED = "yes";

/**
 * The values by field, as the letter tells them.
 * @param {Paper} paper
 * @returns {Values}
 */
export function valuesOf(paper) {
  return Object.fromEntries(Object.entries(paper.template.fields ?? {}).map(([name, { kind }]) => [name, read(paper, name, kind)]));
}

/**
 * @param {Paper} paper
 * @param {string} name
 * @param {string} kind
 */
function read({ form, template, supplies }, name, kind) {
  const box = boxOf(form, name);
  const tell = template.local ? withZone : inUtc;
  const zone = textIn(form, `${name}-zone`);
  if (kind === "tick") return box instanceof HTMLInputElement && box.checked ? TICKED : "";
  if (kind === "country") return countryOf(form, supplies) || box.value;
  if (kind === "events") return eventsTold(box.value, zone, tell);
  return kind === "moment" && box.value ? moment(box.value, textIn(form, `${name}-as`), (time) => tell(time, zone)) : box.value;
}

/**
 * A time as the letter tells it: to the minute, about, or the day alone.
 * @param {string} value
 * @param {string} precision
 * @param {(time: string) => string} tell
 */
function moment(value, precision, tell) {
  if (precision === "day") return value.slice(0, 10);
  return `${precision === "about" ? "~" : ""}${tell(value)}`;
}

/**
 * The place the reader lives in, if that says the country; "" if the country has to be asked.
 * @param {HTMLFormElement} form
 * @param {Supplies} supplies
 */
export function countryOf(form, { countries }) {
  const place = textIn(form, "place");
  return Object.hasOwn(countries, place) ? place : "";
}

/**
 * Who reads the letter: the company, the place of the body it goes to or of the reader; masked, anybody. Of a company that
 * something contradicts nothing is known.
 * @param {Paper} paper
 * @returns {Required<Reader>}
 */
export function readerOf({ form, supplies }) {
  const box = boxOf(form, "masked");
  const masked = box instanceof HTMLInputElement && box.checked;
  if (conflictsOf(partyOf(form), supplies).length) return { entity: "", place: "", masked };
  return { entity: textIn(form, "entity"), place: textIn(form, "seat") || textIn(form, "place"), masked };
}

/**
 * Whom the letter goes to, as the boxes have it.
 * @param {HTMLFormElement} form
 */
export function partyOf(form) {
  return {
    place: textIn(form, "place"),
    platform: textIn(form, "platform"),
    company: textIn(form, "entity"),
    mailbox: textIn(form, "to"),
    name: textIn(form, "legal-entity"),
  };
}

/**
 * The language the letter is sent in.
 * @param {HTMLFormElement} form
 * @returns {Language}
 */
export function tongueOf(form) {
  return textIn(form, "tongue") === "en" ? "en" : "zh";
}
