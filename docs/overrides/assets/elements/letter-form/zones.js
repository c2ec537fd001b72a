/** The zone of a time: the one this device is in on that day, unless the reader chose another. And how exactly the time is known. */

import { all } from "../../shared/find.js";
import { localZone } from "../../shared/moments.js";
import { listOf, textIn } from "./controls.js";
import { kept } from "./memory.js";

/** The first day in a box, with its time if it is a moment. */
const FIRST_DAY = /[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2})?/;

/** @param {HTMLFormElement} form */
export function zonesOf(form) {
  return all(form, "[data-zone]", HTMLSelectElement);
}

/**
 * Chooses the zone of the device at the time in the box, or now; a choice of the reader's stays.
 * @param {HTMLSelectElement} zone
 * @param {boolean} isChosen
 */
export function offerZone(zone, isChosen = false) {
  const [time] = (zone.form && FIRST_DAY.exec(textIn(zone.form, zone.name.replace(/-zone$/, "")))) ?? [];
  const local = localZone(time ? new Date(time) : new Date());
  if (![...zone.options].some(({ value }) => value === local)) return; // a year half typed: no clock had zones then
  zone.dataset.offered = local;
  if (!isChosen) zone.value = local;
}

/**
 * Follows a date that was changed.
 * @param {HTMLInputElement | HTMLTextAreaElement} date
 */
export function followDate(date) {
  const zone = date.form ? listOf(date.form, `${date.name}-zone`) : null;
  if (zone && zone.value === zone.dataset.offered) offerZone(zone);
}

/**
 * Asks for the day alone where the reader knows no time.
 * @param {HTMLSelectElement} precision
 */
export function askFor(precision) {
  const box = precision.form?.elements.namedItem(precision.name.replace(/-as$/, ""));
  const type = precision.value === "day" ? "date" : "datetime-local";
  if (!(box instanceof HTMLInputElement) || box.type === type) return;
  const day = box.value.slice(0, 10);
  box.type = type;
  box.value = type === "date" ? day : ""; // a day alone is no time
}

/**
 * Asks for each time as exactly as the reader said in an earlier letter.
 * @param {HTMLFormElement} form
 */
export function recallPrecision(form) {
  for (const precision of all(form, "[data-precision]", HTMLSelectElement)) {
    precision.value = kept()[precision.name] ?? "";
    askFor(precision);
  }
}

/**
 * What is chosen only because of this device or this page: another letter has its own.
 * @param {HTMLFormElement} form
 */
export function presets(form) {
  const zones = zonesOf(form).filter(({ value, dataset }) => value === dataset.offered);
  const isPreset = all(form, "[name=tongue]:checked", HTMLInputElement).some(({ defaultChecked }) => defaultChecked);
  return [...zones.map(({ name }) => name), ...(isPreset && !Object.hasOwn(kept(), "tongue") ? ["tongue"] : [])];
}
