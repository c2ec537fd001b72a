/** What the tab remembers between letters, by the name of a control. */

import { all } from "../../shared/find.js";
import { dayOf } from "../../shared/moments.js";
import { TabStore } from "../../shared/store.js";
import { controlOf } from "./controls.js";

/** @typedef {import("./controls.js").Control} Control */

const store = new TabStore("recourse-letter");

/** The values remembered now. */
export function kept() {
  return store.kept();
}

/**
 * Remembers a value for the letters to come.
 * @param {string} name
 * @param {string} value
 */
export function keepOne(name, value) {
  store.keep({ ...store.kept(), [name]: value });
}

/**
 * Remembers again what was remembered before.
 * @param {Record<string, string>} values
 */
export function restore(values) {
  store.keep(values);
}

/** Remembers nothing any more. */
export function forget() {
  store.keep({});
}

/**
 * Puts what was kept into the controls that can show it.
 * @param {HTMLFormElement} form
 */
export function recall(form) {
  const values = kept();
  for (const [name, control] of controlsOf(form)) if (Object.hasOwn(values, name)) setState(control, values[name]);
  for (const box of all(form, "[data-ahead]", HTMLInputElement)) {
    box.dataset.offered = dayOf(new Date(Date.now() + Number(box.dataset.ahead) * 86_400_000));
    box.value = values[keyOf(box)] ?? box.dataset.offered;
  }
}

/**
 * Keeps what stands in the controls for the letters to come. Names in `never` are forgotten; a choice this letter does
 * not offer stays as it was kept.
 * @param {HTMLFormElement} form
 * @param {Set<string>} never
 */
export function remember(form, never) {
  const values = kept();
  for (const [name, control] of controlsOf(form)) {
    const value = never.has(name) ? "" : stateOf(control);
    if (value) values[name] = value;
    else if (never.has(name) || canShow(control, values[name])) delete values[name];
  }
  for (const box of all(form, "[data-ahead]", HTMLInputElement)) {
    if (box.value === box.dataset.offered || never.has(box.name)) delete values[keyOf(box)];
    else values[keyOf(box)] = box.value;
  }
  store.keep(values);
}

/** The name under which a day of this letter alone is kept. @param {HTMLInputElement} box */
function keyOf({ name, form }) {
  return `${form?.dataset.letterId}/${name}`;
}

/**
 * Those whose values travel to other letters.
 * @param {HTMLFormElement} form
 * @returns {Map<string, Control>}
 */
function controlsOf(form) {
  const travelling = [...form.elements].filter((element) => !element.hasAttribute("data-ahead"));
  const names = travelling.map((element) => element.getAttribute("name") ?? "");
  return new Map(
    names.flatMap((name) => {
      const control = name ? controlOf(form, name) : null;
      return control ? [[name, control]] : [];
    }),
  );
}

/** @param {Control} control @returns {control is HTMLInputElement} */
function isCheckbox(control) {
  return control instanceof HTMLInputElement && control.type === "checkbox";
}

/** @param {Control} control */
function stateOf(control) {
  return isCheckbox(control) && !control.checked ? "" : control.value;
}

/** @param {Control} control @param {string} value */
function setState(control, value) {
  if (isCheckbox(control)) control.checked = control.value === value;
  else if (canShow(control, value)) control.value = value;
}

/** @param {Control} control @param {string | undefined} value */
function canShow(control, value) {
  return !(control instanceof HTMLSelectElement) || [...control.options].some((option) => option.value === value);
}
