/**
 * The worker behind the search box. First {language, core} comes in: the address of the language's root, and the core of its search. Then
 * {query, number}; {number, found} goes out, for the newest question alone.
 *
 * @import { Found } from "./results.js"
 */
import { results } from "./results.js";
import { Shelf } from "./shelf.js";

let shelf = new Shelf(() => Promise.reject(new Error("no search was named")));
let newest = 0;

/**
 * The search of a language, whose core is at hand.
 * @param {string} language
 * @param {string} core
 */
function shelfOf(language, core) {
  return new Shelf(async (name) => {
    if (name === "core.json") return core;
    const answer = await fetch(`${language}search/${name}`);
    if (!answer.ok) throw new Error(`${answer.status} for ${name}`);
    return answer.text();
  });
}

/**
 * @param {string} query
 * @returns {Promise<Found | null>} null if it could not be loaded
 */
async function find(query) {
  try {
    return await results(shelf, query);
  } catch {
    return null;
  }
}

addEventListener("message", async ({ data: { language, core, query, number } }) => {
  if (core) {
    shelf = shelfOf(language, core);
    return;
  }
  newest = number;
  const found = await find(query);
  if (number === newest) postMessage({ number, found });
});
