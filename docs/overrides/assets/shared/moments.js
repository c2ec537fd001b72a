/** Local times and UTC. A zone is written as in the form: "UTC+08:00". */

/** "2026-03-05T10:20" in "UTC+08:00" is "2026-03-05 02:20"; a year no calendar has stays as it is. */
export function inUtc(local, zone) {
  const time = Date.parse(`${local}${zone.slice(3)}`);
  return (Number.isNaN(time) ? local : new Date(time).toISOString().slice(0, 16)).replace("T", " ");
}

/** "2026-03-05T10:20" in "UTC+08:00" is "2026-03-05 10:20 (UTC+08:00)", for a reader in the same zone. */
export function withZone(local, zone) {
  return `${local.replace("T", " ")} (${zone})`;
}

/** The zone this device is in at a moment: summer time differs. */
export function localZone(date) {
  const offset = -date.getTimezoneOffset();
  const two = (number) => String(Math.floor(number)).padStart(2, "0");
  return `UTC${offset < 0 ? "-" : "+"}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`;
}

/** A dated line with its time left open, in UTC or in the zone of the device. */
export function eventLine(now, local, openTime) {
  const two = (number) => String(number).padStart(2, "0");
  const today = local ? `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}` : now.toISOString().slice(0, 10);
  return `${today} ${openTime} ${local ? `(${localZone(now)})` : "UTC"} - `;
}

/** Whether a day cannot be right: after tomorrow, or before the first coin (the Bitcoin block of 3 January 2009). */
export function isOdd(moment) {
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const day = moment.slice(0, 10);
  return day < "2009-01-03" || day > tomorrow;
}
