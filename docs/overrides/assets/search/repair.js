/**
 * Other ways to read a query whose words no name knows: misspelt words, and Chinese written by sound.
 *
 * @import { Lines } from "./lines.js"
 * @import { Shelf } from "./shelf.js"
 * @import { Asked } from "./asking.js"
 */
import { form, isHan, STOP_WORDS, stem, stretches } from "./analysis.js";

const LONGEST_SPOKEN = 8; // syllables of a phrase
const LONGEST_STRANGE = 40; // tokens: in a longer sentence one slip matters little
const SYLLABLE = 6; // letters of the longest: zhuang

/**
 * The query with its unknown words exchanged for the nearest known ones, and the lines that tell of them; null if nothing is unknown.
 * @param {Shelf} shelf
 * @param {string} text
 * @param {Lines} lines
 */
export async function inOtherWords(shelf, text, lines) {
  const unknown = new Set(words(text).filter((word) => word.length > 3 && !STOP_WORDS.has(stem(word)) && !isKnown(word, lines)));
  if (!unknown.size) return null;
  const known = await shelf.words();
  const near = new Map(Array.from(unknown, (word) => [word, parted(word, known) || nearest(word, known)]));
  if (![...near.values()].some(Boolean)) return null;
  const core = await shelf.core();
  const runs = stretches(
    form(text).replace(WORD, (word) => near.get(word) || word),
    core.script,
  );
  return { runs, lines: await shelf.about(runs) };
}

const WORD = /(?<![a-z0-9])[a-z]+(?![a-z0-9])/g;

/** @param {string} text */
const words = (text) => form(text).match(WORD) ?? [];

/**
 * Whether a name holds a word, or one that begins with it.
 * @param {string} word
 * @param {Lines} lines
 */
function isKnown(word, lines) {
  return Boolean(lines.term(stem(word))?.names || lines.beginningWith(word).length);
}

/**
 * A word that is two without a space between, as two; '' if it is none.
 * @param {string} word
 * @param {Set<string>} known
 */
function parted(word, known) {
  const ends = Array.from({ length: Math.max(0, word.length - 5) }, (_, at) => at + 3).reverse();
  const end = ends.find((at) => known.has(word.slice(0, at)) && known.has(word.slice(at)));
  return end ? `${word.slice(0, end)} ${word.slice(end)}` : "";
}

/**
 * The word that a misspelt one most likely is: one slip away, two for a long word.
 * @param {string} token
 * @param {Iterable<string>} words
 */
export function nearest(token, words) {
  const most = token.length > 7 ? 2 : 1;
  const own = lettersOf(token);
  let best = "";
  let least = most + 1;
  for (const word of words) {
    if (word === token || Math.abs(word.length - token.length) > most || differing(own, lettersOf(word)) > 2 * most) continue;
    const far = slips(token, word, most) + (word[0] === token[0] ? 0 : 0.5);
    if (far < least) [best, least] = [word, far];
  }
  return best;
}

/** @type {Map<string, number>} */
const letters = new Map();

/**
 * Which letters a word holds, a bit for each.
 * @param {string} word
 */
function lettersOf(word) {
  let bits = letters.get(word);
  if (bits === undefined) {
    bits = 0;
    for (const letter of word) bits |= 1 << (letter.charCodeAt(0) - 97);
    letters.set(word, bits);
  }
  return bits;
}

/**
 * How many letters only one of two words holds: a slip makes two at most.
 * @param {number} one
 * @param {number} other
 */
function differing(one, other) {
  let count = 0;
  for (let bits = one ^ other; bits; bits &= bits - 1) count += 1;
  return count;
}

/**
 * How many slips lie between two words: a letter too many, too few, wrong, or two exchanged (optimal string alignment); above the most
 * that are asked for, some number above it.
 * @param {string} one
 * @param {string} two
 * @param {number} most
 */
export function slips(one, two, most) {
  let before = /** @type {number[]} */ ([]);
  let row = Array.from({ length: two.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= two.length; j += 1) {
      const same = one[i - 1] === two[j - 1];
      let far = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1]) far = Math.min(far, before[j - 2] + 1);
      next.push(far);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[two.length];
}

/**
 * What a query asks for by its sound: Chinese of which no name knows every pair of characters, and pinyin or its initials.
 * @param {Shelf} shelf
 * @param {string} text
 * @param {string[][]} runs
 * @param {Lines} lines
 * @returns {Promise<{asked: Asked, lines: Lines} | null>}
 */
export async function bySound(shelf, text, runs, lines) {
  const core = await shelf.core();
  const han = runs.filter((run) => run.some((token, at) => isHan(token) && isHan(run[at + 1] ?? "")));
  const isStrange = han.some((run) => hasStranger(run, lines));
  const latin = words(text);
  if (!core.sounds || !(isStrange || latin.some((word) => !lines.term(word)?.names))) return null;
  const { of, all } = await shelf.sounds();
  const spoken = isStrange ? han.map((run) => run.map((token) => of.get(token) ?? [])) : [];
  const typed = typedSounds(latin, all);
  if (typed.length) spoken.push(typed.map((sound) => [sound]));
  const initials = latin.filter((word) => word.length > 2 && word.length < 9);
  const heard = { terms: new Map(), phrases: /** @type {string[]} */ ([...initials]) };
  for (const sounds of spoken) listen(sounds, heard);
  if (!heard.terms.size && !heard.phrases.length) return null;
  const sounding = await shelf.lines("s", core.sounds, [...heard.terms.keys(), ...heard.phrases]);
  const tokens = runs.flat().length;
  const size = isStrange || !typed.length ? tokens : typed.length;
  return { asked: asOf(heard, sounding, size), lines: sounding };
}

/**
 * Whether a character of a short stretch makes no known pair with either neighbour: it may be written for another of the same sound.
 * @param {string[]} run
 * @param {Lines} lines
 */
function hasStranger(run, lines) {
  const isKnown = (/** @type {number} */ at) => Boolean(lines.term(run[at] + run[at + 1])?.names);
  const isPair = (/** @type {number} */ at) => isHan(run[at] ?? "") && isHan(run[at + 1] ?? "");
  const stands = (/** @type {number} */ at) => isPair(at) && isKnown(at);
  return run.length <= LONGEST_STRANGE && run.some((_, at) => (isPair(at - 1) || isPair(at)) && !stands(at - 1) && !stands(at));
}

/**
 * Pairs of syllables and the phrases they may make.
 * @param {string[][]} sounds the readings of each character
 * @param {{terms: Map<string, number>, phrases: string[]}} heard
 */
function listen(sounds, heard) {
  sounds.forEach((readings, at) => {
    for (const one of readings) for (const two of sounds[at + 1] ?? []) heard.terms.set(`${one}'${two}`, 1);
    let rows = readings.slice(0, 2);
    for (let to = at + 1; to < Math.min(sounds.length, at + LONGEST_SPOKEN); to += 1) {
      rows = rows.flatMap((row) => sounds[to].slice(0, 2).map((two) => `${row} ${two}`)).slice(0, 16);
      heard.phrases.push(...rows);
    }
  });
}

/**
 * @param {{terms: Map<string, number>, phrases: string[]}} heard
 * @param {Lines} lines
 * @param {number} size how many tokens or syllables the query has
 * @returns {Asked}
 */
function asOf(heard, lines, size) {
  const terms = new Map([...heard.terms].filter(([term]) => lines.term(term)));
  const found = heard.phrases.flatMap((key) => {
    const phrase = lines.phrase(key);
    return phrase ? [{ phrase, tokens: key.split(" ").length }] : [];
  });
  const named = found.filter(({ tokens }) => tokens >= size).flatMap(({ phrase }) => phrase.documents);
  return { terms, phrases: found, size, named: [...new Set(named)], isHeard: true };
}

/**
 * The syllables that words of pinyin consist of, in a row; nothing if one of them is no pinyin.
 * @param {string[]} words
 * @param {Set<string>} all
 */
function typedSounds(words, all) {
  const split = words.map((word) => syllablesOf(word, all));
  return split.every((sounds) => sounds.length) ? split.flat() : split.filter((sounds) => sounds.length > 1).flat();
}

/**
 * A word as the fewest syllables; nothing if it is none.
 * @param {string} word
 * @param {Set<string>} all
 * @returns {string[]}
 */
export function syllablesOf(word, all) {
  /** @type {(string[] | null)[]} */
  const best = [[]];
  for (let end = 1; end <= word.length; end += 1) {
    best[end] = null;
    for (let start = Math.max(0, end - SYLLABLE); start < end; start += 1) {
      const before = best[start];
      const sound = word.slice(start, end);
      if (before && all.has(sound) && before.length + 1 < (best[end]?.length ?? 99)) best[end] = [...before, sound];
    }
  }
  return best[word.length] ?? [];
}
