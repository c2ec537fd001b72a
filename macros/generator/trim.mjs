/**
 * Takes out of a style sheet what no page can use: {css, words, tags} in, the sheet out. ``words`` is every text in which a class or an id of
 * ours may be named, ``tags`` are elements that hand-written pages may hold.
 */
import { stdin, stdout } from "node:process";
import { PurgeCSS } from "purgecss";

let text = "";
for await (const part of stdin) text += part;
const { css, words, tags } = JSON.parse(text);
const [trimmed] = await new PurgeCSS().purge({
  content: [{ raw: words, extension: "html" }],
  css: [{ raw: css }],
  safelist: { standard: tags },
  keyframes: true,
  variables: true,
});
stdout.write(trimmed.css);
