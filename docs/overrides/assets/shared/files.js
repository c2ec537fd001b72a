/** How a browser is handed an address or a file. */

/**
 * Follows an address as a click would.
 * @param {string} address
 * @param {Partial<HTMLAnchorElement>} manner
 */
export function follow(address, manner = {}) {
  const link = Object.assign(document.createElement("a"), { href: address }, manner);
  document.body.append(link);
  link.click();
  link.remove();
}

/**
 * Opens an address in another tab, which learns nothing of this one.
 * @param {string} address
 */
export function visit(address) {
  follow(address, { target: "_blank", rel: "noopener noreferrer" });
}

/**
 * Saves a text as a file.
 * @param {string} file
 * @param {string} type
 * @param {string} content
 */
export function save(file, type, content) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  follow(url, { download: file });
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
