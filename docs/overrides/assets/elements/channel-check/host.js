/**
 * Host names as a browser would open them, read out of whatever was pasted. Twin of macros/model/hosts.py: tests/vectors/hosts.json drives
 * both. Rules: RFC 1034 §3.5 (labels), UTS 46 (international names, by the browser), RFC 3986 §3.2 (user name, port).
 */

import punycode from "punycode/punycode.js";

const LABEL = /^(?!-)[a-z0-9-]{1,63}$/;
const SHOWN = /^[\p{L}\p{M}\p{N}·・'’-]*$/u; // IDNA 2008 has no emoji and no signs
const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const OPENED = /^https?$/i;
/** What a text in these schemes opens is no page of a host. */
const OTHERS = /^(?:about|blob|data|file|ftp|javascript|mailto|sms|tel|vbscript|view-source|ws|wss)$/i;

/**
 * The host in lower-case ASCII form; "" unless it is a public name of two labels or more.
 * @param {string} text
 */
export function parseHost(text) {
  const name = asciiOf(text.trim());
  const labels = name.split(".");
  if (labels.length < 2 || name.length > 253 || !labels.every((label) => LABEL.test(label) && !label.endsWith("-"))) return "";
  if (/^(?:\d+|0x[0-9a-f]*)$/.test(labels.at(-1) ?? "")) return "";
  return punycode
    .toUnicode(name)
    .split(".")
    .every((label) => SHOWN.test(label))
    ? name
    : "";
}

/** @param {string} text */
function asciiOf(text) {
  if (/[\s/\\?#@:%[\]]/.test(text)) return "";
  try {
    return new URL(`http://${text}/`).hostname;
  } catch {
    return "";
  }
}

/**
 * @typedef {object} Address
 * @property {string} host "" if no public host would be opened
 * @property {string} before what stands before an "@", to make the address look like another one
 * @property {string} path what follows the host, from its slash on
 */

/**
 * What a browser would open for a pasted web address.
 * @param {string} text
 * @returns {Address}
 */
export function readAddress(text) {
  const nothing = { host: "", before: "", path: "" };
  const rest = withoutScheme(text.trim().replace(/[\t\n\r]/g, ""));
  if (rest === null) return nothing;
  const [authority = "", path = ""] = split(rest, rest.search(/[/\\?#]/));
  const [before = "", place = ""] = authority.includes("@") ? split(authority, authority.lastIndexOf("@")) : ["", authority];
  const written = place.replace(/^@/, "").replace(/:\d*$/, "");
  return { host: parseHost(decoded(written).replace(/[.。．｡]$/, "")), before, path: path.replaceAll("\\", "/") };
}

/**
 * The address without "https://", as loosely as browsers read it; null if it opens no page.
 * @param {string} text
 */
function withoutScheme(text) {
  const scheme = SCHEME.exec(text)?.[1] ?? "";
  if (OTHERS.test(scheme)) return null;
  if (OPENED.test(scheme)) return text.slice(scheme.length + 1).replace(/^[/\\]*/, "");
  return scheme && /^:[/\\]{2}/.test(text.slice(scheme.length)) ? null : text.replace(/^[/\\]{2,}/, "");
}

/**
 * @param {string} text
 * @param {number} at -1 for its end
 */
function split(text, at) {
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at)];
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The host as a reader sees it.
 * @param {string} host
 */
export const shownHost = (host) => punycode.toUnicode(host);

/**
 * The host and every domain it lies under: ``a.b.example`` → a.b.example, b.example, example.
 * @param {string} host
 */
export function suffixes(host) {
  const labels = host.split(".");
  return labels.map((_, i) => labels.slice(i).join("."));
}
