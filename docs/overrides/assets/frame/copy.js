/** Copies the value beside a button, and says so on the button. */

import { putOnClipboard } from "../shared/clipboard.js";

const SHOWN = 3000; // milliseconds that the answer stands there

const words = document.querySelector("[data-copied]");

/** @param {HTMLButtonElement} button */
async function copy(button) {
  const label = button.querySelector("span");
  if (!label || !(words instanceof HTMLElement)) return;
  const { textContent } = label;
  const isDone = await putOnClipboard(button.value);
  label.textContent = (isDone ? words.dataset.copied : words.dataset.notCopied) ?? "";
  setTimeout(() => {
    label.textContent = textContent;
  }, SHOWN);
}

document.addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? target.closest("button.copy") : null;
  if (button instanceof HTMLButtonElement) copy(button);
});
