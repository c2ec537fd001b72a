/**
 * <letter-form>: a form beside a live letter in two languages. Nothing typed leaves the page by itself; values stay
 * in this tab's session storage so that the next letter need not be filled again. Words come from the page.
 */

import { judgeAddress, judgeTxid } from "./addresses.js";
import { putOnClipboard } from "./clipboard.js";
import { fill, mask, plain, valueOf } from "./engine.js";
import { inUtc, localZone, withZone } from "./moments.js";
import { MAILTO_LIMIT, eml, mailto, txt } from "./outputs.js";
import { findSecret } from "./secrets.js";
import { keep, kept } from "./store.js";

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
    this.form.addEventListener("input", ({ target }) => this.followDate(target));
    this.form.addEventListener("input", () => this.update());
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

  /** Who reads the letter: the company, and the place of the reader or of the body it goes to. */
  get reader() {
    const { entity, place, seat } = this.form.elements;
    return { entity: entity?.value ?? "", place: (place ?? seat)?.value ?? "" };
  }

  /** The language the letter is sent in. */
  get tongue() {
    return this.form.elements.tongue.value;
  }

  read(name, kind) {
    const { value } = this.form.elements[name];
    const tell = { moment: inUtc, "local-moment": withZone }[kind];
    return tell && value ? tell(value, this.form.elements[`${name}-zone`].value) : value;
  }

  /** What goes into the letter: the values, private ones masked if the reader asks for a copy to share. */
  get written() {
    const { values } = this;
    if (!this.form.elements.masked.checked) return values;
    const hide = ([name, value]) => [name, this.source.fields[name].private && valueOf(values, name) ? mask(valueOf(values, name)) : value];
    return Object.fromEntries(Object.entries(values).map(hide));
  }

  update() {
    this.bar(true); // whatever goes wrong from here on, nothing goes out
    const { values, written } = this;
    const letters = Object.fromEntries(LANGUAGES.map((language) => [language, fill(this.source, written, this.reader, language)]));
    for (const language of LANGUAGES) this.show(letters[language], language);
    const refused = this.judge(values);
    this.unfold("[data-fault]:not([hidden])");
    this.guard(letters[this.tongue].missing, refused);
    this.remember(refused);
  }

  /** Writes the live letter; every value goes in as text. */
  show({ subject, paragraphs }, language) {
    const sheet = this.querySelector(`[data-letter="${language}"]`);
    sheet.style.setProperty("--rows", paragraphs.length + 1);
    sheet.classList.toggle("is-chosen", language === this.tongue);
    this.write(sheet.querySelector("[data-subject]"), subject, language);
    sheet.querySelectorAll("[data-paragraph]").forEach((element, i) => {
      element.parentElement.hidden = paragraphs[i] === null;
      element.parentElement.classList.remove("letter__optional");
      this.write(element, paragraphs[i] ?? [], language);
    });
    for (const receipt of document.querySelectorAll("[data-receipt]")) receipt.hidden = paragraphs[receipt.dataset.receipt] === null;
    const none = document.querySelector("[data-no-receipts]");
    if (none) none.hidden = document.querySelector("li[data-receipt]:not([hidden])") !== null;
  }

  write(element, parts, language) {
    element.replaceChildren(...parts.map((part) => {
      if (typeof part === "string") return part;
      const blank = document.createElement("span");
      blank.className = "blank";
      blank.dataset.hole = part.hole;
      blank.textContent = `[${this.source.fields[part.hole].label[language]}]`;
      return blank;
    }));
  }

  /** Refuses secrets and points out what looks mistyped. @returns {string[]} the refused boxes */
  judge(values) {
    return Object.entries(this.source.fields).filter(([name, field]) => {
      const secret = findSecret(this.form.elements[name].value, field.kind);
      const box = this.querySelector(`[data-box="${name}"]`);
      const fault = box.querySelector("[data-fault]");
      fault.textContent = secret ? this.words.refused[secret] : this.doubt(field, valueOf(values, name));
      fault.hidden = !fault.textContent;
      fault.toggleAttribute("data-refused", Boolean(secret));
      this.form.elements[name].setAttribute("aria-invalid", String(Boolean(secret)));
      return secret;
    }).map(([name]) => name);
  }

  /** What looks wrong with a value but may be right: a hint, never a bar. */
  doubt(field, value) {
    if (!value) return "";
    const verdict = { address: judgeAddress, txid: judgeTxid }[field.kind]?.(value) ?? "ok";
    if (verdict !== "ok") return this.words.doubt[`${field.kind}-${verdict}`] ?? this.words.doubt.form;
    return field.pattern && !new RegExp(field.pattern, "u").test(value) ? this.words.doubt.form : "";
  }

  /** Send guard: no way out while a blank is open or a secret stands in a box. */
  guard(missing, refused) {
    const blocked = missing.length > 0 || refused.length > 0;
    this.bar(blocked);
    const list = this.querySelector("[data-missing]");
    list.replaceChildren(...missing.map((name) => this.pointer(name)));
    this.querySelector("[data-refusals]").replaceChildren(...refused.map((name) => this.pointer(name)));
    const told = [refused.length && this.words.blocked, missing.length && this.words.open.replace("{n}", missing.length)].filter(Boolean);
    this.querySelector("[data-count]").textContent = told.join(" ") || this.words.complete;
    const mail = this.querySelector('[data-action="mail"]');
    mail.textContent = !blocked && this.mailLink().length > MAILTO_LIMIT ? this.words.copyThenMail : this.words.mail;
  }

  /** Shuts or opens all ways out. */
  bar(blocked) {
    for (const button of this.querySelectorAll("[data-needs-all]")) button.disabled = blocked;
    this.toggleAttribute("data-complete", !blocked);
  }

  pointer(name) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.focus = name;
    const { label } = this.source.fields[name];
    button.textContent = LANGUAGES.map((language) => label[language]).join(" · ");
    item.append(button);
    return item;
  }

  act({ target }) {
    const button = target.closest("button");
    if (!button) return;
    if (button.dataset.focus) this.form.elements[button.dataset.focus].focus();
    if (button.dataset.line) this.addLine(button.dataset.line);
    const action = { copy: () => this.copy(), mail: () => this.mail(), eml: () => this.download("eml"), txt: () => this.download("txt"),
      print: () => window.print(), clear: () => this.clear() }[button.dataset.action];
    if (action && !button.disabled) action();
  }

  /** The finished letter in the language it is sent in. */
  get letter() {
    const label = (name) => this.source.fields[name].label[this.tongue];
    return plain(fill(this.source, this.written, this.reader, this.tongue), label);
  }

  get recipient() {
    return this.form.elements.to?.value ?? "";
  }

  get text() {
    const { subject, body } = this.letter;
    return txt(subject, body, this.words.subject[this.tongue]);
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
    if (!done) document.getSelection().selectAllChildren(this.querySelector(`[data-letter="${this.tongue}"]`));
    this.say(done ? words : this.words.notCopied);
  }

  /** A letter too long for a link goes by the clipboard: without its subject, or with it if that alone is too long. */
  async mail() {
    const link = this.mailLink();
    if (link.length <= MAILTO_LIMIT) return this.follow(link);
    const brief = mailto(this.recipient, this.letter.subject);
    await this.handOver(brief.length <= MAILTO_LIMIT ? this.letter.body : this.text, this.words.copiedBody);
    return this.follow(brief.length <= MAILTO_LIMIT ? brief : mailto(this.recipient));
  }

  download(kind) {
    const { subject, body } = this.letter;
    const content = kind === "eml" ? eml(this.recipient, subject, body) : this.text;
    const url = URL.createObjectURL(new Blob([content], { type: kind === "eml" ? "message/rfc822" : "text/plain;charset=utf-8" }));
    this.follow(url, `${this.source.id}.${kind}`);
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }

  follow(address, file) {
    const link = document.createElement("a");
    link.href = address;
    if (file) link.download = file;
    this.append(link);
    link.click();
    link.remove();
  }

  say(words) {
    this.querySelector("[data-said]").textContent = words;
  }

  /** Puts an empty dated line at the end of a list of events. */
  addLine(name) {
    const box = this.form.elements[name];
    const now = new Date().toISOString().slice(0, 10);
    box.value = `${box.value ? `${box.value.trimEnd()}\n` : ""}${now} 00:00 UTC - `;
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
    this.set("to", [...to?.options ?? []].find((choice) => value && choice.dataset.entity === value)?.value ?? "");
    this.update();
  }

  /** Sets a value in its box, or for the letter that has one. */
  set(name, value) {
    if (this.form.elements[name]) this.form.elements[name].value = value;
    else keep({ ...kept(), [name]: value });
  }

  /** A moment is in the zone this device was in on that day, unless the reader chose another. */
  followDate(control) {
    const zone = this.form.elements[`${control.name}-zone`];
    if (control.name.endsWith("-zone")) control.dataset.chosen = "";
    if (zone && !("chosen" in zone.dataset) && control.value) this.offer(zone, localZone(new Date(control.value)));
  }

  offer(zone, value) {
    if ([...zone.options].some((option) => option.value === value)) zone.value = value;
  }

  restore() {
    const values = kept();
    for (const control of this.form.elements) {
      if (control.name && control.type !== "radio" && control.type !== "checkbox" && Object.hasOwn(values, control.name)) control.value = values[control.name];
    }
    this.unfold(":is(input, textarea, select:not([data-zone]))", ({ value }) => value);
    for (const control of this.querySelectorAll("[data-zone]")) {
      if (!Object.hasOwn(values, control.name)) this.offer(control, localZone(new Date()));
    }
  }

  /** Opens the boxes for more details if one of them holds what is looked for. */
  unfold(selector, test = () => true) {
    const more = this.querySelector(".more-boxes");
    if (more && [...more.querySelectorAll(selector)].some(test)) more.open = true;
  }

  /** Keeps the values for the next letter in this tab; what was refused is never kept. */
  remember(refused) {
    const values = kept();
    for (const control of this.form.elements) {
      if (!control.name || ["radio", "checkbox"].includes(control.type)) continue;
      if (refused.includes(control.name) || !control.value) delete values[control.name];
      else values[control.name] = control.value;
    }
    keep(values);
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
    for (const control of this.querySelectorAll("[data-zone]")) delete control.dataset.chosen;
    this.restore();
    this.update();
  }
}

customElements.define("letter-form", LetterForm);
