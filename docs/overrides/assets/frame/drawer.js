/** The menu that slides in: it takes the focus, keeps it, and gives it back when it closes. */

const toggle = document.getElementById("__drawer");
const drawer = document.querySelector(".drawer");

/** @type {Element | null} */
let opener = null;

/** What a keyboard reaches in the menu. @returns {HTMLElement[]} */
function stops() {
  const found = drawer?.querySelectorAll("a, button") ?? [];
  return [...found].flatMap((stop) => (stop instanceof HTMLElement && stop.checkVisibility() ? stop : []));
}

/** @param {HTMLInputElement} switched */
function follow({ checked }) {
  if (checked) {
    opener = document.activeElement;
    stops().at(0)?.focus();
  } else if (opener instanceof HTMLElement) {
    opener.focus();
  }
}

/** @param {KeyboardEvent} event */
function keep(event) {
  const [first, last] = [stops().at(0), stops().at(-1)];
  const [from, to] = event.shiftKey ? [first, last] : [last, first];
  if (document.activeElement !== from) return;
  event.preventDefault();
  to?.focus();
}

if (toggle instanceof HTMLInputElement) {
  toggle.addEventListener("change", () => follow(toggle));
  document.addEventListener("keydown", (event) => {
    if (!toggle.checked) return;
    if (event.key === "Escape") toggle.click();
    if (event.key === "Tab") keep(event);
  });
}
