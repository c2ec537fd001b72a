/** The live letter on the page; every value goes in as text. */

import { all, one } from "../../shared/find.js";

/** @typedef {import("./engine.js").FilledLetter} FilledLetter */
/** @typedef {import("./engine.js").Piece} Piece */
/** @typedef {(name: string) => string} Label what an open blank is called, by its field */

/**
 * Writes a letter into its sheet.
 * @param {HTMLElement} sheet
 * @param {FilledLetter} letter
 * @param {Label} label
 */
export function showLetter(sheet, { subject, paragraphs }, label) {
  sheet.style.setProperty("--rows", String(paragraphs.length + 1));
  write(one(sheet, "[data-subject]", HTMLElement), subject, label);
  all(sheet, "[data-paragraph]", HTMLElement).forEach((element, i) => {
    const row = element.parentElement;
    if (row) row.hidden = paragraphs[i] === null;
    row?.classList.remove("letter__optional");
    write(element, paragraphs[i] ?? [], label);
  });
}

/**
 * Shows the receipts of the clauses that are in the letter.
 * @param {FilledLetter["paragraphs"]} paragraphs
 */
export function showReceipts(paragraphs) {
  for (const receipt of all(document, "[data-receipt]", HTMLElement)) receipt.hidden = paragraphs[Number(receipt.dataset.receipt)] === null;
  const isAny = document.querySelector("li[data-receipt]:not([hidden])") !== null;
  for (const none of all(document, "[data-no-receipts]", HTMLElement)) none.hidden = isAny;
}

/**
 * Says something where a screen reader listens: only what is new is read out.
 * @param {HTMLElement} place
 * @param {string} words
 */
export function say(place, words) {
  if (place.textContent !== words) place.textContent = words;
}

/**
 * A list item that leads to a box.
 * @param {string} field
 * @param {string} label
 */
export function pointer(field, label) {
  const item = document.createElement("li");
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: label });
  button.dataset.focus = field;
  item.append(button);
  return item;
}

/**
 * @param {HTMLElement} element
 * @param {Piece[]} pieces
 * @param {Label} label
 */
function write(element, pieces, label) {
  element.replaceChildren(...pieces.map((piece) => (typeof piece === "string" ? piece : openBlank(piece.blank, label(piece.blank)))));
}

/** @param {string} name @param {string} label */
function openBlank(name, label) {
  const blank = Object.assign(document.createElement("span"), { className: "blank", textContent: `[${label}]` });
  blank.dataset.hole = name;
  return blank;
}
