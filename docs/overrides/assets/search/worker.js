/**
 * The worker behind the theme's search box. It speaks the theme's messages: 0 sets it up, 1 says that it is ready, 2 asks, 3 answers.
 * The engine and its files are fetched once somebody opens the box: most readers of a page never do.
 */

const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;

/** @type {Promise<(query: string) => Promise<unknown>> | null} */
let engine = null;
let folder = "";
let asked = 0;

/** @returns {Promise<(query: string) => Promise<unknown>>} */
function begun() {
  engine ??= Promise.all([import("./results.js"), import("./shelf.js")]).then(([{ results }, { Shelf }]) => {
    const shelf = new Shelf((name) => fetch(folder + name).then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status))));
    return shelf.core().then(() => (/** @type {string} */ query) => results(shelf, query));
  });
  engine.catch(() => {
    engine = null; // the next key tries again
  });
  return engine;
}

/** @param {string} query */
async function answer(query) {
  asked += 1;
  const own = asked;
  const found = query.trim() ? await begun().then((find) => find(query)) : { items: [] };
  if (own === asked) postMessage({ type: RESULT, data: found });
}

addEventListener("message", ({ data }) => {
  if (data.type === SETUP) {
    folder = new URL(data.data.config.folder, new URL("../../../", location.href)).href;
    postMessage({ type: READY });
  } else if (data.type === QUERY) {
    answer(data.data).catch(() => postMessage({ type: RESULT, data: { items: [] } }));
  }
});

new BroadcastChannel("search").addEventListener("message", () => folder && begun());
