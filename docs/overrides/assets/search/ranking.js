/**
 * Finds documents: how well each answers what a query asks for, as it is written, as it was meant and as it sounds.
 *
 * @import { Asked } from "./asking.js"
 * @import { Lines } from "./lines.js"
 * @import { Core, Shelf } from "./shelf.js"
 * @typedef {{document: number, score: number}} Hit
 * @typedef {object} Answer how well a document answers
 * @property {number} like how near it is, by its names and by what it is about
 * @property {number} likely the logarithm of how likely those who look for it type this
 * @property {number} weight what its kind counts
 * @property {number} sure what puts it above all others: that it bears the query as a name, or must stand first
 */

import { stretches } from "./analysis.js";
import { understood } from "./asking.js";
import { PARTS } from "./parts.js";
import { bySound, inOtherWords } from "./repair.js";
import { byName, byText, counted } from "./shares.js";

const LONGEST_QUERY = 200; // characters: nobody means more, and somebody may paste a page
const DEFINITION = 0.25; // what a document of this weight or less says helps nobody by itself: macros/search/documents.py weighs them
const SOME = 6; // names of a document that count together
const LIKELIEST = 7; // the logarithm that a whole weight of a body stands for: weights.py has the same
/** @type {Set<string>} */
const NONE = new Set();

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
    core,
    answered(plain, lines, core),
    other && answered(other, mended.lines, core),
    heard && answered(heard.asked, heard.lines, core),
  );
}

/**
 * How well each document answers.
 * @param {Asked} asked
 * @param {Lines} lines
 * @param {Core} core
 * @returns {Map<number, Answer>}
 */
export function answered(asked, lines, core) {
  const { ends = NONE, terms } = asked;
  const idf = (/** @type {string} */ term) => lines.term(term)?.idf ?? PARTS.unknown;
  const worth = new Map(Array.from(terms, ([term, count]) => [term, count * idf(term)]));
  const asides = new Map(asked.asides?.map((word) => [word, idf(word)]));
  const holders = new Map(byText(worth, ends, lines));
  const likely = likelihood(holders, new Map(byText(asides, NONE, lines)), counted(new Map([...asides, ...worth]), ends), core.sizes);
  /** @type {Map<number, Answer>} */
  const answers = new Map();
  const of = (/** @type {number} */ document) => {
    const found = answers.get(document) ?? { like: 1, likely: likely(document), sure: 0, weight: core.weights[document] };
    answers.set(document, found);
    return found;
  };
  for (const document of holders.keys()) of(document);
  const length = Math.hypot(...counted(worth, ends)) || 1;
  for (const [document, shares] of byName(worth, ends, lines)) of(document).like += likeNames(shares, length);
  for (const { phrase, tokens } of asked.phrases) {
    for (const idea of phrase.ideas) {
      const leads = core.ideas[idea];
      const counts = (PARTS.idea * Math.min(1, tokens / asked.size) ** PARTS.share) / leads.length ** PARTS.spread;
      for (const document of leads) of(document).like += counts;
    }
  }
  for (const document of asked.named) of(document).sure += PARTS.exact;
  const sure = asked.phrases.filter(({ tokens }) => !asked.isHeard || (tokens > 2 && tokens > asked.size / 2)); // 相似 sounds like 想死
  for (const idea of sure.flatMap(({ phrase }) => phrase.ideas)) {
    if (idea in core.firsts) of(core.firsts[idea]).sure += PARTS.first;
  }
  return answers;
}

/**
 * How likely a document makes a query, as a naive Bayes classifier has it: the logarithm, by the length of the query.
 * @param {Map<number, number>} words how much of its words each document holds …
 * @param {Map<number, number>} asides … and of those that say little
 * @param {number[]} values what they all count
 * @param {number[]} sizes how much less likely each document makes any term
 * @returns {(document: number) => number}
 */
function likelihood(words, asides, values, sizes) {
  const length = Math.hypot(...values) || 1;
  const sum = values.reduce((total, value) => total + value, 0);
  return (document) => (LIKELIEST * ((words.get(document) ?? 0) + (asides.get(document) ?? 0)) - sum * sizes[document]) / length;
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
 * @param {Core} core
 * @param {Map<number, Answer>} plain
 * @param {Map<number, Answer> | null} mended
 * @param {Map<number, Answer> | null} heard
 * @returns {Hit[]}
 */
function ranked(core, plain, mended, heard) {
  const written = scores(mended ? [plain, mended] : [plain]);
  const spoken = scores(heard ? [heard] : []);
  const all = new Set([...written.keys(), ...spoken.keys()]);
  const scored = Array.from(all, (document) => ({
    document,
    score: (written.get(document) ?? 0) + PARTS.heard * (spoken.get(document) ?? 0),
  }));
  return helpFirst(
    scored.sort((one, two) => two.score - one.score || one.document - two.document),
    core,
  );
}

/**
 * The hits with a page that helps before a definition that did not bear the whole query as its name, if it answers well enough.
 * @param {Hit[]} hits
 * @param {Core} core
 */
function helpFirst(hits, core) {
  const explains = (/** @type {Hit} */ { document, score }) => core.weights[document] <= DEFINITION && score < PARTS.exact;
  const at = hits.findIndex((hit) => !explains(hit));
  if (at < 1 || hits[at].score < PARTS.helps * hits[0].score) return hits;
  return [hits[at], ...hits.slice(0, at), ...hits.slice(at + 1)];
}

/**
 * The best score that some answers give each document: how near it is, times how likely beside the likeliest of all.
 * @param {Map<number, Answer>[]} some
 * @returns {Map<number, number>}
 */
function scores(some) {
  const most = some.flatMap((answers) => [...answers.values()]).reduce((most, { likely }) => Math.max(most, likely), -Infinity);
  /** @type {Map<number, number>} */
  const best = new Map();
  for (const [document, { like, weight, likely, sure }] of some.flatMap((answers) => [...answers])) {
    best.set(document, Math.max(best.get(document) ?? 0, like * weight * Math.exp(PARTS.body * (likely - most)) + sure));
  }
  return best;
}
