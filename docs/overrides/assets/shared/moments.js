/** Local times and UTC. A zone is written as in the form: "UTC+08:00". */

/** A day and a time at the beginning of a line, and the zone if one is named. */
const DATED = /^(\s*)([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]([0-9]{2}:[0-9]{2})(?![:0-9])(?!\s*\(?(?:UTC|GMT|Z\b))/gm;

/**
 * "2026-03-05T10:20" in "UTC+08:00" is "2026-03-05 02:20 UTC"; a year no calendar has keeps its zone.
 * @param {string} local
 * @param {string} zone
 */
export function inUtc(local, zone) {
  const time = Date.parse(`${local}${zone.slice(3)}`);
  return Number.isNaN(time) ? withZone(local, zone) : `${new Date(time).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

/**
 * "2026-03-05T10:20" in "UTC+08:00" is "2026-03-05 10:20 (UTC+08:00)", for a reader in the same zone.
 * @param {string} local
 * @param {string} zone
 */
export function withZone(local, zone) {
  return `${local.replace("T", " ")} (${zone})`;
}

/**
 * A list of events with the zone of each time named. A line that names its own zone, or no time, stays as it is.
 * @param {string} events
 * @param {string} zone
 * @param {typeof inUtc} tell
 */
export function eventsTold(events, zone, tell) {
  return events.replace(DATED, (_, blanks, day, time) => blanks + tell(`${day}T${time}`, zone));
}

/**
 * The zone this device is in at a moment: summer time differs.
 * @param {Date} moment
 */
export function localZone(moment) {
  const offset = -moment.getTimezoneOffset();
  return `UTC${offset < 0 ? "-" : "+"}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`;
}

/**
 * The day of a moment on this device, "2026-03-05".
 * @param {Date} moment
 */
export function dayOf(moment) {
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/**
 * Whether a day cannot be right: after tomorrow, or before the first coin (the Bitcoin block of 3 January 2009).
 * @param {string} text a day, or a time that begins with one
 */
export function isOdd(text) {
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const day = text.slice(0, 10);
  return day < "2009-01-03" || day > tomorrow;
}

/** @param {number} number */
function two(number) {
  return String(Math.floor(number)).padStart(2, "0");
}
