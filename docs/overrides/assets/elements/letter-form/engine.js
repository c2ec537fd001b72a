/**
 * The letter engine. The same rules as macros/letters.py; tests/vectors/letters.json drives both.
 * Substitution is one pass: what a reader types is never read as a template.
 */

const HOLE = /\{([a-z][a-z0-9-]*)\}/;
const EMPTY_EVENT = /^\d{4}-\d\d-\d\d [\d_]{2}:[\d_]{2} (?:UTC|\(UTC[+-]\d\d:\d\d\)) - *$\n?/gm;
const SENTENCE_END = /[.。．!！?？]$/;
const CHINESE_END = /[。．!！?？]$/; // "Ltd." ends no Chinese sentence
const HAN_FIRST = /^[\u3400-\u9fff\uf900-\ufaff]/;
const HAN_LAST = /[\u3400-\u9fff\uf900-\ufaff]$/;
const SPACE_BEFORE_HAN = /^ (?=[\u3400-\u9fff\uf900-\ufaff])/;
const SPACE_AFTER_HAN = /([\u3400-\u9fff\uf900-\ufaff]) $/;
const BLANK = /^[ \t\r\n\u00a0\u3000]+|[ \t\r\n\u00a0\u3000]+$/g;

/**
 * What was filled in, without blanks at its ends: dated lines without an event are not, nor is a value without a
 * letter or a digit. @param {Record<string, string>} values
 */
export function valueOf(values, name) {
  const value = Object.hasOwn(values, name) ? values[name].replace(EMPTY_EVENT, "").replace(BLANK, "") : "";
  return /[\p{L}\p{N}]/u.test(value) ? value : "";
}

/**
 * The letter in one language. A part is a string, or {hole: field} for an open blank; a paragraph left out is null.
 * @param reader the reader's entity and place, and whether private values are masked
 * @returns {{subject: Array, paragraphs: Array<Array|null>, missing: string[]}}
 */
export function fill(source, values, reader, language) {
  const said = inPlaceOfHoles(source.fields, values, reader.masked, language);
  const subject = parts(source.subject[language], said);
  const paragraphs = source.paragraphs.map((paragraph) => (belongs(paragraph, values, reader) ? parts(paragraph.text[language], said) : null));
  const holes = [subject, ...paragraphs].flatMap((list) => list ?? []).filter((part) => typeof part !== "string");
  return { subject, paragraphs, missing: [...new Set(holes.map((part) => part.hole))] };
}

/** Whether a paragraph is in the letter: its condition is met and its rule applies to the reader. */
export function belongs({ when, entities, places }, values, reader) {
  if (when) {
    const value = valueOf(values, when.field);
    if (!value || (when.is.length && !when.is.includes(value))) return false;
  }
  if (entities.length && reader.entity) return entities.includes(reader.entity);
  if (entities.length || places.length) return places.includes(reader.place);
  return true;
}

/** What stands in place of each hole: a value as the letter says it, or the hole itself while it is open. */
function inPlaceOfHoles(fields, values, masked, language) {
  const write = (name, { choices, private: hidden }) => {
    const value = valueOf(values, name);
    if (!value) return { hole: name };
    if (Object.hasOwn(choices, value)) return choices[value][language];
    return masked && hidden ? mask(value) : value;
  };
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, write(name, field)]));
}

/** A template's words and what stands in its holes. */
function parts(template, said) {
  const pieces = template.split(HOLE).map((piece, i) => (i % 2 ? said[piece] : piece)); // words and values in turn
  return pieces.map((piece, i) => (i % 2 ? piece : between(pieces[i - 1], piece, pieces[i + 1]))).filter((part) => part !== "");
}

/** A template's words as they read between two values: no second full stop, and no space between Chinese and Chinese. */
function between(before, words, after) {
  let read = words;
  if (typeof before === "string" && SENTENCE_END.test(before)) read = read.replace(/^\./, "");
  if (typeof before === "string" && CHINESE_END.test(before)) read = read.replace(/^。/, "");
  if (typeof before === "string" && HAN_LAST.test(before)) read = read.replace(SPACE_BEFORE_HAN, "");
  if (typeof after === "string" && HAN_FIRST.test(after)) read = read.replace(SPACE_AFTER_HAN, "$1");
  return read;
}

/** A private value for a copy to share: enough to recognise it, too little to use it. */
export function mask(value) {
  const at = value.lastIndexOf("@");
  const signs = [...value];
  if (at > 0 && !/\s/.test(value)) return `${signs[0]}•••@${value.slice(at + 1)}`;
  return signs.length > 6 ? `${signs.slice(0, 2).join("")}••••${signs.slice(-2).join("")}` : "••••";
}

/** A filled letter as {subject, body}; an open blank stands as [its label]. A subject is one line. */
export function plain({ subject, paragraphs }, label) {
  const write = (list) => list.map((part) => (typeof part === "string" ? part : `[${label(part.hole)}]`)).join("");
  return { subject: write(subject).replace(/\s*\n\s*/g, " "), body: paragraphs.filter(Boolean).map((list) => write(list).trimEnd()).join("\n\n") };
}
