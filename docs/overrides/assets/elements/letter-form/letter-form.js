/**
 * <letter-form>: a form beside a live letter in two languages. Nothing typed leaves the page by itself; values stay
 * in this tab's session storage so that the next letter need not be filled again. Words come from the page.
 */

import { putOnClipboard } from "../../shared/clipboard.js";
import { OPEN_TIME, doubt } from "./doubts.js";
import { fill, plain, valueOf } from "./engine.js";
import { eventLine, inUtc, withZone } from "../../shared/moments.js";
import { MAILTO_LIMIT, eml, follow, mailto, save, txt } from "./outputs.js";
import { findSecret } from "./secrets.js";
import { pointer, showLetter, showReceipts } from "./sheets.js";
import { keep, kept, remember, restore } from "../../shared/store.js";
import { followDate, offerZone, presets, zonesOf } from "./zones.js";

const LANGUAGES = ["zh", "en"];

class LetterForm extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.source = JSON.parse(this.dataset.source);
    this.words = JSON.parse(this.dataset.words);
    for (const part of [this.form, this.querySelector(".way-out")]) part.hidden = false;
    this.classList.add("is-live");
    this.restore();
    this.form.addEventListener("input", () => this.say(""));
    this.form.addEventListener("input", ({ target }) => followDate(target));
    for (const change of ["input", "change"]) this.form.addEventListener(change, () => this.update());
    window.addEventListener("pageshow", ({ persisted }) => { if (persisted) this.startAgain(); });
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.elements.entity?.addEventListener("change", () => this.chooseEntity());
    this.addEventListener("click", (event) => this.act(event));
    this.update();
  }

  /** What stands in the boxes, by field; a moment in UTC, a local moment with its zone, as the letters say it. */
  get values() {
    return Object.fromEntries(Object.entries(this.source.fields).map(([name, field]) => [name, this.read(name, field.kind)]));
  }

  /** Who reads the letter: the company, the place of the reader or of the body it goes to; masked, anybody. */
  get reader() {
    const { entity, place, seat, masked } = this.form.elements;
    return { entity: entity?.value ?? "", place: (place ?? seat)?.value ?? "", masked: masked.checked };
  }

  /** The language the letter is sent in. */
  get tongue() {
    return this.form.elements.tongue.value;
  }

  sheet(language) {
    return this.querySelector(`[data-letter="${language}"]`);
  }

  read(name, kind) {
    const { value } = this.form.elements[name];
    const tell = { moment: inUtc, "local-moment": withZone }[kind];
    return tell && value ? tell(value, this.form.elements[`${name}-zone`].value) : value;
  }

  update() {
    this.bar(true); // whatever goes wrong from here on, nothing goes out
    const { values } = this;
    const letters = Object.fromEntries(LANGUAGES.map((language) => [language, fill(this.source, values, this.reader, language)]));
    for (const language of LANGUAGES) {
      showLetter(this.sheet(language), letters[language], (name) => this.source.fields[name].label[language]);
      this.sheet(language).classList.toggle("is-chosen", language === this.tongue);
    }
    showReceipts(letters[this.tongue].paragraphs);
    const refused = this.judge(values);
    this.unfold("[data-fault]:not([hidden])");
    this.guard([...new Set([...letters[this.tongue].missing, ...this.unfinished(values)])], refused);
    remember(this.form, new Set([...refused, ...presets(this.form)]));
  }

  /** The lists in which an event still lacks its time. */
  unfinished(values) {
    return Object.keys(this.source.fields).filter((name) => this.source.fields[name].kind === "events" && valueOf(values, name).includes(OPEN_TIME));
  }

  /** Refuses secrets and points out what looks mistyped. @returns {string[]} the refused boxes */
  judge(values) {
    return Object.entries(this.source.fields).filter(([name, field]) => {
      const secret = findSecret(this.form.elements[name].value, field.kind);
      const box = this.querySelector(`[data-box="${name}"]`);
      const fault = box.querySelector("[data-fault]");
      fault.textContent = secret ? this.words.refused[secret] : this.words.doubt[doubt(field, this.form.elements[name], valueOf(values, name))] ?? "";
      fault.hidden = !fault.textContent;
      fault.toggleAttribute("data-refused", Boolean(secret));
      this.form.elements[name].setAttribute("aria-invalid", String(Boolean(secret)));
      return secret;
    }).map(([name]) => name);
  }

  /** Send guard: no way out while a blank is open or a secret stands in a box. */
  guard(missing, refused) {
    const blocked = missing.length > 0 || refused.length > 0;
    this.bar(blocked);
    const list = this.querySelector("[data-missing]");
    const point = (name) => pointer(name, LANGUAGES.map((language) => [this.sheet(language).lang, this.source.fields[name].label[language]]));
    list.replaceChildren(...missing.map(point));
    this.querySelector("[data-refusals]").replaceChildren(...refused.map(point));
    const told = [refused.length && this.words.blocked, missing.length && this.words.open.replace("{n}", missing.length)].filter(Boolean);
    this.querySelector("[data-count]").textContent = told.join(" ") || (this.reader.masked ? this.words.completeMasked : this.words.complete);
    const mail = this.querySelector('[data-action="mail"]');
    mail.textContent = !blocked && this.mailLink().length > MAILTO_LIMIT ? this.words.copyThenMail : this.words.mail;
  }

  /** Shuts or opens all ways out. */
  bar(blocked) {
    for (const button of this.querySelectorAll("[data-needs-all]")) button.disabled = blocked;
    this.toggleAttribute("data-complete", !blocked);
  }

  act({ target }) {
    const button = target.closest("button");
    if (!button) return;
    if (button.dataset.focus) this.reach(this.form.elements[button.dataset.focus]);
    if (button.dataset.line) this.addLine(button.dataset.line);
    const action = { copy: () => this.copy(), mail: () => this.mail(), eml: () => this.download("eml"), txt: () => this.download("txt"),
      print: () => window.print(), clear: () => this.clear() }[button.dataset.action];
    if (action && !button.disabled) action();
  }

  /** The finished letter in the language it is sent in. */
  get letter() {
    const label = (name) => this.source.fields[name].label[this.tongue];
    return plain(fill(this.source, this.values, this.reader, this.tongue), label);
  }

  get recipient() {
    return this.form.elements.to?.value ?? "";
  }

  /** The letter as text; a post or a chat has no line for a subject. */
  get text() {
    const { subject, body } = this.letter;
    const titled = this.source.titled && this.form.elements["send-by"]?.value !== "live-chat";
    return titled ? txt(subject, body, this.words.subject[this.tongue]) : `${body}\n`;
  }

  mailLink() {
    const { subject, body } = this.letter;
    return mailto(this.recipient, subject, body);
  }

  async copy() {
    await this.handOver(this.text, this.words.copied);
  }

  /** Puts a text on the clipboard and says so; if the browser forbids it, the letter is selected for the reader to copy. */
  async handOver(text, words) {
    const done = await putOnClipboard(text);
    if (!done) document.getSelection().selectAllChildren(this.sheet(this.tongue));
    this.say(done ? words : this.words.notCopied);
  }

  /** A letter too long for a link goes by the clipboard: without its subject, or with it if that alone is too long. */
  async mail() {
    const link = this.mailLink();
    if (link.length <= MAILTO_LIMIT) return follow(link);
    const brief = mailto(this.recipient, this.letter.subject);
    await this.handOver(brief.length <= MAILTO_LIMIT ? this.letter.body : this.text, this.words.copiedBody);
    return follow(brief.length <= MAILTO_LIMIT ? brief : mailto(this.recipient));
  }

  download(kind) {
    const { subject, body } = this.letter;
    if (kind === "eml") save(`${this.source.id}.eml`, "message/rfc822", eml(this.recipient, subject, body));
    else save(`${this.source.id}.txt`, "text/plain;charset=utf-8", this.text);
  }

  say(words) {
    this.querySelector("[data-said]").textContent = words;
  }

  /** Brings a box under the reader's fingers. */
  reach(control) {
    this.unfold(`[name="${control.name}"]`);
    control.focus();
  }

  /** Puts an empty dated line at the end of a list of events, unless one stands there. */
  addLine(name) {
    const box = this.form.elements[name];
    const local = Object.values(this.source.fields).some(({ kind }) => kind === "local-moment");
    const line = eventLine(new Date(), local, OPEN_TIME);
    const said = box.value.trimEnd();
    if (!said.endsWith(line.trimEnd())) box.value = said ? `${said}\n${line}` : line;
    box.focus();
    this.update();
  }

  /** A chosen company fills in its legal name and its mailbox, here and in the letters to come. */
  chooseEntity() {
    const { entity, to } = this.form.elements;
    const { value, dataset } = entity.selectedOptions[0];
    const given = [...entity.options].map((option) => option.dataset.name);
    const typed = this.form.elements["legal-entity"]?.value ?? kept()["legal-entity"] ?? "";
    if (dataset.name || given.includes(typed)) this.set("legal-entity", dataset.name ?? "");
    this.set("to", value && mailboxOf(to, value));
    this.update();
  }

  /** Sets a value in its box, or for the letter that has one. */
  set(name, value) {
    if (this.form.elements[name]) this.form.elements[name].value = value;
    else keep({ ...kept(), [name]: value });
  }

  /** Brings back what the tab remembers; what the device or the company tells is told anew. */
  restore() {
    restore(this.form);
    for (const zone of zonesOf(this.form)) offerZone(zone, Object.hasOwn(kept(), zone.name));
    const { entity, to } = this.form.elements;
    if (to && !to.value && entity?.value) to.value = mailboxOf(to, entity.value);
    this.unfold(":is(input, textarea, select:not([data-zone]))", ({ value }) => value);
  }

  /** Opens the boxes for more details if one of them holds what is looked for. */
  unfold(selector, test = () => true) {
    const more = this.querySelector(".more-boxes");
    if (more && [...more.querySelectorAll(selector)].some(test)) more.open = true;
  }

  clear() {
    keep({});
    this.startAgain();
    keep({});
    this.say(this.words.cleared);
  }

  /** Shows what the tab remembers now and nothing else; a browser may bring back an old page as it was. */
  startAgain() {
    this.form.reset();
    for (const control of this.form.querySelectorAll("input:not([type=radio]):not([type=checkbox]), textarea")) control.value = "";
    this.restore();
    this.update();
  }
}

/** The mailbox of a company among those the letter may go to; "" if there is none. */
function mailboxOf(to, company) {
  return [...to?.options ?? []].find(({ dataset }) => dataset.entity === company)?.value ?? "";
}

customElements.define("letter-form", LetterForm);
