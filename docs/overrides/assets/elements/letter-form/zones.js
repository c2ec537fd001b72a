/** The zone of a moment: the one this device was in on that day, unless the reader chose another. */

import { localZone } from "../../shared/moments.js";
import { kept } from "../../shared/store.js";

export function zonesOf(form) {
  return [...form.querySelectorAll("[data-zone]")];
}

/** Chooses the zone of the device at the moment in the box, or now; a choice of the reader's stays. */
export function offerZone(zone, chosen = false) {
  const moment = zone.form.elements[zone.name.replace(/-zone$/, "")].value;
  const local = localZone(moment ? new Date(moment) : new Date());
  if (![...zone.options].some(({ value }) => value === local)) return; // a year half typed: no clock had zones then
  zone.dataset.offered = local;
  if (!chosen) zone.value = local;
}

/** Follows a date that was changed. */
export function followDate(control) {
  const zone = control.form.elements[`${control.name}-zone`];
  if (zone && zone.value === zone.dataset.offered) offerZone(zone);
}

/** What is chosen only because of this device or this page: another letter has its own. */
export function presets(form) {
  const zones = zonesOf(form).filter(({ value, dataset }) => value === dataset.offered);
  const tongue = form.querySelector("[name=tongue]:checked");
  return [...zones.map(({ name }) => name), ...(tongue.defaultChecked && !Object.hasOwn(kept(), "tongue") ? ["tongue"] : [])];
}
