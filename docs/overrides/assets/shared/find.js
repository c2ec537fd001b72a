/** Elements that a template promises: a page without them is a mistake of ours, told at once and by name. */

/**
 * The first element of a kind that a selector finds.
 * @template {Element} T
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T}
 */
export function one(root, selector, kind) {
  const [found] = all(root, selector, kind);
  if (!found) throw new Error(`The page has no ${selector}`);
  return found;
}

/**
 * All elements of a kind that a selector finds.
 * @template {Element} T
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T[]}
 */
export function all(root, selector, kind) {
  return [...root.querySelectorAll(selector)].flatMap((element) => (element instanceof kind ? element : []));
}
