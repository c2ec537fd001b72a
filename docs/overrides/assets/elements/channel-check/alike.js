/**
 * Which names a reader could take for a known one at a glance. What looks like what comes from Unicode's own table, by way of the list that a
 * build makes; what thieves put around a name comes with it. Of a short name only what stands alone counts: "olx" is somebody else's.
 *
 * @typedef {{label: string, owner: number, host: string, isWord: boolean}} Brand a name to be told from its look-alikes, and the host that it stands
 *   for; isWord: an ordinary word, too
 */

import { shownHost } from "./host.js";

/** Signs of Latin that look alike, several letters first: what is written before ">" is read as what follows. */
const SAME = pairs("rn>m nn>m lc>k cl>d v>u uu>w 0>o 1>l i>l 5>s 3>e 4>a 7>t 8>b 9>g q>g 2>z");
/** Signs that only a hurried eye confuses. */
const NEAR = pairs("lb>b lh>h dl>d c>e d>b n>m r>m 6>g");
/** Of a name of this many letters or fewer, one that is a letter off is somebody else's. */
const SHORT = 4;
/** An ordinary word that is a letter off a name: it is taken for nobody's. */
const ORDINARY = "finance";
/** A name of this many letters or more is known by all but one of them, wherever they stand. */
const LONG = 7;

export class Alikes {
  #twins;
  #brands;
  #words;

  /**
   * @param {Record<string, string>} twins signs of other scripts, by the Latin ones they look like
   * @param {Brand[]} brands
   * @param {string[]} words what thieves put around a name
   */
  constructor(twins, brands, words) {
    this.#twins = new Map(Object.entries(twins).flatMap(([latin, signs]) => [...signs].map((sign) => [sign, latin])));
    this.#brands = brands.map((brand) => ({
      ...brand,
      seen: exchanged(brand.label, SAME),
      near: exchanged(exchanged(brand.label, SAME), NEAR),
    }));
    this.#words = words.map((word) => exchanged(word, SAME)).sort((a, b) => b.length - a.length);
  }

  /**
   * The brand that a host could be taken for, or undefined.
   * @param {string} host
   */
  ofHost(host) {
    const labels = this.#seen(shownHost(host)).split(".").slice(0, -1);
    return this.#found([...labels, labels.join("")]);
  }

  /**
   * The brand that a name of an account or a mailbox could be taken for.
   * @param {string} name
   */
  ofName(name) {
    return this.#found([this.#seen(name).replace(/[._]/g, "-")]);
  }

  /** @param {string[]} labels as they are seen */
  #found(labels) {
    const texts = new Set(labels.flatMap((label) => [label, label.replaceAll("-", ""), ...label.split("-")]));
    const parts = [...texts].filter((text) => text.length > 1).map((text) => this.#partOf(text));
    return this.#brands.find((brand) => parts.some((part) => isAlike(part, brand)));
  }

  /**
   * A part of a name in every form that is compared.
   * @param {string} text
   * @returns {Part}
   */
  #partOf(text) {
    const own = text.replaceAll(exchanged(ORDINARY, SAME), "");
    return { text, near: exchanged(text, NEAR), bare: this.#bare(text), own, ownNear: exchanged(own, NEAR) };
  }

  /**
   * A part without a word that thieves put before or after a name, in each way there is.
   * @param {string} part
   */
  #bare(part) {
    const found = new Set();
    for (const word of this.#words) {
      if (part.startsWith(word)) found.add(part.slice(word.length));
      if (part.endsWith(word)) found.add(part.slice(0, -word.length));
    }
    return found;
  }

  /**
   * The name as a reader sees it: accents dropped, signs of other scripts as their Latin twins.
   * @param {string} name
   */
  #seen(name) {
    const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    return exchanged(Array.from(plain, (sign) => this.#twins.get(sign) ?? sign).join(""), SAME);
  }
}

/**
 * @typedef {{text: string, near: string, bare: Set<string>, own: string, ownNear: string}} Part
 * @param {Part} part
 * @param {Brand & {seen: string, near: string}} brand
 */
function isAlike(part, { seen, near, label, isWord }) {
  if (part.text === seen || part.near === near || part.bare.has(seen)) return true;
  if (isWord) return label.length > SHORT + 1 && isOneSlip(part.text, seen);
  if (part.text.includes(seen)) return true;
  if (label.length <= SHORT) return false;
  return isOneSlip(part.own, seen) || (label.length >= LONG && (isOneSlip(part.ownNear, near) || isOneSlipWithin(part.own, seen)));
}

/** @param {string} table */
function pairs(table) {
  return table.split(" ").map((pair) => pair.split(">"));
}

/**
 * @param {string} text
 * @param {string[][]} table
 */
function exchanged(text, table) {
  return table.reduce((now, [sign = "", alike = ""]) => now.replaceAll(sign, alike), text);
}

/**
 * Whether a part of a name is a letter off another one.
 * @param {string} name
 * @param {string} other
 */
function isOneSlipWithin(name, other) {
  const sizes = [other.length, other.length - 1, other.length + 1];
  for (let i = 0; i + other.length - 1 <= name.length; i++) {
    const isNear = name[i] === other[0] || name[i + 1] === other[1] || name[i] === other[1]; // else the first letters are two slips
    if (isNear && sizes.some((size) => isOneSlip(name.slice(i, i + size), other))) return true;
  }
  return false;
}

/**
 * Whether two names are a letter apart, or two neighbours changed places.
 * @param {string} a
 * @param {string} b
 */
function isOneSlip(a, b) {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i += 1;
  if (short.length < long.length) return short.slice(i) === long.slice(i + 1);
  const isTwisted = short[i] === long[i + 1] && short[i + 1] === long[i];
  return short.slice(i + 1) === long.slice(i + 1) || (isTwisted && short.slice(i + 2) === long.slice(i + 2));
}
