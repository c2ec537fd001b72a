/**
 * The days of a plan: a reader says when something happened, and each step says from when and until when. All of it stays in the tab.
 *
 * @import { Clock, Company, Words } from "../../plan/facts.js"
 * @import { WorkCalendar } from "../../plan/deadlines.js"
 * @import { Ladder } from "./ladder.js"
 * @import { Span } from "./spans.js"
 */

import { daysElsewhere, lastWorkingDay, stateOn } from "../../plan/deadlines.js";
import { fetched, filled } from "../../plan/facts.js";
import { save } from "../../shared/files.js";
import { all, one } from "../../shared/find.js";
import { dayOf } from "../../shared/moments.js";
import { TabStore } from "../../shared/store.js";
import { calendarFile } from "./calendar.js";
import { outsideSpan, ownSpan } from "./spans.js";

const store = new TabStore("recourse-days");
const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const EARLIEST = "2009-01-03"; // the day of the first coin

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
    form.hidden = !this.#asked.size;
    if (Object.keys(store.kept()).length) this.#load(signal);
  }

  /** The company's own clocks count too. @param {Company | undefined} company */
  follow(company) {
    this.#company = company;
    this.#form.hidden = !this.#asked.size;
    this.#ask();
    this.#show();
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
    if (!known || signal.aborted || this.#words) return;
    this.#words = known.words;
    this.#rest = rest;
    this.#ask();
    this.#show();
  }

  /** One box for each day that is asked for, with what the tab remembers. */
  #ask() {
    const words = this.#words;
    if (!words) return;
    const known = store.kept();
    const boxes = Object.keys(words.ask).filter((day) => this.#asked.has(day));
    one(this.#form, "[data-days]", HTMLElement).replaceChildren(...boxes.map((day) => boxFor(day, words.ask[day], known[day] ?? "")));
  }

  #typed() {
    const inputs = all(this.#form, "input[type=date]", HTMLInputElement);
    store.keep(Object.fromEntries(inputs.filter(({ value }) => value).map(({ name, value }) => [name, value])));
    this.#show();
  }

  #show() {
    const words = this.#words;
    if (!words) return;
    const said = this.#ladder.rungs.map((rung) => this.#say(rung, this.#spanOf(rung), words));
    one(this.#form, "[data-action=calendar]", HTMLButtonElement).disabled = !said.some(Boolean);
  }

  /** @param {HTMLLIElement} rung @returns {Span} */
  #spanOf(rung) {
    const { rung: id = "", zone = "" } = rung.dataset;
    const days = store.kept();
    const there = (/** @type {string} */ day) => (zone ? daysElsewhere(day, HERE, zone) : /** @type {[string, string]} */ ([day, day]));
    if (!isOwn(rung)) return outsideSpan(clocksOf(rung), this.#company, { days, rest: this.#restOf(id), there });
    return ownSpan(id, this.#company, { days, rest: this.#rest.places[this.#company?.places[0] ?? ""], there });
  }

  /** When the place of a body rests. @param {string} body */
  #restOf(body) {
    return this.#rest.places[body.split("/", 1)[0]];
  }

  /** @param {HTMLLIElement} rung @param {Span} span @param {Words} words @returns {number} how many days it says */
  #say(rung, span, words) {
    const today = dayOf(new Date());
    for (const [name, day] of Object.entries(span)) mark(rung, name, day);
    const said = [...this.#edges(rung, span, today, words)];
    const state = stateOn(span.earliest, span.latest, today);
    if (state === "too-late") rung.dataset.state = "late";
    else if (span.earliest && !isOwn(rung)) rung.dataset.state = state === "now" ? "now" : "later";
    const place = one(rung, "[data-said]", HTMLElement);
    place.textContent = said.join(" ");
    place.hidden = !said.length;
    return said.length;
  }

  /** What is to be said of a step's days. @param {HTMLLIElement} rung @param {Span} span @param {string} today @param {Words} words */
  *#edges(rung, { earliest, latest, due }, today, words) {
    if (earliest) yield filled(earliest <= today ? words.opened : words.opens, { day: spoken(earliest) });
    if (due) yield filled(words.answerBy, { day: spoken(due) });
    if (latest) yield filled(latest < today ? words.late : words.last, { day: spoken(latest) });
    const rest = this.#restOf(rung.dataset.rung ?? "");
    const working = latest && rest ? lastWorkingDay(latest, rest) : latest;
    if (latest >= today && working < latest) yield filled(words.rest, { day: spoken(working) });
    if ([earliest, latest, due].some((day) => Number(day.slice(0, 4)) > this.#rest.until)) yield words.noYear;
  }

  #saveCalendar() {
    const words = this.#words;
    if (!words) return;
    const named = one(this.#form, "[name=names]", HTMLInputElement).checked;
    const dates = this.#ladder.rungs.flatMap((rung) => datesOf(rung, words, named));
    save("recourse.ics", "text/calendar;charset=utf-8", calendarFile(dates, new Date()));
  }
}

/** What goes into a calendar for a step. @param {HTMLLIElement} rung @param {Words} words @param {boolean} named */
function datesOf(rung, words, named) {
  const { earliest, latest, due } = rung.dataset;
  const name = named ? `: ${one(rung, "a", HTMLAnchorElement).textContent}` : "";
  /** @type {[string | undefined, string][]} */
  const dates = [
    [earliest, words.icsOpens],
    [due, words.icsAnswer],
    [latest, words.icsLast],
  ];
  return dates.flatMap(([day, title]) => (day ? [{ day, title: `${title}${name}` }] : []));
}

/** @param {string} day @param {string} question @param {string} value */
function boxFor(day, question, value) {
  const box = Object.assign(document.createElement("div"), { className: "box" });
  const label = Object.assign(document.createElement("label"), { htmlFor: `d-${day}`, textContent: question });
  const input = Object.assign(document.createElement("input"), { type: "date", id: `d-${day}`, name: day, value, min: EARLIEST });
  box.append(label, input);
  return box;
}

/** @param {HTMLLIElement} rung */
const isOwn = ({ dataset }) => dataset.rung === "support" || dataset.rung === "complaint";

/** @param {HTMLLIElement} rung @returns {Clock[]} */
const clocksOf = ({ dataset }) => JSON.parse(dataset.clocks ?? "[]");

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
