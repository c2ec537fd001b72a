/**
 * What a query asks for: its terms, the phrases in it, and what its last word may become.
 *
 * @import { Lines, Phrase } from "./lines.js"
 * @typedef {object} Asked what a query was understood to ask for
 * @property {Map<string, number>} terms what each term counts
 * @property {string[]} [asides] its words that say little: how somebody asks tells what is asked for
 * @property {Set<string>} [ends] those that the last word may become: a document answers with one of them
 * @property {{phrase: Phrase, tokens: number}[]} phrases
 * @property {number} size how many tokens say something
 * @property {boolean} [isHeard] whether it was understood by its sound
 * @property {number[]} named the documents that bear the whole query as a name
 */
import { changedFrom, gapsOf, isHan, key, STOP_WORDS, termsOf } from "./analysis.js";
import { PARTS } from "./parts.js";

const LONGEST_PHRASE = 12; // tokens
const SHORTEST_STEM = 5; // letters
const MOST_PREFIXED = 8; // terms that an unfinished word may become: macros/search/files.py has the same

/**
 * What the stretches of a query ask for.
 * @param {string[][]} runs
 * @param {Lines} lines
 * @param {boolean} isTyping whether the last token may be unfinished
 * @returns {Asked}
 */
export function understood(runs, lines, isTyping) {
  const tokens = runs.flat();
  /** @type {Map<string, number>} */
  const terms = new Map();
  for (const term of termsOf(runs)) terms.set(term, 1);
  for (const run of runs) addGaps(terms, run, lines);
  const last = tokens[tokens.length - 1];
  const isUnfinished = isTyping && !isHan(last);
  const ends = new Set(isUnfinished ? continued(last, lines).filter((term) => !terms.has(term)) : []);
  for (const [term, count] of likely(last, ends, lines)) if (term !== last || terms.has(last)) terms.set(term, count);
  if (ends.size && !lines.term(last)) terms.delete(last); // what became others is not unknown
  return {
    terms,
    ends,
    asides: tokens.filter((token) => STOP_WORDS.has(token)),
    phrases: phrasesIn(tokens, lines),
    named: lines.phrase(key(tokens))?.documents ?? [],
    size: tokens.filter((token) => !STOP_WORDS.has(token)).length || 1,
  };
}

/**
 * Over a character that makes no known pair with either neighbour, and so may be the wrong one, puts a gap term in place of the pairs.
 * @param {Map<string, number>} terms
 * @param {string[]} run
 * @param {Lines} lines
 */
function addGaps(terms, run, lines) {
  run.forEach((_, at) => {
    const [gap] = lines.isStrange(run, at) ? gapsOf(run.slice(at, at + 3)) : [];
    if (!gap) return;
    if (lines.term(gap)) terms.set(gap, PARTS.bridge);
    for (const pair of [run[at] + run[at + 1], run[at + 1] + run[at + 2]]) terms.delete(pair);
  });
}

/**
 * The terms that an unfinished token may become, those of names, the most telling first: they begin with it, or are its beginning without
 * an ending that is half there.
 * @param {string} token
 * @param {Lines} lines
 */
function continued(token, lines) {
  if (token.length < 2) return [];
  const begun = new Map(lines.beginningWith(token));
  const stems = Array.from({ length: Math.max(0, token.length - SHORTEST_STEM) }, (_, more) => token.slice(0, SHORTEST_STEM + more));
  for (const stem of [...stems, ...changedFrom(token)]) {
    const term = lines.term(stem);
    if (term?.names) begun.set(stem, term);
  }
  begun.delete(token);
  return [...begun]
    .sort(([, one], [, two]) => two.names.length - one.names.length)
    .slice(0, MOST_PREFIXED)
    .map(([term]) => term);
}

/**
 * What an unfinished token and each of the terms that it may become count: the rarer one is beside the others, the less likely is it meant.
 * @param {string} token
 * @param {Set<string>} ends
 * @param {Lines} lines
 * @returns {[string, number][]}
 */
function likely(token, ends, lines) {
  const idf = (/** @type {string} */ term) => lines.term(term)?.idf ?? PARTS.unknown;
  const least = Math.min(...Array.from(ends, idf));
  const chance = (/** @type {string} */ term) => Math.exp(PARTS.rare * Math.min(0, least - idf(term)));
  const itself = /** @type {[string, number]} */ ([token, ends.size && lines.term(token)?.names ? chance(token) : 1]);
  return [itself, ...Array.from(ends, (term) => /** @type {[string, number]} */ ([term, PARTS.prefix * chance(term)]))];
}

/**
 * The phrases in a row of tokens: from each place the longest, unless a longer one from before holds it.
 * @param {string[]} tokens
 * @param {Lines} lines
 */
function phrasesIn(tokens, lines) {
  const found = [];
  let end = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    for (let to = Math.min(tokens.length, at + LONGEST_PHRASE); to > Math.max(at, end); to -= 1) {
      const phrase = lines.phrase(key(tokens.slice(at, to)));
      if (phrase?.ideas.length && !(to === at + 1 && STOP_WORDS.has(tokens[at]))) {
        found.push({ phrase, tokens: to - at });
        end = to;
        break;
      }
    }
  }
  return found;
}
