/** Lists of events: one dated line each, its time open until the reader fills it in. */

import { dayOf, localZone } from "../../shared/moments.js";
import { boxOf } from "./controls.js";

/** @typedef {import("./engine.js").LetterTemplate} LetterTemplate */

/** The time of an event that is still to be filled in. */
export const OPEN_TIME = "__:__";

/**
 * Puts an empty dated line at the end of a list, unless one stands there: in the device's zone if the letter tells local times.
 * @param {HTMLFormElement} form
 * @param {string} name
 * @param {LetterTemplate} template
 */
export function addEvent(form, name, { fields = {} }) {
  const box = boxOf(form, name);
  const line = emptyEvent(Object.values(fields).some(({ kind }) => kind === "local-moment"));
  const listed = box.value.trimEnd();
  if (!listed.endsWith(line.trimEnd())) box.value = listed ? `${listed}\n${line}` : line;
  box.focus();
}

/** @param {boolean} isLocal */
function emptyEvent(isLocal) {
  const now = new Date();
  return `${dayOf(now, isLocal)} ${OPEN_TIME} ${isLocal ? `(${localZone(now)})` : "UTC"} - `;
}
