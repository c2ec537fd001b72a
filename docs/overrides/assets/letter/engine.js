/**
 * The letter engine. The same rules as macros/letters.py; tests/vectors/letters.json drives both.
 * Substitution is one pass: what a reader types is never read as a template.
 */

const HOLE = /\{([a-z][a-z0-9-]*)\}/g;
const EMPTY_EVENT = /^\d{4}-\d\d-\d\d \d\d:\d\d UTC - *$\n?/gm;
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
 * @returns {{subject: Array, paragraphs: Array<Array|null>, missing: string[]}}
 */
export function fill(source, values, reader, language) {
  const subject = parts(source, source.subject[language], values, language);
  const paragraphs = source.paragraphs.map((paragraph) =>
    belongs(paragraph, values, reader) ? parts(source, paragraph.text[language], values, language) : null);
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

function parts(source, template, values, language) {
  const found = [];
  let end = 0;
  for (const hole of template.matchAll(HOLE)) {
    found.push(template.slice(end, hole.index), filled(source, hole[1], values, language));
    end = hole.index + hole[0].length;
  }
  return [...found, template.slice(end)].filter((part) => part !== "");
}

function filled(source, name, values, language) {
  const value = valueOf(values, name);
  if (!value) return { hole: name };
  const choices = source.fields[name].choices;
  return Object.hasOwn(choices, value) ? choices[value][language] : value;
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
