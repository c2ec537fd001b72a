/**
 * A line of what the search found.
 *
 * @import { Hit } from "../search/results.js"
 */

/**
 * @param {Hit} hit
 * @param {string} root the way to the root of the language
 * @param {string[]} words to be marked on the page it leads to
 */
export function rowOf(hit, root, words) {
  const row = element("li", "hit");
  const link = document.createElement("a");
  const target = targetOf(`${root}/${hit.address}`, words);
  link.href = target.href;
  link.dataset.kbResult = target.pathname + target.hash;
  const place = element("span", "hit__place", hit.place);
  if (hit.haste) place.append(element("span", `hit__haste hit__haste--${hit.urgency}`, hit.haste));
  const step = element("span", "hit__step", hit.step);
  if (hit.lead) step.prepend(element("b", "", hit.lead));
  link.append(place, element("span", "hit__name", hit.title), step);
  row.append(link);
  return row;
}

/**
 * @param {string} kind
 * @param {string} name
 * @param {string} [text]
 */
function element(kind, name, text = "") {
  const made = document.createElement(kind);
  made.className = name;
  made.textContent = text;
  return made;
}

/**
 * @param {string} way
 * @param {string[]} words
 */
function targetOf(way, words) {
  const target = new URL(way, location.href);
  if (words.length) target.searchParams.set("h", words.join(" "));
  return target;
}
