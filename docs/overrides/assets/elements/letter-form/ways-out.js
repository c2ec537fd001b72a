/** The ways out of the page: the finished letter copied, mailed or saved, each because the reader asks for it. */

import { putOnClipboard } from "../../shared/clipboard.js";
import { follow, save } from "../../shared/files.js";
import { readerOf, tongueOf, valuesOf } from "./boxes.js";
import { textIn } from "./controls.js";
import { fill, plain } from "./engine.js";
import { eml, MAILTO_LIMIT, mailto, txt } from "./outputs.js";

/** @typedef {import("./desk.js").Kit} Kit */

export class WaysOut {
  #form;
  #template;
  #messages;
  #sheetOf;

  /** @param {Kit} kit */
  constructor({ form, template, messages, sheetOf }) {
    this.#form = form;
    this.#template = template;
    this.#messages = messages;
    this.#sheetOf = sheetOf;
  }

  /** The finished letter in the language it is sent in. */
  get #letter() {
    const tongue = tongueOf(this.#form);
    const filled = fill(this.#template, valuesOf(this.#form, this.#template), readerOf(this.#form), tongue);
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
    const told = await this.#handOver(link.includes("?") ? this.#letter.body : this.#text, this.#messages.copiedBody);
    follow(link);
    return told;
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
   * Puts a text on the clipboard; if the browser forbids it, the letter is selected for the reader to copy.
   * @param {string} text
   * @param {string} told
   */
  async #handOver(text, told) {
    const done = await putOnClipboard(text);
    if (!done) document.getSelection()?.selectAllChildren(this.#sheetOf(tongueOf(this.#form)));
    return done ? told : this.#messages.notCopied;
  }
}
