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

  /** Whether the whole letter fits into a mail link. */
  get fitsLink() {
    return this.#mailLink.length <= MAILTO_LIMIT;
  }

  /** @returns {Promise<string>} what to tell the reader */
  copy() {
    return this.#handOver(this.#text, this.#messages.copied);
  }

  /** @returns {Promise<string>} what to tell the reader */
  mail() {
    return this.#send(({ to, subject, body }) => mailto(to, subject, body), MAILTO_LIMIT, follow);
  }

  /**
   * Opens a mail page in another tab.
   * @param {WebMail} at
   * @returns {Promise<string>} what to tell the reader
   */
  webMail(at) {
    return this.#send((mail) => webMail(at, mail), WEB_MAIL_LIMIT, visit);
  }

  /**
   * Goes to an address that holds the letter. One too long for it goes by the clipboard: without its subject, or with it if that alone is
   * too long.
   * @param {(mail: {to: string, subject?: string, body?: string}) => string} address
   * @param {number} limit characters
   * @param {(address: string) => void} go
   */
  async #send(address, limit, go) {
    const { subject, body } = this.#letter;
    const to = this.#recipient;
    const whole = address({ to, subject, body });
    if (whole.length <= limit) {
      go(whole);
      return "";
    }
    const titled = address({ to, subject });
    const isTitled = titled.length <= limit;
    return this.#handOver(isTitled ? body : this.#text, this.#messages.copiedBody, () => go(isTitled ? titled : address({ to })));
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
