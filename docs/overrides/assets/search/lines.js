/**
 * What the files of a search tell of terms and phrases: macros/search/files.py tells their form.
 *
 * @typedef {{idf: number, names: string, bodies: string}} Term
 * @typedef {{ideas: number[], documents: number[]}} Phrase
 * @typedef {{terms: Map<string, Term>, phrases: Map<number, Phrase>}} Part one file; phrases by their digests
 */

/** Lines of some files together. */
export class Lines {
  #parts;

  /** @param {Part[]} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /**
   * @param {string} name
   * @returns {Term | undefined}
   */
  term(name) {
    for (const { terms } of this.#parts) if (terms.has(name)) return terms.get(name);
    return undefined;
  }

  /**
   * @param {string} key
   * @returns {Phrase | undefined}
   */
  phrase(key) {
    const digest = digestOf(key);
    for (const { phrases } of this.#parts) if (phrases.has(digest)) return phrases.get(digest);
    return undefined;
  }

  /**
   * The terms of names that begin with some letters.
   * @param {string} letters
   */
  beginningWith(letters) {
    /** @type {[string, Term][]} */
    const found = [];
    for (const { terms } of this.#parts) for (const line of terms) if (line[0].startsWith(letters) && line[1].names) found.push(line);
    return found;
  }

  /**
   * Whether the character after a place in a stretch makes no known pair with its neighbours: it may be the wrong one.
   * @param {string[]} run
   * @param {number} at
   */
  isStrange(run, at) {
    return ![at, at + 1].some((first) => this.term(run[first] + run[first + 1])?.names);
  }

  /** @param {Lines} others */
  and(others) {
    return new Lines([...this.#parts, ...others.#parts]);
  }
}

/**
 * CRC-32 of a text.
 * @param {string} text
 */
export function digestOf(text) {
  let rest = -1;
  for (const byte of new TextEncoder().encode(text)) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (rest & 1 && 0xedb88320);
  }
  return ~rest >>> 0;
}

/**
 * The lines of one file.
 * @param {string} text
 * @returns {Part}
 */
export function partOf(text) {
  /** @type {Part} */
  const part = { terms: new Map(), phrases: new Map() };
  for (const line of text ? text.split("\n") : []) {
    const [head, first = "", second = "", third = ""] = line.split("\t");
    if (head.startsWith("=")) part.phrases.set(Number.parseInt(head.slice(1), 36), { ideas: numbers(first), documents: numbers(second) });
    else part.terms.set(head, { idf: Number.parseInt(first, 36) / 10, names: second, bodies: third });
  }
  return part;
}

/**
 * Words, each of which begins with so many letters of the one before.
 * @param {string} text
 */
export function unfolded(text) {
  let word = "";
  return Array.from(text.matchAll(/([A-Z])([a-z]*)/g), ([, same, rest]) => {
    word = word.slice(0, same.charCodeAt(0) - 65) + rest;
    return word;
  });
}

/** @param {string} text */
const numbers = (text) => (text ? text.split(" ").map((digits) => Number.parseInt(digits, 36)) : []);

/** @type {Map<string, [number, number, number][]>} */
const read = new Map();

/**
 * Postings: (document, number of the name, 0 for a body, weight); each text is read once.
 * @param {string} text
 */
export function postings(text) {
  const found = read.get(text) ?? parsed(text);
  read.set(text, found);
  return found;
}

/**
 * @param {string} text
 * @returns {[number, number, number][]}
 */
function parsed(text) {
  let document = 0;
  return Array.from(text.matchAll(/([0-9a-z]+)([A-Z])(?:([0-9a-z]+)(?![0-9a-zA-Z]))?/g), ([, distance, letter, number]) => {
    document += Number.parseInt(distance, 36);
    return [document, number ? Number.parseInt(number, 36) : 0, weight(letter)];
  });
}

/** @param {string} letter */
const weight = (letter) => (letter.charCodeAt(0) - 65) / 25;
