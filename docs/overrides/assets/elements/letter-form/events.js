/** Lists of events: one dated line each, its time open until the reader fills it in. */

import { dayOf } from "../../shared/moments.js";
import { boxOf } from "./controls.js";

/** The time of an event that is still to be filled in. */
export const OPEN_TIME = "__:__";

/**
 * Puts an empty dated line at the end of a list, unless one stands there.
 * @param {HTMLFormElement} form
 * @param {string} name
 */
export function addEvent(form, name) {
  const box = boxOf(form, name);
  const line = `${dayOf(new Date())} ${OPEN_TIME} - `;
  const listed = box.value.trimEnd();
  if (!listed.endsWith(line.trimEnd())) box.value = listed ? `${listed}\n${line}` : line;
  box.focus();
}
