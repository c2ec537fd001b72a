/**
 * The chosen platform's contacts on the page of a trouble and on its plans: those that are good for it, and the complaints desk of the
 * reader's company. What is only reported folds away below them, with what to do about it said once.
 *
 * @import { Contact, Facts } from "../../plan/facts.js"
 * @import { Situation } from "../../plan/situation.js"
 */

import { filled } from "../../plan/facts.js";
import { all, one } from "../../shared/find.js";

/** @param {HTMLElement} place where they go @param {Facts} facts @param {Situation} chosen */
export function showContacts(place, { platforms, words }, { platform, company }) {
  place.querySelector("[data-own]")?.remove();
  const own = platforms.find(({ id }) => id === platform);
  for (const each of all(place, "[data-unchosen]", HTMLElement)) each.hidden = Boolean(own) || platform === "none";
  if (!own) return;
  const fits = fitting(own.contacts, place.dataset.contacts ?? "", company);
  const [sure, unsure] = [fits.filter(({ warning }) => !warning), fits.filter(({ warning }) => warning)];
  const box = Object.assign(document.createElement("div"), { className: "plan-contacts" });
  box.dataset.own = "";
  const title = Object.assign(document.createElement("p"), { className: "card__label" });
  title.textContent = filled(fits.length ? words.contacts : words.noContacts, { name: own.name });
  const address = `${place.dataset.root}${own.address}`;
  const more = Object.assign(document.createElement("a"), { href: address, textContent: filled(words.more, { name: own.name }) });
  box.append(title, listOf(place, sure), ...(unsure.length ? [folded(place, unsure, words)] : []), more);
  place.append(box);
}

/**
 * Those for everybody and those of the reader's company: good for the trouble, or where complaints go. If none is, all of them.
 * @param {Contact[]} contacts
 * @param {string} issue
 * @param {string} company
 */
function fitting(contacts, issue, company) {
  const own = contacts.filter((contact) => !contact.company || contact.company === company);
  const good = own.filter(({ issues, purpose }) => issues.includes(issue) || purpose === "complaints");
  return (good.length ? good : own).sort((a, b) => Number(a.purpose === "complaints") - Number(b.purpose === "complaints"));
}

/** @param {HTMLElement} place @param {Contact[]} contacts */
function listOf(place, contacts) {
  const list = Object.assign(document.createElement("ul"), { className: "plan-contacts__list" });
  list.append(...contacts.map((contact) => shown(place, contact)));
  return list;
}

/** @param {HTMLElement} place @param {Contact[]} contacts @param {Record<string, any>} words */
function folded(place, contacts, words) {
  const fold = Object.assign(document.createElement("details"), { className: "inner" });
  const title = Object.assign(document.createElement("summary"), { textContent: filled(words.unsure, { n: String(contacts.length) }) });
  fold.append(title, listOf(place, contacts));
  return fold;
}

/** @param {HTMLElement} place @param {Contact} contact */
function shown(place, { name, value, uri, copied, warning }) {
  const template = one(place, "template[data-contact]", HTMLTemplateElement);
  const item = one(/** @type {DocumentFragment} */ (template.content.cloneNode(true)), "li", HTMLLIElement);
  one(item, "[data-name]", HTMLElement).textContent = name;
  const [link, plain] = [one(item, "[data-link]", HTMLAnchorElement), one(item, "[data-value]", HTMLElement)];
  if (uri) Object.assign(link, { href: uri, textContent: value, rel: "noopener noreferrer" });
  else plain.textContent = value;
  (uri ? plain : link).remove();
  const button = one(item, "button", HTMLButtonElement);
  if (copied) button.value = value;
  else button.remove();
  const caution = one(item, "[data-warn]", HTMLElement);
  caution.textContent = warning;
  caution.hidden = !warning;
  return item;
}
