/**
 * How much of a query each document holds. Of the words that an unfinished one may become, the best alone counts.
 *
 * @import { Lines } from "./lines.js"
 * @typedef {{whole: number, end: number}} Share what whole words hold together, and the best of the ends
 */
import { postings } from "./lines.js";

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
  /** @type {Map<number, Map<number, Share>>} */
  const shares = new Map();
  for (const [term, value] of worth) {
    for (const [document, number, weight] of postings(lines.term(term)?.names ?? "")) {
      const own = shares.get(document) ?? new Map();
      own.set(number, held(own.get(number), value * weight, ends.has(term)));
      shares.set(document, own);
    }
  }
  return Array.from(shares, ([document, own]) => /** @type {[number, number[]]} */ ([document, Array.from(own.values(), total)]));
}

/**
 * For each document, how much of the query all of it holds.
 * @param {Map<string, number>} worth
 * @param {Set<string>} ends
 * @param {Lines} lines
 */
export function byText(worth, ends, lines) {
  /** @type {Map<number, Share>} */
  const shares = new Map();
  for (const [term, value] of worth) {
    for (const [document, , share] of postings(lines.term(term)?.bodies ?? "")) {
      shares.set(document, held(shares.get(document), value * share, ends.has(term)));
    }
  }
  return Array.from(shares, ([document, share]) => /** @type {[number, number]} */ ([document, total(share)]));
}

/**
 * What is held with one more term: whole words add up, of the ends of an unfinished one the best counts.
 * @param {Share | undefined} share
 * @param {number} value
 * @param {boolean} isEnd
 * @returns {Share}
 */
function held(share, value, isEnd) {
  const { whole, end } = share ?? { whole: 0, end: 0 };
  return isEnd ? { whole, end: Math.max(end, value) } : { whole: whole + value, end };
}

/** @param {Share} share */
function total({ whole, end }) {
  return whole + end;
}
