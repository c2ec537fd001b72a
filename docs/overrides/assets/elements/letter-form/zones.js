/** The zone of a time: the one this device was in on that day, unless the reader chose another. */

import { all } from "../../shared/find.js";
import { localZone } from "../../shared/moments.js";
import { listOf, textIn } from "./controls.js";
import { kept } from "./memory.js";

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
  const time = zone.form ? textIn(zone.form, zone.name.replace(/-zone$/, "")) : "";
  const local = localZone(time ? new Date(time) : new Date());
  if (![...zone.options].some(({ value }) => value === local)) return; // a year half typed: no clock had zones then
  zone.dataset.offered = local;
  if (!isChosen) zone.value = local;
}

/**
 * Follows a date that was changed.
 * @param {HTMLInputElement} date
 */
export function followDate(date) {
  const zone = date.form ? listOf(date.form, `${date.name}-zone`) : null;
  if (zone && zone.value === zone.dataset.offered) offerZone(zone);
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
