/** One question of the way: what stands under its heading, its links made buttons. */

import { all, one } from "../../shared/find.js";

export class Question {
  section;

  /** @param {HTMLElement} section */
  constructor(section) {
    this.section = section;
  }

  /**
   * Puts a heading of the page, and what follows it up to the next one, into a part of its own.
   * @param {string} ask the heading's id
   */
  static at(ask) {
    const heading = one(document, `h2#${ask}`, HTMLHeadingElement);
    const section = document.createElement("section");
    section.className = "question";
    heading.before(section);
    section.append(heading);
    for (let next = section.nextElementSibling; next && !next.matches("h2, guide-flow"); next = section.nextElementSibling)
      section.append(next);
    heading.tabIndex = -1;
    const question = new Question(section);
    section.dataset.ask = ask;
    question.press();
    return question;
  }

  /** Makes a button of each answer that is a link. */
  press() {
    for (const link of all(this.section, "a[data-value]", HTMLAnchorElement)) {
      const button = Object.assign(document.createElement("button"), { type: "button", className: `answer ${link.className}` });
      button.value = link.dataset.value ?? "";
      button.dataset.address = link.getAttribute("href") ?? "";
      button.append(...link.childNodes);
      link.replaceWith(button);
    }
  }

  get #buttons() {
    return all(this.section, "button.answer", HTMLButtonElement);
  }

  /** @param {(value: string) => void} follow @param {AbortSignal} signal */
  onAnswer(follow, signal) {
    const pressed = (/** @type {Event} */ { target }) => {
      const button = target instanceof Element ? target.closest("button.answer") : null;
      if (button instanceof HTMLButtonElement) follow(button.value);
    };
    this.section.addEventListener("click", pressed, { signal });
  }

  /** @param {boolean} isCurrent @param {string | undefined} given the answer that was given before */
  show(isCurrent, given) {
    this.section.hidden = !isCurrent;
    if (isCurrent) this.section.dataset.question = this.section.dataset.ask;
    else delete this.section.dataset.question;
    for (const button of this.#buttons) {
      const isGiven = given !== undefined && button.value === given;
      button.setAttribute("aria-pressed", String(isGiven));
      const fold = button.closest("details");
      if (isGiven && fold) fold.open = true;
    }
  }

  /** Where the link of an answer led. @param {string} value */
  address(value) {
    return this.#button(value)?.dataset.address ?? "";
  }

  /** The words of an answer. @param {string} value */
  label(value) {
    return this.#button(value)?.querySelector("span")?.firstChild?.textContent?.trim() ?? value;
  }

  /** @param {string} value */
  #button(value) {
    return this.#buttons.find((button) => button.value === value);
  }

  /** Brings the question before the reader. */
  focus() {
    one(this.section, "h2", HTMLHeadingElement).focus({ preventScroll: true });
    this.section.scrollIntoView({ block: "start" });
  }
}
