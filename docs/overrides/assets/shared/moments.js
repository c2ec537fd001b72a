/** Local times and UTC. A zone is written as in the form: "UTC+08:00". */

/**
 * "2026-03-05T10:20" in "UTC+08:00" is "2026-03-05 02:20"; a year no calendar has stays as it is.
 * @param {string} local
 * @param {string} zone
 */
export function inUtc(local, zone) {
  const time = Date.parse(`${local}${zone.slice(3)}`);
  return (Number.isNaN(time) ? local : new Date(time).toISOString().slice(0, 16)).replace("T", " ");
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
 * The zone this device is in at a moment: summer time differs.
 * @param {Date} moment
 */
export function localZone(moment) {
  const offset = -moment.getTimezoneOffset();
  return `UTC${offset < 0 ? "-" : "+"}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`;
}

/**
 * The day of a moment, "2026-03-05": on this device, or in UTC.
 * @param {Date} moment
 * @param {boolean} isLocal
 */
export function dayOf(moment, isLocal) {
  if (!isLocal) return moment.toISOString().slice(0, 10);
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/**
 * Whether a day cannot be right: after tomorrow, or before the first coin (the Bitcoin block of 3 January 2009).
 * @param {string} text a day, or a time that begins with one
 */
export function isOdd(text) {
  const tomorrow = dayOf(new Date(Date.now() + 86_400_000), false);
  const day = text.slice(0, 10);
  return day < "2009-01-03" || day > tomorrow;
}

/** @param {number} number */
function two(number) {
  return String(Math.floor(number)).padStart(2, "0");
}
