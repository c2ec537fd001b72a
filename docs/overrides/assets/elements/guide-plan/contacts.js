/**
 * The chosen platform's contacts on its plan: those that are good for the trouble, and the complaints desk of the reader's company. What is
 * only reported folds away below them, with what to do about it said once.
 *
 * @import { Contact, Facts } from "../../plan/facts.js"
 * @import { Situation } from "../../plan/situation.js"
 */

import { filled } from "../../plan/facts.js";
import { putOnClipboard } from "../../shared/clipboard.js";
import { all, one } from "../../shared/find.js";

/** @param {HTMLElement} element @param {Facts} facts @param {Situation} chosen @param {AbortSignal} signal */
export function showContacts(element, { platforms, words }, { platform, company }, signal) {
  const place = one(document, "[data-contacts]", HTMLElement);
  place.querySelector("[data-own]")?.remove();
  const own = platforms.find(({ id }) => id === platform);
  for (const each of all(place, "[data-unchosen]", HTMLElement)) each.hidden = Boolean(own) || platform === "none";
  if (!own) return;
  const fits = fitting(own.contacts, element.dataset.issue ?? "", company);
  const [sure, unsure] = [fits.filter(({ warning }) => !warning), fits.filter(({ warning }) => warning)];
  const box = Object.assign(document.createElement("div"), { className: "plan-contacts" });
  box.dataset.own = "";
  const title = Object.assign(document.createElement("p"), { className: "card__label" });
  title.textContent = filled(fits.length ? words.contacts : words.noContacts, { name: own.name });
  const address = `${element.dataset.root}${own.address}`;
  const more = Object.assign(document.createElement("a"), { href: address, textContent: filled(words.more, { name: own.name }) });
  box.append(title, listOf(element, sure), ...(unsure.length ? [folded(element, unsure, words)] : []), more);
  box.addEventListener("click", ({ target }) => copyFrom(target, words), { signal });
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

/** @param {HTMLElement} element @param {Contact[]} contacts */
function listOf(element, contacts) {
  const list = Object.assign(document.createElement("ul"), { className: "plan-contacts__list" });
  list.append(...contacts.map((contact) => shown(element, contact)));
  return list;
}

/** @param {HTMLElement} element @param {Contact[]} contacts @param {Record<string, any>} words */
function folded(element, contacts, words) {
  const fold = Object.assign(document.createElement("details"), { className: "inner" });
  const title = Object.assign(document.createElement("summary"), { textContent: filled(words.unsure, { n: String(contacts.length) }) });
  fold.append(title, listOf(element, contacts));
  return fold;
}

/** @param {HTMLElement} element @param {Contact} contact */
function shown(element, { name, value, uri, copied, warning }) {
  const template = one(element, "template[data-contact]", HTMLTemplateElement);
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

/** Copies the value beside a button that was pressed, and says so on it. @param {EventTarget | null} target @param {Record<string, any>} words */
async function copyFrom(target, words) {
  const button = target instanceof Element ? target.closest("button") : null;
  if (!button) return;
  one(button, "span", HTMLElement).textContent = (await putOnClipboard(button.value)) ? words.copied : words.notCopied;
}
