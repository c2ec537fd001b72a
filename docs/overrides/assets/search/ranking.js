/**
 * Finds documents: what a query asks for, which files tell of it, and how well each document answers.
 *
 * @import { Lines, Phrase } from "./lines.js"
 * @import { Core, Shelf } from "./shelf.js"
 * @typedef {{document: number, score: number}} Hit
 * @typedef {object} Asked what a query was understood to ask for
 * @property {Map<string, number>} terms what each term counts
 * @property {Set<string>} [ends] those that the last word may become: a document answers with one of them
 * @property {{phrase: Phrase, tokens: number}[]} phrases
 * @property {number} size how many tokens say something
 * @property {boolean} [isHeard] whether it was understood by its sound
 * @property {number[]} named the documents that bear the whole query as a name
 */
import { gapsOf, isHan, key, STOP_WORDS, stretches, termsOf } from "./analysis.js";
import { bySound, inOtherWords } from "./repair.js";
import { byName, byText, counted } from "./shares.js";

/** What each way of answering counts, worked out on the part of the queries in tests/search/ that is there to tune on. */
export const PARTS = {
  names: 2.2, // its six nearest names together, by the cosines of their terms …
  together: 1.5, // … and how much more the nearest of them count
  near: 24, // how much more it counts that one name is nearly the query …
  power: 7, // … and how steeply that rises
  body: 0.4, // all its names and headings together
  idea: 0.45, // a document that an idea leads to
  spread: 0.6, // how much less an idea counts that leads to many
  share: 0.8, // how much less one that is a small part of the query does
  exact: 60, // a document that bears the whole query as a name
  bridge: 1.5, // a gap term over a character that seems wrong
  prefix: 0.7, // a word that an unfinished one may become …
  rare: 0.5, // … and how much less one that is rarer than others, be it the unfinished one itself
  misspelt: 0.7, // what a query counts as it is, once it is mended
  heard: 0.4, // what it counts as it sounds
  unknown: 2, // the idf of a term that no file tells of
  first: 100, // what must stand first whatever else fits
};
const LONGEST_QUERY = 200; // characters: nobody means more, and somebody may paste a page
const LONGEST_PHRASE = 12; // tokens
const SOME = 6; // names of a document that count together
/** @type {Set<string>} */
const NONE = new Set();
const MOST_PREFIXED = 8; // terms that an unfinished word may become

/**
 * Every document that answers a query at all, best first.
 * @param {Shelf} shelf
 * @param {string} query
 * @returns {Promise<Hit[]>}
 */
export async function search(shelf, query) {
  const core = await shelf.core();
  const text = query.slice(0, LONGEST_QUERY);
  const runs = stretches(text, core.script);
  if (!runs.length) return [];
  const lines = await shelf.about(runs);
  const plain = understood(runs, lines, /[a-z0-9\u3400-\u9fff]$/i.test(text));
  const [mended, heard] = await Promise.all([inOtherWords(shelf, text, lines), bySound(shelf, text, runs, lines)]);
  const other = mended && understood(mended.runs, mended.lines, false);
  return ranked(
    answered(plain, lines, core),
    other && answered(other, mended.lines, core),
    heard && answered(heard.asked, heard.lines, core),
  );
}

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
  if (isUnfinished && terms.size > 1) unlessKnown(terms, last, lines);
  return {
    terms,
    ends,
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
 * An unfinished word that became others does not count as unknown.
 * @param {Map<string, number>} terms
 * @param {string} last
 * @param {Lines} lines
 */
function unlessKnown(terms, last, lines) {
  if (!lines.term(last) && [...terms.keys()].some((term) => term !== last && term.startsWith(last))) terms.delete(last);
}

/**
 * The terms that an unfinished token may become, those of names, the most telling first.
 * @param {string} token
 * @param {Lines} lines
 */
function continued(token, lines) {
  if (token.length < 2) return [];
  const found = lines.beginningWith(token).filter(([term]) => term !== token);
  return found
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

/**
 * How well each document answers, by name, by what it says and by what it is about.
 * @param {Asked} asked
 * @param {Lines} lines
 * @param {Core} core
 * @returns {Map<number, number>}
 */
export function answered(asked, lines, core) {
  const worth = new Map(Array.from(asked.terms, ([term, count]) => [term, count * (lines.term(term)?.idf ?? PARTS.unknown)]));
  const { ends = NONE } = asked;
  const values = counted(worth, ends);
  const length = Math.hypot(...values) || 1;
  const sum = values.reduce((total, value) => total + value, 0) || 1;
  /** @type {Map<number, number>} */
  const scores = new Map();
  const add = (/** @type {number} */ document, /** @type {number} */ score) => scores.set(document, (scores.get(document) ?? 0) + score);
  for (const [document, shares] of byName(worth, ends, lines)) add(document, likeNames(shares, length));
  for (const [document, share] of byText(worth, ends, lines)) add(document, (PARTS.body * share) / sum);
  for (const { phrase, tokens } of asked.phrases) {
    for (const idea of phrase.ideas) {
      const leads = core.ideas[idea];
      const worth = (PARTS.idea * Math.min(1, tokens / asked.size) ** PARTS.share) / leads.length ** PARTS.spread;
      for (const [document, , weight] of leads) add(document, worth * weight);
    }
  }
  for (const document of scores.keys()) scores.set(document, (scores.get(document) ?? 0) * core.weights[document]);
  for (const document of asked.named) add(document, PARTS.exact);
  const sure = asked.phrases.filter(({ tokens }) => !asked.isHeard || (tokens > 2 && tokens > asked.size / 2)); // 相似 sounds like 想死
  for (const idea of sure.flatMap(({ phrase }) => phrase.ideas)) {
    if (idea in core.firsts) add(core.firsts[idea], PARTS.first);
  }
  return scores;
}

/**
 * How near a query is to the names of a document: to the one that is nearest, and to some together.
 * @param {number[]} shares how much of the query each holds
 * @param {number} length the query's
 */
function likeNames(shares, length) {
  const best = greatest(shares);
  const sum = best.reduce((sum, share) => sum + (share / length) ** PARTS.together, 0);
  return PARTS.near * (best[0] / length) ** PARTS.power + PARTS.names * sum ** (1 / PARTS.together);
}

/**
 * The few greatest of some numbers, in order: to sort all of them would take longer.
 * @param {number[]} numbers
 */
function greatest(numbers) {
  /** @type {number[]} */
  const best = [];
  for (const number of numbers) {
    if (best.length === SOME && number <= best[SOME - 1]) continue;
    let at = Math.min(best.length, SOME - 1);
    for (; at > 0 && best[at - 1] < number; at -= 1) best[at] = best[at - 1];
    best[at] = number;
  }
  return best;
}

/**
 * The documents by their scores: those of the query as it is and as it is mended, whichever is better, and as it sounds on top.
 * @param {Map<number, number>} plain
 * @param {Map<number, number> | null} mended
 * @param {Map<number, number> | null} heard
 * @returns {Hit[]}
 */
function ranked(plain, mended, heard) {
  const all = new Set([...plain.keys(), ...(mended?.keys() ?? []), ...(heard?.keys() ?? [])]);
  const scored = Array.from(all, (document) => {
    const written = Math.max((plain.get(document) ?? 0) * (mended ? PARTS.misspelt : 1), mended?.get(document) ?? 0);
    return { document, score: written + (heard?.get(document) ?? 0) * PARTS.heard };
  });
  return scored.sort((one, two) => two.score - one.score || one.document - two.document);
}
