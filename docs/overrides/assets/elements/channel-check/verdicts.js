/**
 * What can be said of a pasted value, from the list of what the guide knows. Never that something is safe: "listed" says where it stands, "unlisted"
 * proves nothing. Pure: a text and the list in, verdicts out. The list's form: macros/outputs/known.py.
 *
 * @import { Found } from "./finding.js"
 * @typedef {"listed" | "obsolete" | "lookalike" | "unlisted" | "unreadable"} Name
 * @typedef {[kind: string, value: string, owner: number, state: number, text: string, source: number, day: string]} Value
 * @typedef {object} List what the guide knows
 * @property {[name: string, path: string, platform: string][]} owners
 * @property {string[]} sources
 * @property {Value[]} values state: 0 official, 1 only reported, 2 not to be used
 * @property {[label: string, owner: number, host: string, isWord: number][]} brands
 * @property {Record<string, string>} twins
 * @property {string} words
 * @property {string[]} shared hosts at which anybody can have an address
 * @property {[name: string, path: string, phrases: string[]][]} signs
 *
 * @typedef {object} Verdict
 * @property {Name} verdict
 * @property {string} value what was judged, as it was read
 * @property {string} [platform] the id of the platform it belongs to, or looks like
 * @property {string} [owner] whose it is, or is not
 * @property {string} [path] the page on them
 * @property {boolean} [isReported] nobody but others says so
 * @property {string} [text] what it is, or why it must not be used
 * @property {string} [source]
 * @property {string} [day] the date of the source
 * @property {string} [like] the real one
 * @property {"own-host" | "shared" | "before" | "number" | "script"} [hint] what else to say
 */

import { Alikes } from "./alike.js";
import { findAll } from "./finding.js";
import { readAddress, shownHost, suffixes } from "./host.js";

const ORDER = ["obsolete", "lookalike", "unreadable", "unlisted", "listed"];

export class Judge {
  #list;
  #alikes;
  /** @type {Map<string, Value>} */
  #values;
  #shared;

  /** @param {List} list */
  constructor(list) {
    this.#list = list;
    this.#values = new Map(list.values.map((value) => [`${value[0]} ${value[1]}`, value]));
    this.#shared = new Set(list.shared);
    const brands = list.brands.map(([label, owner, host, isWord]) => ({ label, owner, host, isWord: Boolean(isWord) }));
    this.#alikes = new Alikes(list.twins, brands, list.words.split(" "));
  }

  /**
   * A verdict for everything in a text that can be judged, the most dangerous first.
   * @param {string} text
   * @returns {Verdict[]}
   */
  all(text) {
    const found = findAll(text).map((item) => this.#of(item));
    return found.sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
  }

  /**
   * The patterns of scams whose words a text uses.
   * @param {string} text
   * @returns {{name: string, path: string, words: string}[]}
   */
  signs(text) {
    const plain = text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ");
    return this.#list.signs.flatMap(([name, path, phrases]) => {
      const words = phrases.find((phrase) => plain.includes(phrase));
      return words ? [{ name, path, words }] : [];
    });
  }

  /**
   * @param {Found} item
   * @returns {Verdict}
   */
  #of({ kind, text }) {
    if (kind === "email") return this.#ofMailbox(text);
    if (kind === "handle") return this.#ofAccount(text);
    return kind === "phone" ? this.#ofNumber(text) : this.#ofAddress(text);
  }

  /** @param {string} text */
  #ofAddress(text) {
    const { host, before, path } = readAddress(text);
    if (!host) return unreadable(text);
    const verdict = this.#ofHost(host, path);
    if (!before || verdict.verdict === "obsolete") return verdict;
    const [claimed = ""] = before.split(":");
    const brand = this.#alikes.ofHost(claimed.includes(".") ? claimed : `${claimed}.com`);
    return brand && verdict.verdict !== "listed"
      ? this.#lookalike(verdict.value, brand, "before")
      : { ...verdict, hint: /** @type {const} */ ("before") };
  }

  /**
   * @param {string} host
   * @param {string} path
   * @returns {Verdict}
   */
  #ofHost(host, path) {
    const shown = shownHost(host);
    const shared = suffixes(host).find((domain) => this.#shared.has(domain));
    const place = path.replace(/[?#].*/, "").replace(/\/+$/, "");
    const page = this.#known("page", (host.replace(/^www\./, "") + place).toLowerCase());
    if (page) return this.#told(page, shown);
    for (const domain of shared === host ? [] : suffixes(host)) {
      const known = this.#known("host", domain);
      if (known) return this.#told(known, shown);
    }
    const brand = this.#alikes.ofHost(host) ?? (shared ? this.#alikes.ofName(path.slice(1).split(/[/?#]/)[0] ?? "") : undefined);
    const value = shown + (shared ? path : "");
    if (brand) return this.#lookalike(value, brand);
    return { verdict: "unlisted", value, ...(shared ? { hint: "shared" } : {}) };
  }

  /**
   * @param {string} text
   * @returns {Verdict}
   */
  #ofMailbox(text) {
    const at = text.lastIndexOf("@");
    const [name, place] = [text.slice(0, at).toLowerCase(), text.slice(at + 1)];
    const { host } = readAddress(place);
    if (!host || !name) return unreadable(text);
    const value = `${name}@${shownHost(host)}`;
    const known = this.#known("email", `${name}@${host}`);
    if (known) return this.#told(known, value);
    const { verdict, ...about } = this.#ofHost(host, "");
    if (verdict === "listed") return { ...about, verdict: "unlisted", value, hint: "own-host" };
    const brand = verdict === "unlisted" && this.#alikes.ofName(name);
    return brand ? this.#lookalike(value, brand) : { ...about, verdict, value };
  }

  /**
   * @param {string} text
   * @returns {Verdict}
   */
  #ofAccount(text) {
    const name = text.replace(/^@/, "").toLowerCase();
    const known = this.#known("handle", name);
    if (known) return this.#told(known, `@${name}`);
    const brand = this.#alikes.ofName(name);
    return brand ? this.#lookalike(`@${name}`, brand) : { verdict: "unlisted", value: `@${name}` };
  }

  /**
   * A number is another one if a letter stands in it: 96ll0.
   * @param {string} text
   * @returns {Verdict}
   */
  #ofNumber(text) {
    const [plain, read] = [digits(text), digits(text.replace(/[lI]/g, "1").replace(/[oO]/g, "0"))];
    const known = this.#known("phone", read) ?? this.#known("phone", read.replace(/^00/, ""));
    const masked = this.#list.values.find(([kind, value, , state]) => kind === "phone" && state === 2 && isMasked(value, read));
    if (known?.[3] === 2 || masked) return this.#told(known?.[3] === 2 ? known : /** @type {Value} */ (masked), text);
    if (!known) return { verdict: "unlisted", value: text, hint: "number" };
    return plain === read ? this.#told(known, text) : { ...this.#about(known[2]), verdict: "lookalike", value: text, like: read };
  }

  /**
   * @param {string} kind
   * @param {string} value
   */
  #known(kind, value) {
    return this.#values.get(`${kind} ${value}`);
  }

  /**
   * @param {Value} value
   * @param {string} shown
   * @returns {Verdict}
   */
  #told([, , owner, state, text, source, day], shown) {
    const about = { ...this.#about(owner), value: shown, text, source: this.#list.sources[source] ?? "", day };
    return state === 2 ? { ...about, verdict: "obsolete" } : { ...about, verdict: "listed", isReported: state === 1 };
  }

  /**
   * @param {string} value
   * @param {{owner: number, host: string}} brand
   * @param {Verdict["hint"]} [hint]
   * @returns {Verdict}
   */
  #lookalike(value, { owner, host: like }, hint) {
    const strange = /[^\x20-\x7e]/.test(value) ? "script" : undefined;
    return { ...this.#about(owner), verdict: "lookalike", value, like, ...(hint || strange ? { hint: hint ?? strange } : {}) };
  }

  /** @param {number} owner */
  #about(owner) {
    const [name = "", path = "", platform = ""] = this.#list.owners[owner] ?? [];
    return { owner: name, path, platform };
  }
}

/**
 * @param {string} value
 * @returns {Verdict}
 */
const unreadable = (value) => ({ verdict: "unreadable", value });

/** @param {string} text */
const digits = (text) => text.replace(/\D/g, "");

/**
 * Whether a number is one of those of which only the beginning is told: 8525808xxxx.
 * @param {string} masked
 * @param {string} number
 */
function isMasked(masked, number) {
  return masked.includes("x") && masked.length === number.length && number.startsWith(masked.slice(0, masked.indexOf("x")));
}
