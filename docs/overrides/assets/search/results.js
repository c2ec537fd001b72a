/**
 * What a reader is shown for a query: hits as the theme's search box takes them, which inserts titles and texts as HTML.
 *
 * @import { Hit } from "./ranking.js"
 * @import { Detail, Shelf } from "./shelf.js"
 * @typedef {{location: string, title: string, text: string, score: number, terms: Record<string, boolean>}} Item
 * @typedef {{items: Item[][], suggest: string[]}} Results
 */
import { search } from "./ranking.js";

const MOST = 10;

/**
 * @param {Shelf} shelf
 * @param {string} query
 * @returns {Promise<Results>}
 */
export async function results(shelf, query) {
  const hits = (await search(shelf, query)).slice(0, MOST);
  const { words } = await shelf.core();
  const details = await Promise.all(hits.map(({ document }) => shelf.detail(document)));
  const terms = wordsOf(query);
  return {
    items: hits.map((hit, at) => [item(hit, details[at], terms, words)]),
    suggest: suggestions(query, details[0]?.[1] ?? ""),
  };
}

/**
 * @param {Hit} hit
 * @param {Detail} detail
 * @param {Record<string, boolean>} terms
 * @param {Record<string, string>} words
 * @returns {Item}
 */
function item({ score }, [address, title, page, step, section, urgency], terms, words) {
  const place = [section, page].filter(Boolean).map(escaped).join(" › ");
  const name = `<span class="hit__name" data-kb-result="${escaped(address)}">${escaped(title)}</span>`;
  const haste =
    urgency === "now" || urgency === "today" ? `<span class="hit__haste hit__haste--${urgency}">${escaped(words[urgency])}</span>` : "";
  const lead = page ? "" : `<b>${escaped(words.first)}</b>`;
  const text = `<span class="hit__step">${step && !page && urgency ? lead : ""}${escaped(step)}</span>`;
  const head = `<span class="hit__place">${place}${haste}</span>${name}`;
  const isPart = address.includes("#"); // the theme shows the text of whole pages only
  return { location: address, title: isPart ? head + text : head, text: isPart ? "" : text, score, terms };
}

/**
 * The words of a query, for the theme to mark on the page it leads to.
 * @param {string} query
 */
function wordsOf(query) {
  const words = query.match(/[a-z0-9]{2,}|[\u3400-\u9fff]{2,}/gi) ?? [];
  return Object.fromEntries(words.map((word) => [word, true]));
}

/**
 * How the last word may go on: as in the best title.
 * @param {string} query
 * @param {string} title
 */
function suggestions(query, title) {
  const last =
    query
      .split(/[\s-]+/)
      .pop()
      ?.toLowerCase() ?? "";
  const words = [title, ...title.split(/[^\p{L}\p{N}]+/u)].map((word) => word.toLowerCase());
  return last ? words.filter((word) => word.startsWith(last) && word !== last).slice(0, 1) : [];
}

/** @param {string} text */
export function escaped(text) {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
