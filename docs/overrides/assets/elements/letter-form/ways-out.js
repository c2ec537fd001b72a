/** The ways out of the page: the finished letter copied, mailed or saved, each because the reader asks for it. */

import { putOnClipboard } from "../../shared/clipboard.js";
import { follow, save, visit } from "../../shared/files.js";
import { readerOf, tongueOf, valuesOf } from "./boxes.js";
import { textIn } from "./controls.js";
import { fill, plain } from "./engine.js";
import { eml, MAILTO_LIMIT, mailto, txt, WEB_MAIL_LIMIT, webMail } from "./outputs.js";

/** @typedef {import("./desk.js").Kit} Kit */
/** @typedef {import("./outputs.js").WebMail} WebMail */

export class WaysOut {
  #kit;
  #form;
  #template;
  #messages;

  /** @param {Kit} kit */
  constructor(kit) {
    this.#kit = kit;
    this.#form = kit.form;
    this.#template = kit.template;
    this.#messages = kit.supplies.words;
  }

  /** The finished letter in the language it is sent in. */
  get #letter() {
    const tongue = tongueOf(this.#form);
    const filled = fill(this.#template, valuesOf(this.#kit), readerOf(this.#kit), tongue);
    return plain(filled, (name) => this.#template.fields?.[name].label[tongue] ?? name);
  }

  /** The letter as text; a post or a chat has no line for a subject. */
  get #text() {
    const { subject, body } = this.#letter;
    const isTitled = this.#template.titled && textIn(this.#form, "send-by") !== "live-chat";
    return isTitled ? txt(subject, body, this.#messages.subject[tongueOf(this.#form)]) : `${body}\n`;
  }

  get #recipient() {
    return textIn(this.#form, "to");
  }

  get #mailLink() {
    const { subject, body } = this.#letter;
    return mailto(this.#recipient, subject, body);
  }

  /** A mail link with the subject alone, or without it if that alone is too long. */
  get #titleLink() {
    const titled = mailto(this.#recipient, this.#letter.subject);
    return titled.length <= MAILTO_LIMIT ? titled : mailto(this.#recipient);
  }

  /** Whether the whole letter fits into a mail link. */
  get fitsLink() {
    return this.#mailLink.length <= MAILTO_LIMIT;
  }

  /** @returns {Promise<string>} what to tell the reader */
  copy() {
    return this.#handOver(this.#text, this.#messages.copied);
  }

  /**
   * A letter too long for a link goes by the clipboard: without its subject, or with it if that alone is too long.
   * @returns {Promise<string>} what to tell the reader
   */
  async mail() {
    if (this.fitsLink) {
      follow(this.#mailLink);
      return "";
    }
    const link = this.#titleLink;
    return this.#handOver(link.includes("?") ? this.#letter.body : this.#text, this.#messages.copiedBody, () => follow(link));
  }

  /**
   * Opens a mail page in another tab, with the letter in its address or, if it is too long for that, on the clipboard.
   * @param {WebMail} at
   * @returns {Promise<string>} what to tell the reader
   */
  async webMail(at) {
    const { subject, body } = this.#letter;
    const whole = webMail(at, { to: this.#recipient, subject, body });
    if (whole.length <= WEB_MAIL_LIMIT) {
      visit(whole);
      return "";
    }
    const titled = webMail(at, { to: this.#recipient, subject });
    const isTitled = titled.length <= WEB_MAIL_LIMIT;
    const link = isTitled ? titled : webMail(at, { to: this.#recipient });
    return this.#handOver(isTitled ? body : this.#text, this.#messages.copiedBody, () => visit(link));
  }

  /** Saves a mail draft. */
  saveDraft() {
    const { subject, body } = this.#letter;
    save(`${this.#template.id}.eml`, "message/rfc822", eml(this.#recipient, subject, body));
  }

  /** Saves a text file. */
  saveText() {
    save(`${this.#template.id}.txt`, "text/plain;charset=utf-8", this.#text);
  }

  /**
   * Puts a text on the clipboard and goes on; if the browser forbids it, the letter is selected for the reader to copy, and no empty
   * mail opens.
   * @param {string} text
   * @param {string} told
   * @param {() => void} goOn
   */
  async #handOver(text, told, goOn = () => {}) {
    const done = await putOnClipboard(text);
    if (done) goOn();
    else document.getSelection()?.selectAllChildren(this.#kit.sheetOf(tongueOf(this.#form)));
    return done ? told : this.#messages.notCopied;
  }
}
