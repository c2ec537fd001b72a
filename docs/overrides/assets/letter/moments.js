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
