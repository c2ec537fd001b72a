/** Finds seed phrases (BIP-39): twelve to 24 words drawn from a list of 2048, the last one with a checksum. */

import { sha256 } from "../../shared/hashes.js";
import { WORDS } from "./words.js";

const { english, ...chinese } = WORDS;
const ENGLISH = placesOf(english);
const CHINESE = Object.values(chinese).map(placesOf);
const LENGTHS = [12, 15, 18, 21, 24];

/** @param {string} text what was typed, without invisible signs */
export function hasSeedPhrase(text) {
  const lower = text.toLowerCase();
  return hasEnglishPhrase(lower) || hasNumberedPhrase(lower) || CHINESE.some((list) => hasSpacedSigns(lower, list) || hasUnspacedPhrase(lower, list));
}

function placesOf(list) {
  return new Map(list.map((word, i) => [word, i]));
}

/**
 * Twelve words of the list in a row, whatever stands between them: English prose never has that many, for "the" and
 * "and" are in no list. Some may be cut to four letters (BIP-39: these tell each word), or one may be misspelt.
 */
function hasEnglishPhrase(text) {
  const words = text.match(/[a-z]{3,}/g) ?? []; // numbering ("a)", "第 1 个") hides no phrase
  let [whole, cut] = [0, 0];
  return words.some((word, i) => {
    whole += ENGLISH.has(word) - ENGLISH.has(words[i - 12]);
    cut += isCut(word) - isCut(words[i - 12]);
    if (whole === 12 || whole + Math.max(cut, 1) < 12 || i < 11) return whole === 12;
    const last = words.slice(i - 11, i + 1);
    return new Set(last).size >= 9 && (whole + cut === 12 ? cut > 2 : last.some(isMisspelt));
  });
}

const CUT = new Set(english.map((word) => word.slice(0, 4)));
const isCut = (word) => CUT.has(word) && !ENGLISH.has(word);

/** One letter too many, too few, changed or swapped: without one letter each, two such words are the same. */
function isMisspelt(word) {
  slips ??= new Set(english.flatMap(without));
  const isInflected = ENGLISH.has(word.replace(/[sd]$/, "")) || ENGLISH.has(word.replace(/e[sd]$/, "")); // "provided" is no slip
  return word.length > 4 && !isInflected && without(word).some((rest) => slips.has(rest));
}

let slips;
const without = (word) => [word, ...Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1))];

/** "The 1st word is legal, the 2nd word is …", 第1位是…: between the numbers stands what stands everywhere, and one word. */
const NUMBER = /\d+(?:st|nd|rd|th)?|\b(?:first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf)th|[a-z]{3,5}teenth|twentieth|[ivx]+)\b/;

function hasNumberedPhrase(text) {
  const pieces = text.split(NUMBER).slice(1, -1).map((piece) => [...new Set(piece.slice(0, 60).match(/[a-z]+|[\u3400-\u9fff]/g))]);
  if (pieces.length < 11) return false;
  const times = new Map();
  for (const word of pieces.flat()) times.set(word, (times.get(word) ?? 0) + 1);
  const words = pieces.map((piece) => piece.filter((word) => times.get(word) < 9)).map((left) => (left.length === 1 ? left[0] : ""));
  return [ENGLISH, ...CHINESE].some((list) => runs(words, list).some((run) => run.length >= 11 && new Set(run).size >= (list === ENGLISH ? 8 : 10)));
}

/** The stretches of words that are all on the list. */
function runs(words, list) {
  const found = [[]];
  for (const word of words) {
    if (list.has(word)) found.at(-1).push(word);
    else found.push([]);
  }
  return found;
}

/** A column of dates has signs of the list, too (年, 月, 日), but repeats the same few. */
function isVaried(run) {
  return new Set(run).size >= 10;
}

function hasSpacedSigns(text, list) {
  return runs(text.match(/\p{L}+/gu) ?? [], list).some((run) => run.length >= 12 && (isVaried(run) || isPhrase(run, list, 0)));
}

const NAME = "(?:助[记記][词詞]|种子|種子|[钱錢]包|恢[复復][词詞]?)(?:就?是|为|為|如下)?";
const NAMED = new RegExp(`${NAME}[^\\u3400-\\u9fff]*([\\u3400-\\u9fff]{12,24})`, "g");
const FRAME = new RegExp(`${NAME}|[把将將]|[发發][给給送]|[给給]了|告[诉訴]|[.。!！?？;；]`);

/**
 * A Chinese phrase without spaces looks like a clause, so its checksum must hold, and its words must be drawn from the
 * whole list: prose uses the commonest, which head it (a clause's mean place is about 300, a phrase's 1024). Where the
 * text speaks of a wallet, or is nothing else, less is enough.
 */
function hasUnspacedPhrase(text, list) {
  const clauses = (part) => part.split(/[^\u3400-\u9fff]+/).filter(Boolean);
  const parts = text.split(FRAME).map(clauses);
  const named = [...text.matchAll(NAMED)].flatMap(([, clause]) => LENGTHS.map((length) => clause.slice(0, length)));
  const grouped = parts.filter((groups) => groups.every((group) => group.length <= 4)).map((groups) => groups.join(""));
  const least = /助[记記][词詞]|种子|種子|[钱錢]包|恢[复復]|seed|mnemonic/.test(text) ? 500 : 750;
  return [...new Set([text.trim(), ...named, ...grouped])].some((signs) => isPhrase(signs, list, 500))
    || [...new Set([...clauses(text), ...parts.flat()])].some((signs) => isPhrase(signs, list, least));
}

function isPhrase(signs, list, least) {
  if (!LENGTHS.includes(signs.length)) return false;
  const places = Array.from(signs, (sign) => list.get(sign));
  return places.reduce((sum, place) => sum + place, 0) / places.length >= least && checksumHolds(places); // NaN: a sign is not listed
}

function checksumHolds(places) {
  const bits = places.map((place) => place.toString(2).padStart(11, "0")).join("");
  const size = (bits.length * 32) / 33;
  const entropy = Uint8Array.from(bits.slice(0, size).match(/.{8}/g), (byte) => parseInt(byte, 2));
  return sha256(entropy)[0].toString(2).padStart(8, "0").startsWith(bits.slice(size));
}
