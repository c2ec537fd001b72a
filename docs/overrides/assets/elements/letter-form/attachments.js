/** The things to attach: what is ticked beside the letter stands in its list of attachments, a line each. */

import { all } from "../../shared/find.js";
import { controlOf } from "./controls.js";

/** @typedef {import("./boxes.js").Language} Language */

/**
 * Writes what was ticked into the letter, or takes it out.
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} tick
 * @param {Language} tongue the language the letter is sent in
 * @returns {boolean} whether it was one of the things to attach, and the letter lists them
 */
export function attach(form, tick, tongue) {
  const name = nameOf(tick, tongue);
  const box = controlOf(form, "attachments");
  if (!name || !box) return false;
  const others = linesOf(box.value).filter((line) => plain(line) !== name);
  box.value = numbered(tick.checked ? [...others, name] : others);
  return true;
}

/**
 * Ticks what stands in the letter, if it lists what is attached.
 * @param {HTMLFormElement} form
 * @param {Language} tongue
 */
export function tickAttached(form, tongue) {
  const box = controlOf(form, "attachments");
  const listed = linesOf(box?.value ?? "").map(plain);
  for (const note of all(document, "[data-attach-note]", HTMLElement)) note.hidden = !box;
  if (!box) return;
  for (const tick of all(document, "[data-zh]", HTMLInputElement)) tick.checked = listed.includes(nameOf(tick, tongue));
}

/** @param {HTMLInputElement} tick @param {Language} tongue */
function nameOf({ dataset }, tongue) {
  return dataset[tongue] ?? "";
}

/** @param {string} text */
function linesOf(text) {
  return text.split("\n").filter((line) => line.trim());
}

/** A line without its number. @param {string} line */
function plain(line) {
  return line.replace(/^\s*[0-9]+[.、]\s*/, "").trim();
}

/** @param {string[]} lines */
function numbered(lines) {
  return lines.map((line, i) => `${i + 1}. ${plain(line)}`).join("\n");
}
