/**
 * Marks the words that a reader searched for, on the page that the search led to: ``?h=frozen+account``. A highlight is painted over the
 * text and changes nothing of the page; browsers that cannot do it show the page as it is.
 */

const MOST_WORDS = 12;

const address = new URL(location.href);
const words =
  address.searchParams
    .get("h")
    ?.match(/[\p{L}\p{N}]{2,}/gu)
    ?.slice(0, MOST_WORDS) ?? [];
const article = document.querySelector("article");

/**
 * Where words stand in an element.
 * @param {Element} root
 * @param {RegExp} pattern
 */
function rangesIn(root, pattern) {
  /** @type {Range[]} */
  const found = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    for (const { index, 0: word } of (walker.currentNode.nodeValue ?? "").matchAll(pattern)) {
      const range = document.createRange();
      range.setStart(walker.currentNode, index);
      range.setEnd(walker.currentNode, index + word.length);
      found.push(range);
    }
  }
  return found;
}

if (words.length && article && "highlights" in CSS) {
  CSS.highlights.set("searched", new Highlight(...rangesIn(article, new RegExp(words.join("|"), "giu"))));
  address.searchParams.delete("h");
  history.replaceState(history.state, "", address);
}
