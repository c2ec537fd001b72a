/**
 * The search box. It opens by its button, a click, the keys / s f, an address with ``?q=`` or the first letter; passing it by keyboard leaves it
 * shut. The worker behind it, and what it reads, are fetched once the box is opened: most readers of a page never do.
 *
 * @import { Found } from "../search/results.js"
 */
import { putOnClipboard } from "../shared/clipboard.js";
import { one } from "../shared/find.js";
import { rowOf } from "./hits.js";

const toggle = one(document, "#__search", HTMLInputElement);
const dialog = one(document, ".md-search", HTMLElement);
const input = one(dialog, ".md-search__input", HTMLInputElement);
const share = one(dialog, ".search-share", HTMLAnchorElement);
const ending = one(dialog, ".md-search__suggest", HTMLElement);
const state = one(dialog, ".hits__state", HTMLElement);
const list = one(dialog, ".hits", HTMLOListElement);
const { worker = "", root = "", begin = "", none = "", single = "", several = "", shared = "", failed = "" } = dialog.dataset;

const language = new URL(root, location.href).href;

/** @type {Promise<Worker> | null} */
let engine = null;
let asked = 0;

const rules = {
  createScriptURL: (/** @type {string} */ address) => (new URL(address, location.href).origin === location.origin ? address : ""),
};
/** The one address that a script of ours may begin with: the policy of the page lets no other text become a script. */
const trusted = /** @type {any} */ (window).trustedTypes?.createPolicy("recourse", rules) ?? rules;

/** The worker, once it was sent the core of the search, which comes while the worker itself is loaded. */
async function begun() {
  const made = new Worker(trusted.createScriptURL(worker), { type: "module" });
  made.addEventListener("message", ({ data }) => data.number === asked && show(data.found));
  made.addEventListener("error", failedToLoad);
  const answer = await fetch(`${language}search/core.json`);
  if (!answer.ok) throw new Error(`${answer.status} for the core of the search`);
  made.postMessage({ language, core: await answer.text() });
  return made;
}

function failedToLoad() {
  engine = null; // the next key tries again
  show(null);
}

/** @param {string} query */
function ask(query) {
  asked += 1;
  const number = asked;
  engine ??= begun();
  engine.then((ready) => ready.postMessage({ query, number }), failedToLoad);
}

/** @param {Found | null} found null if the search could not be loaded */
function show(found) {
  const { hits, from, count, words } = found ?? { hits: [], from: 0, count: 0, words: [] };
  const rows = hits.map((hit) => rowOf(hit, root, words));
  if (from) return list.append(...rows); // the rest: what stands there stays, and so does the focus
  const isEmpty = !input.value.trim();
  list.replaceChildren(...rows);
  const counted = count === 1 ? single : several.replace("#", String(count));
  state.textContent = isEmpty ? begin : count ? counted : found ? none : failed;
  ending.textContent = found?.suggestion && !isEmpty ? input.value + found.suggestion : "";
}

function queried() {
  open();
  const address = new URL(location.href.split("#")[0]);
  address.search = new URLSearchParams({ q: input.value }).toString();
  share.href = address.href;
  ending.textContent = "";
  ask(input.value);
}

function open() {
  if (!toggle.checked) toggle.click();
}

function close() {
  if (toggle.checked) toggle.click();
}

/** @type {Element | null} */
let before = null;

toggle.addEventListener("change", () => {
  if (!toggle.checked) {
    input.blur();
    if (before instanceof HTMLElement && before !== input) before.focus();
    return;
  }
  before = document.activeElement;
  input.focus();
  if (!engine) ask(""); // it fetches what it needs before the first key
});

input.addEventListener("pointerdown", open);
input.addEventListener("input", queried);
input.form?.addEventListener("submit", (event) => event.preventDefault());
input.form?.addEventListener("reset", () => {
  setTimeout(queried); // the box is emptied after this
  input.focus();
});

share.addEventListener("click", async (event) => {
  event.preventDefault();
  if (await putOnClipboard(share.href)) state.textContent = shared;
});

dialog.addEventListener("focusout", ({ relatedTarget }) => {
  if (relatedTarget instanceof Node && !dialog.contains(relatedTarget)) {
    before = null; // the reader has gone on
    close();
  }
});

/** The links to what was found. */
function links() {
  return [...list.querySelectorAll("a")];
}

/** @param {number} step to the next stop, or the one before */
function move(step) {
  const stops = [input, ...links()];
  const at = stops.indexOf(/** @type {HTMLInputElement} */ (document.activeElement));
  stops[(Math.max(at, 0) + step + stops.length) % stops.length]?.focus();
}

/** @type {Record<string, (event: KeyboardEvent) => void>} */
const KEYS = {
  ArrowDown: (event) => {
    event.preventDefault();
    move(1);
  },
  ArrowUp: (event) => {
    event.preventDefault();
    move(-1);
  },
  Escape: close,
  Enter: () => document.activeElement === input && links()[0]?.click(),
  ArrowRight: () => {
    const isAtEnd = input.selectionStart === input.value.length && document.activeElement === input;
    if (!isAtEnd || !ending.textContent) return;
    input.value = ending.textContent;
    queried();
  },
};

dialog.addEventListener("keydown", (event) => {
  if (!event.isComposing && toggle.checked) KEYS[event.key]?.(event);
});

document.addEventListener("keydown", (event) => {
  const { target, key } = event;
  const isTyping = target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey || !["/", "s", "f"].includes(key)) return;
  event.preventDefault();
  open();
});

const query = new URL(location.href).searchParams.get("q");
if (query) {
  input.value = query;
  queried();
}
