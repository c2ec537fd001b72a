/**
 * Puts a text on the clipboard, with the old command where a browser withholds it: on http, in a frame, by a setting.
 * @param {string} text
 * @returns {Promise<boolean>} whether it is there
 */
export async function putOnClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** @param {string} text */
function copyBySelection(text) {
  const { activeElement } = document;
  const box = document.createElement("textarea");
  box.value = text;
  document.body.append(box);
  box.select();
  const done = document.execCommand("copy");
  box.remove();
  if (activeElement instanceof HTMLElement) activeElement.focus();
  return done;
}
