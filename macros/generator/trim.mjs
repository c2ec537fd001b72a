/**
 * Takes out of a style sheet what no page can use: {css, words, tags} in, the sheet out. ``words`` is every text in which a class or an id of
 * ours may be named, ``tags`` are elements that hand-written pages may hold.
 */
import { stdin, stdout } from "node:process";
import postcss from "postcss";
import { PurgeCSS } from "purgecss";

/** What the theme styles and no page has, though words of ours bear the names: other palettes, the other direction, boxes, listings, keys. */
const NEVER = [
  /data-md-color-(primary|accent)=(?!"?custom)|data-md-color-scheme=(?!"?default)|\[dir=rtl\]/,
  /\.(admonition|annotate|grid|highlight|keys|linenos|tabbed)/,
  /\.(abstract|bug|danger|example|failure|info|note|question|quote|success|tip|warning)\b/,
];

let text = "";
for await (const part of stdin) text += part;
const { css, words, tags } = JSON.parse(text);
const sheet = postcss.parse(css);
sheet.walkRules((rule) => {
  const left = rule.selectors.filter((selector) => !NEVER.some((never) => never.test(selector)));
  if (left.length) rule.selectors = left;
  else rule.remove();
});
const [trimmed] = await new PurgeCSS().purge({
  content: [{ raw: words, extension: "html" }],
  css: [{ raw: sheet.toString() }],
  safelist: { standard: tags },
  keyframes: true,
  variables: true,
});
stdout.write(trimmed.css);
