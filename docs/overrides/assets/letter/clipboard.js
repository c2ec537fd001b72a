/** Puts a text on the clipboard, with the old command where a browser withholds it: on http, in a frame, by a setting. */
export async function putOnClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copyBySelection(text);
  }
}

function copyBySelection(text) {
  const { activeElement } = document;
  const box = document.createElement("textarea");
  box.value = text;
  document.body.append(box);
  box.select();
  document.execCommand("copy");
  box.remove();
  activeElement.focus();
}
