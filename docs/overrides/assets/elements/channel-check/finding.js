/** What in a pasted text can be judged: web addresses, mailboxes, accounts and numbers, in their order. */

import { readAddress } from "./host.js";

/** @typedef {{kind: "web" | "email" | "handle" | "phone", text: string}} Found */

const DOT = "[.。．｡]";
const SIGN = "[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{N}\\p{M}_-]";
const HOST = `(?:${SIGN}+${DOT})+${SIGN}{2,}`;
const FORMS = [
  `(?<email>[\\w.+%-]+@${HOST})`,
  `(?<web>(?:[a-z][a-z0-9+.-]*:)[/\\\\]{1,3}[^\\s"'<>“”「」，。、；！？）】]+|(?:javascript|data|vbscript):\\S+|www${DOT}[^\\s"'<>“”「」，、；！？）】]+|${HOST}(?::\\d+)?(?:[/?#][^\\s"'<>“”「」，。、；！？）】]*)?)`,
  "(?<handle>(?<![\\p{Script=Latin}\\p{N}])@[A-Za-z0-9_.]{2,64})",
  "(?<phone>(?<![\\p{Script=Latin}\\p{N}])\\+?[\\d(][\\dlIoO() .-]{3,20}[\\dlIoO](?![\\p{Script=Latin}\\p{N}]))",
];
const ANY = new RegExp(FORMS.join("|"), "giu");
const FILES = /\.(?:pdf|png|jpe?g|gif|txt|docx?|xlsx?|zip|mp4|exe)$/i;
const ENDS = /[.,;:!?)\]'"。，；：！？）】]+$/u;

/**
 * Everything in a text that can be judged; of a single word what it can only be.
 * @param {string} text
 * @returns {Found[]}
 */
export function findAll(text) {
  const plain = written(text);
  const isWord = !/\s/.test(plain);
  if ((isWord && !/\p{Script=Han}/u.test(plain)) || /^[\d+() .-]+$/.test(plain)) return [single(plain)];
  const found = [...plain.matchAll(ANY)].map(({ groups = {} }) => kindOf(groups)).filter((item) => item !== null);
  if (isWord && (readAddress(plain).host || !found.length)) found.unshift(single(plain)); // 欧易okx.com is a name of its own
  const seen = new Set();
  return found.filter(({ kind, text: value }) => !seen.has(kind + value) && seen.add(kind + value));
}

/**
 * The text with what people write instead of a dot, and without what nobody sees.
 * @param {string} text
 */
function written(text) {
  return text
    .normalize("NFKC")
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
    .replace(/\s*(?:\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\)|【\.】)\s*/gi, ".")
    .replace(/\s*(?:\[at\]|\(at\))\s*/gi, "@")
    .replace(/\bhxxp/gi, "http")
    .trim();
}

/**
 * @param {string} text
 * @returns {Found}
 */
function single(text) {
  if (/^@[\w.]+$/.test(text)) return { kind: "handle", text };
  if (/^mailto:/i.test(text)) return { kind: "email", text: text.slice(7).split("?")[0] ?? "" };
  if (/^[^\s@/:?#]+@[^\s@/:?#]+$/.test(text)) return { kind: "email", text };
  if (/^\+?[\d(][\dlIoO() .-]*$/.test(text) && (text.match(/\d/g)?.length ?? 0) > 2 && !/^\d+(?:\.\d+){3}$/.test(text))
    return { kind: "phone", text };
  return { kind: "web", text };
}

/**
 * @param {Record<string, string | undefined>} groups
 * @returns {Found | null}
 */
function kindOf({ email, web, handle, phone }) {
  if (email) return { kind: "email", text: email.replace(ENDS, "") };
  if (handle) return { kind: "handle", text: handle.replace(ENDS, "") };
  if (phone) return (phone.match(/\d/g)?.length ?? 0) < 5 ? null : { kind: "phone", text: phone.trim() };
  const address = web?.replace(ENDS, "") ?? "";
  return !address || FILES.test(address) || /^\d+(?:\.\d+)?$/.test(address) ? null : { kind: "web", text: address };
}
