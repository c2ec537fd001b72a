/** What the tab remembers between letters. Where the browser forbids a store, only this page remembers. */

const NAME = "recourse-letter";
let here = {};

/** @returns {Record<string, string>} the kept values by the name of their control */
export function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(NAME)) ?? {};
  } catch {
    return here;
  }
}

/** Keeps the values, or forgets everything if there are none. @param {Record<string, string>} values */
export function keep(values) {
  here = {};
  try {
    if (Object.keys(values).length) sessionStorage.setItem(NAME, JSON.stringify(values));
    else sessionStorage.removeItem(NAME);
  } catch {
    here = values;
  }
}

/** Puts what was kept into the controls that can show it. */
export function restore(form) {
  const values = kept();
  for (const name of namesOf(form)) if (Object.hasOwn(values, name)) setState(form.elements[name], values[name]);
}

/**
 * Keeps what stands in the controls for the letters to come. Names in `never` are forgotten; a choice this letter does
 * not offer stays as it was kept.
 */
export function remember(form, never) {
  const values = kept();
  for (const name of namesOf(form)) {
    const value = never.has(name) ? "" : stateOf(form.elements[name]);
    if (value) values[name] = value;
    else if (never.has(name) || canShow(form.elements[name], values[name])) delete values[name];
  }
  keep(values);
}

function namesOf(form) {
  return new Set([...form.elements].map(({ name }) => name).filter(Boolean));
}

function stateOf(control) {
  return control.type === "checkbox" && !control.checked ? "" : control.value;
}

function setState(control, value) {
  if (control.type === "checkbox") control.checked = control.value === value;
  else if (canShow(control, value)) control.value = value;
}

function canShow(control, value) {
  return !("options" in control) || [...control.options].some((option) => option.value === value);
}
