/** The send guard: no way out while a blank is open or a secret stands in a box. */

import { findSecret } from "../../secrets/secrets.js";
import { all, one } from "../../shared/find.js";
import { readerOf } from "./boxes.js";
import { boxOf } from "./controls.js";
import { doubt } from "./doubts.js";
import { valueOf } from "./engine.js";
import { OPEN_TIME } from "./events.js";
import { pointer, say } from "./sheets.js";

/** @typedef {import("./desk.js").Kit} Kit */
/** @typedef {import("./engine.js").Field} Field */
/** @typedef {import("./engine.js").Values} Values */

export class Guard {
  #kit;
  #element;
  #form;
  #fields;
  #messages;

  /** @param {Kit} kit */
  constructor(kit) {
    this.#kit = kit;
    this.#element = kit.element;
    this.#form = kit.form;
    this.#fields = kit.template.fields ?? {};
    this.#messages = kit.supplies.words;
  }

  /**
   * Shuts or opens all ways out.
   * @param {boolean} isShut
   */
  shut(isShut) {
    for (const button of all(this.#element, "[data-needs-all]", HTMLButtonElement)) button.disabled = isShut;
    this.#element.toggleAttribute("data-complete", !isShut);
  }

  /**
   * Refuses secrets and points out what looks mistyped; the names of the refused boxes.
   * @param {Values} values
   */
  judge(values) {
    return Object.entries(this.#fields).flatMap(([name, field]) => (this.#judgeBox(name, field, valueOf(values, name)) ? name : []));
  }

  /**
   * @param {string} name
   * @param {Field} field
   * @param {string} value
   */
  #judgeBox(name, field, value) {
    const box = boxOf(this.#form, name);
    const secret = findSecret(box.value, field.kind);
    const fault = one(this.#element, `[data-box="${name}"] [data-fault]`, HTMLElement);
    say(fault, secret ? this.#messages.refused[secret] : (this.#messages.doubt[doubt(field, box, value)] ?? ""));
    fault.hidden = !fault.textContent;
    fault.toggleAttribute("data-refused", Boolean(secret));
    box.setAttribute("aria-invalid", String(Boolean(secret)));
    return secret;
  }

  /**
   * Tells what is still in the way, and shuts the ways out if anything is.
   * @param {string[]} missing the blanks without which the letter makes no sense
   * @param {Values} values
   * @param {string[]} refused
   */
  tell(missing, values, refused) {
    const open = [...new Set([...missing, ...this.#unfinished(values)])];
    this.shut(open.length > 0 || refused.length > 0);
    this.#list("[data-missing]", open);
    this.#list("[data-refusals]", refused);
    const { blocked, open: stillOpen, complete, completeMasked } = this.#messages;
    const told = [refused.length && blocked, open.length && stillOpen.replace("{n}", String(open.length))].filter(Boolean);
    const done = readerOf(this.#kit).masked ? completeMasked : complete;
    say(one(this.#element, "[data-count]", HTMLElement), told.join(" ") || done);
  }

  /**
   * The lists in which an event still lacks its time.
   * @param {Values} values
   */
  #unfinished(values) {
    return Object.keys(this.#fields).filter((name) => this.#fields[name].kind === "events" && valueOf(values, name).includes(OPEN_TIME));
  }

  /**
   * Lists boxes by their names in the page's language; a list that is the same stays, under the finger that may be on it.
   * @param {string} selector
   * @param {string[]} names
   */
  #list(selector, names) {
    const list = one(this.#element, selector, HTMLElement);
    if (
      all(list, "button", HTMLButtonElement)
        .map(({ dataset }) => dataset.focus)
        .join() === names.join()
    )
      return;
    const language = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
    list.replaceChildren(...names.map((name) => pointer(name, this.#fields[name].label[language])));
  }
}
