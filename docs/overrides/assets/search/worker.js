/**
 * The worker behind the search box. First {language, core} comes in: the address of the language's root, and the core of its search. Then
 * {query, number}; {number, found} goes out, once or twice, for the newest question alone.
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
 * Answers a question part by part; with null if it could not be answered. A newer question ends it.
 * @param {string} query
 * @param {number} number
 */
async function answer(query, number) {
  try {
    for await (const found of results(shelf, query)) {
      if (number !== newest) return;
      postMessage({ number, found });
    }
  } catch {
    if (number === newest) postMessage({ number, found: null });
  }
}

addEventListener("message", ({ data: { language, core, query, number } }) => {
  if (core) {
    shelf = shelfOf(language, core);
    return;
  }
  newest = number;
  answer(query, number);
});
