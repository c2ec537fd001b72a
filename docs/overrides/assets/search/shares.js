/**
 * How much of a query each document holds. Of the words that an unfinished one may become, the best alone counts.
 *
 * @import { Lines } from "./lines.js"
 */
import { postings } from "./lines.js";

const MOST_NAMES = 1024; // of a document: one number stands for a document and its name

/** Sums by number, kept for the next query: a map would take twice the time. */
class Sums {
  #sums = new Float64Array(4096);
  /** @type {number[]} */
  #seen = [];

  /**
   * @param {number} at
   * @param {number} value from 0 on; nothing is not noted
   */
  add(at, value) {
    if (value === 0) return;
    if (at >= this.#sums.length) this.#grow(at);
    if (this.#sums[at] === 0) this.#seen.push(at);
    this.#sums[at] += value;
  }

  /** @param {number} at */
  #grow(at) {
    const more = new Float64Array(2 * at);
    more.set(this.#sums);
    this.#sums = more;
  }

  /** What was summed, in the order in which it came; nothing is left. @returns {[number, number][]} */
  take() {
    const taken = this.#seen.map((at) => /** @type {[number, number]} */ ([at, this.#sums[at]]));
    for (const at of this.#seen) this.#sums[at] = 0;
    this.#seen = [];
    return taken;
  }
}

const sums = new Sums();

/**
 * What the words of a query count: of those that the last one may become, only the most telling.
 * @param {Map<string, number>} worth
 * @param {Set<string>} ends
 */
export function counted(worth, ends) {
  const whole = [...worth].filter(([term]) => !ends.has(term)).map(([, value]) => value);
  return ends.size ? [...whole, Math.max(...Array.from(ends, (term) => worth.get(term) ?? 0))] : whole;
}

/**
 * For each document, how much of the query each of its names holds.
 * @param {Map<string, number>} worth
 * @param {Set<string>} ends
 * @param {Lines} lines
 */
export function byName(worth, ends, lines) {
  /** @type {Map<number, number[]>} */
  const shares = new Map();
  for (const [name, share] of held(worth, ends, (term) => lines.term(term)?.names, MOST_NAMES)) {
    const document = Math.floor(name / MOST_NAMES);
    const own = shares.get(document);
    if (own) own.push(share);
    else shares.set(document, [share]);
  }
  return shares;
}

/**
 * For each document, how much of the query all of it holds.
 * @param {Map<string, number>} worth
 * @param {Set<string>} ends
 * @param {Lines} lines
 */
export function byText(worth, ends, lines) {
  return held(worth, ends, (term) => lines.term(term)?.bodies, 1);
}

/**
 * What whole words hold adds up; of the ends of an unfinished one the best counts.
 * @param {Map<string, number>} worth
 * @param {Set<string>} ends
 * @param {(term: string) => string | undefined} told the postings of a term
 * @param {number} apart how far two documents' numbers stand apart
 */
function held(worth, ends, told, apart) {
  /** @type {Map<number, number>} */
  const best = new Map();
  for (const [term, value] of worth) {
    const isEnd = ends.has(term);
    for (const [document, number, weight] of postings(told(term) ?? "")) {
      const at = document * apart + number;
      if (isEnd) best.set(at, Math.max(best.get(at) ?? 0, value * weight));
      else sums.add(at, value * weight);
    }
  }
  for (const [at, share] of best) sums.add(at, share);
  return sums.take();
}
