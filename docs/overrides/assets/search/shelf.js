/**
 * The files of a search, each fetched once: macros/search/files.py tells their forms.
 *
 * @typedef {object} Core
 * @property {string} folder where the other files of the index stand, with a slash; its name changes with them
 * @property {string} details where the files of details stand, likewise
 * @property {Map<string, string>} script
 * @property {number[][]} ideas the documents that each idea leads to
 * @property {Record<string, number>} firsts the document that an idea puts first
 * @property {number[]} weights
 * @property {number[]} sizes how much less likely each document makes a term because much is typed for it
 * @property {number} terms how many files of terms there are
 * @property {number} sounds how many of sounds; 0 where nobody writes by sound
 * @property {Record<string, string>} words what goes with results
 * @property {number} chunk how many documents stand in a file of details
 * @typedef {[address: string, title: string, page: string, step: string, section: string, urgency: string]} Detail
 */
import { changedFrom, gapsOf, isHan } from "./analysis.js";
import { digestOf, Lines, partOf, unfolded } from "./lines.js";

const SYLLABLE = /^([a-z]+)[' ]/;

export class Shelf {
  /** @type {Map<string, Promise<any>>} */
  #kept = new Map();
  #read;

  /** @param {(name: string) => Promise<string>} read a file's text by its name */
  constructor(read) {
    this.#read = read;
  }

  /**
   * A file, read and made sense of once; one that could not be had is asked for again.
   * @template Kept
   * @param {string} name
   * @param {(text: string) => Kept} make
   * @returns {Promise<Kept>}
   */
  #get(name, make) {
    const kept = this.#kept.get(name) ?? this.#read(name).then(make);
    this.#kept.set(name, kept);
    kept.catch(() => this.#kept.delete(name));
    return kept;
  }

  /**
   * A file of the folder that the core names.
   * @template Kept
   * @param {string} name
   * @param {(text: string) => Kept} make
   * @returns {Promise<Kept>}
   */
  async #found(name, make) {
    const { folder } = await this.core();
    return this.#get(folder + name, make);
  }

  /** @returns {Promise<Core>} */
  core() {
    return this.#get("core.json", (text) => {
      const core = JSON.parse(text);
      const [from, to] = core.script.map((/** @type {string} */ signs) => Array.from(signs));
      return {
        ...core,
        script: new Map(from.map((/** @type {string} */ sign, /** @type {number} */ at) => [sign, to[at]])),
        weights: Array.from(core.weights, (/** @type {string} */ digit) => Number.parseInt(digit, 36) / 20),
        sizes: Array.from(core.sizes, (/** @type {string} */ digit) => Number.parseInt(digit, 36) / 20),
        sounds: core.sounds ?? 0,
      };
    });
  }

  /**
   * The lines of everything that begins with one of some tokens, together.
   * @param {"t" | "s"} letter
   * @param {number} files how many there are
   * @param {Iterable<string>} tokens
   * @returns {Promise<Lines>}
   */
  async lines(letter, files, tokens) {
    if (!files) return new Lines([]);
    const numbers = new Set(Array.from(tokens, (token) => fileOf(token, files)));
    const found = await Promise.all(Array.from(numbers, (number) => this.#found(`${letter}${number}.txt`, partOf)));
    return new Lines(found);
  }

  /**
   * The lines of all that stretches may ask for, and of what leaves out a character that seems wrong.
   * @param {string[][]} runs
   */
  async about(runs) {
    const { terms } = await this.core();
    const tokens = runs.flat();
    const begins = tokens.map((token, at) => (isHan(token) && isHan(tokens[at + 1] ?? "") ? token + tokens[at + 1] : token));
    const lines = await this.lines("t", terms, [...begins, ...changedFrom(tokens[tokens.length - 1] ?? "")]);
    const gaps = runs.flatMap((run) => run.flatMap((_, at) => (lines.isStrange(run, at) ? gapsOf(run.slice(at, at + 3)) : [])));
    return gaps.length ? lines.and(await this.lines("t", terms, gaps)) : lines;
  }

  /**
   * What is shown of a document.
   * @param {number} document
   * @returns {Promise<Detail>}
   */
  async detail(document) {
    const { chunk, details } = await this.core();
    const rows = await this.#get(`${details}d${Math.floor(document / chunk)}.json`, JSON.parse);
    return rows[document % chunk];
  }

  /** The words of names, the most used first. @returns {Promise<Set<string>>} */
  words() {
    return this.#found("words.txt", (text) => new Set(unfolded(text)));
  }

  /** The syllables of each character, and all syllables. @returns {Promise<{of: Map<string, string[]>, all: Set<string>}>} */
  sounds() {
    return this.#found("sounds.txt", (text) => {
      const rows = text.split("\n").map((line) => line.split(" "));
      /** @type {Map<string, string[]>} */
      const of = new Map();
      for (const [sound, mostly] of rows) for (const sign of mostly) of.set(sign, [sound]);
      for (const [sound, , also = ""] of rows) for (const sign of also) of.get(sign)?.push(sound);
      return { of, all: new Set(rows.map(([sound]) => sound)) };
    });
  }
}

/**
 * The number of the file of what begins with a token.
 * @param {string} token
 * @param {number} files
 */
export function fileOf(token, files) {
  const begins = isHan(token) ? token.slice(0, 2) : (token.match(SYLLABLE)?.[1] ?? token.slice(0, 3));
  return digestOf(begins) % files;
}
