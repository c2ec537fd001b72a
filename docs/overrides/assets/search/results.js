/**
 * What a reader is shown for a query: texts, never markup.
 *
 * @import { Detail, Shelf } from "./shelf.js"
 * @typedef {object} Hit
 * @property {string} address from the root of the language
 * @property {string} title
 * @property {string} place the section and page it stands in
 * @property {string} step what to do first, or what it answers
 * @property {string} lead the word before the step; "" for none
 * @property {string} urgency
 * @property {string} haste the urgency in words, if it is any
 * @typedef {object} Found a part of what was found
 * @property {Hit[]} hits
 * @property {number} from how many stand before them
 * @property {number} count how many there are in all
 * @property {string[]} words those to mark on the page
 * @property {string} suggestion how the last word goes on
 */
import { search } from "./ranking.js";

const SOON = 5; // hits that are shown before the details of the rest have come: on a slow line each file takes its time
const MOST = 10;
const MOST_WORDS = 12;

/**
 * What to show, in one part or two.
 * @param {Shelf} shelf
 * @param {string} query
 * @returns {AsyncGenerator<Found>}
 */
export async function* results(shelf, query) {
  const { words } = await shelf.core();
  const ranked = query.trim() ? (await search(shelf, query)).slice(0, MOST) : [];
  const details = ranked.map(({ document }) => shelf.detail(document)); // all are asked for at once, the best first
  for (const detail of details) detail.catch(() => null); // told where it is waited for
  const about = { count: ranked.length, words: wordsOf(query), suggestion: suggestionFor(query, (await details[0])?.[1] ?? "") };
  for (const [from, to] of [
    [0, SOON],
    [SOON, MOST],
  ]) {
    if (from && from >= ranked.length) return;
    const some = await Promise.all(details.slice(from, to));
    yield { ...about, from, hits: some.map((detail) => hitOf(detail, words)) };
  }
}

/**
 * @param {Detail} detail
 * @param {Record<string, string>} words
 * @returns {Hit}
 */
function hitOf([address, title, page, step, section, urgency], words) {
  const isHasty = urgency === "now" || urgency === "today";
  return {
    address,
    title,
    place: [section, page].filter(Boolean).join(" › "),
    step,
    lead: step && !page && urgency ? words.first : "",
    urgency,
    haste: isHasty ? words[urgency] : "",
  };
}

/**
 * The words of a query that are worth a mark on the page it leads to.
 * @param {string} query
 */
function wordsOf(query) {
  return [...new Set(query.toLowerCase().match(/[a-z0-9]{3,}|[\u3400-\u9fff]{2,}/g) ?? [])].slice(0, MOST_WORDS);
}

/**
 * How the last word goes on in the best title; "" if it does not.
 * @param {string} query
 * @param {string} title
 */
function suggestionFor(query, title) {
  const last =
    query
      .split(/[\s-]+/)
      .pop()
      ?.toLowerCase() ?? "";
  const words = [title, ...title.split(/[^\p{L}\p{N}]+/u)].map((word) => word.toLowerCase());
  const longer = last ? words.find((word) => word.startsWith(last) && word !== last) : undefined;
  return longer?.slice(last.length) ?? "";
}
