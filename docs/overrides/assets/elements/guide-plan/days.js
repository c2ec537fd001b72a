/**
 * The days of a plan: a reader says when something happened, and each step says from when and until when. All of it stays in the tab.
 *
 * @import { Clock, Company, CompanyClock, Words } from "../../plan/facts.js"
 * @import { WorkCalendar } from "../../plan/deadlines.js"
 * @import { Ladder } from "./ladder.js"
 * @typedef {{earliest: string, latest: string, due: string}} Span days, "" where none is known
 */

import { daysElsewhere, endOf, lastWorkingDay, opensOn, stateOn } from "../../plan/deadlines.js";
import { fetched, filled } from "../../plan/facts.js";
import { save } from "../../shared/files.js";
import { all, one } from "../../shared/find.js";
import { dayOf } from "../../shared/moments.js";
import { TabStore } from "../../shared/store.js";
import { calendarFile } from "./calendar.js";

const store = new TabStore("recourse-days");
const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

export class Days {
  #element;
  #ladder;
  #form = one(document, "[data-dates]", HTMLFormElement);
  /** @type {Company | undefined} */
  #company;
  /** @type {{until: number, places: Record<string, WorkCalendar>}} */
  #rest = { until: 0, places: {} };
  /** @type {Words | null} */
  #words = null;

  /** @param {HTMLElement} element @param {Ladder} ladder */
  constructor(element, ladder) {
    this.#element = element;
    this.#ladder = ladder;
  }

  /** @param {AbortSignal} signal */
  open(signal) {
    const form = this.#form;
    one(form, "details", HTMLDetailsElement).addEventListener("toggle", () => this.#load(signal), { signal });
    form.addEventListener("input", () => this.#typed(), { signal });
    form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    one(form, "[data-action=calendar]", HTMLButtonElement).addEventListener("click", () => this.#saveCalendar(), { signal });
    this.#offer();
    if (Object.keys(store.kept()).length) this.#load(signal);
  }

  /** The company's own clocks count too. @param {Company | undefined} company */
  follow(company) {
    this.#company = company;
    this.#offer();
    this.#ask();
    this.#show();
  }

  /** The box is there if any clock can be wound. */
  #offer() {
    this.#form.hidden = !this.#asked.size;
  }

  /** The days that the clocks of the plan start on. @returns {Set<string>} */
  get #asked() {
    const clocks = [...this.#ladder.rungs.flatMap(clocksOf), ...(this.#company?.clocks ?? [])];
    return new Set(clocks.map(([, , , day]) => day));
  }

  /** @param {AbortSignal} signal */
  async #load(signal) {
    const { facts = "", calendars = "" } = this.#element.dataset;
    const [known, rest] = await Promise.all([fetched(facts), fetched(calendars)]).catch(() => [null, null]);
    if (!known || signal.aborted) return;
    this.#words = known.words;
    this.#rest = rest;
    this.#ask();
    this.#show();
  }

  /** One box for each day that is asked for, with what the tab remembers. */
  #ask() {
    const words = this.#words;
    if (!words) return;
    const place = one(this.#form, "[data-days]", HTMLElement);
    const known = store.kept();
    const boxes = Object.keys(words.ask)
      .filter((day) => this.#asked.has(day))
      .map((day) => {
        const box = Object.assign(document.createElement("div"), { className: "box" });
        const label = Object.assign(document.createElement("label"), { htmlFor: `d-${day}`, textContent: words.ask[day] });
        const input = Object.assign(document.createElement("input"), { type: "date", id: `d-${day}`, name: day, value: known[day] ?? "" });
        input.min = "2009-01-03";
        box.append(label, input);
        return box;
      });
    place.replaceChildren(...boxes);
  }

  #typed() {
    const inputs = all(this.#form, "input[type=date]", HTMLInputElement);
    store.keep(Object.fromEntries(inputs.filter(({ value }) => value).map(({ name, value }) => [name, value])));
    this.#show();
  }

  #show() {
    const words = this.#words;
    if (!words) return;
    let known = 0;
    for (const rung of this.#ladder.rungs) {
      const span = this.#spanOf(rung);
      known += this.#say(rung, span, words);
    }
    one(this.#form, "[data-action=calendar]", HTMLButtonElement).disabled = !known;
  }

  /** @param {HTMLLIElement} rung @returns {Span} */
  #spanOf(rung) {
    const { rung: id = "", zone = "" } = rung.dataset;
    if (id === "support" || id === "complaint") return this.#ownSpan(id);
    const days = store.kept();
    const rest = this.#rest.places[id.split("/", 1)[0]];
    const clocks = clocksOf(rung);
    const opening = clocks.some(([edge]) => edge === "opens") ? clocks : [...clocks, ...this.#openingOfCompany()];
    const answer = days["final-response"] ?? "";
    const ends = ends_(opening, "opens", days, (day) => elsewhere(day, zone)[1], rest).map((end) => opensOn(end, answer));
    const lasts = ends_(clocks, "until", days, (day) => elsewhere(day, zone)[0], rest);
    return { earliest: first(ends), latest: first(lasts), due: "" };
  }

  /** The company's time to answer a complaint opens the bodies that name no time of their own. @returns {Clock[]} */
  #openingOfCompany() {
    return (this.#company?.clocks ?? []).filter(([edge, , , day]) => edge === "opens" && day === "complaint-sent").map(bare);
  }

  /** @param {string} id @returns {Span} */
  #ownSpan(id) {
    const days = store.kept();
    const rest = this.#rest.places[this.#company?.places[0] ?? ""];
    const clocks = (this.#company?.clocks ?? []).map(bare);
    const same = (/** @type {string} */ day) => day;
    const before = clocks.filter(([, , , day]) => day === "first-contact");
    if (id === "support") return { earliest: "", latest: "", due: first(ends_(before, "answer", days, same, rest)) };
    const after = clocks.filter(([, , , day]) => day === "complaint-sent");
    const opens = ends_(before, "opens", days, same, rest).map((end) => opensOn(end, ""));
    return {
      earliest: first(opens),
      latest: "",
      due: last([...ends_(after, "answer", days, same, rest), ...ends_(after, "opens", days, same, rest)]),
    };
  }

  /** @param {HTMLLIElement} rung @param {Span} span @param {Words} words @returns {number} how many days it says */
  #say(rung, { earliest, latest, due }, words) {
    const today = dayOf(new Date(), true);
    mark(rung, "earliest", earliest);
    mark(rung, "latest", latest);
    mark(rung, "due", due);
    const rest = this.#rest.places[(rung.dataset.rung ?? "").split("/", 1)[0]];
    const isLate = stateOn(earliest, latest, today) === "too-late";
    const said = [
      earliest && filled(earliest <= today ? words.opened : words.opens, { day: spoken(earliest) }),
      due && filled(words.answerBy, { day: spoken(due) }),
      latest && filled(isLate ? words.late : words.last, { day: spoken(latest) }),
      latest &&
        !isLate &&
        rest &&
        lastWorkingDay(latest, rest) < latest &&
        filled(words.rest, { day: spoken(lastWorkingDay(latest, rest)) }),
      [earliest, latest, due].some((day) => day && Number(day.slice(0, 4)) > this.#rest.until) && words.noYear,
    ].filter(Boolean);
    if (earliest && rung.dataset.state !== "done" && !isOwn(rung)) rung.dataset.state = earliest <= today ? "now" : "later";
    rung.classList.toggle("rung--late", isLate);
    const place = one(rung, "[data-said]", HTMLElement);
    place.textContent = said.join(" ");
    place.hidden = !said.length;
    return said.length;
  }

  #saveCalendar() {
    const words = this.#words;
    if (!words) return;
    const named = one(this.#form, "[name=names]", HTMLInputElement).checked;
    const dates = this.#ladder.rungs.flatMap((rung) => {
      const { earliest = "", latest = "", due = "" } = rung.dataset;
      const name = named ? `: ${one(rung, "a", HTMLAnchorElement).textContent}` : "";
      /** @type {[string, string][]} */
      const all = [
        [earliest, words.icsOpens],
        [due, words.icsAnswer],
        [latest, words.icsLast],
      ];
      return all.filter(([day]) => day).map(([day, title]) => ({ day, title: `${title}${name}` }));
    });
    save("recourse.ics", "text/calendar;charset=utf-8", calendarFile(dates, new Date()));
  }
}

/** @param {HTMLLIElement} rung */
const isOwn = ({ dataset }) => dataset.rung === "support" || dataset.rung === "complaint";

/** @param {HTMLLIElement} rung @returns {Clock[]} */
const clocksOf = ({ dataset }) => JSON.parse(dataset.clocks ?? "[]");

/** @param {CompanyClock} clock @returns {Clock} */
const bare = ([edge, count, unit, day]) => [edge, count, unit, day];

/** @param {string} day @param {string} zone @returns {[string, string]} */
const elsewhere = (day, zone) => (zone ? daysElsewhere(day, HERE, zone) : [day, day]);

/**
 * The ends of the clocks at one edge whose day is known.
 * @param {Clock[]} clocks
 * @param {string} edge
 * @param {Record<string, string>} days
 * @param {(day: string) => string} there the day as the place may have it
 * @param {WorkCalendar | undefined} rest
 */
function ends_(clocks, edge, days, there, rest) {
  return clocks
    .filter(([at, , , day]) => at === edge && days[day])
    .map(([, count, unit, day]) => endOf(count, unit, there(days[day]), rest));
}

/** @param {string[]} days */
const first = (days) => [...days].sort()[0] ?? "";

/** @param {string[]} days */
const last = (days) => [...days].sort().at(-1) ?? "";

/** @param {HTMLElement} rung @param {string} name @param {string} day */
function mark(rung, name, day) {
  if (day) rung.dataset[name] = day;
  else delete rung.dataset[name];
}

/** A day as people write it, in the language of the page. @param {string} day */
function spoken(day) {
  const form = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" });
  return form.format(new Date(`${day}T00:00:00Z`));
}
