/** Places in a list to choose from, by region. */

/**
 * @param {[region: string, places: [id: string, name: string, ...rest: unknown[]][]]} region
 * @returns {HTMLOptGroupElement}
 */
export function placeGroup([label, places]) {
  const group = Object.assign(document.createElement("optgroup"), { label });
  group.append(...places.map(([id, name]) => new Option(name, id)));
  return group;
}
