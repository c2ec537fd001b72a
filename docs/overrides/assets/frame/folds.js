/** Folds: open where an address leads into them; on paper, forks and corrections are open, and what the reader opened. */

const ON_PAPER =
  "details:is(.branch, .correction, .part--brief:has(> div > .checklist)), details:not(.proof, .inner, .more-boxes, .fold, .more, .part--brief)";

/** @type {HTMLDetailsElement[]} */
let opened = [];

function openTarget() {
  const target = document.getElementById(decodedHash());
  for (let fold = target?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
  if (target?.closest("details")) target.scrollIntoView();
}

/** The id that the address names; one that cannot be read names nothing. */
function decodedHash() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}

openTarget();
addEventListener("hashchange", openTarget);

addEventListener("beforeprint", () => {
  const folds = /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(ON_PAPER));
  opened = [...folds].filter((fold) => !fold.open);
  for (const fold of opened) fold.open = true;
});

addEventListener("afterprint", () => {
  for (const fold of opened) fold.open = false;
  opened = [];
});
