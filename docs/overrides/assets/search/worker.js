/**
 * The worker behind the search box: {query, number, root} comes in, {number, found} goes out; only the newest question is answered.
 * ``root`` is the address of the language's root. What it reads of a language is fetched with the first question, which may be empty.
 *
 * @import { Found } from "./results.js"
 */
import { results } from "./results.js";
import { Shelf } from "./shelf.js";

/** @type {Map<string, Shelf>} */
const shelves = new Map();
let newest = 0;

/** @param {string} address */
async function textAt(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} for ${address}`);
  return answer.text();
}

/** @param {string} root */
function shelfOf(root) {
  const shelf = shelves.get(root) ?? new Shelf((name) => textAt(`${root}search/${name}`));
  shelves.set(root, shelf);
  return shelf;
}

/**
 * @param {string} root
 * @param {string} query
 * @returns {Promise<Found | null>} null if it could not be loaded
 */
async function find(root, query) {
  try {
    return await results(shelfOf(root), query);
  } catch {
    return null;
  }
}

addEventListener("message", async ({ data: { query, number, root } }) => {
  newest = number;
  const found = await find(root, query);
  if (number === newest) postMessage({ number, found });
});
