/** Where two names differ, sign by sign. */

/**
 * Both names as nodes, with a <mark> around each sign that the other lacks.
 * @param {string} pasted
 * @param {string} real
 * @returns {[(string | HTMLElement)[], (string | HTMLElement)[]]}
 */
export function marked(pasted, real) {
  const [a, b] = [[...pasted], [...real]];
  const common = lengths(a, b);
  /** @type {boolean[][]} */
  const [inA, inB] = [a.map(() => false), b.map(() => false)];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) inA[i++] = inB[j++] = true;
    else if (length(common, i + 1, j) >= length(common, i, j + 1)) i += 1;
    else j += 1;
  }
  return [nodes(a, inA), nodes(b, inB)];
}

/**
 * The length of the longest common part of what is left from each pair of places on.
 * @param {string[]} a
 * @param {string[]} b
 */
function lengths(a, b) {
  const table = a.concat("").map(() => new Array(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = /** @type {number[]} */ (table[i]);
      row[j] = a[i] === b[j] ? length(table, i + 1, j + 1) + 1 : Math.max(length(table, i + 1, j), length(table, i, j + 1));
    }
  }
  return table;
}

/**
 * @param {number[][]} table
 * @param {number} i
 * @param {number} j
 */
const length = (table, i, j) => table[i]?.[j] ?? 0;

/**
 * @param {string[]} signs
 * @param {boolean[] | undefined} isCommon
 */
function nodes(signs, isCommon) {
  /** @type {(string | HTMLElement)[]} */
  const made = [];
  signs.forEach((sign, i) => {
    const last = made.at(-1);
    if (isCommon?.[i]) made.push(sign);
    else if (last instanceof HTMLElement) last.append(sign);
    else made.push(Object.assign(document.createElement("mark"), { textContent: sign }));
  });
  return made;
}
