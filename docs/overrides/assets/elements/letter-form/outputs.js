/** A finished letter as a mail link, a mail file and a text file. */

/** Above this many encoded characters mail programs cut or refuse a link. */
export const MAILTO_LIMIT = 1800;

/**
 * RFC 6068: line breaks are %0D%0A. Without a subject and a body it only opens the mail program.
 * @param {string} to
 */
export function mailto(to, subject = "", body = "") {
  const fields = Object.entries({ subject, body }).filter(([, text]) => text);
  const query = fields.map(([name, text]) => `${name}=${encodeURIComponent(wire(text))}`).join("&");
  return `mailto:${encodeURI(to)}${query && "?"}${query}`;
}

/** Where a mail is written in a browser, and what its address calls the fields. */
const WEB_MAIL = {
  gmail: { page: "https://mail.google.com/mail/", fixed: { view: "cm", fs: "1" }, names: { to: "to", subject: "su", body: "body" } },
  outlook: { page: "https://outlook.live.com/mail/0/deeplink/compose", fixed: {}, names: { to: "to", subject: "subject", body: "body" } },
};

/** @typedef {keyof typeof WEB_MAIL} WebMail */

/** Above this many characters a mail page refuses its address. */
export const WEB_MAIL_LIMIT = 7500;

/**
 * The address at which a mail is written in a browser; what is empty is left out.
 * @param {WebMail} at
 * @param {{to?: string, subject?: string, body?: string}} mail
 */
export function webMail(at, mail) {
  const { page, fixed, names } = WEB_MAIL[at];
  const given = Object.entries(names).flatMap(([field, name]) => {
    const text = mail[/** @type {keyof typeof names} */ (field)];
    return text ? [[name, wire(text)]] : [];
  });
  const query = [...Object.entries(fixed), ...given].map(([name, text]) => `${name}=${encodeURIComponent(text)}`);
  return `${page}${query.length ? "?" : ""}${query.join("&")}`;
}

/**
 * Line breaks as mail wants them; half a character, which cannot be encoded, as the sign for that.
 * @param {string} text
 */
function wire(text) {
  return text.replace(/\r?\n/g, "\r\n").replace(/\p{Surrogate}/gu, "\ufffd");
}

/**
 * An unsent draft (RFC 5322, MIME): subject as encoded words, body as base64 of its UTF-8 bytes.
 * @param {string} to
 * @param {string} subject
 * @param {string} body
 */
export function eml(to, subject, body) {
  const headers = [
    ...(to ? [`To: ${to}`] : []),
    `Subject: ${encodedWords(subject)}`,
    "X-Unsent: 1",
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
  ];
  return `${headers.join("\r\n")}\r\n\r\n${base64(wire(body)).replace(/.{76}/g, "$&\r\n")}\r\n`;
}

/**
 * The letter as text: subject, an empty line, body.
 * @param {string} subject
 * @param {string} body
 * @param {string} subjectWord what a subject is called in the letter's language
 */
export function txt(subject, body, subjectWord) {
  return `${subjectWord}${subject}\n\n${body}\n`;
}

/**
 * RFC 2047: at most 76 characters a line, with "Subject: " before the first word, never cut inside a character.
 * @param {string} text
 */
function encodedWords(text) {
  const words = [""];
  for (const sign of text.replace(/[\r\n]+/g, " ")) {
    if (new TextEncoder().encode(words.at(-1) + sign).length > 39) words.push("");
    words[words.length - 1] += sign;
  }
  return words.map((word) => `=?utf-8?B?${base64(word)}?=`).join("\r\n ");
}

/** @param {string} text */
function base64(text) {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));
}
