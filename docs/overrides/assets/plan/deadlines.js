/**
 * The browser's half of the deadline engine. Its specification stands in macros/engines/deadlines.py; tests/vectors/deadlines.json drives both.
 * A day is written "2027-03-05".
 *
 * @typedef {{weekend: number[], holidays: string[]}} WorkCalendar days of the week, Monday is 0
 */

const DAY = 86_400_000;

/** @type {WorkCalendar} */
const WEEKENDS = { weekend: [5, 6], holidays: [] };

/** @param {string} day */
const at = (day) => new Date(`${day}T00:00:00Z`);

/** @param {Date} moment */
const written = (moment) => moment.toISOString().slice(0, 10);

/** @param {string} day @param {number} days */
const plus = (day, days) => written(new Date(at(day).getTime() + days * DAY));

/** @param {WorkCalendar} rest @param {string} day */
const restsOn = ({ weekend, holidays }, day) => weekend.includes((at(day).getUTCDay() + 6) % 7) || holidays.includes(day);

/**
 * The last day of a span that an event starts.
 * @param {number} count
 * @param {string} unit
 * @param {string} event
 * @param {WorkCalendar} [rest]
 */
export function endOf(count, unit, event, rest = WEEKENDS) {
  if (unit === "working-day") return afterWorkingDays(event, count, rest);
  if (unit === "month" || unit === "year") return afterMonths(event, count * (unit === "year" ? 12 : 1));
  return plus(event, unit === "hour" ? Math.ceil(count / 24) : unit === "week" ? 7 * count : count);
}

/** @param {string} day @param {number} count @param {WorkCalendar} rest */
function afterWorkingDays(day, count, rest) {
  let [end, left] = [day, count];
  while (left) {
    end = plus(end, 1);
    if (!restsOn(rest, end)) left--;
  }
  return end;
}

/** @param {string} day @param {number} count */
function afterMonths(day, count) {
  const [year, month, number] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + count, 0)); // the day before the month after
  last.setUTCDate(Math.min(number, last.getUTCDate()));
  return written(last);
}

/**
 * The first and the last day it is in another time zone while it is this day in one's own.
 * @param {string} day
 * @param {string} own
 * @param {string} other
 * @returns {[string, string]}
 */
export function daysElsewhere(day, own, other) {
  return [dayIn(startOf(day, own), other), dayIn(startOf(plus(day, 1), own) - 60_000, other)];
}

/**
 * The moment at which a day begins in a zone: the guess in UTC, corrected twice by what the zone is then away from it.
 * @param {string} day
 * @param {string} zone
 */
function startOf(day, zone) {
  const midnight = at(day).getTime();
  const guess = midnight - offsetAt(midnight, zone);
  return midnight - offsetAt(guess, zone);
}

/** @type {Map<string, Intl.DateTimeFormat>} */
const clocks = new Map();

/** @param {string} timeZone */
function clockOf(timeZone) {
  const parts = /** @type {const} */ ({
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  const clock = clocks.get(timeZone) ?? new Intl.DateTimeFormat("en-CA", { ...parts, hourCycle: "h23", timeZone });
  clocks.set(timeZone, clock);
  return clock;
}

/** @param {number} moment @param {string} zone */
function partsAt(moment, zone) {
  return Object.fromEntries(
    clockOf(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
}

/** @param {number} moment @param {string} zone */
function offsetAt(moment, zone) {
  const { year, month, day, hour, minute, second } = partsAt(moment, zone);
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) - Math.floor(moment / 1000) * 1000;
}

/** @param {number} moment @param {string} zone */
function dayIn(moment, zone) {
  const { year, month, day } = partsAt(moment, zone);
  return `${year}-${month}-${day}`;
}

/**
 * The first day on which the next step is open.
 * @param {string} end
 * @param {string} answer "" if there is none
 */
export function opensOn(end, answer) {
  const after = plus(end, 1);
  return answer && answer < after ? answer : after;
}

/**
 * The day itself or the last working day before it.
 * @param {string} day
 * @param {WorkCalendar} rest
 * @returns {string}
 */
export function lastWorkingDay(day, rest) {
  return restsOn(rest, day) ? lastWorkingDay(plus(day, -1), rest) : day;
}

/**
 * Where a day stands between two edges, each "" if it is not known.
 * @param {string} earliest
 * @param {string} latest
 * @param {string} today
 * @returns {"unknown" | "not-yet" | "now" | "too-late"}
 */
export function stateOn(earliest, latest, today) {
  if (latest && today > latest) return "too-late";
  if (earliest && today < earliest) return "not-yet";
  return earliest || latest ? "now" : "unknown";
}
