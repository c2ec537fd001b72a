/**
 * What the search makes of a text: the twin of macros/search/analysis.py, which tells the rules; vectors hold both.
 *
 * @typedef {string[]} Stretch tokens with nothing between them
 * @typedef {Map<string, string>} Script characters and what they are exchanged for
 */

const MARKS = /[\u0300-\u036f]/g;
const APOSTROPHES = /['\u2019\u02bc\u2018`\u00b4]/g;
const STRETCH = /[a-z0-9\u3400-\u9fff]+/g;
const TOKEN = /[a-z0-9]+|[\u3400-\u9fff]/g;
const HAS_VOWEL = /[aeiouy]/;
const DOUBLED = /([bdfgmnprt])\1$/;

const STOPPED =
  "a about an and any are as at be been being but by can could did do does doing done else for from get gets getting got had has have" +
  " having he her here hers him his how i if im in into is it its ive just me mine my myself no nor not of off on only or our ours out" +
  " over own s she should so some such t than that thats the their them then there these they theyre this those to too up us very was" +
  " we were what whats when where which while who whom whose why will with would you your yours";

/** @param {string} text */
export function form(text) {
  return text.replace(APOSTROPHES, "").normalize("NFKD").toLowerCase().replace(MARKS, "");
}

/** @param {string} token */
export const isHan = (token) => token >= "\u3400";

/**
 * The tokens of a text, by stretches.
 * @param {string} text
 * @param {Script} script
 * @returns {Stretch[]}
 */
export function stretches(text, script) {
  const plain = Array.from(form(text), (sign) => script.get(sign) ?? sign).join("");
  return (plain.match(STRETCH) ?? []).map((stretch) => (stretch.match(TOKEN) ?? []).map(stem));
}

/**
 * The key of a phrase.
 * @param {string[]} tokens
 */
export function key(tokens) {
  return tokens.map((token, at) => (at && !isHan(token) && !isHan(tokens[at - 1]) ? ` ${token}` : token)).join("");
}

/**
 * The terms of a text's stretches, in order.
 * @param {Stretch[]} runs
 */
export function termsOf(runs) {
  const found = runs.flatMap(pairsOf);
  return found.length ? found : runs.flat().filter(isHan);
}

/** @param {Stretch} stretch */
function pairsOf(stretch) {
  return stretch.flatMap((token, at) => {
    if (!isHan(token)) return STOP_WORDS.has(token) ? [] : [token];
    return isHan(stretch[at + 1] ?? "") ? [token + stretch[at + 1]] : [];
  });
}

/**
 * The gap terms of a stretch.
 * @param {Stretch} stretch
 */
export function gapsOf(stretch) {
  return stretch.flatMap((token, at) =>
    at + 2 < stretch.length && stretch.slice(at, at + 3).every(isHan) ? [`${token}_${stretch[at + 2]}`] : [],
  );
}

/** @type {[string, string, number][]} an ending, what takes its place, and from what length of a word on */
const ENDINGS = [
  ["ication", "i", 9],
  ["iness", "i", 7],
  ["sses", "ss", 5],
  ["ies", "i", 5],
  ["ied", "i", 5],
];

/**
 * A word without its endings.
 * @param {string} word
 */
export function stem(word) {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  const found = ENDINGS.find(([ending, , length]) => word.endsWith(ending) && word.length >= length);
  if (found) return word.slice(0, -found[0].length) + found[1];
  return withoutY(withoutAl(withoutIng(withoutS(word))));
}

/** @param {string} word */
function withoutS(word) {
  if (/(?:ches|shes|xes|zes)$/.test(word)) return word.slice(0, -2);
  return /s$/.test(word) && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}

/** @param {string} word */
function withoutIng(word) {
  for (const ending of ["ing", "ed", "ely", "ly", "er"]) {
    const rest = word.slice(0, -ending.length);
    if (word.endsWith(ending) && rest.length >= 3 && HAS_VOWEL.test(rest)) {
      return /ly$/.test(ending) ? rest : rest.replace(DOUBLED, "$1");
    }
  }
  return word;
}

/** @param {string} word */
function withoutAl(word) {
  if (word.endsWith("al") && word.length >= 7) return word.slice(0, -2);
  return word.endsWith("e") && word.length >= 4 ? word.slice(0, -1) : word;
}

/** @param {string} word */
const withoutY = (word) => (word.endsWith("y") && word.length >= 4 ? `${word.slice(0, -1)}i` : word);

/** Words that say nothing of what a text is about, without their endings. */
export const STOP_WORDS = new Set(STOPPED.split(" ").map(stem));
