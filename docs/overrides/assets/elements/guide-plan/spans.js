/**
 * From when and until when a step of a plan can be taken, by the days that the reader gave.
 *
 * @import { Clock, Company } from "../../plan/facts.js"
 * @import { WorkCalendar } from "../../plan/deadlines.js"
 * @typedef {{earliest: string, latest: string, due: string}} Span days, "" where none is known; by "due" the company should have answered
 * @typedef {{days: Record<string, string>, rest: WorkCalendar | undefined, there: (day: string) => [string, string]}} Given the days, when the
 *   place rests, and the first and the last day it may have been there
 */

import { endOf, opensOn } from "../../plan/deadlines.js";

/**
 * The span of an outside body. One that names no time of its own is open when the company's time to answer the complaint is over.
 * @param {Clock[]} clocks
 * @param {Company | undefined} company
 * @param {Given} given
 * @returns {Span}
 */
export function outsideSpan(clocks, company, given) {
  const own = clocks.filter(([edge]) => edge === "opens");
  const opening = own.length ? own : clocksOf(company, "complaint-sent").filter(([edge]) => edge === "opens");
  const answer = given.days["final-response"] ?? "";
  const earliest = ends(opening, { ...given, there: (day) => swapped(given.there(day)) }).map((end) => opensOn(end, answer));
  return {
    earliest: first(earliest),
    latest: first(
      ends(
        clocks.filter(([edge]) => edge === "until"),
        given,
      ),
    ),
    due: "",
  };
}

/**
 * The span of a step at the company itself: support, or the formal complaint.
 * @param {string} step
 * @param {Company | undefined} company
 * @param {Given} given
 * @returns {Span}
 */
export function ownSpan(step, company, given) {
  const toSupport = clocksOf(company, "first-contact");
  if (step === "support")
    return {
      earliest: "",
      latest: "",
      due: first(
        ends(
          toSupport.filter(([edge]) => edge === "answer"),
          given,
        ),
      ),
    };
  const earliest = ends(
    toSupport.filter(([edge]) => edge === "opens"),
    given,
  ).map((end) => opensOn(end, ""));
  return { earliest: first(earliest), latest: "", due: last(ends(clocksOf(company, "complaint-sent"), given)) };
}

/**
 * The clocks of a company that a day starts.
 * @param {Company | undefined} company
 * @param {string} start
 * @returns {Clock[]}
 */
function clocksOf(company, start) {
  return (company?.clocks ?? []).flatMap(([edge, count, unit, day]) => (day === start ? [[edge, count, unit, day]] : []));
}

/** The ends of the clocks whose day is known. @param {Clock[]} clocks @param {Given} given */
function ends(clocks, { days, rest, there }) {
  const wound = clocks.filter(([, , , day]) => days[day]);
  return wound.map(([, count, unit, day]) => endOf(count, unit, there(days[day])[0], rest));
}

/** @param {[string, string]} span @returns {[string, string]} */
const swapped = ([start, end]) => [end, start];

/** @param {string[]} days */
const first = (days) => [...days].sort()[0] ?? "";

/** @param {string[]} days */
const last = (days) => [...days].sort().at(-1) ?? "";
