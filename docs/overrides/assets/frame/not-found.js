/** The page for addresses that do not exist leaves the language of the address that was asked for. */

const parts = document.querySelectorAll("[data-spoken]");
const language = location.pathname.split("/").includes("en") ? "en" : "zh";

for (const part of parts) if (part instanceof HTMLElement) part.hidden = part.dataset.spoken !== language;
