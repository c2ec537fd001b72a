/** The live letter on the page; every value goes in as text. */

/** Writes a letter into its sheet. @param label what an open blank is called, by field */
export function showLetter(sheet, { subject, paragraphs }, label) {
  sheet.style.setProperty("--rows", paragraphs.length + 1);
  write(sheet.querySelector("[data-subject]"), subject, label);
  sheet.querySelectorAll("[data-paragraph]").forEach((element, i) => {
    element.parentElement.hidden = paragraphs[i] === null;
    element.parentElement.classList.remove("letter__optional");
    write(element, paragraphs[i] ?? [], label);
  });
}

/** Shows the receipts of the clauses that are in the letter. */
export function showReceipts(paragraphs) {
  for (const receipt of document.querySelectorAll("[data-receipt]")) receipt.hidden = paragraphs[receipt.dataset.receipt] === null;
  const none = document.querySelector("[data-no-receipts]");
  if (none) none.hidden = document.querySelector("li[data-receipt]:not([hidden])") !== null;
}

/** A list item that leads to a box, named in both languages. @param {[string, string][]} names language and label */
export function pointer(field, names) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.focus = field;
  const labels = names.map(([lang, label]) => Object.assign(document.createElement("span"), { lang, textContent: label }));
  button.append(labels[0], " · ", labels[1]);
  item.append(button);
  return item;
}

function write(element, pieces, label) {
  element.replaceChildren(...pieces.map((piece) => {
    if (typeof piece === "string") return piece;
    const blank = Object.assign(document.createElement("span"), { className: "blank", textContent: `[${label(piece.blank)}]` });
    blank.dataset.hole = piece.blank;
    return blank;
  }));
}
