/** What the reader filled in: the values of the blanks, who reads the letter, and in which language it is sent. */

import { inUtc, withZone } from "../../shared/moments.js";
import { boxOf, textIn } from "./controls.js";

/** @typedef {import("./engine.js").LetterTemplate} LetterTemplate */
/** @typedef {import("./engine.js").Reader} Reader */
/** @typedef {import("./engine.js").Values} Values */
/** @typedef {"zh" | "en"} Language */

/** How a time is told in a letter, by the kind of its blank. @type {Partial<Record<string, (local: string, zone: string) => string>>} */
const TELLING = { moment: inUtc, "local-moment": withZone };

/**
 * The values by field; a moment in UTC, a local moment with its zone, as the letters tell it.
 * @param {HTMLFormElement} form
 * @param {LetterTemplate} template
 * @returns {Values}
 */
export function valuesOf(form, { fields = {} }) {
  return Object.fromEntries(Object.entries(fields).map(([name, { kind }]) => [name, read(form, name, kind)]));
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 * @param {string} kind
 */
function read(form, name, kind) {
  const { value } = boxOf(form, name);
  const tell = TELLING[kind];
  return tell && value ? tell(value, textIn(form, `${name}-zone`)) : value;
}

/**
 * Who reads the letter: the company, the place of the reader or of the body it goes to; masked, anybody.
 * @param {HTMLFormElement} form
 * @returns {Required<Reader>}
 */
export function readerOf(form) {
  const masked = boxOf(form, "masked");
  return {
    entity: textIn(form, "entity"),
    place: textIn(form, "place") || textIn(form, "seat"),
    masked: masked instanceof HTMLInputElement && masked.checked,
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
