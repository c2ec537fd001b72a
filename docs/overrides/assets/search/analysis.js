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

const IRREGULAR =
  "stole stolen steal, froze frozen freeze, sent send, lost lose, paid pay, sold sell, bought buy, went gone go, took taken take, " +
  "gave given give, told tell, said say, kept keep, left leave, made make, found find, broke broken break, wrote written write, " +
  "stuck stick, forgot forgotten forget, withdrew withdrawn withdraw, spent spend, held hold, chose chosen choose, fell fallen " +
  "fall, hidden hide, knew known know, spoke spoken speak, thought think, heard hear, used use, tried try, died die, lied lie, " +
  "caught catch, threw thrown throw";
const BASES = new Map(
  IRREGULAR.split(",").flatMap((forms) => {
    const [base, ...others] = forms.trim().split(" ").reverse();
    return others.map((form) => /** @type {[string, string]} */ ([form, base]));
  }),
);

/**
 * The stems of words that are no longer themselves when they begin with some letters: "fro" may become "frozen", which is "freez".
 * @param {string} letters
 */
export const changedFrom = (letters) => (letters.length < 2 ? [] : [...BASES.keys()].filter((form) => form.startsWith(letters)).map(stem));

/** @type {[RegExp, string][]} endings, one after the other, and what stays of each */
const STEPS = [
  [/(ss|x|z|ch|sh)es$/, "$1"],
  [/^(.{2,}i)(?:es|ed)$/, "$1"],
  [/([^sui])s$/, "$1"],
  [/^(?=.*[aeiouy].*(?:ing|ed)$)(.{3,})(?:ing|ed)$/, "$1"],
  [/([bdfgmnprt])\1$/, "$1"],
  [/^(.{3,}?)e?ly$/, "$1"],
  [/^(?=.*[aeiouy].*er$)(.{3,})er$/, "$1"],
  [/(ain)t$/, "$1"],
  [/^(.{2,}i)cation$/, "$1"],
  [/(i)[sz]ation$/, "$1z"],
  [/^(.{3,}[st])ion$/, "$1"],
  [/^(.{4,}t)or$/, "$1"],
  [/^(.{3,})ment$/, "$1"],
  [/^(.{2,}i)ness$/, "$1"],
  [/^(.{5,})al$/, "$1"],
  [/^(.{4,})ity$/, "$1"],
  [/^(.{5,})ate?$/, "$1"],
  [/^(.{4,})ery$/, "$1"],
  [/^(.{3,}?)e+$/, "$1"],
  [/^(.{3,})y$/, "$1i"],
  [/^(.{4,}i)s$/, "$1z"],
  [/([bdfgmnprt])\1$/, "$1"],
  [/^(.{4,}l)l$/, "$1"],
];

/**
 * A word without its endings.
 * @param {string} word
 */
export function stem(word) {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  return STEPS.reduce((rest, [ending, instead]) => rest.replace(ending, instead), BASES.get(word) ?? word);
}

/** Words that say nothing of what a text is about, without their endings. */
export const STOP_WORDS = new Set(STOPPED.split(" ").map(stem));
