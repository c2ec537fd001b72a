/**
 * The chosen platform's contacts on its plan: those for everybody and those of the reader's company, complaint desks last.
 *
 * @import { Contact, Facts } from "../../plan/facts.js"
 * @import { Situation } from "../../plan/situation.js"
 */

import { filled } from "../../plan/facts.js";
import { putOnClipboard } from "../../shared/clipboard.js";
import { all, one } from "../../shared/find.js";

/** @param {HTMLElement} element @param {Facts} facts @param {Situation} chosen */
export function showContacts(element, { platforms, words }, { platform, company }) {
  const place = one(document, "[data-contacts]", HTMLElement);
  place.querySelector("[data-own]")?.remove();
  const own = platforms.find(({ id }) => id === platform);
  for (const each of all(place, "[data-unchosen]", HTMLElement)) each.hidden = Boolean(own) || platform === "none";
  if (!own) return;
  const fits = own.contacts.filter((contact) => !contact.company || contact.company === company);
  const inOrder = [...fits].sort((a, b) => Number(a.purpose === "complaints") - Number(b.purpose === "complaints"));
  const root = element.dataset.root ?? "";
  const box = Object.assign(document.createElement("div"), { className: "plan-contacts" });
  box.dataset.own = "";
  const title = Object.assign(document.createElement("p"), { className: "card__label" });
  title.textContent = filled(inOrder.length ? words.contacts : words.noContacts, { name: own.name });
  const list = Object.assign(document.createElement("ul"), { className: "plain" });
  list.append(...inOrder.map((contact) => shown(element, contact, words)));
  const more = Object.assign(document.createElement("a"), { href: `${root}${own.address}`, textContent: filled(words.more, { name: own.name }) });
  box.append(title, list, more);
  place.append(box);
}

/** @param {HTMLElement} element @param {Contact} contact @param {Record<string, any>} words */
function shown(element, { name, value, uri, copied, warning }, words) {
  const template = one(element, "template[data-contact]", HTMLTemplateElement);
  const item = one(/** @type {DocumentFragment} */ (template.content.cloneNode(true)), "li", HTMLLIElement);
  one(item, "[data-name]", HTMLElement).textContent = name;
  const [link, plain] = [one(item, "[data-link]", HTMLAnchorElement), one(item, "[data-value]", HTMLElement)];
  if (uri) Object.assign(link, { href: uri, textContent: value, rel: "noopener noreferrer" });
  else plain.textContent = value;
  (uri ? plain : link).remove();
  const button = one(item, "button", HTMLButtonElement);
  if (copied) button.addEventListener("click", async () => say(button, (await putOnClipboard(value)) ? words.copied : words.notCopied));
  else button.remove();
  const caution = one(item, "[data-warn]", HTMLElement);
  caution.textContent = warning;
  caution.hidden = !warning;
  return item;
}

/** @param {HTMLButtonElement} button @param {string} words */
function say(button, words) {
  one(button, "span", HTMLElement).textContent = words;
}
