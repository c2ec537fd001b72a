/** The form at work: it reads the boxes, shows the letter, lets the guard judge, and does what the reader asks for. */

import { choose, forget as forgetSituation, situation } from "../../plan/situation.js";
import { all, one } from "../../shared/find.js";
import { attach, tickAttached } from "./attachments.js";
import { readerOf, tongueOf, valuesOf } from "./boxes.js";
import { follow, offerSituation, tellParty } from "./company.js";
import { boxOf } from "./controls.js";
import { fill } from "./engine.js";
import { addEvent } from "./events.js";
import { Guard } from "./guard.js";
import { forget, kept, recall, remember, restore } from "./memory.js";
import { say, showLetter, showReceipts } from "./sheets.js";
import { WaysOut } from "./ways-out.js";
import { askFor, followDate, offerZone, presets, recallPrecision, zonesOf } from "./zones.js";

/**
 * @typedef {import("./engine.js").FilledLetter} FilledLetter
 * @typedef {import("./engine.js").LetterTemplate} LetterTemplate
 * @typedef {import("./engine.js").Values} Values
 * @typedef {import("./boxes.js").Language} Language
 * @typedef {import("./supplies.js").Supplies} Supplies
 * @typedef {import("./controls.js").Box} Box
 * @typedef {"open" | "blocked" | "complete" | "completeMasked" | "mail" | "copyThenMail" | "copied" | "notCopied" | "copiedBody" | "cleared" | "restored" | "others"} Message
 * @typedef {Record<Message, string> & Record<"refused" | "doubt" | "conflict" | "subject", Record<string, string>>} Messages
 * @typedef {object} Kit what the desk, the guard and the ways out work with
 * @property {HTMLElement} element
 * @property {HTMLFormElement} form
 * @property {LetterTemplate} template
 * @property {Supplies} supplies
 * @property {(language: Language) => HTMLElement} sheetOf
 */

/** @type {Language[]} */
const LANGUAGES = ["zh", "en"];

export class Desk {
  /** @type {Kit} */
  #kit;
  #guard;
  #ways;
  /** What stood in the form before it was cleared. @type {Record<string, string>} */
  #cleared = {};
  /** The reader's situation before it was cleared with it. */
  #situation = situation();
  /** What a button may ask for. @type {Record<string, () => unknown>} */
  #actions = {
    copy: () => this.#tell(this.#ways.copy()),
    mail: () => this.#tell(this.#ways.mail()),
    gmail: () => this.#tell(this.#ways.webMail("gmail")),
    outlook: () => this.#tell(this.#ways.webMail("outlook")),
    eml: () => this.#ways.saveDraft(),
    txt: () => this.#ways.saveText(),
    print: () => window.print(),
    clear: () => this.#clear(),
    undo: () => this.#undo(),
  };

  /**
   * @param {HTMLElement} element
   * @param {LetterTemplate} template
   * @param {Supplies} supplies
   */
  constructor(element, template, supplies) {
    for (const field of Object.values(template.fields ?? {})) if (field.kind === "country") field.choices = supplies.countries;
    this.#kit = {
      element,
      form: one(element, "form", HTMLFormElement),
      template,
      supplies,
      sheetOf: (language) => one(element, `[data-letter="${language}"]`, HTMLElement),
    };
    this.#guard = new Guard(this.#kit);
    this.#ways = new WaysOut(this.#kit);
  }

  /**
   * Takes the place of the sheets that stand there without scripts, and follows the reader.
   * @param {AbortSignal} signal ends that
   */
  open(signal) {
    const { element, form } = this.#kit;
    for (const place of [form, one(element, ".way-out", HTMLElement)]) Object.assign(place, { hidden: false, inert: false });
    element.classList.add("is-live");
    this.#recall();
    form.addEventListener("input", ({ target }) => this.#typed(target), { signal });
    form.addEventListener("change", ({ target }) => this.#chosen(target), { signal });
    form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    element.addEventListener("click", ({ target }) => this.#clicked(target), { signal });
    document.addEventListener("change", ({ target }) => this.#attached(target), { signal });
    window.addEventListener("pageshow", ({ persisted }) => persisted && this.#startAgain(), { signal });
    this.#update();
  }

  /** @param {EventTarget | null} target */
  #typed(target) {
    this.#announce("");
    this.#offerUndo({});
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) followDate(target);
    this.#update();
  }

  /** @param {EventTarget | null} target */
  #chosen(target) {
    if (target instanceof HTMLSelectElement) {
      follow(this.#kit, target.name);
      if (target.matches("[data-precision]")) askFor(target);
    }
    this.#update();
  }

  /** A tick in the list of things to attach writes them into the letter. @param {EventTarget | null} target */
  #attached(target) {
    if (target instanceof HTMLInputElement && attach(this.#kit.form, target, tongueOf(this.#kit.form))) this.#update();
  }

  /** @param {EventTarget | null} target */
  #clicked(target) {
    const button = target instanceof Element ? target.closest("button") : null;
    const { focus, line, action } = button?.dataset ?? {};
    if (focus) this.#reach(boxOf(this.#kit.form, focus));
    if (line) this.#addEvent(line);
    if (action && !button?.disabled) this.#actions[action]();
  }

  #update() {
    const { form } = this.#kit;
    this.#guard.shut(true); // whatever goes wrong from here on, nothing goes out
    const values = valuesOf(this.#kit);
    const letter = this.#show(values);
    const refused = this.#guard.judge(values);
    this.#unfold("[data-fault]:not([hidden])");
    this.#guard.tell(letter.missing, values, refused);
    this.#nameMail();
    tellParty(this.#kit);
    tickAttached(form, tongueOf(form));
    remember(form, new Set([...refused, ...presets(form)]));
  }

  /**
   * Writes the letter in both languages.
   * @param {Values} values
   * @returns {FilledLetter} in the language it is sent in
   */
  #show(values) {
    const { form, template, sheetOf } = this.#kit;
    const [reader, tongue] = [readerOf(this.#kit), tongueOf(form)];
    for (const language of LANGUAGES) {
      showLetter(sheetOf(language), fill(template, values, reader, language), (name) => template.fields?.[name].label[language] ?? name);
      sheetOf(language).classList.toggle("is-chosen", language === tongue);
    }
    const letter = fill(template, values, reader, tongue);
    showReceipts(letter.paragraphs);
    return letter;
  }

  /** Says on the button that a letter too long for a mail link is copied first. */
  #nameMail() {
    const { element, supplies } = this.#kit;
    const mail = one(element, '[data-action="mail"]', HTMLButtonElement);
    mail.textContent = mail.disabled || this.#ways.fitsLink ? supplies.words.mail : supplies.words.copyThenMail;
  }

  /**
   * Brings a box under the reader's fingers.
   * @param {Box} box
   */
  #reach(box) {
    this.#unfold(`[name="${box.name}"]`);
    box.focus();
  }

  /** @param {string} name */
  #addEvent(name) {
    addEvent(this.#kit.form, name);
    this.#update();
  }

  /** Brings back what the tab remembers; what the device or the company tells is told anew. */
  #recall() {
    const { form } = this.#kit;
    recallPrecision(form);
    recall(form);
    for (const zone of zonesOf(form)) offerZone(zone, Object.hasOwn(kept(), zone.name));
    offerSituation(this.#kit);
    this.#unfold(
      ":is(input:not([data-ahead]), textarea, select:not([data-zone]))",
      (element) => "value" in element && Boolean(element.value),
    );
  }

  /**
   * Opens the boxes for more details if one of them holds what is looked for.
   * @param {string} selector
   * @param {(element: Element) => boolean} test
   */
  #unfold(selector, test = () => true) {
    for (const more of all(this.#kit.element, ".more-boxes", HTMLDetailsElement)) {
      if ([...more.querySelectorAll(selector)].some(test)) more.open = true;
    }
  }

  #clear() {
    const before = kept();
    this.#situation = situation();
    forgetSituation();
    forget();
    this.#startAgain();
    forget();
    this.#offerUndo(before);
    this.#announce(this.#kit.supplies.words.cleared);
  }

  /** Brings back what was cleared: until the next key, or until the page is left. */
  #undo() {
    restore(this.#cleared);
    choose(this.#situation);
    this.#offerUndo({});
    this.#startAgain();
    this.#announce(this.#kit.supplies.words.restored);
  }

  /** @param {Record<string, string>} cleared */
  #offerUndo(cleared) {
    this.#cleared = cleared;
    one(this.#kit.element, '[data-action="undo"]', HTMLButtonElement).hidden = !Object.keys(cleared).length;
  }

  /** Shows what the tab remembers now and nothing else; a browser may bring back an old page as it was. */
  #startAgain() {
    const { form } = this.#kit;
    form.reset();
    for (const box of all(form, "input:not([type=radio]):not([type=checkbox])", HTMLInputElement)) box.value = "";
    for (const box of all(form, "textarea", HTMLTextAreaElement)) box.value = "";
    this.#recall();
    this.#update();
  }

  /** @param {Promise<string>} telling what to tell the reader when it is done, if anything */
  async #tell(telling) {
    const words = await telling;
    if (words) this.#announce(words);
  }

  /** @param {string} words */
  #announce(words) {
    say(one(this.#kit.element, "[data-said]", HTMLElement), words);
  }
}
