/**
 * The letter engine: a template, a reader's values and the reader's situation in; a letter and its open blanks out.
 * Specified in macros/engines/letters.py; tests/vectors/letters.json drives both engines, and the tests compare them.
 *
 * @typedef {{zh: string, en: string}} Bilingual
 * @typedef {{text: Bilingual, when?: {field: string, is?: string[]}, entities?: string[], places?: string[], unknown?: boolean}} Clause
 * @typedef {{label: Bilingual, kind: string, private?: boolean, pattern?: string, choices?: Record<string, Bilingual>}} Field
 * @typedef {{id: string, titled?: boolean, local?: boolean, subject: Bilingual, clauses?: Clause[], fields?: Record<string, Field>}} LetterTemplate
 * @typedef {{entity?: string, place?: string, masked?: boolean}} Reader
 * @typedef {string | {blank: string}} Piece words, or a hole that is still open, by its field
 * @typedef {{subject: Piece[], paragraphs: (Piece[] | null)[], missing: string[]}} FilledLetter a clause left out is null
 * @typedef {Record<string, string>} Values
 */

const HOLE = /\{([a-z][a-z0-9-]*)\}/;
const LINE_BREAK = /\r\n|[\r\v\f\x85\u2028\u2029]/g;
const STEERING = /(?![\t\n\v\f\r\x85])\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f]/gu;
const EMPTY_EVENT = /^[0-9]{4}-[0-9]{2}-[0-9]{2}(?: [0-9_]{2}:[0-9_]{2})?(?: (?:UTC|\(UTC[+-][0-9]{2}:[0-9]{2}\)))? -$/;
const ABOUT = { zh: "约 ", en: "about " };
const SPEAKING = new RegExp(
  "[0-9A-Za-z\\xaa\\xb2\\xb3\\xb5\\xb9\\xba\\xbc-\\xbe\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u02ff" +
    "\\u0370-\\u061b\\u061d-\\u115e\\u1161-\\u167f\\u1681-\\u17b3\\u17b6-\\u17ff\\u1810-\\u1fff" +
    "\\u2070-\\u209f\\u2100-\\u218f\\u2460-\\u24ff\\u2776-\\u2793\\u2c00-\\u2dff\\u2e2f" +
    "\\u3005-\\u3007\\u3021-\\u3029\\u3031-\\u303c\\u3041-\\u3096\\u309d-\\u309f\\u30a1-\\u30fa\\u30fc-\\u3163\\u3165-\\u4dbf\\u4e00-\\ud7ff" +
    "\\uf900-\\ufd3d\\ufd50-\\ufdff\\ufe70-\\ufefe\\uff10-\\uff19\\uff21-\\uff3a\\uff41-\\uff5a\\uff66-\\uff9f\\uffa1-\\uffdc" +
    "\\u{10000}-\\u{1bc9f}\\u{1ccf0}-\\u{1ccf9}\\u{1d2c0}-\\u{1d2f3}\\u{1d360}-\\u{1d378}\\u{1d400}-\\u{1efff}" +
    "\\u{1f100}-\\u{1f10c}\\u{1fbf0}-\\u{1fbf9}\\u{20000}-\\u{3ffff}]",
  "u",
);
const SENTENCE_END = /[.。．!！?？]$/;
const CHINESE_END = /[。．!！?？]$/;
const HAN = "[\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}]";
const HAN_FIRST = new RegExp(`^${HAN}`, "u");
const HAN_LAST = new RegExp(`${HAN}$`, "u");
const SPACE_BEFORE_HAN = new RegExp(`^ (?=${HAN})`, "u");
const SPACE_AFTER_HAN = new RegExp(`(${HAN}) $`, "u");

/**
 * The letter for one language, from what was typed into each field.
 * @param {LetterTemplate} template
 * @param {Values} values
 * @param {Reader} reader
 * @param {"zh" | "en"} language
 * @returns {FilledLetter}
 */
export function fill({ subject: heading, clauses = [], fields = {} }, values, reader, language) {
  const hidden = reader.masked ? privateValues(fields, values) : null;
  /** @param {string} name @returns {Piece} */
  const written = (name) => {
    const value = valueOf(values, name);
    return value ? inLetter(fields[name], value, hidden, language) : { blank: name };
  };
  const subject = piecesOf(heading[language], written);
  const paragraphs = clauses.map((clause) => (belongs(clause, values, reader) ? piecesOf(clause.text[language], written) : null));
  const blanks = [subject, ...paragraphs]
    .flatMap((pieces) => pieces ?? [])
    .flatMap((piece) => (typeof piece === "string" ? [] : piece.blank));
  return { subject, paragraphs, missing: [...new Set(blanks)] };
}

/**
 * What was filled in, as the letter may say it; "" if nothing was.
 * @param {Values} values
 * @param {string} name
 */
export function valueOf(values, name) {
  const typed = Object.hasOwn(values, name) ? values[name] : "";
  const lines = typed
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(LINE_BREAK, "\n")
    .replace(STEERING, "")
    .split("\n");
  const value = lines
    .filter((line) => !EMPTY_EVENT.test(line.trim()))
    .join("\n")
    .trim();
  return SPEAKING.test(value) ? value : "";
}

/**
 * Whether a clause is in the letter: its field is filled and its rule applies to the reader.
 * @param {Clause} clause
 * @param {Values} values
 * @param {Reader} reader
 */
export function belongs({ when, entities = [], places = [], unknown = false }, values, { entity = "", place = "" }) {
  return (!when || isWanted(when, values)) && !(unknown && entity) && applies(entities, places, entity, place);
}

/** @param {{field: string, is?: string[]}} when @param {Values} values */
function isWanted({ field, is = [] }, values) {
  const value = valueOf(values, field);
  return value !== "" && (is.length === 0 || is.includes(value));
}

/**
 * A rule for certain companies is judged by the company once it is known; only then does the place decide.
 * @param {string[]} entities
 * @param {string[]} places
 * @param {string} entity
 * @param {string} place
 */
function applies(entities, places, entity, place) {
  if (entities.length && entity) return entities.includes(entity);
  return entities.length + places.length === 0 || places.includes(place);
}

/**
 * What a copy to share hides wherever it stands, longest first: too short a value would hide half the letter.
 * @param {Record<string, Field>} fields
 * @param {Values} values
 */
function privateValues(fields, values) {
  const hidden = Object.keys(fields).flatMap((name) => (fields[name].private ? valueOf(values, name) : []));
  const length = (/** @type {string} */ value) => [...value].length;
  return hidden.filter((value) => length(value) >= 4).sort((a, b) => length(b) - length(a));
}

/**
 * A value as the letter says it.
 * @param {Field} field
 * @param {string} value
 * @param {string[] | null} hidden what a copy to share hides, null in the letter itself
 * @param {"zh" | "en"} language
 */
function inLetter({ choices = {}, kind, private: isPrivate }, value, hidden, language) {
  if (Object.hasOwn(choices, value)) return choices[value][language];
  if (hidden && isPrivate) return mask(value);
  const told = kind === "moment" && value.startsWith("~") ? ABOUT[language] + value.slice(1).trimStart() : value;
  return (hidden ?? []).reduce((text, each) => text.replaceAll(each, () => mask(each)), told);
}

/**
 * A template's words and what stands in its holes.
 * @param {string} text
 * @param {(name: string) => Piece} written
 */
function piecesOf(text, written) {
  const pieces = text.split(HOLE).map((piece, i) => (i % 2 ? written(piece) : piece)); // words and values in turn
  return pieces.map((piece, i) => (i % 2 ? piece : between(pieces[i - 1], String(piece), pieces[i + 1]))).filter((piece) => piece !== "");
}

/**
 * A template's words as they read between two values: no second full stop, and no space between Chinese and Chinese.
 * @param {Piece | undefined} before
 * @param {string} words
 * @param {Piece | undefined} after
 */
function between(before, words, after) {
  let read = words;
  if (typeof before === "string") {
    if (SENTENCE_END.test(before)) read = read.replace(/^\./, "");
    if (CHINESE_END.test(before)) read = read.replace(/^。/, "");
    if (HAN_LAST.test(before)) read = read.replace(SPACE_BEFORE_HAN, "");
  }
  return typeof after === "string" && HAN_FIRST.test(after) ? read.replace(SPACE_AFTER_HAN, "$1") : read;
}

/**
 * A private value for a copy to share: enough to recognise it, too little to use it.
 * @param {string} value
 */
export function mask(value) {
  const at = value.lastIndexOf("@");
  const signs = [...value];
  if (at > 0 && at < value.length - 1 && !/\s/.test(value)) return `${signs[0]}•••@${value.slice(at + 1)}`;
  return signs.length > 6 ? `${signs.slice(0, 2).join("")}••••${signs.slice(-2).join("")}` : "••••";
}

/**
 * Subject and body as text.
 * @param {FilledLetter} letter
 * @param {(field: string) => string} label names the field of an open blank
 */
export function plain({ subject, paragraphs }, label) {
  /** @param {Piece[]} pieces */
  const text = (pieces) => pieces.map((piece) => (typeof piece === "string" ? piece : `[${label(piece.blank)}]`)).join("");
  const lines = text(subject)
    .split("\n")
    .map((line) => line.trim());
  const body = paragraphs.flatMap((pieces) => (pieces ? text(pieces).trimEnd() : []));
  return { subject: lines.filter(Boolean).join(" "), body: body.join("\n\n") };
}
