/**
 * The controls of a form by their names. A group of radio buttons answers as one control.
 *
 * @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Box
 * @typedef {Box | RadioNodeList} Control
 */

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 * @returns {Control | null}
 */
export function controlOf(form, name) {
  return /** @type {Control | null} */ (form.elements.namedItem(name));
}

/**
 * The box of a blank: the template has one for each.
 * @param {HTMLFormElement} form
 * @param {string} name
 */
export function boxOf(form, name) {
  return /** @type {Box} */ (form.elements.namedItem(name));
}

/**
 * The list of a name, or null if this form has none.
 * @param {HTMLFormElement} form
 * @param {string} name
 */
export function listOf(form, name) {
  const control = controlOf(form, name);
  return control instanceof HTMLSelectElement ? control : null;
}

/**
 * What stands in a control; "" if the form has none of that name.
 * @param {HTMLFormElement} form
 * @param {string} name
 */
export function textIn(form, name) {
  return controlOf(form, name)?.value ?? "";
}
