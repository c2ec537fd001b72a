/** What the element shows: an answer for each thing that was found, the words of scams, or a refusal to look at a secret. */

import { one } from "../../shared/find.js";
import { TabStore } from "../../shared/store.js";
import { marked } from "./difference.js";

/** @import { Judge, Verdict } from "./verdicts.js" */

/** What might be a phrase or a key: only then is it worth fetching what tells. */
const LONG = /(?:\p{L}{2,}[\s,.;、，]+){8}|[0-9A-Za-z]{40,}|[\u3400-\u9fff\s]{12,}|\d{6}|\b(?:password|pin)\b|密[码碼]/iu;

/**
 * Looked at before anybody asks: what is compiled then keeps no first answer waiting. Patterns are compiled once for Latin and once for other texts;
 * what tells a misspelt phrase is made when something is nearly one.
 */
const SAMPLES = [
  "The code was sent to one.example, two@mail.example, @three or +1 202 555 0100",
  "abandon ability able about above absent absorb abstract absurd abuse access acidd",
  "这里有一些字，还有 one.example",
];

export class Answers {
  #element;
  #judge;
  #box;
  #out;
  #asked = 0;
  /** @type {Promise<{findSecret: (text: string, kind: string) => string}> | null} */
  #guard = null;
  #pasted = new TabStore("pasted");

  /**
   * @param {HTMLElement} element
   * @param {Judge} judge
   */
  constructor(element, judge) {
    this.#element = element;
    this.#judge = judge;
    this.#box = one(element, "textarea", HTMLTextAreaElement);
    this.#out = one(element, "[data-answers]", HTMLElement);
  }

  /** @param {AbortSignal} signal */
  open(signal) {
    this.#box.addEventListener("focus", () => this.#warmUp(), { signal, once: true });
    const { value = "" } = this.#pasted.kept();
    this.#pasted.keep({});
    if (value && !this.#box.value) this.#box.value = value;
    this.#box.addEventListener("input", () => this.#answer(), { signal });
    if (this.#box.value) this.#answer();
  }

  async #answer() {
    this.#asked += 1;
    const [number, text] = [this.#asked, this.#box.value];
    const isSecret = text.trim() !== "" && (await this.#isSecret(text));
    if (number !== this.#asked) return;
    if (isSecret) this.#refuse();
    else this.#show(text.trim() ? this.#judge.all(text) : null, text);
  }

  async #warmUp() {
    const { findSecret } = await this.#loaded();
    for (const text of SAMPLES) {
      findSecret(text, "events");
      this.#judge.signs(text);
      for (const { verdict } of this.#judge.all(text)) this.#filled(verdict, {});
    }
  }

  /** What tells a secret, fetched once the box is used; without it nothing is one: nothing leaves the tab in any case. */
  #loaded() {
    this.#guard ??= import(new URL("../../secrets.js", import.meta.url).href).catch(() => {
      this.#guard = null; // the next input tries again
      return { findSecret: () => "" };
    });
    return /** @type {Promise<{findSecret: (text: string, kind: string) => string}>} */ (this.#guard);
  }

  /** @param {string} text */
  async #isSecret(text) {
    if (!LONG.test(text)) return false;
    const { findSecret } = await this.#loaded();
    return ["seed", "key", "password", "code"].includes(findSecret(text, "events"));
  }

  #refuse() {
    this.#box.value = "";
    this.#out.replaceChildren(this.#filled("secret", {}));
  }

  /**
   * @param {Verdict[] | null} verdicts null if nothing was pasted
   * @param {string} text
   */
  #show(verdicts, text) {
    const answers = (verdicts ?? []).map((verdict) => this.#answerOf(verdict));
    const signs = verdicts
      ? this.#judge.signs(text).map((sign) => this.#filled("sign", { link: sign.name, words: sign.words }, sign.path))
      : [];
    const isVoid = verdicts && !answers.length && !signs.length;
    this.#out.replaceChildren(...signs, ...answers, ...(isVoid ? [this.#filled("nothing", {})] : []));
  }

  /** @param {Verdict} found */
  #answerOf(found) {
    const { verdict, value, path, platform, like, hint, isReported } = found;
    const answer = this.#filled(verdict, { ...found, link: found.owner }, path);
    answer.dataset.verdict = verdict;
    if (platform) answer.dataset.platform = platform;
    answer.toggleAttribute("data-reported", Boolean(isReported));
    const isAlike = like && hint !== "before" && !value.includes("@"); // else nothing in one stands for anything in the other
    const [mine, real] = isAlike ? marked(value, like) : [[value], [like ?? ""]];
    one(answer, "[data-value]", HTMLElement).replaceChildren(...mine);
    answer.querySelector("[data-like]")?.replaceChildren(...real);
    for (const part of answer.querySelectorAll("[data-when]")) {
      if (part instanceof HTMLElement && ![hint ?? "", isReported ? "reported" : "official"].includes(part.dataset.when ?? ""))
        part.remove();
    }
    return answer;
  }

  /**
   * A copy of a template of the page with words in its places; a place without words goes.
   * @param {string} name
   * @param {Record<string, unknown>} words
   * @param {string} [path] of the page that its link leads to
   */
  #filled(name, words, path = "") {
    const { content } = one(this.#element, `template[data-for="${name}"]`, HTMLTemplateElement);
    const answer = one(/** @type {DocumentFragment} */ (content.cloneNode(true)), "[data-answer]", HTMLElement);
    for (const place of answer.querySelectorAll("[data-word]")) {
      const word = words[/** @type {HTMLElement} */ (place).dataset.word ?? ""];
      if (word) place.textContent = String(word);
      else (place.closest("[data-if-any]") ?? place).remove();
    }
    const link = answer.querySelector("a[data-word]");
    if (link instanceof HTMLAnchorElement) link.href = `${this.#element.dataset.root}${path}`;
    return answer;
  }
}
