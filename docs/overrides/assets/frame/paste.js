/** Boxes that take what was pasted to the page that checks it: in the tab, never in the address. */
import { TabStore } from "../shared/store.js";

document.addEventListener("submit", (event) => {
  const { target } = event;
  if (!(target instanceof HTMLFormElement) || target.dataset.paste === undefined) return;
  event.preventDefault();
  new TabStore("pasted").keep({ value: String(new FormData(target).get("value") ?? "") });
  location.href = target.dataset.paste;
});
