/** A calendar file (RFC 5545): whole days, lines of at most 75 octets, and nothing that the reader typed. */

const LINE = 75;

/**
 * @param {{day: string, title: string}[]} dates
 * @param {Date} now
 */
export function calendarFile(dates, now) {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Recourse//Plan//EN", "CALSCALE:GREGORIAN"];
  for (const { day, title } of dates) {
    const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
    lines.push("BEGIN:VEVENT", `UID:${crypto.randomUUID()}@recourse.invalid`, `DTSTAMP:${stamp}`);
    lines.push(`DTSTART;VALUE=DATE:${compact(day)}`, `DTEND;VALUE=DATE:${compact(next)}`, `SUMMARY:${escaped(title)}`);
    lines.push("TRANSP:TRANSPARENT", "END:VEVENT");
  }
  return [...lines, "END:VCALENDAR", ""].map(folded).join("\r\n");
}

/** @param {string} day */
const compact = (day) => day.replaceAll("-", "");

/** @param {string} text */
const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");

/** A long line goes on after a line break and a blank, never cut inside a character. @param {string} line */
function folded(line) {
  const parts = [""];
  let octets = 0;
  for (const sign of line) {
    const size = new TextEncoder().encode(sign).length;
    if (octets + size > LINE) {
      parts.push(" ");
      octets = 1;
    }
    parts[parts.length - 1] += sign;
    octets += size;
  }
  return parts.join("\r\n");
}
