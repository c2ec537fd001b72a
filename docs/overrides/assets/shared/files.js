/** How a browser is handed an address or a file. */

/**
 * Follows an address as a click would; with a file name it is saved.
 * @param {string} address
 */
export function follow(address, file = "") {
  const link = Object.assign(document.createElement("a"), { href: address });
  if (file) link.download = file;
  document.body.append(link);
  link.click();
  link.remove();
}

/**
 * Saves a text as a file.
 * @param {string} file
 * @param {string} type
 * @param {string} content
 */
export function save(file, type, content) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  follow(url, file);
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
