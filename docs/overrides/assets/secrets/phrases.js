/** Finds seed phrases (BIP-39): twelve to 24 words drawn from a list of 2048, the last one with a checksum. */

import { sha256 } from "../shared/hashes.js";
// @ts-expect-error: this module is made by the build, from macros/outputs/seed_words.py
import { WORDS } from "./words.js";

/** @typedef {Map<string, number>} List the words of a language, each with its place among the 2048 */

/** @type {Record<string, string[]>} */
const { english, ...chinese } = WORDS;
const ENGLISH = placesOf(english);
const CHINESE = Object.values(chinese).map(placesOf);
const LENGTHS = [12, 15, 18, 21, 24];

/** @param {string} text what was typed, without invisible signs */
export function hasSeedPhrase(text) {
  const lower = text.toLowerCase();
  return (
    hasEnglishPhrase(lower) ||
    hasRowOfWords(text) ||
    hasNumberedPhrase(lower) ||
    CHINESE.some((list) => hasSpacedSigns(lower, list) || hasUnspacedPhrase(lower, list))
  );
}

/** Words that hold sentences together, in the languages of the lists: no phrase has them, and no sentence goes without for long. */
const LINKS = new Set(
  (
    "a about after again all also am an and any are as at be because been before but by can could did do does for from had has have he her him his how i if in into is it its" +
    " me my no not of on or our out she so some than that the their them then there they this to too until up us was we were what when where which who why will with would you your" +
    " au aux avec ce ces dans de des du elle en est et il ils je la le les leur lui ma mais mes mon ne nous on ou par pas pour qui que sa se ses son sur un une vous" +
    " al como con cual cuando del desde el ella era es eso esta este fue ha hay las lo los mi muy nos o para pero por porque sin su sus te tu uno y ya" +
    " anche che chi ci come cosa da dal degli dei della di e gli ho io loro ma nel non per questo si sono sul ti tra" +
    " ao aos as com da das do dos ela ele em era essa eu foi isso mais mas me meu minha na nas no nos num os ou pela pelo se sem seu sua um uma" +
    " ale by co do i ja jak je jsem jsou k kde na nebo o od po pro s se si ta tak to u v z za že"
  ).split(" "),
);
const ROW = /(?:\p{L}{2,10}[\s,;、，]+(?:\d{1,2}[.):\s]+)?){10,}\p{L}{2,10}/gu;

/**
 * Eleven words in a row with nothing between them but blanks, commas or numbers, and none that holds a sentence together: a phrase with a word
 * missing, misspelt or made up, or one from the list of another language or of Monero.
 * @param {string} text
 */
function hasRowOfWords(text) {
  return [...text.matchAll(ROW)].some(([row]) => {
    const written = row.match(/\p{L}+/gu) ?? [];
    const words = written.map((word) => (/^\p{Lu}{2,6}$/u.test(word) ? "a" : word.toLowerCase())); // coins, by their signs
    const ends = words.map((word, i) => (LINKS.has(word) || /\p{Script=Han}/u.test(word) ? i : -1)).filter((i) => i >= 0);
    return [-1, ...ends].some((end, n) => isLikeAPhrase(words.slice(end + 1, ends[n] ?? words.length)));
  });
}

/**
 * Words of a list are short, and as good as never the same.
 * @param {string[]} words
 */
function isLikeAPhrase(words) {
  return words.length >= 11 && words.length <= 26 && new Set(words).size >= words.length - 2;
}

/** @param {string[]} words @returns {List} */
function placesOf(words) {
  return new Map(words.map((word, i) => [word, i]));
}

/**
 * Twelve words of the list in a row, whatever stands between them: English prose never has that many, for "the" and
 * "and" are in no list. Some may be cut to four letters (BIP-39: these tell each word), or one may be misspelt.
 * @param {string} text
 */
function hasEnglishPhrase(text) {
  const words = text.match(/[a-z]{3,}/g) ?? []; // numbering ("a)", "第 1 个") hides no phrase
  let [whole, cut] = [0, 0]; // among the last twelve
  return words.some((word, i) => {
    const gone = words[i - 12] ?? "";
    whole += Number(ENGLISH.has(word)) - Number(ENGLISH.has(gone));
    cut += Number(isCut(word)) - Number(isCut(gone));
    if (whole === 12 || whole + Math.max(cut, 1) < 12 || i < 11) return whole === 12;
    const last = words.slice(i - 11, i + 1);
    return new Set(last).size >= 9 && (whole + cut === 12 ? cut > 2 : last.some(isMisspelt));
  });
}

const CUT = new Set(english.map((word) => word.slice(0, 4)));
/** @param {string} word */
const isCut = (word) => CUT.has(word) && !ENGLISH.has(word);

/** Every word of the list without one letter each; made when it is first asked for. @type {Set<string> | undefined} */
let slips;

function knownSlips() {
  slips ??= new Set(english.flatMap(without));
  return slips;
}

/**
 * One letter too many, too few, changed or swapped: without one letter each, two such words are the same.
 * @param {string} word
 */
function isMisspelt(word) {
  const known = knownSlips();
  const isInflected = ENGLISH.has(word.replace(/[sd]$/, "")) || ENGLISH.has(word.replace(/e[sd]$/, "")); // "provided" is no slip
  return word.length > 4 && !isInflected && without(word).some((rest) => known.has(rest));
}

/** @param {string} word */
const without = (word) => [word, ...Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1))];

/** "The 1st word is legal, the 2nd word is …", 第1位是…: between the numbers stands what stands everywhere, and one word. */
const NUMBER =
  /\d+(?:st|nd|rd|th)?|\b(?:first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf)th|[a-z]{3,5}teenth|twentieth|[ivx]+)\b/;

/** @param {string} text */
function hasNumberedPhrase(text) {
  const pieces = text
    .split(NUMBER)
    .slice(1, -1)
    .map((piece) => [...new Set(piece.slice(0, 60).match(/[a-z]+|[\u3400-\u9fff]/g) ?? [])]);
  if (pieces.length < 11) return false;
  const times = new Map();
  for (const word of pieces.flat()) times.set(word, (times.get(word) ?? 0) + 1);
  const words = pieces.map((piece) => piece.filter((word) => (times.get(word) ?? 0) < 9)).map((left) => (left.length === 1 ? left[0] : ""));
  /** @param {List} list */
  const least = (list) => (list === ENGLISH ? 8 : 10);
  return [ENGLISH, ...CHINESE].some((list) => runs(words, list).some((run) => run.length >= 11 && new Set(run).size >= least(list)));
}

/**
 * The stretches of words that are all on the list.
 * @param {string[]} words
 * @param {List} list
 */
function runs(words, list) {
  /** @type {string[][]} */
  const found = [[]];
  for (const word of words) {
    if (list.has(word)) found[found.length - 1].push(word);
    else found.push([]);
  }
  return found;
}

/**
 * A column of dates has signs of the list, too (年, 月, 日), but repeats the same few.
 * @param {string[]} run
 */
function isVaried(run) {
  return new Set(run).size >= 10;
}

/** @param {string} text @param {List} list */
function hasSpacedSigns(text, list) {
  return runs(text.match(/\p{L}+/gu) ?? [], list).some((run) => run.length >= 12 && (isVaried(run) || isPhrase(run.join(""), list, 0)));
}

const NAME = "(?:助[记記][词詞]|种子|種子|[钱錢]包|恢[复復][词詞]?)(?:就?是|为|為|如下)?";
const NAMED = new RegExp(`${NAME}[^\\u3400-\\u9fff]*([\\u3400-\\u9fff]{12,24})`, "g");
const FRAME = new RegExp(`${NAME}|[把将將]|[发發][给給送]|[给給]了|告[诉訴]|[.。!！?？;；]`);

/**
 * A Chinese phrase without spaces looks like a clause, so its checksum must hold, and its words must be drawn from the
 * whole list: prose uses the commonest, which head it (a clause's mean place is about 300, a phrase's 1024). Where the
 * text speaks of a wallet, or is nothing else, less is enough.
 * @param {string} text
 * @param {List} list
 */
function hasUnspacedPhrase(text, list) {
  const sentences = text.split(FRAME).map(clauses);
  const named = [...text.matchAll(NAMED)].flatMap(([, clause]) => LENGTHS.map((length) => clause.slice(0, length)));
  const grouped = sentences.filter((groups) => groups.every((group) => group.length <= 4)).map((groups) => groups.join(""));
  const least = /助[记記][词詞]|种子|種子|[钱錢]包|恢[复復]|seed|mnemonic/.test(text) ? 500 : 750;
  return (
    [...new Set([text.trim(), ...named, ...grouped])].some((signs) => isPhrase(signs, list, 500)) ||
    [...new Set([...clauses(text), ...sentences.flat()])].some((signs) => isPhrase(signs, list, least))
  );
}

/** @param {string} text */
function clauses(text) {
  return text.split(/[^\u3400-\u9fff]+/).filter(Boolean);
}

/**
 * @param {string} signs
 * @param {List} list
 * @param {number} least the mean place
 */
function isPhrase(signs, list, least) {
  if (!LENGTHS.includes(signs.length)) return false;
  const places = Array.from(signs, (sign) => list.get(sign) ?? Number.NaN);
  return places.reduce((sum, place) => sum + place, 0) / places.length >= least && checksumHolds(places); // NaN: a sign is not listed
}

/** @param {number[]} places */
function checksumHolds(places) {
  const bits = places.map((place) => place.toString(2).padStart(11, "0")).join("");
  const size = (bits.length * 32) / 33;
  const entropy = Uint8Array.from(bits.slice(0, size).match(/.{8}/g) ?? [], (byte) => parseInt(byte, 2));
  return sha256(entropy)[0].toString(2).padStart(8, "0").startsWith(bits.slice(size));
}
